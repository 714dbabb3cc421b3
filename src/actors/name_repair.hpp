#pragma once

#include <vector>

#include "fabula/actors/names.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::actors::detail {

/// Cuts names at marks that no name holds, drops common words from headlines in capitals, then makes the names of one document
/// agree: a word that ends the full name of a person of the document names that person everywhere, be it missed or taken for a
/// place or a body elsewhere. In text order, not overlapping.
void repair_names(const text::Doc& doc, std::vector<NameMention>& names);

}  // namespace fabula::actors::detail
