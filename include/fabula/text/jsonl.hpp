#pragma once

#include <string_view>
#include <vector>

#include "fabula/base/error.hpp"
#include "fabula/text/decode.hpp"

namespace fabula::text {

/// The articles of a JSON-lines input, and what was wrong with its other lines, both in the order of the lines.
struct JsonLines {
  std::vector<Decoded> articles;
  std::vector<InputError> errors;
};

/// Reads JSON lines: one object `{"id","text","published","title","url","source","language"}` a line, all strings (or
/// null), only `text` required; other fields are skipped. Blank lines are no articles. An article is named "file#id", or
/// "file:line" without an id; its sha256 is of its line without the line end.
///
/// Nothing is thrown for a bad line. Codes of the errors, which carry the line: FAB-IN-001 no text (or an empty input),
/// FAB-IN-002 a NUL in it, FAB-IN-003 not UTF-8, FAB-IN-004 too large, FAB-IN-007 not JSON, FAB-IN-008 nested deeper than 64, FAB-IN-009 not such an object.
///
/// @cost linear
JsonLines decode_jsonl(std::string_view bytes, std::string_view file);

}  // namespace fabula::text
