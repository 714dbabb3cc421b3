#pragma once

#include <string_view>
#include <vector>

#include "fabula/base/span.hpp"

namespace fabula::text {

/// A line that holds more than white space, without the white space around it.
struct Line {
  Span span;
  bool after_blank = false;  ///< an empty line, or the start of the text, comes before it
  std::uint32_t indent = 0;  ///< code points of white space before it on its line
};

/// White space, control characters and invisible format characters (zero width, direction marks).
bool is_invisible(char32_t c);

/// Narrows a span to begin and end with visible characters.
Span trim(std::u32string_view text, Span span);

/// The lines of a text. LF, CR, CRLF, VT, FF, NEL and the Unicode line and paragraph separators end a line.
std::vector<Line> split_lines(std::u32string_view text);

/// Ends like a sentence: `.` `!` `?` `…`, behind which closing quotes and brackets may stand.
bool ends_sentence(std::u32string_view line);

/// Words between white space.
std::size_t count_words(std::u32string_view line);

inline std::u32string_view slice(std::u32string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace fabula::text
