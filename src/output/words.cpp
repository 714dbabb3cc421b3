#include "words.hpp"

#include <chrono>

#include "fabula/base/edtf.hpp"
#include "readable_date.hpp"

namespace fabula::output {
namespace {

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day(day); }

std::string day_of_month(const graph::Wording& words, Day day) {
  const std::string number = std::to_string(static_cast<unsigned>(civil(day).day()));
  return word(words, "day_of_month." + number, number);
}

std::string month(const graph::Wording& words, Day day) {
  return word(words, "month." + std::to_string(static_cast<unsigned>(civil(day).month())), "");
}

std::string year(Day day) { return std::to_string(static_cast<int>(civil(day).year())); }

std::string day_in_words(const graph::Wording& words, Day day) {
  return graph::tell(words, "date.day", {{"day", day_of_month(words, day)}, {"month", month(words, day)}, {"year", year(day)}});
}

/// The first day is told without the month or year that it shares with the last.
std::string closed_range(const graph::Wording& words, Day first, Day last) {
  const bool same_year = civil(first).year() == civil(last).year();
  std::string from = day_in_words(words, first);
  if (same_year && civil(first).month() == civil(last).month()) from = day_of_month(words, first);
  else if (same_year) from = graph::tell(words, "date.day_month", {{"day", day_of_month(words, first)}, {"month", month(words, first)}});
  return graph::tell(words, "date.between", {{"from", from}, {"to", day_in_words(words, last)}});
}

std::string range_in_words(const graph::Wording& words, const DayRange& range) {
  if (range.open()) return word(words, "date.unknown", "?");
  if (!range.earliest) return graph::tell(words, "date.until", {{"day", day_in_words(words, *range.latest)}});
  if (!range.latest) return graph::tell(words, "date.since", {{"day", day_in_words(words, *range.earliest)}});
  const std::string edtf = edtf_of(range);
  if (edtf.size() == 10) return day_in_words(words, *range.earliest);
  if (edtf.size() == 7) return graph::tell(words, "date.month", {{"month", month(words, *range.earliest)}, {"year", year(*range.earliest)}});
  if (edtf.size() == 4 && edtf.find('X') == std::string::npos) return edtf;
  return closed_range(words, *range.earliest, *range.latest);
}

}  // namespace

std::string word(const graph::Wording& words, std::string_view key, std::string_view fallback) {
  const auto found = words.find(key);
  return std::string(found == words.end() ? fallback : found->second);
}

std::string date_in_words(const graph::Wording& words, const TimeValue& time) {
  if (!words.contains("date.day")) return readable_date(time);
  std::string date;
  for (const Day day : days_of_set(time.edtf))
    date += (date.empty() ? "" : " " + word(words, "or", "/") + " ") + day_in_words(words, day);
  if (date.empty()) date = range_in_words(words, time.range);
  if (time.basis != TimeBasis::published || time.range.open() || !words.contains("date.published")) return date;
  return graph::tell(words, "date.published", {{"date", date}});
}

}  // namespace fabula::output
