#pragma once

#include <cstddef>
#include <limits>
#include <unordered_map>
#include <vector>

#include "events/trigger.hpp"

namespace fabula::events {

inline constexpr std::size_t kNoTrigger = std::numeric_limits<std::size_t>::max();

/// Which triggers stand on which words: the marked word, and the light verb of a noun.
class TriggerIndex {
 public:
  explicit TriggerIndex(const std::vector<Trigger>& triggers);
  /// Triggers on a word, statements first; empty if none.
  const std::vector<std::size_t>& at(WordId word) const;
  /// The event that a word stands for: its own, else the nearest one below it, else none. At most `depth` levels down.
  std::size_t event_of(const Reading& reading, WordId word, int depth = 2) const;

 private:
  std::unordered_map<WordId, std::vector<std::size_t>> at_;
};

/// What each trigger is the content of.
struct Content {
  std::size_t statement = kNoTrigger;  ///< the innermost statement that tells it
  int depth = 0;                       ///< other events between the two in the tree
  bool aside = false;                  ///< told of a noun on the way up: "les drones utilisés contre …"
  bool presupposed = false;            ///< the object of an appraisal ("condamne l'attaque"): told of, not claimed
};

/// For every trigger, in their order: through the tree where it says, else through the quotation it stands in.
std::vector<Content> find_contents(const Reading& reading, const std::vector<Trigger>& triggers,
                                   const TriggerIndex& index, const std::vector<Quotation>& quotations);

}  // namespace fabula::events
