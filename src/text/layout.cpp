#include <chrono>
#include <initializer_list>
#include <utility>

#include "fabula/base/unicode.hpp"
#include "fabula/text/reader.hpp"
#include "text/pieces.hpp"

namespace fabula::text {
namespace {

struct Published {
  TimeValue value;
  PublishedBasis basis = PublishedBasis::unknown;
};

/// What is known apart from the dateline, best first.
std::vector<Published> other_dates(const Draft& draft, const std::optional<TimeValue>& metadata_date, std::string_view file,
                                   const ReadOptions& options) {
  std::vector<Published> dates;
  const auto add = [&](const std::optional<TimeValue>& value, PublishedBasis basis) {
    if (value && !value->edtf.empty()) dates.push_back({*value, basis});
  };
  add(options.published, PublishedBasis::option);
  add(draft.front_matter_date, PublishedBasis::front_matter);
  add(metadata_date, PublishedBasis::metadata);
  add(draft.head_date, PublishedBasis::head);
  add(date_in_name(file), PublishedBasis::file_name);
  return dates;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

/// A dateline's day in the year that brings it nearest to a date known from elsewhere: an article of 1 January may be
/// datelined 31 December.
std::optional<TimeValue> with_year(DateParts parts, const DayRange& near) {
  if (!near.earliest || !near.latest) return std::nullopt;
  const auto distance = [&](const TimeValue& value) {
    const Day day = *value.range.earliest;
    if (day < *near.earliest) return (*near.earliest - day).count();
    return day > *near.latest ? (day - *near.latest).count() : 0;
  };
  std::optional<TimeValue> best;
  for (int year = year_of(*near.earliest) - 1; year <= year_of(*near.latest) + 1; ++year) {
    parts.year = year;
    const auto value = to_time_value(parts);
    if (value && (!best || distance(*value) < distance(*best))) best = value;
    if (year - year_of(*near.earliest) > 2) break;  // a range of many years says nothing
  }
  return best;
}

std::optional<TimeValue> dateline_value(const Draft& draft, const std::vector<Published>& others) {
  if (!draft.dateline_date) return std::nullopt;
  if (draft.dateline_date->year) return to_time_value(*draft.dateline_date);
  if (others.empty()) return std::nullopt;
  return with_year(*draft.dateline_date, others.front().value.range);
}

bool is_coarser(const TimeValue& coarse, const TimeValue& fine) {
  const DayRange &a = coarse.range, &b = fine.range;
  return a != b && a.earliest && a.latest && b.earliest && b.latest && *a.earliest <= *b.earliest && *b.latest <= *a.latest;
}

Published publication(const Draft& draft, const std::vector<Published>& others) {
  const auto dateline = dateline_value(draft, others);
  if (!dateline) return others.empty() ? Published{} : others.front();
  const Published by_line{*dateline, PublishedBasis::dateline};
  if (others.empty() || others.front().basis > PublishedBasis::dateline) return by_line;
  const bool refines = others.front().basis != PublishedBasis::option && is_coarser(others.front().value, *dateline);
  return refines ? by_line : others.front();
}

std::vector<Piece> pieces_of(const Draft& draft, const std::vector<Paragraph>& blocks) {
  std::vector<Piece> pieces;
  if (blocks.empty()) {
    for (const Line& line : split_lines(draft.text)) pieces.push_back({line.span, std::nullopt, line.after_blank, 1, line.indent});
    return pieces;
  }
  for (const Paragraph& block : blocks) {
    const Span span = trim(draft.text, block.span);
    const bool known = block.kind != ParagraphKind::prose;
    if (!span.empty()) pieces.push_back({span, known ? std::optional(block.kind) : std::nullopt, true, 1, 0});
  }
  return pieces;
}

std::optional<std::string> first_of(std::initializer_list<std::optional<std::string>> values) {
  for (const auto& value : values)
    if (value) return value;
  return std::nullopt;
}

}  // namespace

Article layout(Decoded decoded, const lang::Pack& pack, const ReadOptions& options) {
  const Vocabulary vocabulary = load_vocabulary(pack);
  Draft draft;
  draft.text = to_utf32(decoded.utf8);
  draft.pieces = pieces_of(draft, decoded.blocks);
  if (decoded.blocks.empty()) read_head(draft, vocabulary);
  mark_notes(draft, vocabulary);
  find_dateline(draft, vocabulary);
  if (decoded.blocks.empty()) join_wrapped(draft);

  const Metadata& given = decoded.metadata;
  Article article;
  article.title = first_of({draft.front_matter.title, given.title});
  const auto title = tell_headlines(draft, article.title);
  if (title && !article.title) article.title = to_utf8(draft.slice(*title));
  article.source = first_of({draft.front_matter.source, given.source, draft.noted.source, draft.agency});
  article.url = first_of({draft.front_matter.url, given.url, draft.noted.url});
  article.language = pack.language();
  const auto metadata_date = given.published ? date_at_start(*given.published, vocabulary.dates) : std::nullopt;
  const Published published = publication(draft, other_dates(draft, metadata_date, decoded.file, options));
  article.published = published.value;
  article.published_basis = published.basis;
  for (const Piece& piece : draft.pieces) article.paragraphs.push_back({piece.span, *piece.kind});
  article.file = std::move(decoded.file);
  article.sha256 = std::move(decoded.sha256);
  article.text = Text(std::move(decoded.utf8));
  return article;
}

Article read_text(std::string_view bytes, std::string_view file, const lang::Pack& pack, const ReadOptions& options) {
  return layout(decode(bytes, file), pack, options);
}

std::optional<TimeValue> read_date(std::string_view utf8, const lang::Pack& pack) {
  const std::u32string text = to_utf32(utf8);
  const Span span = trim(text, {0, static_cast<std::uint32_t>(text.size())});
  const auto match = match_date(slice(text, span), load_date_words(pack));
  if (!match || match->end != span.size()) return std::nullopt;
  return to_time_value(match->parts);
}

}  // namespace fabula::text
