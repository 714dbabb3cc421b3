#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fabula/lang/pack.hpp"
#include "fabula/text/article.hpp"
#include "fabula/text/decode.hpp"

namespace fabula::text {

struct ReadOptions {
  std::optional<TimeValue> published;  ///< `--published`: wins over everything the text says
};

/// Divides a decoded article into paragraphs with their kinds and finds its title, source and publication date.
///
/// The date is taken from the first of: option, front matter, metadata (HTML, JSON), head (` date 2022-10 `), dateline,
/// file name. Two refinements: a dateline without a year takes it from the best of the others, nearest to that date;
/// a dateline's day that lies within a front matter's, metadata's or head's month or year replaces that (the basis is then
/// the dateline). A date in the file's name is `2016_01_10`, `2016-01-10` or `20160110`.
///
/// The source is taken from the first of: front matter, metadata, the last `Source : …`, the agency of a dateline.
///
/// Paragraphs cover every character but white space, are in order and do not overlap. Text between blank lines is one
/// paragraph where its lines are wrapped, and one a line where the lines are whole.
///
/// @param decoded  from decode(), decode_html() or decode_jsonl(); text and name move into the article
/// @param pack     of the article's language (see language_of): credits.tsv, crumbs.tsv, front_matter.tsv, date_words.tsv
/// @throws PackError a table or column is missing
/// @cost   linear
Article layout(Decoded decoded, const lang::Pack& pack, const ReadOptions& options = {});

/// decode() and layout() in one: reads a plain-text article of a known language.
///
/// The text is the whole input as decoded (a BOM left out, CRLF two code points); nothing is removed from it.
///
/// @param bytes  the input as it is
/// @param file   its name, for messages and for a date in it
/// @throws InputError FAB-IN-001 empty, FAB-IN-002 binary, FAB-IN-003 undecodable, FAB-IN-004 too large
Article read_text(std::string_view bytes, std::string_view file, const lang::Pack& pack, const ReadOptions& options = {});

/// Reads a date as people and machines write it: `2022-10`, `2016-03-20T10:15`, `20/03/2016`, `12 octobre 2017`, `March 3,
/// 2017`; for `--published` and metadata.
///
/// @return nothing for other text; the basis is `explicit_`
std::optional<TimeValue> read_date(std::string_view utf8, const lang::Pack& pack);

}  // namespace fabula::text
