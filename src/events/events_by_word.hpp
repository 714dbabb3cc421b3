#pragma once

#include <optional>
#include <unordered_map>

#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// The event mention that stands on a word; the first, where there are several.
class EventsByWord {
 public:
  explicit EventsByWord(const ArticleEvents& events) {
    for (std::size_t i = 0; i < events.mentions.size(); ++i) index_.try_emplace(events.mentions[i].trigger, i);
  }

  std::optional<std::size_t> at(WordId word) const {
    const auto it = index_.find(word);
    return it == index_.end() ? std::nullopt : std::optional(it->second);
  }

 private:
  std::unordered_map<WordId, std::size_t> index_;
};

}  // namespace fabula::events
