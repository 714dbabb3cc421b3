#pragma once

#include <map>
#include <string>
#include <vector>

#include "actors/lexicon.hpp"
#include "fabula/actors/names.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

struct DescribedNames {
  std::vector<NameMention> names;
  std::map<std::string, ActorKind> kinds;  ///< of names that a noun describes, by their text
};

/// Reads the nouns right before names that say what they name ("l'entreprise X", "la chaîne Y"). Such a noun is no part of
/// the name; what it names is of that kind in the whole article, whatever it looks like, and is a name even where `names`
/// lack it.
DescribedNames describe_names(const text::Doc& doc, const Lexicon& lexicon, std::vector<NameMention> names);

}  // namespace fabula::actors::detail
