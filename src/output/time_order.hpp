#pragma once

#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::output {

/// Events by earliest (latest where there is none), then latest, then id; those without any bound last.
std::vector<EventId> in_time_order(const graph::StoryGraph& story, std::vector<EventId> events);

}  // namespace fabula::output
