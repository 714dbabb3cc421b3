#pragma once

#include "story_index.hpp"

namespace fabula::compare {

/// Which events the groups share and how alike they tell them.
/// @cost  linear in mentions (up to sorting), and for each event the pairs of groups that tell it
Alignment align(const StoryIndex& index);

}  // namespace fabula::compare
