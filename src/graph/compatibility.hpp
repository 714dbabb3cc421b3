#pragma once

#include <optional>
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
  std::optional<DayRange> fresh;      ///< where the text leaves the date to publication: the days news is told in
  std::string place;                  ///< folded; empty where none is named
  bool nominal = false, general = false;
  bool real = true;                   ///< not merely planned, hypothetical or negated
};

std::vector<Features> features_of(const StoryInput& input, const CoreferenceLexicon& lexicon);

/// The single day of a mention that the text tells; none where it is less sure.
std::optional<Day> only_day(const Features& f);

struct Match {
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
  /// They are one article, or somebody is named in both.
  bool same_affair(ArticleId a, ArticleId b) const;
  /// What speaks for their being one; nothing where it is too little or they conflict. `a` comes before `b`.
  std::optional<Match> evidence(const Features& a, const Features& b) const;

 private:
  std::optional<Match> of_statements(const Features& a, const Features& b) const;
  std::optional<Match> told_again(const Features& a, const Features& b, int shared, const std::string& names) const;
  std::optional<Match> of_actions(const Features& a, const Features& b) const;
  std::optional<events::Act> act_of(const Features& f) const;
  int shared_roles(const Features& a, const Features& b, std::string* names) const;
  /// Everyone who takes part in a is named in b's article.
  bool known_in(const Features& a, ArticleId article) const;
  /// Their days, place or telling say that they are one, where no shared participant does.
  const char* same_occasion(const Features& a, const Features& b) const;

  const StoryInput& input_;
  const Principals& principals_;
  std::vector<std::vector<ActorId>> named_;  // by article, ascending
};

}  // namespace fabula::graph
