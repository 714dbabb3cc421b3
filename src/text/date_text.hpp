#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/time_value.hpp"
#include "fabula/lang/pack.hpp"

namespace fabula::text {

/// The words that dates are written with in one language: month and weekday names from ICU, the rest from date_words.tsv.
/// Names of months and weekdays are folded without accents and the point of an abbreviation, the other words are folded.
struct DateWords {
  std::map<std::string, int, std::less<>> months;  ///< 1-12
  std::vector<std::string> weekdays;
  std::vector<std::string> ordinals;   ///< behind a day: "er", "th"
  std::vector<std::string> articles;   ///< before a date: "le", "on"
  std::vector<std::string> joiners;    ///< between day and month: "of"
  std::vector<std::string> times;      ///< before a time of day: "à", "at"
  std::vector<std::string> published;  ///< open a line that says when it appeared: "publié le"
  std::vector<std::string> updated;    ///< open a line that says when it was changed: "mis à jour le"
  std::vector<std::string> heads;      ///< before the bare date of a scraped head: "date"
  bool day_first = false;              ///< 03/04/2017 is 3 April; otherwise it is refused as ambiguous
};

DateWords load_date_words(const lang::Pack& pack);

/// The first date that begins a text, in the words of a language or else as machines write it (ISO 8601, RFC 5322);
/// what follows it, such as a time and its zone, does not count.
std::optional<TimeValue> date_at_start(std::string_view utf8, const DateWords& words);

/// A date as written; absent parts are unknown.
struct DateParts {
  std::optional<int> year;
  int month = 0;     ///< 0 unknown
  int day = 0;       ///< 0 unknown
  std::string time;  ///< "10:15"; only from ISO 8601
};

struct DateMatch {
  DateParts parts;
  std::size_t end = 0;  ///< position behind the date in the text searched
};

/// Matches a date that begins at the start of `text`: ISO 8601 (also with `/`, `.` or `_`), day-month-year in figures,
/// `[weekday] 12 octobre [2017]`, `[weekday,] October 12[, 2017]`, `octobre 2017`, `2017`.
std::optional<DateMatch> match_date(std::u32string_view text, const DateWords& words);

/// The EDTF value of a date that has a year; nothing where it does not exist (30 February).
std::optional<TimeValue> to_time_value(const DateParts& parts);

/// A date in the name of a file, see layout().
std::optional<TimeValue> date_in_name(std::string_view file);

/// True where one of `words` (folded, several words allowed) stands at the start of `text` and ends at a word boundary;
/// `end` is set behind it. The longest wins.
bool match_word(std::u32string_view text, const std::vector<std::string>& words, std::size_t& end);

}  // namespace fabula::text
