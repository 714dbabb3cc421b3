#pragma once

#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::graph {

/// Position of the mention that speaks for the event: the best grounded, then the one with most participants, then the first.
std::size_t best_grounded(const std::vector<Mention>& mentions);

/// The event's factuality: the best-grounded mention's, or "disputed" where one mention denies what another claims,
/// alleges or asserts.
std::string event_factuality(const std::vector<Mention>& mentions);

/// What the mentions say together of when it was: the best basis counts; among equals their common days, and where
/// they have none in common, the first (the disagreement is a finding, see find_time_conflicts).
TimeValue event_time(const std::vector<Mention>& mentions);

}  // namespace fabula::graph
