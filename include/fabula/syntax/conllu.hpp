#pragma once

#include <string>
#include <string_view>

#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// Writes a Doc as CoNLL-U (universaldependencies.org/format): comments sent_id and text, multiword tokens as ranges,
/// SpaceAfter=No in MISC.
std::string write_conllu(const text::Doc& doc);

/// Reads CoNLL-U. The article's text is the sentences' texts joined with a space; spans count in it. Empty nodes and
/// enhanced dependencies are left out.
/// @throws InputError FAB-IN-010 with file and line: wrong number of columns, a head out of range, a cycle, a broken id
text::Doc read_conllu(std::string_view conllu, std::string_view file);

}  // namespace fabula::syntax
