#pragma once

#include <vector>

#include "events/content.hpp"

namespace fabula::events {

/// A statement that calls what somebody said false: "les accusations … sont une vague de désinformation".
struct Refutation {
  std::size_t statement = kNoTrigger;
  WordId noun;                     ///< the noun for what was said; may be no trigger ("ces informations")
  std::vector<std::size_t> told;   ///< events that the noun's phrase tells
};

/// Clauses whose copula, or whose verb of judging, joins a noun for something said with a word for falsehood
/// (event_links, `falsity`). In text order.
std::vector<Refutation> find_refutations(const Reading& reading, const std::vector<Trigger>& triggers, const TriggerIndex& index,
                                         const std::vector<Content>& contents);

}  // namespace fabula::events
