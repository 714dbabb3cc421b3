#include "text/dateline.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"
#include "text/lines.hpp"

namespace fabula::text {
namespace {

constexpr std::size_t kLongestTail = 60;   // code points between the date and the dash
constexpr std::size_t kLongestPlace = 40;
constexpr std::size_t kLongestAgency = 30;
constexpr std::size_t kPlaceWords = 4;

bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014 || c == 0x2212 || c == U'-'; }

/// A dash that stands apart: white space before it, and white space or the end behind it. Returns the position behind.
std::optional<std::size_t> dash_at(std::u32string_view line, std::size_t at) {
  if (at >= line.size() || !is_dash(line[at])) return std::nullopt;
  std::size_t end = at;
  while (end < line.size() && is_dash(line[end])) ++end;
  const bool wide = line[at] != U'-' || end - at > 1;
  const bool before = at == 0 || is_space(line[at - 1]) || line[at - 1] == U')' || line[at - 1] == U'.' || wide;
  const bool after = end == line.size() || is_space(line[end]);
  return before && after ? std::optional(end) : std::nullopt;
}

std::size_t skip_space(std::u32string_view line, std::size_t at) {
  while (at < line.size() && is_invisible(line[at])) ++at;
  return at;
}

/// What may stand between a date and the dash or the end: a time, places, an agency; no running text.
bool is_tail(std::u32string_view tail, const Vocabulary& vocabulary) {
  const Span span = trim(tail, {0, static_cast<std::uint32_t>(tail.size())});
  tail = slice(tail, span);
  while (!tail.empty() && (tail.back() == U'.' || tail.back() == U':' || is_space(tail.back()))) tail.remove_suffix(1);
  if (tail.empty()) return true;
  if (tail.size() > kLongestTail) return false;
  std::size_t end = 0;
  const bool opens = tail[0] == U',' || tail[0] == U'(' || tail[0] == U'.' || tail[0] == U'|' || is_digit(tail[0]) ||
                     is_dash(tail[0]) || match_word(tail, vocabulary.dates.times, end);
  return opens && !ends_sentence(tail) && count_words(tail) <= 2 * kPlaceWords;
}

/// The first dash that closes a dateline, not further than a tail away; position of the dash.
std::optional<std::size_t> find_dash(std::u32string_view line, std::size_t from) {
  const std::size_t limit = std::min(line.size(), from + kLongestTail);
  for (std::size_t i = from; i < limit; ++i)
    if (dash_at(line, i)) return i;
  return std::nullopt;
}

Dateline made(std::u32string_view line, std::size_t end) {
  return {static_cast<std::uint32_t>(skip_space(line, end)), std::nullopt, std::nullopt, false};
}

bool is_exact(const DateParts& parts) { return parts.month != 0 && parts.day != 0; }

std::optional<DateMatch> date_at(std::u32string_view line, std::size_t at, const Vocabulary& vocabulary) {
  std::size_t word = 0;
  if (match_word(line.substr(at), vocabulary.dates.articles, word)) at = skip_space(line, at + word);
  auto match = match_date(line.substr(at), vocabulary.dates);
  if (!match || !is_exact(match->parts)) return std::nullopt;
  match->end += at;
  return match;
}

/// `12 octobre 2017 . –`, or a line that holds no more than a date.
std::optional<Dateline> date_first(std::u32string_view line, const Vocabulary& vocabulary) {
  const auto date = date_at(line, 0, vocabulary);
  if (!date) return std::nullopt;
  std::size_t end = line.size();
  if (const auto dash = find_dash(line, date->end); dash && is_tail(line.substr(date->end, *dash - date->end), vocabulary))
    end = *dash_at(line, *dash);
  else if (!is_tail(line.substr(date->end), vocabulary))
    return std::nullopt;
  Dateline found = made(line, end);
  found.date = date->parts;
  return found;
}

/// One to four words, each with a capital, up to a comma, bracket, slash or dash; position behind it, 0 if there is none.
std::size_t place_end(std::u32string_view line, bool& all_capitals) {
  constexpr std::size_t kParticle = 3;  // "Aix-en-Provence", "Port au Prince"
  if (line.empty() || !is_upper(line[0])) return 0;
  all_capitals = true;
  std::size_t words = 0;
  std::size_t i = 0;
  while (i < line.size() && i < kLongestPlace) {
    const char32_t c = line[i];
    const bool two_places = c == U'/' && i + 1 < line.size() && is_letter(line[i - 1]) && is_upper(line[i + 1]);  // "Genève/Paris"
    if (c == U',' || c == U'(' || c == U'.' || (c == U'/' && !two_places) || (is_dash(c) && dash_at(line, i))) break;
    if (!is_letter(c)) {
      if (is_digit(c) || (!is_space(c) && !two_places && c != U'-' && c != U'\'' && c != 0x2019)) return 0;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && is_letter(line[end])) all_capitals = all_capitals && is_upper(line[end]), ++end;
    if (!is_upper(c) && end - i > kParticle) return 0;
    ++words;
    i = end;
  }
  return words <= kPlaceWords && i < kLongestPlace ? i : 0;
}

/// `(AFP)` or `/TASS/` at `at`; sets the name and moves behind it.
bool read_agency(std::u32string_view line, std::size_t& at, std::optional<std::string>& agency) {
  if (at >= line.size() || (line[at] != U'(' && line[at] != U'/')) return false;
  const auto close = line.find(line[at] == U'(' ? U')' : U'/', at + 1);
  if (close == std::u32string_view::npos || close - at > kLongestAgency || close == at + 1) return false;
  agency = to_utf8(line.substr(at + 1, close - at - 1));
  at = close + 1;
  return true;
}

bool is_known(const std::string& agency, const Vocabulary& vocabulary) {
  const std::string key = fold_accents(agency);
  return std::any_of(vocabulary.agencies.begin(), vocabulary.agencies.end(), [&](const std::string& known) {
    return key.starts_with(known) && (key.size() == known.size() || !is_letter(static_cast<unsigned char>(key[known.size()])));
  });
}

/// A sentence, or the first line of a wrapped one.
bool is_running(std::u32string_view rest) {
  constexpr std::size_t kLongLine = 60;
  return ends_sentence(rest) || rest.size() >= kLongLine;
}

/// `– RIA Novosti.`: the agency behind the dash; position behind it and its full stop or dash, else `at`.
std::size_t behind_agency(std::u32string_view line, std::size_t at, const Vocabulary& vocabulary, std::optional<std::string>& agency) {
  const std::size_t begin = skip_space(line, at);
  std::size_t size = 0;
  if (begin >= line.size() || !match_word(line.substr(begin), vocabulary.agencies, size)) return at;
  const std::size_t end = skip_space(line, begin + size);
  const auto dash = dash_at(line, end);
  if (!dash && (end >= line.size() || line[end] != U'.')) return at;
  if (!agency) agency = to_utf8(line.substr(begin, size));
  return dash.value_or(end + 1);
}

/// `PARIS, 9 décembre (AFP) –`
std::optional<Dateline> place_first(std::u32string_view line, const Vocabulary& vocabulary) {
  bool capitals = false;
  std::size_t at = place_end(line, capitals);
  if (at == 0 && (line.empty() || line[0] != U'(')) return std::nullopt;
  const bool has_place = at > 0;
  Dateline found;
  bool slashes = false;
  for (int parts = 0; parts < 6; ++parts) {
    at = skip_space(line, at);
    if (at < line.size() && (line[at] == U',' || line[at] == U'.')) {
      ++at;
      continue;
    }
    slashes = slashes || (at < line.size() && line[at] == U'/');
    if (!found.agency && read_agency(line, at, found.agency)) continue;
    const auto date = found.date ? std::nullopt : date_at(line, at, vocabulary);
    if (date) {
      found.date = date->parts;
      at = date->end;
      continue;
    }
    bool ignored = false;
    const std::size_t place = found.date || found.agency ? 0 : place_end(line.substr(at), ignored);
    if (place == 0) break;
    at += place;
  }
  const bool known = found.agency && is_known(*found.agency, vocabulary);
  if (!known && !found.date && (found.agency || !has_place || !capitals)) return std::nullopt;
  const auto dash = dash_at(line, at);
  const bool closed_by_agency = slashes && found.agency;
  const bool whole_line = at >= line.size() && (found.date || known);
  if (!dash && !closed_by_agency && !whole_line) return std::nullopt;
  if (!found.date && !found.agency && (!dash || !is_running(line.substr(*dash)))) return std::nullopt;
  if (!known) found.agency.reset();
  const std::size_t end = dash ? behind_agency(line, *dash, vocabulary, found.agency) : at;
  found.end = static_cast<std::uint32_t>(skip_space(line, end));
  return found;
}

}  // namespace

std::optional<Dateline> match_published_line(std::u32string_view line, const Vocabulary& vocabulary) {
  std::size_t word = 0;
  const bool updated = !match_word(line, vocabulary.dates.published, word);
  if (updated && !match_word(line, vocabulary.dates.updated, word)) return std::nullopt;
  std::size_t at = skip_space(line, word);
  if (at < line.size() && line[at] == U':') at = skip_space(line, at + 1);
  const auto date = date_at(line, at, vocabulary);
  if (!date || line.size() - date->end > kLongestTail || ends_sentence(line.substr(date->end))) return std::nullopt;
  Dateline found = made(line, line.size());
  found.date = date->parts;
  found.updated = updated;
  return found;
}

std::optional<Dateline> match_dateline(std::u32string_view line, const Vocabulary& vocabulary) {
  if (auto found = match_published_line(line, vocabulary)) return found;
  if (auto found = date_first(line, vocabulary)) return found;
  return place_first(line, vocabulary);
}

std::optional<Dateline> match_medium_line(std::u32string_view line, const Vocabulary& vocabulary) {
  constexpr std::size_t kLongestLine = 80, kMostWords = 6;
  if (line.size() > kLongestLine) return std::nullopt;
  const auto mark = line.find_last_of(U",|•–—");
  if (mark == std::u32string_view::npos || mark == 0 || count_words(line.substr(0, mark)) > kMostWords) return std::nullopt;
  const auto date = date_at(line, skip_space(line, mark + 1), vocabulary);
  if (!date || !date->parts.year || !is_tail(line.substr(date->end), vocabulary)) return std::nullopt;
  Dateline found = made(line, line.size());
  found.date = date->parts;
  return found;
}

std::optional<DateParts> date_within(std::u32string_view line, const Vocabulary& vocabulary) {
  constexpr std::size_t kLongestLine = 200;
  if (line.size() > kLongestLine) return std::nullopt;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_digit(line[i]) || (i > 0 && is_digit(line[i - 1]))) continue;
    const auto match = match_date(line.substr(i), vocabulary.dates);
    if (match && is_exact(match->parts) && match->parts.year) return match->parts;
  }
  return std::nullopt;
}

}  // namespace fabula::text
