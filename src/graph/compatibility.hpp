#pragma once

#include <optional>
#include <string>
#include <vector>

#include "affairs.hpp"
#include "features.hpp"
#include "principals.hpp"

namespace fabula::graph {

struct Match {
  int score = 0;
  std::string because;
  bool alone = false;  ///< holds only where neither article tells another happening in such words
};

/// Says whether two mentions can be one happening, and what speaks for it.
class Compatibility {
 public:
  /// All must outlive this.
  Compatibility(const StoryInput& input, const Principals& principals, const Affairs& affairs);

  /// They cannot be one: types, sides or stated dates differ, or one is general and the other single.
  bool conflict(const Features& a, const Features& b) const;
  /// What speaks for their being one; nothing where it is too little or they conflict. `a` comes before `b`.
  std::optional<Match> evidence(const Features& a, const Features& b) const;

 private:
  std::optional<Match> of_statements(const Features& a, const Features& b) const;
  std::optional<Match> told_again(const Features& a, const Features& b, int shared, const std::string& names) const;
  std::optional<Match> of_actions(const Features& a, const Features& b) const;
  /// What speaks for two mentions of different articles of one close affair, in words for the same, being one.
  std::optional<Match> told_by_both(const Features& a, const Features& b) const;
  std::optional<events::Act> act_of(const Features& f) const;
  int shared_roles(const Features& a, const Features& b, std::string* names) const;
  /// One and the same, one speaks for the other, or the name of one group or body is the other's cut short.
  bool may_be_one(ActorId a, ActorId b) const;
  /// Somebody who may be one fills the role in both.
  bool share_side(const Features& a, const Features& b, events::ParticipantRole role) const;
  /// It befalls a person but once, and the same one in both.
  bool befalls_once(const Features& a, const Features& b) const;
  /// The same side says so, or denies it, in both.
  bool same_voice(const Features& a, const Features& b) const;
  /// Their stated days have none in common; what befalls a person but once may be told with two dates.
  bool apart(const Features& a, const Features& b) const;
  /// Everyone who takes part in a is named in b's article.
  bool known_in(const Features& a, ArticleId article) const;
  /// Their days, place or telling say that they are one, where no shared participant does.
  const char* same_occasion(const Features& a, const Features& b) const;

  const StoryInput& input_;
  const Principals& principals_;
  const Affairs& affairs_;
  std::vector<std::string> common_names_;  // by actor: the folded name of a group or body, which may be cut short; else empty
};

}  // namespace fabula::graph
