#pragma once

#include <string>
#include <vector>

#include "fabula/compare/comparison.hpp"
#include "fabula/graph/article_texts.hpp"

namespace fabula::compare {

/// A mention of an event in an article of a group.
struct Told {
  std::size_t group = 0;
  const graph::Mention* mention = nullptr;  ///< in the story
};

/// Which group tells which event where. A view: story and groups must outlive it.
class StoryIndex {
 public:
  StoryIndex(const graph::StoryGraph& story, const std::vector<Group>& groups);

  const graph::StoryGraph& story() const { return story_; }
  const std::vector<Group>& groups() const { return groups_; }
  const graph::ArticleTexts& texts() const { return texts_; }
  /// Groups that an article stands in, ascending; empty for an article of none.
  const std::vector<std::size_t>& groups_of(ArticleId id) const { return groups_of_[id.value]; }
  /// Events that some group tells, ascending.
  const std::vector<EventId>& events() const { return events_; }
  /// Groups that tell an event, ascending.
  const std::vector<std::size_t>& tellers(EventId id) const { return tellers_[id.value]; }
  bool tells(std::size_t group, EventId id) const;
  /// The mentions of an event in the groups' articles, in the order of the event's mentions.
  std::vector<Told> told(EventId id) const;

 private:
  const graph::StoryGraph& story_;
  const std::vector<Group>& groups_;
  graph::ArticleTexts texts_;
  std::vector<std::vector<std::size_t>> groups_of_;
  std::vector<EventId> events_;
  std::vector<std::vector<std::size_t>> tellers_;
};

/// The place of a mention.
Passage passage(const graph::Mention& mention);

/// The text states the day or month itself, or relative to another: not carried over, inferred or that of publication.
bool is_stated(const TimeValue& time);

/// Groups that stand in both lists (ascending) exist.
bool share_a_group(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b);

}  // namespace fabula::compare
