#include "text/lines.hpp"

#include <unicode/uchar.h>

#include "fabula/base/unicode.hpp"

namespace fabula::text {
namespace {

bool is_line_end(char32_t c) { return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_closer(char32_t c) {
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return c == U'"' || c == U'\'' || type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || is_invisible(c);
}

}  // namespace

bool is_invisible(char32_t c) {
  if (c > U' ' && c < 0x7F) return false;
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || is_space(c);
}

Span trim(std::u32string_view text, Span span) {
  while (span.begin < span.end && is_invisible(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_invisible(text[span.end - 1])) --span.end;
  return span;
}

std::vector<Line> split_lines(std::u32string_view text) {
  std::vector<Line> lines;
  bool after_blank = true;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  while (begin < size) {
    std::uint32_t end = begin;
    while (end < size && !is_line_end(text[end])) ++end;
    const Span span = trim(text, {begin, end});
    if (!span.empty()) lines.push_back({span, after_blank, span.begin - begin});
    after_blank = span.empty();
    const bool crlf = end + 1 < size && text[end] == U'\r' && text[end + 1] == U'\n';
    begin = end + (crlf ? 2 : 1);
  }
  return lines;
}

bool ends_sentence(std::u32string_view line) {
  while (!line.empty() && is_closer(line.back())) line.remove_suffix(1);
  return !line.empty() && std::u32string_view(U".!?…").find(line.back()) != std::u32string_view::npos;
}

std::size_t count_words(std::u32string_view line) {
  std::size_t words = 0;
  bool inside = false;
  for (const char32_t c : line) {
    const bool blank = is_invisible(c);
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

}  // namespace fabula::text
