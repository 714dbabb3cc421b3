#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fabula/lang/pack.hpp"
#include "fabula/text/article.hpp"

namespace fabula::text {

struct ReadOptions {
  std::optional<TimeValue> published;  ///< `--published`: wins over everything the text says
};

/// Reads one plain-text article: decodes it, finds its head, title, dateline, credits and crumbs, and its publication date.
///
/// Precedence of the date: option, front matter, head (` date 2022-10 `), dateline, file name, none.
/// The text is the whole input as decoded (a BOM left out, CRLF two code points); nothing is removed from it.
///
/// @param bytes  the input as it is
/// @param file   its name, for messages and for a date in it
/// @param pack   credit and crumb words, month names of the language
/// @throws InputError FAB-IN-001 empty, FAB-IN-002 binary, FAB-IN-003 undecodable
Article read_text(std::string_view bytes, std::string_view file, const lang::Pack& pack, const ReadOptions& options = {});

}  // namespace fabula::text
