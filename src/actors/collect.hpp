#pragma once

#include <vector>

#include "actors/mention.hpp"
#include "fabula/actors/names.hpp"

namespace fabula::actors::detail {

/// Everything in the article that may name or describe an actor, in text order: names, known names, descriptions by
/// noun, and adjectives of states. Pronouns are looked at later, when it is known who there is.
std::vector<Mention> collect_mentions(const text::Doc& doc, const text::Children& children, const Lexicon& lexicon,
                                      const std::vector<NameMention>& names);

}  // namespace fabula::actors::detail
