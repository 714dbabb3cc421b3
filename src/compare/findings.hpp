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
  void tell(Finding& finding, std::string_view key, std::map<std::string, std::string, std::less<>> values) const;
  /// An event's label, its predicate where it has none.
  std::string event(EventId id) const;
  /// The words of a side's first passage; its value where the story has no text.
  std::string words(const Side& side) const;
  /// Who says so: the actor who is quoted, and the group; several groups joined by commas.
  std::string voice(const Side& side) const;
  std::string groups(const std::vector<std::size_t>& groups) const;

 private:
  std::string language(const Finding& finding) const;

  const StoryIndex& index_;
  const CompareOptions& options_;
};

/// The story's own findings that rest on articles of the groups, with their sides and scope.
std::vector<Finding> story_findings(const StoryIndex& index);
/// Numbers, participants and places that cannot both be true.
std::vector<Finding> fact_conflicts(const Compared& compared, const Speaker& speaker);
/// Pairs of events that groups put in opposite order, by the dates that they state or by saying so.
std::vector<Finding> order_inversions(const StoryIndex& index, const Speaker& speaker);
/// Events that the others tell and that much hangs on, which a group that tells of the same affair leaves out.
std::vector<Finding> omissions(const StoryIndex& index, const Speaker& speaker);

/// What hangs on a finding: its events, the events linked with them, and the groups that tell them.
std::size_t weight_of(const StoryIndex& index, const Finding& finding);

/// Articles of the sides' passages, ascending.
std::vector<ArticleId> articles_of(const std::vector<Side>& sides);

}  // namespace fabula::compare
