#pragma once

#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::output {

/// The functions of an actor, "title (body)", each once, in the order of the text.
std::vector<std::string> roles_of(const graph::StoryGraph& story, const actors::Actor& actor);

}  // namespace fabula::output
