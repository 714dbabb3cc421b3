#pragma once

#include <vector>

#include "actors/lexicon.hpp"
#include "fabula/actors/names.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

/// Names by rule: runs of capitalised proper nouns, persons by their given name or the title before them.
std::vector<NameMention> names_by_rule(const text::Doc& doc, const Lexicon& lexicon);

}  // namespace fabula::actors::detail
