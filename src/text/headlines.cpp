#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "text/pieces.hpp"

namespace fabula::text {
namespace {

// Code points and words; agency headlines stay well below, first sentences rarely do without a full stop.
constexpr std::size_t kLongestTitle = 220;
constexpr std::size_t kTitleWords = 32;
constexpr std::uint32_t kTitleLines = 3;
constexpr std::size_t kLongestHeading = 110;
constexpr std::size_t kHeadingWords = 16;

/// Letters and digits alone, folded: a title may differ from its metadata by blanks and quotes.
std::string skeleton(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text)
    if (is_letter(c) || is_digit(c)) out += c;
  return fold_accents(to_utf8(out));
}

bool ends_open(std::u32string_view line) {
  return std::u32string_view(U".,;:").find(line.back()) == std::u32string_view::npos;
}

bool starts_like_headline(std::u32string_view line) {
  const auto it = std::find_if(line.begin(), line.end(), [](char32_t c) { return is_letter(c) || is_digit(c); });
  const bool item = line[0] == U'-' || line[0] == U'*' || line[0] == 0x2022 || line[0] == 0x2013 || line[0] == 0x2014;
  return !item && it != line.end() && (is_digit(*it) || is_upper(*it) || !is_letter(*it));
}

/// No full stop, colon or comma at its end; a question or an exclamation may be a headline.
bool could_be_title(const Draft& draft, const Piece& piece) {
  const std::u32string_view line = draft.slice(piece.span);
  if (line.size() > kLongestTitle || piece.lines > kTitleLines || count_words(line) > kTitleWords) return false;
  const bool stop = ends_sentence(line) && line.back() != U'?' && line.back() != U'!' && line.back() != 0x2026;
  return ends_open(line) && !stop && starts_like_headline(line);
}

bool could_be_heading(const Draft& draft, const Piece& piece) {
  const std::u32string_view line = draft.slice(piece.span);
  return piece.lines == 1 && line.size() <= kLongestHeading && count_words(line) <= kHeadingWords && !ends_sentence(line) &&
         ends_open(line) && starts_like_headline(line);
}

std::size_t next_open(const Draft& draft, std::size_t from) {
  while (from < draft.pieces.size() && draft.pieces[from].kind) ++from;
  return from;
}

/// A headline stands alone: behind it comes a blank line, something of another kind, or a much longer line.
bool stands_alone(const Draft& draft, std::size_t i) {
  if (i + 1 >= draft.pieces.size()) return false;
  const Piece &piece = draft.pieces[i], &next = draft.pieces[i + 1];
  return next.kind || next.after_blank || next.span.size() > 2 * piece.span.size();
}

std::optional<Span> find_title(Draft& draft, const std::optional<std::string>& known) {
  const std::size_t first = next_open(draft, 0);
  if (first >= draft.pieces.size()) return std::nullopt;
  Piece& piece = draft.pieces[first];
  if (known) {
    if (skeleton(draft.slice(piece.span)) != skeleton(to_utf32(*known))) return std::nullopt;
  } else if (!could_be_title(draft, piece) || !stands_alone(draft, first) || next_open(draft, first + 1) >= draft.pieces.size()) {
    return std::nullopt;
  }
  piece.kind = ParagraphKind::title;
  return piece.span;
}

/// A heading opens a part of the article: what follows it is running text.
bool opens_part(const Draft& draft, std::size_t i) {
  const std::size_t next = next_open(draft, i + 1);
  return next < draft.pieces.size() && (ends_sentence(draft.slice(draft.pieces[next].span)) || draft.pieces[next].lines > 1 ||
                                        draft.pieces[next].span.size() > kLongestHeading);
}

}  // namespace

std::optional<Span> tell_headlines(Draft& draft, const std::optional<std::string>& known_title) {
  const bool given = std::any_of(draft.pieces.begin(), draft.pieces.end(), [](const Piece& p) { return p.kind == ParagraphKind::title; });
  std::optional<Span> title;
  if (!given) title = find_title(draft, known_title);
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    Piece& piece = draft.pieces[i];
    if (piece.kind) continue;
    const bool heading = could_be_heading(draft, piece) && stands_alone(draft, i) && opens_part(draft, i);
    piece.kind = heading ? ParagraphKind::heading : ParagraphKind::prose;
  }
  return title;
}

}  // namespace fabula::text
