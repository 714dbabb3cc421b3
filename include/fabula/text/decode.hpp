#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/error.hpp"
#include "fabula/text/article.hpp"

namespace fabula::text {

/// What an input says about its article outside the text: meta tags and JSON-LD of a page, fields of a JSON line.
struct Metadata {
  std::optional<std::string> title;
  std::optional<std::string> source;
  std::optional<std::string> url;
  std::optional<std::string> author;
  std::optional<std::string> language;  ///< ISO 639-1, lower case
  std::optional<std::string> published;  ///< as written; read_date() understands it or it counts for nothing
};

/// One article's text before its language is known: what decode(), decode_html() and decode_jsonl() give and layout()
/// takes. A plain value.
struct Decoded {
  std::string file;      ///< name for messages; "feed.jsonl#id" or "feed.jsonl:12" for a JSON line
  std::string utf8;      ///< valid UTF-8, without a BOM, never blank
  std::string sha256;    ///< of the input bytes (file or line), lower-case hexadecimal
  std::string encoding;  ///< as found: "UTF-8", "UTF-16LE", "windows-1252", …
  Metadata metadata;
  std::vector<Paragraph> blocks;  ///< HTML only: its block elements in order; `prose` stands for "not a headline"
  std::vector<Diagnostic> diagnostics;
};

/// Inputs above this size are refused (FAB-IN-004): no article is that long, and spans are 32 bits wide.
inline constexpr std::size_t kMaxInputBytes = std::size_t{64} << 20;

/// Decodes a plain-text input to UTF-8.
///
/// In this order: a byte order mark (UTF-8, UTF-16, UTF-32) is believed and left out; valid UTF-8 is kept; text that is
/// mostly valid UTF-8 but broken is an error; anything else is guessed (uchardet, then ICU) and converted. Latin-1 is
/// read as Windows-1252 (WHATWG Encoding Standard), as Latin-9 where `œ` or `€` say so; a guess is reported as the
/// diagnostic FAB-IN-101. Line ends, control and invisible characters are kept as they are.
///
/// @param file  its name, for messages
/// @throws InputError FAB-IN-001 empty or only white space, FAB-IN-002 binary, FAB-IN-003 undecodable (line and byte
///         named), FAB-IN-004 too large
/// @cost   linear
Decoded decode(std::string_view bytes, std::string_view file);

}  // namespace fabula::text
