#include "text/date_text.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>

#include "fabula/base/edtf.hpp"
#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"
#include "text/lines.hpp"

namespace fabula::text {
namespace {

constexpr int kFirstYear = 1000, kLastYear = 2999;
constexpr std::size_t kLongestDate = 100;  // bytes of metadata looked at

std::string key_of(std::string_view utf8) {
  std::string key = fold_accents(utf8);
  while (!key.empty() && key.back() == '.') key.pop_back();
  return key;
}

std::string key_of(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return key_of(utf8);
}

void add_names(const icu::Locale& locale, DateWords& words) {
  using Symbols = icu::DateFormatSymbols;
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(locale, status);
  if (U_FAILURE(status)) return;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < std::min(count, 12); ++i) words.months.emplace(key_of(names[i]), i + 1);
      names = symbols.getWeekdays(count, context, width);
      for (int32_t i = 1; i < count; ++i) words.weekdays.push_back(key_of(names[i]));
    }
  }
}

/// A cursor over the start of a text.
struct Cursor {
  std::u32string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  char32_t peek() const { return done() ? U'\0' : text[at]; }
  void skip_space() {
    while (!done() && is_invisible(text[at])) ++at;
  }
  void skip_one_of(std::u32string_view set) {
    if (!done() && set.find(text[at]) != std::u32string_view::npos) ++at;
  }
  /// Reads `least` to `most` ASCII digits that no further digit follows.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && end - at < most && text[end] >= U'0' && text[end] <= U'9')
      value = value * 10 + static_cast<int>(text[end++] - U'0');
    if (end - at < least || (end < text.size() && is_digit(text[end]))) return std::nullopt;
    at = end;
    return value;
  }
  /// Reads a run of letters; a closing point belongs to it.
  std::u32string_view letters() {
    std::size_t end = at;
    while (end < text.size() && end - at < 24 && (is_letter(text[end]) || (text[end] >= 0x300 && text[end] < 0x370))) ++end;
    const std::u32string_view found = text.substr(at, end - at);
    if (end > at && end < text.size() && text[end] == U'.') ++end;
    at = end;
    return found;
  }
  /// Takes one of `words`, which `key` makes comparable with the text.
  template <class Key>
  bool take(const std::vector<std::string>& words, Key key) {
    const std::size_t begin = at;
    if (std::find(words.begin(), words.end(), key(to_utf8(letters()))) != words.end()) return true;
    at = begin;
    return false;
  }
  bool take_word(const std::vector<std::string>& words) {
    return take(words, [](const std::string& utf8) { return fold(utf8); });
  }
  bool take_name(const std::vector<std::string>& names) {
    return take(names, [](const std::string& utf8) { return key_of(utf8); });
  }
};

bool plausible_year(int year) { return year >= kFirstYear && year <= kLastYear; }

/// "T10:15", " 10:15:00": sets parts.time and moves on.
void read_time(Cursor& c, DateParts& parts) {
  Cursor probe = c;
  if (probe.peek() != U'T' && probe.peek() != U' ') return;
  ++probe.at;
  const auto hour = probe.number(2, 2);
  if (!hour || *hour > 23 || probe.peek() != U':') return;
  ++probe.at;
  const auto minute = probe.number(2, 2);
  if (!minute || *minute > 59) return;
  parts.time = to_utf8(c.text.substr(c.at + 1, 5));
  while (!probe.done() && std::u32string_view(U"0123456789:.,+-Z").find(probe.peek()) != std::u32string_view::npos) ++probe.at;
  c.at = probe.at;
}

std::optional<DateMatch> match_year_first(std::u32string_view text) {
  Cursor c{text};
  DateMatch match;
  const auto year = c.number(4, 4);
  if (!year || !plausible_year(*year)) return std::nullopt;
  match.parts.year = *year;
  match.end = c.at;
  const char32_t mark = c.peek();
  if (std::u32string_view(U"-/._").find(mark) == std::u32string_view::npos) return match;
  ++c.at;
  const auto month = c.number(1, 2);
  if (!month || *month < 1 || *month > 12) return match;
  match.parts.month = *month;
  match.end = c.at;
  if (c.peek() != mark) return match;
  ++c.at;
  const auto day = c.number(1, 2);
  if (!day || *day < 1 || *day > 31) return match;
  match.parts.day = *day;
  read_time(c, match.parts);
  match.end = c.at;
  return match;
}

std::optional<DateMatch> match_figures(std::u32string_view text, const DateWords& words) {
  Cursor c{text};
  const auto first = c.number(1, 2);
  const char32_t mark = c.peek();
  if (!first || std::u32string_view(U"/.-").find(mark) == std::u32string_view::npos) return std::nullopt;
  ++c.at;
  const auto second = c.number(1, 2);
  if (!second || c.peek() != mark) return std::nullopt;
  ++c.at;
  const auto year = c.number(4, 4);
  if (!year || !plausible_year(*year)) return std::nullopt;
  const bool second_is_day = *second > 12 && *first <= 12;
  if (!words.day_first && !second_is_day && *first <= 12 && *first != *second) return std::nullopt;
  DateMatch match{{*year, second_is_day ? *first : *second, second_is_day ? *second : *first, {}}, c.at};
  return match.parts.month >= 1 && match.parts.month <= 12 ? std::optional(match) : std::nullopt;
}

int month_at(Cursor& c, const DateWords& words) {
  const std::size_t begin = c.at;
  const auto it = words.months.find(key_of(to_utf8(c.letters())));
  if (it != words.months.end()) return it->second;
  c.at = begin;
  return 0;
}

/// A year that may follow day and month, behind a comma at most.
void read_year(Cursor& c, DateMatch& match) {
  Cursor probe = c;
  probe.skip_one_of(U",");
  probe.skip_space();
  const auto year = probe.number(4, 4);
  if (!year || !plausible_year(*year)) return;
  match.parts.year = *year;
  match.end = probe.at;
}

bool read_day(Cursor& c, DateParts& parts, const DateWords& words) {
  const auto day = c.number(1, 2);
  if (!day || *day < 1 || *day > 31) return false;
  parts.day = *day;
  const std::size_t behind = c.at;
  c.skip_space();
  if (!c.take_word(words.ordinals)) c.at = behind;
  return true;
}

std::optional<DateMatch> match_words(std::u32string_view text, const DateWords& words) {
  Cursor c{text};
  DateMatch match;
  if (c.take_name(words.weekdays)) {
    c.skip_one_of(U",");
    c.skip_space();
  }
  if (read_day(c, match.parts, words)) {
    c.skip_space();
    if (c.take_word(words.joiners)) c.skip_space();
    match.parts.month = month_at(c, words);
    match.end = c.at;
    if (match.parts.month == 0) return std::nullopt;
    read_year(c, match);
    return match;
  }
  match.parts.month = month_at(c, words);
  if (match.parts.month == 0) return std::nullopt;
  c.skip_space();
  match.end = c.at;
  if (read_day(c, match.parts, words)) match.end = c.at;
  read_year(c, match);
  return match.parts.day != 0 || match.parts.year ? std::optional(match) : std::nullopt;
}

std::string pad(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

void append_words(const lang::Pack& pack, DateWords& words) {
  const lang::Table& table = pack.table("date_words");
  const auto word = table.column("word"), role = table.column("role");
  const std::map<std::string, std::vector<std::string>*, std::less<>> lists = {
      {"ordinal", &words.ordinals}, {"article", &words.articles},   {"joiner", &words.joiners},
      {"time", &words.times},       {"published", &words.published}, {"updated", &words.updated},
      {"head", &words.heads}};
  for (const lang::Row& row : table.rows) {
    const auto it = lists.find(table.cell(row, role));
    if (it == lists.end())
      throw PackError("FAB-PACK-006", "unknown role '" + table.cell(row, role) + "'", table.file, row.line);
    it->second->push_back(fold(table.cell(row, word)));
  }
}

}  // namespace

DateWords load_date_words(const lang::Pack& pack) {
  DateWords words;
  add_names(icu::Locale(pack.language().c_str()), words);
  append_words(pack, words);
  words.day_first = pack.setting("numeric_date") == "day_first";
  return words;
}

std::optional<TimeValue> date_at_start(std::string_view utf8, const DateWords& words) {
  const std::u32string text = to_utf32(utf8.substr(0, kLongestDate));
  const Span span = trim(text, {0, static_cast<std::uint32_t>(text.size())});
  if (const auto match = match_date(slice(text, span), words)) return to_time_value(match->parts);
  static const DateWords machine = [] {
    DateWords english;
    add_names(icu::Locale::getEnglish(), english);
    return english;
  }();
  const auto match = match_date(slice(text, span), machine);
  return match ? to_time_value(match->parts) : std::nullopt;
}

std::optional<DateMatch> match_date(std::u32string_view text, const DateWords& words) {
  if (auto match = match_figures(text, words)) return match;
  if (auto match = match_year_first(text)) return match;
  return match_words(text, words);
}

std::optional<TimeValue> to_time_value(const DateParts& parts) {
  if (!parts.year) return std::nullopt;
  TimeValue value;
  value.edtf = pad(*parts.year, 4);
  if (parts.month != 0) value.edtf += "-" + pad(parts.month, 2);
  if (parts.month != 0 && parts.day != 0) value.edtf += "-" + pad(parts.day, 2);
  if (!parts.time.empty()) value.edtf += "T" + parts.time;
  const auto range = edtf_range(value.edtf);
  if (!range) return std::nullopt;
  value.range = *range;
  value.basis = TimeBasis::explicit_;
  return value;
}

std::optional<TimeValue> date_in_name(std::string_view file) {
  const auto slash = file.find_last_of('/');
  const std::string_view name = slash == std::string_view::npos ? file : file.substr(slash + 1);
  const auto digit = [&](std::size_t i) { return i < name.size() && name[i] >= '0' && name[i] <= '9'; };
  const auto letter = [&](std::size_t i) { return i < name.size() && is_letter(static_cast<unsigned char>(name[i])); };
  const auto figure = [&](std::size_t i, std::size_t n) {
    int value = 0;
    for (std::size_t k = 0; k < n; ++k) {
      if (!digit(i + k)) return -1;
      value = value * 10 + (name[i + k] - '0');
    }
    return value;
  };
  for (std::size_t i = 0; i + 8 <= name.size(); ++i) {
    if (i > 0 && (digit(i - 1) || letter(i - 1))) continue;
    const int year = figure(i, 4);
    if (year < 1900 || year > 2099) continue;
    const std::size_t gap = digit(i + 4) ? 0 : 1;
    if (gap == 1 && (name[i + 4] != '-' && name[i + 4] != '_')) continue;
    if (gap == 1 && (i + 7 >= name.size() || name[i + 7] != name[i + 4])) continue;
    const std::size_t end = i + 8 + 2 * gap;
    if (digit(end) || (gap == 0 && letter(end))) continue;
    const int month = figure(i + 4 + gap, 2), day = figure(i + 6 + 2 * gap, 2);
    if (month < 1 || day < 1) continue;
    if (auto value = to_time_value({year, month, day, {}})) return value;
  }
  return std::nullopt;
}

bool match_word(std::u32string_view text, const std::vector<std::string>& words, std::size_t& end) {
  constexpr std::size_t kLongest = 48;  // code points; no entry is as long
  bool found = false;
  std::string key;
  const std::size_t limit = std::min(text.size(), kLongest);
  for (std::size_t i = 0; i < limit; ++i) {
    key = fold(to_utf8(text.substr(0, i + 1)));
    const bool boundary = i + 1 == text.size() || !is_letter(text[i + 1]);
    if (!boundary || std::find(words.begin(), words.end(), key) == words.end()) continue;
    end = i + 1;
    found = true;
  }
  return found;
}

}  // namespace fabula::text
