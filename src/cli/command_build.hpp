#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula build`: the story of some articles, written to a folder as data and diagrams.
void add_build(Commands& commands);

}  // namespace fabula::cli
