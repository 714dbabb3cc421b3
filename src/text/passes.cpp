#include "text/dateline.hpp"
#include "text/notes.hpp"
#include "text/pieces.hpp"

namespace fabula::text {
namespace {

constexpr std::size_t kParagraphsWithDateline = 4;
constexpr std::size_t kMostLinks = 40;

/// The links of a list that a crumb opened: lines that are no sentences, up to a blank line behind the first of them.
std::size_t mark_links(Draft& draft, std::size_t from, const Vocabulary& vocabulary) {
  std::size_t i = from;
  for (; i < draft.pieces.size() && i < from + kMostLinks; ++i) {
    Piece& piece = draft.pieces[i];
    const std::u32string_view line = draft.slice(piece.span);
    if (piece.kind || (i > from && piece.after_blank) || ends_sentence(line) || match_dateline(line, vocabulary)) break;
    if (line.size() > 160) break;
    piece.kind = ParagraphKind::crumb;
  }
  return i;
}

void apply(const Note& note, Piece& piece, Draft& draft) {
  piece.kind = note.kind;
  if (note.source) draft.noted.source = note.source;
  if (note.url) draft.noted.url = note.url;
}

/// Splits a piece in two at a position of the text; white space around the cut belongs to neither.
void split(Draft& draft, std::size_t index, std::uint32_t at) {
  Piece rest = draft.pieces[index];
  draft.pieces[index].span = trim(draft.text, {rest.span.begin, at});
  rest.span = trim(draft.text, {at, rest.span.end});
  rest.after_blank = true;
  draft.pieces.insert(draft.pieces.begin() + static_cast<std::ptrdiff_t>(index) + 1, rest);
}

}  // namespace

void mark_notes(Draft& draft, const Vocabulary& vocabulary) {
  std::vector<Piece> done;
  done.reserve(draft.pieces.size());
  for (std::size_t i = 0; i < draft.pieces.size();) {
    Piece piece = draft.pieces[i++];
    if (piece.kind) {
      done.push_back(piece);
      continue;
    }
    const std::u32string_view line = draft.slice(piece.span);
    if (const auto note = note_of(line, vocabulary)) {
      apply(*note, piece, draft);
      done.push_back(piece);
      if (note->opens_list) {
        const std::size_t end = mark_links(draft, i, vocabulary);
        while (i < end) done.push_back(draft.pieces[i++]);
      }
      continue;
    }
    if (const auto at = trailing_note(line, vocabulary)) {
      Piece rest = piece;
      rest.span = trim(draft.text, {piece.span.begin + *at, piece.span.end});
      piece.span = trim(draft.text, {piece.span.begin, piece.span.begin + *at});
      if (const auto note = note_of(draft.slice(rest.span), vocabulary)) apply(*note, rest, draft);
      done.push_back(piece);
      done.push_back(rest);
      continue;
    }
    done.push_back(piece);
  }
  draft.pieces = std::move(done);
}

void find_dateline(Draft& draft, const Vocabulary& vocabulary) {
  std::optional<DateParts> updated;
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < draft.pieces.size() && paragraphs < kParagraphsWithDateline; ++i) {
    Piece& piece = draft.pieces[i];
    if (piece.kind == ParagraphKind::credit && !draft.dateline_date) draft.dateline_date = date_within(draft.slice(piece.span), vocabulary);
    if (piece.kind) continue;
    const bool begins = piece.after_blank || i == 0 || draft.pieces[i - 1].kind || paragraphs <= 1;
    if (!begins) continue;
    ++paragraphs;
    auto found = match_dateline(draft.slice(piece.span), vocabulary);
    if (!found && paragraphs > 1) found = match_medium_line(draft.slice(piece.span), vocabulary);
    if (!found) continue;
    --paragraphs;
    std::optional<DateParts>& date = found->updated ? updated : draft.dateline_date;
    if (!date) date = found->date;
    if (!draft.agency) draft.agency = found->agency;
    const std::uint32_t end = piece.span.begin + found->end;
    if (end < piece.span.end) split(draft, i, end);
    draft.pieces[i].kind = ParagraphKind::dateline;
  }
  for (Piece& piece : draft.pieces) {
    if (piece.kind) continue;
    const auto found = match_published_line(draft.slice(piece.span), vocabulary);
    if (!found) continue;
    std::optional<DateParts>& date = found->updated ? updated : draft.dateline_date;
    if (!date) date = found->date;
    piece.kind = ParagraphKind::dateline;
  }
  if (!draft.dateline_date) draft.dateline_date = updated;
}

}  // namespace fabula::text
