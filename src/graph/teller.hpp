#pragma once

#include <map>
#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::graph {

/// Turns the parts of a finding into words and gathers its evidence.
class Teller {
 public:
  Teller(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording);

  /// "2022-10-25", "2022-10", "≤ 2022-02-24"; the template's word for unknown days where open.
  std::string date(const DayRange& when) const;
  /// The label of an event, its predicate where it has none.
  std::string event(EventId id) const;
  /// Names joined by commas.
  std::string names(const std::vector<ActorId>& actors) const;
  /// Speakers of a statement; the medium or file of its article where it has none.
  std::string speakers(EventId statement) const;

  /// The words for `key`, in the language of the last article of the evidence.
  std::string words(const Finding& finding, std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const;
  /// The sentence for `key`, in the language of the last article of the evidence.
  void tell(Finding& finding, std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const;
  /// The articles of the finding's statements, ascending.
  void set_articles(Finding& finding) const;

 private:
  const StoryGraph& story_;
  const std::map<std::string, Wording, std::less<>>& wording_;
};

}  // namespace fabula::graph
