#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "text/pieces.hpp"

namespace fabula::text {
namespace {

constexpr std::size_t kLongestKey = 24;
constexpr std::size_t kLongestValue = 400;
constexpr std::size_t kMostFenced = 40;  // lines; a fence that is not closed by then is a rule, not front matter

struct Pair {
  std::string key;  ///< folded
  std::u32string_view value;
};

std::optional<Pair> pair_of(std::u32string_view line) {
  const auto colon = line.find(U':');
  if (colon == std::u32string_view::npos || colon == 0 || colon > kLongestKey || line.size() > kLongestValue) return std::nullopt;
  const Span key = trim(line, {0, static_cast<std::uint32_t>(colon)});
  const Span value = trim(line, {static_cast<std::uint32_t>(colon) + 1, static_cast<std::uint32_t>(line.size())});
  std::u32string_view text = slice(line, value);
  if (text.size() >= 2 && (text.front() == U'"' || text.front() == U'\'') && text.back() == text.front())
    text = text.substr(1, text.size() - 2);
  return Pair{fold(to_utf8(slice(line, key))), text};
}

bool is_fence(std::u32string_view line) { return line == U"---" || line == U"+++" || line == U"..."; }

void set_once(std::optional<std::string>& field, std::u32string_view value) {
  if (!field && !value.empty()) field = to_utf8(value);
}

void take(const Pair& pair, Field field, const Vocabulary& vocabulary, Draft& draft) {
  switch (field) {
    case Field::title: return set_once(draft.front_matter.title, pair.value);
    case Field::source: return set_once(draft.front_matter.source, pair.value);
    case Field::url: return set_once(draft.front_matter.url, pair.value);
    case Field::date:
      if (!draft.front_matter_date) draft.front_matter_date = date_at_start(to_utf8(pair.value), vocabulary.dates);
      return;
    case Field::other: return;
  }
}

void take_known(const Pair& pair, const Vocabulary& vocabulary, Draft& draft) {
  const auto it = vocabulary.keys.find(pair.key);
  if (it != vocabulary.keys.end()) take(pair, it->second, vocabulary, draft);
}

/// Everything between two fences is front matter. Returns the number of pieces taken.
std::size_t read_fenced(Draft& draft, const Vocabulary& vocabulary) {
  auto& pieces = draft.pieces;
  if (pieces.empty() || !is_fence(draft.slice(pieces[0].span))) return 0;
  std::size_t close = 1;
  const std::size_t limit = std::min(pieces.size(), kMostFenced);
  while (close < limit && !is_fence(draft.slice(pieces[close].span))) ++close;
  if (close >= limit) return 0;
  for (std::size_t i = 0; i <= close; ++i) {
    pieces[i].kind = ParagraphKind::head;
    if (const auto pair = pair_of(draft.slice(pieces[i].span))) take_known(*pair, vocabulary, draft);
  }
  return close + 1;
}

/// `date: 2022-10 Le port a rouvert.` is a scraped head, no front matter: of a date's value little may be left.
bool is_overfull(const Pair& pair, Field field, const Vocabulary& vocabulary) {
  constexpr std::size_t kLongestRest = 40;  // a time and its zone
  if (field != Field::date) return false;
  const auto date = match_date(pair.value, vocabulary.dates);
  return date && (pair.value.size() - date->end > kLongestRest || ends_sentence(pair.value.substr(date->end)));
}

/// Lines `known key: value` in a row.
std::size_t read_pairs(Draft& draft, std::size_t from, const Vocabulary& vocabulary) {
  std::size_t i = from;
  for (; i < draft.pieces.size(); ++i) {
    if (i > from && draft.pieces[i].after_blank) break;
    const auto pair = pair_of(draft.slice(draft.pieces[i].span));
    const auto key = pair ? vocabulary.keys.find(pair->key) : vocabulary.keys.end();
    if (key == vocabulary.keys.end() || is_overfull(*pair, key->second, vocabulary)) break;
    take_known(*pair, vocabulary, draft);
    draft.pieces[i].kind = ParagraphKind::head;
  }
  return i - from;
}

/// ` date 2022-10 ` and what follows on the same line.
bool read_scraped(Draft& draft, const Vocabulary& vocabulary) {
  if (draft.pieces.empty()) return false;
  Piece& first = draft.pieces.front();
  const std::u32string_view line = draft.slice(first.span);
  std::size_t at = 0;
  if (!match_word(line, vocabulary.dates.heads, at)) return false;
  while (at < line.size() && (is_invisible(line[at]) || line[at] == U':')) ++at;
  const auto date = at < line.size() && is_digit(line[at]) ? match_date(line.substr(at), vocabulary.dates) : std::nullopt;
  if (!date) return false;
  const std::size_t end = at + date->end;
  if (end < line.size() && !is_invisible(line[end])) return false;
  const auto value = to_time_value(date->parts);
  if (!value) return false;
  draft.head_date = value;
  const Span rest = trim(draft.text, {first.span.begin + static_cast<std::uint32_t>(end), first.span.end});
  first.span.end = first.span.begin + static_cast<std::uint32_t>(end);
  first.kind = ParagraphKind::head;
  if (!rest.empty()) draft.pieces.insert(draft.pieces.begin() + 1, Piece{rest, std::nullopt, true, 1, 0});
  return true;
}

}  // namespace

void read_head(Draft& draft, const Vocabulary& vocabulary) {
  if (read_fenced(draft, vocabulary) > 0 || read_pairs(draft, 0, vocabulary) > 0 || read_scraped(draft, vocabulary)) return;
  if (!draft.pieces.empty() && !ends_sentence(draft.slice(draft.pieces[0].span))) read_pairs(draft, 1, vocabulary);
}

}  // namespace fabula::text
