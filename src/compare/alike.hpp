#pragma once

#include "story_index.hpp"

namespace fabula::compare {

/// Events that may be one though nothing joins them; kinds of which a group tells many are left out for it.
/// @cost  for each kind the square of its events, of which each group has few
std::vector<AlikeEvents> alike_events(const StoryIndex& index);

}  // namespace fabula::compare
