#pragma once

#include <vector>

#include "fabula/compare/comparison.hpp"
#include "story_index.hpp"

namespace fabula::compare {

/// What was found on the events: differences between groups, and conflicts that one group has with itself.
struct Compared {
  std::vector<Difference> across, within;
};

/// Each adds what it finds on one event. `within` needs no second teller.
void compare_dates(const StoryIndex& index, EventId event, Compared& out);
void compare_participants(const StoryIndex& index, EventId event, Compared& out);
void compare_places(const StoryIndex& index, EventId event, Compared& out);
void compare_factuality(const StoryIndex& index, EventId event, Compared& out);
void compare_wording(const StoryIndex& index, EventId event, Compared& out);
void compare_quoted(const StoryIndex& index, EventId event, Compared& out);

/// Compares the numbers told near the mentions of events; reads each sentence once.
class NumberComparer {
 public:
  NumberComparer(const StoryIndex& index, const CompareOptions& options) : index_(index), options_(options) {}
  void compare(EventId event, Compared& out);

 private:
  /// The quantities of a sentence, spans in the article.
  const std::vector<Quantity>& quantities(const graph::Mention& mention);

  const StoryIndex& index_;
  const CompareOptions& options_;
  std::map<std::pair<ArticleId, Span>, std::vector<Quantity>> read_;
};

/// All differences, by event, aspect, detail.
Compared find_differences(const StoryIndex& index, const CompareOptions& options);

}  // namespace fabula::compare
