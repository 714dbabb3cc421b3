#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "text/notes.hpp"
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

bool is_title(const Draft& draft, std::size_t i) {
  return i < draft.pieces.size() && could_be_title(draft, draft.pieces[i]) && stands_alone(draft, i) &&
         next_open(draft, i + 1) < draft.pieces.size();
}

/// A section's name or an agency's slug above the title ("Monde", "IRAN-USA"): one or two words above a longer headline.
bool is_kicker(const Draft& draft, std::size_t i) {
  constexpr std::size_t kKickerWords = 2;
  const std::size_t next = next_open(draft, i + 1);
  return count_words(draft.slice(draft.pieces[i].span)) <= kKickerWords && is_title(draft, next) &&
         count_words(draft.slice(draft.pieces[next].span)) > 2 * kKickerWords;
}

std::optional<Span> find_title(Draft& draft, const std::optional<std::string>& known) {
  std::size_t first = next_open(draft, 0);
  if (first >= draft.pieces.size()) return std::nullopt;
  if (known && skeleton(draft.slice(draft.pieces[first].span)) != skeleton(to_utf32(*known))) return std::nullopt;
  if (!known && !is_title(draft, first)) return std::nullopt;
  if (!known && is_kicker(draft, first)) {
    draft.pieces[first].kind = ParagraphKind::crumb;
    first = next_open(draft, first + 1);
  }
  draft.pieces[first].kind = ParagraphKind::title;
  return draft.pieces[first].span;
}

/// `# Title` and `## Heading`, as Markdown has them: the marks are left out of the span.
void read_marks(Draft& draft) {
  constexpr std::uint32_t kMostMarks = 6;
  bool first = true;
  for (Piece& piece : draft.pieces) {
    if (piece.kind) continue;
    const std::u32string_view line = draft.slice(piece.span);
    const auto marks = static_cast<std::uint32_t>(std::min(line.find_first_not_of(U'#'), line.size()));
    if (marks > 0 && marks <= kMostMarks && marks < line.size() && is_space(line[marks])) {
      piece.span = trim(draft.text, {piece.span.begin + marks, piece.span.end});
      piece.kind = first ? ParagraphKind::title : ParagraphKind::heading;
    }
    first = false;
  }
}

/// The name of the author below the last paragraph.
void mark_signature(Draft& draft) {
  constexpr std::size_t kMostWords = 5;
  std::size_t last = draft.pieces.size();
  while (last > 0 && draft.pieces[last - 1].kind) --last;
  if (last < 2) return;
  Piece& piece = draft.pieces[last - 1];
  const Piece& before = draft.pieces[last - 2];
  const std::u32string_view line = draft.slice(piece.span);
  const bool alone = piece.after_blank && !before.kind && ends_sentence(draft.slice(before.span));
  const bool figures = std::any_of(line.begin(), line.end(), is_digit);
  if (alone && !figures && count_words(line) <= kMostWords && count_words(line) > 1 && are_names(line)) piece.kind = ParagraphKind::credit;
}

/// A heading opens a part of the article: what follows it is running text.
bool opens_part(const Draft& draft, std::size_t i) {
  const std::size_t next = next_open(draft, i + 1);
  return next < draft.pieces.size() && (ends_sentence(draft.slice(draft.pieces[next].span)) || draft.pieces[next].lines > 1 ||
                                        draft.pieces[next].span.size() > kLongestHeading);
}

}  // namespace

std::optional<Span> tell_headlines(Draft& draft, const std::optional<std::string>& known_title) {
  read_marks(draft);
  const auto given = std::find_if(draft.pieces.begin(), draft.pieces.end(), [](const Piece& p) { return p.kind == ParagraphKind::title; });
  const std::optional<Span> title = given != draft.pieces.end() ? std::optional(given->span) : find_title(draft, known_title);
  mark_signature(draft);
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    Piece& piece = draft.pieces[i];
    if (piece.kind) continue;
    const bool heading = could_be_heading(draft, piece) && stands_alone(draft, i) && opens_part(draft, i);
    piece.kind = heading ? ParagraphKind::heading : ParagraphKind::prose;
  }
  return title;
}

}  // namespace fabula::text
