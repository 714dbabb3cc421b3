#pragma once

#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::cli {

/// The stories of some files ("-" for standard input), in the order named.
/// @throws InputError one cannot be read
std::vector<graph::StoryGraph> read_stories(const std::vector<std::string>& paths);

}  // namespace fabula::cli
