#include "scan.hpp"

#include "fabula/base/unicode.hpp"

namespace fabula::temporal {
namespace {

constexpr std::size_t kShortWord = 3;

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC'; }

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015); }

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Letters, and the marks that decomposed text keeps apart from them.
bool is_word(char32_t c) { return is_letter(c) || (c >= 0x300 && c <= 0x36F) || c == 0xAD; }

std::size_t end_of_atom(const std::u32string& text, std::size_t at) {
  std::size_t end = at + 1;
  if (is_ascii_digit(text[at])) {
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
  } else if (is_word(text[at])) {
    while (end < text.size() && is_word(text[end])) ++end;
    if (end < text.size() && is_apostrophe(text[end])) ++end;
  }
  return end;
}

}  // namespace

std::string comparable(std::string_view form) {
  if (code_points(form) <= kShortWord) return std::string(form);
  return fold_accents(form);
}

std::vector<Atom> scan(std::string_view utf8, std::uint32_t offset) {
  const std::u32string text = to_utf32(utf8);
  std::vector<Atom> atoms;
  std::size_t last_end = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_atom(text, at);
    Atom atom;
    atom.form = is_dash(text[at]) ? "-" : fold(to_utf8(std::u32string_view(text).substr(at, end - at)));
    atom.plain = comparable(atom.form);
    atom.span = {offset + static_cast<std::uint32_t>(at), offset + static_cast<std::uint32_t>(end)};
    atom.glued = at > 0 && at == last_end;
    atom.capital = is_upper(text[at]);
    atom.digits = is_ascii_digit(text[at]);
    atoms.push_back(std::move(atom));
    at = last_end = end;
  }
  return atoms;
}

}  // namespace fabula::temporal
