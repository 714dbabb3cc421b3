#pragma once

#include <string>
#include <vector>

#include "fabula/actors/actor.hpp"

namespace fabula::actors::detail {

/// A person's name taken apart for comparison: given names and surname in the form that transliterations share.
struct PersonKey {
  std::string given;    ///< "dmitri", "e" for an initial, empty for a surname alone
  std::string surname;
  bool initial = false;
};

/// From the fullest name of a person; empty for a name that is a description.
PersonKey person_key(const Actor& actor);
inline bool is_full(const PersonKey& key) { return !key.given.empty() && !key.initial; }
/// Whether a surname alone, one with an initial, or a name with fewer given names may mean the bearer of a fuller name of
/// the same surname.
bool may_stand_for(const PersonKey& part, const PersonKey& full);

/// What an actor is looked up by: the keys under which two actors are the same whatever the article.
std::vector<std::string> resolution_keys(const Actor& actor);

/// Whether a is the better source of the name two actors share: known before unknown, named before described, longer before
/// shorter, then by spelling, so that the choice does not depend on the order of articles.
bool better_name(const Actor& a, const Actor& b);

/// Folds a word of a name so that the usual transliterations of one name are equal: "Dmitry" and "Dmitri", "Sergueï" and
/// "Sergei", "Mohammed" and "Mohamed".
std::string transliteration_key(const std::string& word);

}  // namespace fabula::actors::detail
