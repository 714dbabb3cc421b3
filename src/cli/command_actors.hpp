#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula actors STORY`: who is in a story.
void add_actors(Commands& commands);

}  // namespace fabula::cli
