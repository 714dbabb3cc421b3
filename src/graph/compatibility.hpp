#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "principals.hpp"
#include "story_input.hpp"

namespace fabula::graph {

/// What coreference looks at in a mention.
struct Features {
  ArticleId article;
  std::size_t position = 0;           ///< in StoryInput::mentions
  events::EventType type = events::EventType::action;
  std::string predicate;
  std::vector<std::string> classes;   ///< own class (the predicate where it has none) first, then related ones, sorted
  std::vector<events::Participant> participants;
  std::vector<std::string> themes;
  std::optional<DayRange> stated;     ///< its date, where the text states one
  std::optional<DayRange> known;      ///< its date by any means better than publication
  bool nominal = false, general = false;
  bool real = true;                   ///< not merely planned, hypothetical or negated
};

std::vector<Features> features_of(const StoryInput& input, const CoreferenceLexicon& lexicon);

struct Evidence {
  int score = 0;
  std::string because;
};

/// Says whether two mentions can be one happening, and what speaks for it.
class Compatibility {
 public:
  /// Both must outlive this.
  Compatibility(const StoryInput& input, const Principals& principals);

  /// They cannot be one: types, sides or stated dates differ, or one is general and the other single.
  bool conflict(const Features& a, const Features& b) const;
  /// What speaks for their being one; nothing where it is too little or they conflict. `a` comes before `b`.
  std::optional<Evidence> evidence(const Features& a, const Features& b) const;

 private:
  std::optional<Evidence> of_statements(const Features& a, const Features& b) const;
  std::optional<Evidence> of_actions(const Features& a, const Features& b) const;
  std::optional<events::Act> act_of(const Features& f) const;
  int shared_roles(const Features& a, const Features& b, std::string* names) const;
  /// Everyone who takes part in a is named in b's article.
  bool known_in(const Features& a, ArticleId article) const;

  const StoryInput& input_;
  const Principals& principals_;
  std::vector<std::set<ActorId>> named_;  // by article
};

}  // namespace fabula::graph
