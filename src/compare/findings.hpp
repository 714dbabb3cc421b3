#pragma once

#include <vector>

#include "differences.hpp"
#include "fabula/compare/comparison.hpp"
#include "story_index.hpp"

namespace fabula::compare {

/// The words of findings: the template of a language, filled.
class Speaker {
 public:
  Speaker(const StoryIndex& index, const CompareOptions& options) : index_(index), options_(options) {}

  /// Sets the sentence, in the language of the finding's first article.
  void tell(Finding& finding, std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const;
  /// The words for `key`, in that language.
  std::string words_for(const Finding& finding, std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const;
  /// An event's label, its predicate where it has none.
  std::string event(EventId id) const;
  /// The words of a side's first passage; its value where the story has no text.
  std::string words(const Side& side) const;
  /// Who says so: the actor who is quoted, and the tellers.
  std::string voice(const Side& side) const;
  /// The groups of a side; where they have no name, the articles of its passages.
  std::string tellers(const Side& side) const;
  /// Names of groups in the order of their first articles, whatever their numbers.
  std::string groups(std::vector<std::size_t> groups) const;

 private:
  std::string language(const Finding& finding) const;

  const StoryIndex& index_;
  const CompareOptions& options_;
};

/// The story's own findings that rest on articles of the groups, with their sides and scope.
std::vector<Finding> story_findings(const StoryIndex& index);
/// Tolls that differ, and the events of the story that tell them.
struct TollDifference {
  Difference difference;
  std::vector<EventId> events;  ///< the difference's first
};

/// Numbers of people that one thing befell, told beside an event that both sides tell or a name that both come back to, and
/// that cannot both be true: articles tell the same deaths in other words, so that these need not be one event of the story.
std::vector<TollDifference> toll_differences(const StoryIndex& index, SentenceNumbers& numbers);
/// Numbers, participants and places that cannot both be true.
/// @param tolls  what these passages tell already is not told again
std::vector<Finding> fact_conflicts(const Compared& compared, std::vector<TollDifference> tolls, const Speaker& speaker);
/// Pairs of events that groups put in opposite order, by the dates that they state or by saying so.
/// @param told  the story's findings: a conflict of times among them says more than orders that follow from dates
std::vector<Finding> order_inversions(const StoryIndex& index, const std::vector<Finding>& told, const Speaker& speaker);
/// Events that the others tell and that much hangs on, which a group that tells of the same affair leaves out.
/// @param findings  the others: a group that stands on a side of one tells of its events, if in other words
std::vector<Finding> omissions(const StoryIndex& index, const std::vector<Finding>& findings, const Speaker& speaker);

/// What hangs on a finding: its events, the events linked with them, and the groups that tell them.
std::size_t weight_of(const StoryIndex& index, const Finding& finding);

/// Articles of the sides' passages, ascending.
std::vector<ArticleId> articles_of(const std::vector<Side>& sides);

}  // namespace fabula::compare
