#include "legal_text.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::output {
namespace {

bool is_legal(char32_t c) {
  if (c < 0x20) return c == U'\t' || c == U'\n' || c == U'\r';
  return c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
}

bool reorders(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

}  // namespace

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

std::string legal_text(std::string_view text) {
  std::u32string out = to_utf32(text);
  std::replace_if(out.begin(), out.end(), [](char32_t c) { return !is_legal(c); }, U'\uFFFD');
  return to_utf8(out);
}

std::u32string unreordered(std::string_view text) {
  std::u32string out = to_utf32(text);
  std::erase_if(out, [](char32_t c) { return reorders(c) || is_noncharacter(c); });
  return out;
}

}  // namespace fabula::output
