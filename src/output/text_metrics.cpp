#include "text_metrics.hpp"

#include "fabula/base/unicode.hpp"

namespace fabula::output {
namespace {

constexpr char32_t kEllipsis = U'…';

/// Advance of a character in em.
double advance(char32_t c) {
  if (c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
                      (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F300))
    return 1.05;
  if (std::u32string_view(U"iljI|!.,;:'’()[] ").find(c) != std::u32string_view::npos) return 0.36;
  if (std::u32string_view(U"mwMW@%—…").find(c) != std::u32string_view::npos) return 1.0;
  if (is_upper(c)) return 0.74;
  if (is_digit(c)) return 0.64;
  return 0.61;
}

double width_of(std::u32string_view text, double font_size) {
  double sum = 0;
  for (const char32_t c : text) sum += advance(c);
  return sum * font_size;
}

/// White space of any kind made single blanks; there are no lines to keep in a label.
std::u32string one_line(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : to_utf32(utf8)) {
    if (!is_space(c)) out += c;
    else if (!out.empty() && out.back() != U' ') out += U' ';
  }
  return out;
}

/// How many leading characters fit; at least one.
std::size_t fitting(std::u32string_view text, double width, double font_size) {
  double sum = 0;
  std::size_t n = 0;
  while (n < text.size() && (sum += advance(text[n]) * font_size) <= width) ++n;
  return n == 0 && !text.empty() ? 1 : n;
}

std::u32string cut(std::u32string_view text, double width, double font_size) {
  if (width_of(text, font_size) <= width) return std::u32string(text);
  std::u32string out(text.substr(0, fitting(text, width - advance(kEllipsis) * font_size, font_size)));
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return out + kEllipsis;
}

}  // namespace

double text_width(std::string_view utf8, double font_size) { return width_of(to_utf32(utf8), font_size); }

std::vector<std::string> wrap(std::string_view utf8, double width, double font_size, std::size_t max_lines) {
  const std::u32string text = one_line(utf8);
  std::u32string_view rest = text;
  std::vector<std::string> lines;
  while (!rest.empty() && lines.size() + 1 < max_lines) {
    std::size_t n = fitting(rest, width, font_size);
    if (n < rest.size()) {
      const std::size_t blank = rest.substr(0, n + 1).rfind(U' ');
      if (blank != std::u32string_view::npos && blank > n / 3) n = blank;
    }
    lines.push_back(to_utf8(rest.substr(0, n)));
    rest.remove_prefix(n);
    while (!rest.empty() && rest.front() == U' ') rest.remove_prefix(1);
  }
  if (!rest.empty()) lines.push_back(to_utf8(cut(rest, width, font_size)));
  return lines;
}

std::string shorten(std::string_view utf8, std::size_t max_characters) {
  std::u32string text = one_line(utf8);
  if (text.size() <= max_characters) return to_utf8(text);
  text.resize(max_characters - 1);
  return to_utf8(text + kEllipsis);
}

}  // namespace fabula::output
