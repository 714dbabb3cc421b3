#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/id.hpp"
#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"

namespace fabula::actors {

enum class ActorKind { person, organization, media, state, group };
std::string_view name(ActorKind kind);
std::optional<ActorKind> actor_kind_of(std::string_view name);

/// How a mention refers.
enum class MentionForm { name, description, adjective, pronoun };

/// One place where an article refers to an actor. A `qui`, a clitic or an adjective counts as one.
struct ActorMention {
  ArticleId article;  ///< set when a story is made; not valid within one article
  Span span;
  WordId head;        ///< the word whose dependents the mention is
  MentionForm form = MentionForm::name;
  bool operator==(const ActorMention&) const = default;
};

/// A function someone holds: title, and the organization or state it is of.
struct ActorRole {
  std::string title;        ///< "porte-parole"
  ActorId of;               ///< none where the text does not say
  ArticleId article;
  Span span;
  DayRange when;            ///< when the text says the title was held; open if it does not
  bool operator==(const ActorRole&) const = default;
};

/// Someone who can speak or act: of one article as found, or of a whole story after resolution.
///
/// Invariant: `aliases` is sorted, without duplicates, and does not hold `name`.
struct Actor {
  ActorKind kind = ActorKind::organization;
  std::string name;
  std::vector<std::string> aliases;
  std::string key;          ///< stable key of a known actor ("state:IR", "org:onu"); empty for the others
  char gender = '?';        ///< 'm', 'f' or '?'
  char number = '?';        ///< 's', 'p' or '?'
  std::vector<ActorRole> roles;
  std::vector<ActorMention> mentions;  ///< in text order
  std::vector<std::string> merged_because;  ///< one line for each merge: what was joined, and why
  bool operator==(const Actor&) const = default;
};

}  // namespace fabula::actors
