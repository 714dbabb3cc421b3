#pragma once

#include <set>
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

/// The same actor, or one holds a function of the other.
bool stand_for(const graph::StoryGraph& story, ActorId a, ActorId b);

/// The numbers that sentences tell; each sentence is read once.
class SentenceNumbers {
 public:
  SentenceNumbers(const StoryIndex& index, const CompareOptions& options);

  /// The quantities of the sentence of a mention, spans in the article.
  const std::vector<Quantity>& of(const graph::Mention& mention);
  /// Of each measure, the quantity that stands nearest to the mention's trigger and near enough.
  std::map<std::string, const Quantity*> near(const graph::Mention& mention);
  /// The measure is one of what befell people ("deaths", "injured") in some language.
  bool is_toll(const std::string& measure) const { return tolls_.contains(measure); }

 private:
  const StoryIndex& index_;
  const CompareOptions& options_;
  std::map<std::pair<ArticleId, Span>, std::vector<Quantity>> read_;
  std::set<std::string> tolls_;
};

/// Code points between two spans; 0 where they overlap.
std::uint32_t distance(Span a, Span b);

/// "12", "10..15", "12..", "..12".
std::string value_text(const Quantity& q);

void compare_numbers(const StoryIndex& index, EventId event, SentenceNumbers& numbers, Compared& out);

/// All differences, by event, aspect, detail.
Compared find_differences(const StoryIndex& index, SentenceNumbers& numbers);

}  // namespace fabula::compare
