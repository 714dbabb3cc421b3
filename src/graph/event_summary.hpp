#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::graph {

/// Position of the mention that speaks for the event: the best grounded, then the one with most participants, then the first.
std::size_t best_grounded(const std::vector<Mention>& mentions);

/// The event's factuality: the best-grounded mention's, or "disputed" where one mention denies what another claims,
/// alleges or asserts.
std::string event_factuality(const std::vector<Mention>& mentions);

/// Whether a mention says that it happened, be it hearsay.
bool is_told_as_fact(events::Factuality factuality);

/// The days that two ranges share; nothing where they share none.
std::optional<DayRange> common_days(const DayRange& a, const DayRange& b);

/// When the mentions together say that it was: the best basis counts; among equals their common days, and where they
/// have none in common, the first.
///
/// What an article vouches for goes before what is claimed: a claimed date counts where the articles tell no day of
/// their own and nobody denies the event, and is then `inferred` unless one actor alone tells of the event at all.
TimeValue event_time(const std::vector<Mention>& mentions);

}  // namespace fabula::graph
