#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula graph`: a diagram of a story, as DOT or drawn.
void add_graph(Commands& commands);

}  // namespace fabula::cli
