#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/text/article.hpp"
#include "fabula/text/decode.hpp"
#include "text/lines.hpp"
#include "text/vocabulary.hpp"

namespace fabula::text {

/// A line, or a part of one, on its way to becoming a paragraph.
struct Piece {
  Span span;
  std::optional<ParagraphKind> kind;  ///< none: running text, not yet told apart
  bool after_blank = false;           ///< an empty line comes before it
  std::uint32_t lines = 1;            ///< lines it covers
  std::uint32_t indent = 0;           ///< of its first line
};

/// What the pieces of one article say about it, and the pieces.
struct Draft {
  std::u32string text;
  std::vector<Piece> pieces;
  Metadata front_matter;
  Metadata noted;                             ///< from `Source : …`; the last one, data in the text may have others
  std::optional<TimeValue> front_matter_date;
  std::optional<TimeValue> head_date;
  std::optional<DateParts> dateline_date;
  std::optional<std::string> agency;          ///< of the dateline

  std::u32string_view slice(Span span) const { return text::slice(text, span); }
};

/// Marks front matter (with or without `---` fences, at the start or right behind the title) and the scraped head
/// ` date 2022-10 ` as `head`, and reads their values. Needs one piece a line.
void read_head(Draft& draft, const Vocabulary& vocabulary);

/// Marks credits and crumbs, and splits off a credit that stands behind other text on a line.
void mark_notes(Draft& draft, const Vocabulary& vocabulary);

/// Finds datelines among the first paragraphs and splits them off the prose behind them. The first date counts, also one
/// in a by-line; that of a change only where there is no other.
void find_dateline(Draft& draft, const Vocabulary& vocabulary);

/// Joins the lines of paragraphs that were wrapped at a fixed width; leaves lines apart that are whole paragraphs.
void join_wrapped(Draft& draft);

/// Tells title, headings and prose apart in what is left. Returns the title's span.
std::optional<Span> tell_headlines(Draft& draft, const std::optional<std::string>& known_title);

}  // namespace fabula::text
