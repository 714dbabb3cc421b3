#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "text/pieces.hpp"

namespace fabula::text {
namespace {

constexpr std::size_t kWidestWrap = 110;  // code points; nobody wraps wider, and paragraphs on one line are longer

bool adjoin(const Piece& a, const Piece& b) { return !a.kind && !b.kind && !b.after_blank; }

std::size_t first_word(std::u32string_view line) {
  std::size_t end = 0;
  while (end < line.size() && !is_space(line[end])) ++end;
  return end;
}

bool starts_lower(std::u32string_view line) { return is_letter(line[0]) && !is_upper(line[0]); }

bool ends_paragraph(std::u32string_view line) { return ends_sentence(line) || line.back() == U':'; }

/// The width that the lines of a text are wrapped at; 0 where they are not. Wrapped lines are short, and most of them end
/// where no sentence does, before a word that would not have fitted or in running text.
std::size_t wrap_width(const Draft& draft) {
  std::size_t width = 0, pairs = 0, open = 0;
  for (std::size_t i = 0; i + 1 < draft.pieces.size(); ++i) {
    const Piece &a = draft.pieces[i], &b = draft.pieces[i + 1];
    if (!adjoin(a, b)) continue;
    width = std::max<std::size_t>({width, a.span.size(), b.span.size()});
    ++pairs;
    if (!ends_paragraph(draft.slice(a.span)) && (starts_lower(draft.slice(b.span)) || a.span.size() >= kWidestWrap / 2)) ++open;
  }
  return pairs > 0 && width <= kWidestWrap && 2 * open >= pairs ? width : 0;
}

bool is_item(std::u32string_view line) {
  const char32_t c = line[0];
  return line.size() > 2 && is_space(line[1]) && (c == U'-' || c == U'*' || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == 0x25AA);
}

bool continues(std::u32string_view a, std::u32string_view b, std::size_t width) {
  if (is_item(b)) return false;
  if (width == 0) return !ends_paragraph(a) && starts_lower(b);
  const bool next_word_fits = a.size() + 1 + first_word(b) <= width;
  if (ends_paragraph(a)) return !next_word_fits;
  return !next_word_fits || starts_lower(b) || 5 * a.size() >= 3 * width;
}

}  // namespace

void join_wrapped(Draft& draft) {
  constexpr std::uint32_t kIndent = 2;  // deeper than the line before: a paragraph begins, as in typescript
  const std::size_t width = wrap_width(draft);
  std::vector<Piece> joined;
  Piece last;  // the last line taken
  for (const Piece& piece : draft.pieces) {
    const bool indented = piece.indent >= last.indent + kIndent && !starts_lower(draft.slice(piece.span));
    if (!joined.empty() && !indented && adjoin(joined.back(), piece) &&
        continues(draft.slice(last.span), draft.slice(piece.span), width)) {
      joined.back().span.end = piece.span.end;
      ++joined.back().lines;
    } else {
      joined.push_back(piece);
    }
    last = piece;
  }
  draft.pieces = std::move(joined);
}

}  // namespace fabula::text
