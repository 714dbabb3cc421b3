#pragma once

#include <span>
#include <utility>
#include <vector>

#include "events/content.hpp"

namespace fabula::events {

/// Pairs (earlier, later) of triggers whose order the verbs tell: a pluperfect is before the verb it hangs on, or, in a
/// main clause, before what the sentence before told; "ayant reçu", "après avoir reçu" are before their main verb; what
/// "ensuite" or "plus tard" goes with is after what was told before it. What a statement tells in the pluperfect is not
/// put before the saying: that goes without saying.
std::vector<std::pair<std::size_t, std::size_t>> find_orders(const Reading& reading, const std::vector<Trigger>& triggers,
                                                             const TriggerIndex& index, const std::vector<Content>& contents,
                                                             std::span<const ConnectiveMatch> connectives);

}  // namespace fabula::events
