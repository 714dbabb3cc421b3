#include "paragraphs.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::output {
namespace {

constexpr std::size_t kLeastWidth = 40;

constexpr char kHeld = '\x1F';  // a blank at which no line breaks

/// Blanks that French sets beside marks do not begin or end a line.
std::string held_together(std::string text) {
  for (const std::string_view mark : {" »", " :", " ;", " !", " ?"})
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) text[at] = kHeld;
  constexpr std::string_view kOpening = "« ";
  for (std::size_t at = 0; (at = text.find(kOpening, at)) != std::string::npos;) text[at + kOpening.size() - 1] = kHeld;
  return text;
}

/// Columns on a terminal: marks that combine take none, wide characters two.
std::size_t columns(std::string_view text) {
  std::size_t n = 0;
  for (const char32_t c : to_utf32(text)) {
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F300;
    n += c >= 0x300 && c <= 0x36F ? 0 : wide ? 2 : 1;
  }
  return n;
}

}  // namespace

std::string printable(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : to_utf32(utf8)) out += c < 0x20 || (c >= 0x7F && c < 0xA0) ? U' ' : c;
  return to_utf8(out);
}

Paragraphs::Paragraphs(std::size_t width, bool colors) : width_(std::max(width, kLeastWidth)), colors_(colors) {}

void Paragraphs::line(std::string_view text, const char* color) {
  const bool colored = colors_ && *color;
  out_ += (colored ? color : "") + std::string(text) + (colored ? "\033[0m\n" : "\n");
}

void Paragraphs::add(std::string_view first, std::string_view text, const char* color) {
  const std::size_t indent = columns(first);
  std::string filled(first);
  std::size_t used = indent;
  bool fresh = true;
  const auto flush = [&] {
    std::replace(filled.begin(), filled.end(), kHeld, ' ');
    line(filled, color);
    filled.assign(indent, ' ');
    used = indent;
    fresh = true;
  };
  const std::string clean = held_together(printable(text));
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t end = std::min(clean.find(' ', at), clean.size());
    const std::string word = clean.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!fresh && used + 1 + columns(word) > width_) flush();
    filled += (fresh ? "" : " ") + word;
    used += columns(word) + (fresh ? 0 : 1);
    fresh = false;
  }
  flush();
}

void Paragraphs::heading(std::string_view text) {
  out_ += "\n";
  add("", text, kBold);
}

}  // namespace fabula::output
