#pragma once

#include <vector>

#include "fabula/graph/story_graph.hpp"
#include "principals.hpp"

namespace fabula::graph {

/// Who holds what of each event: from the links of statements to events (denies, confirms, about) and from claims, by
/// the act of the statement. Whoever speaks for others gives them the position too, with `through`.
///
/// Denying a statement denies the actions it is about. A statement that reports an event as denied denies it; one that is itself only reported, planned or denied still
/// counts as made (its own factuality is there for those who look closer), unless it did not happen (negated).
///
/// @return each (event, actor, stance, statement) once, by event, time of the statement, statement, actor
std::vector<Position> find_positions(const StoryGraph& story, const Principals& principals);

}  // namespace fabula::graph
