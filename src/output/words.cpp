#include "fabula/output/words.hpp"

#include <chrono>
#include <vector>

#include "fabula/base/edtf.hpp"
#include "readable_date.hpp"

namespace fabula::output {
namespace {

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day(day); }
std::string year(Day day) { return std::to_string(static_cast<int>(civil(day).year())); }

bool share_year(Day a, Day b) { return civil(a).year() == civil(b).year(); }
bool share_month(Day a, Day b) { return share_year(a, b) && civil(a).month() == civil(b).month(); }

std::string day_of_month(const graph::Wording& words, Day day) {
  const std::string number = std::to_string(static_cast<unsigned>(civil(day).day()));
  return word(words, "day_of_month." + number, number);
}

std::string month(const graph::Wording& words, Day day) {
  return word(words, "month." + std::to_string(static_cast<unsigned>(civil(day).month())), "");
}

/// The first day is told without the month or year that it shares with the last.
std::string closed_range(const graph::Wording& words, Day first, Day last) {
  std::string from = day_in_words(words, first);
  if (share_month(first, last)) from = day_of_month(words, first);
  else if (share_year(first, last)) from = graph::tell(words, "date.day_month", {{"day", day_of_month(words, first)}, {"month", month(words, first)}});
  return graph::tell(words, "date.between", {{"from", from}, {"to", day_in_words(words, last)}});
}

std::string alternatives(const graph::Wording& words, const std::vector<Day>& days) {
  std::string out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool shares = i + 1 < days.size() && share_month(days[i], days.back());
    out += (out.empty() ? "" : " " + word(words, "or", "/") + " ") + (shares ? day_of_month(words, days[i]) : day_in_words(words, days[i]));
  }
  return out;
}

bool has_dates(const graph::Wording& words) { return words.contains("date.day"); }

}  // namespace

std::string word(const graph::Wording& words, std::string_view key, std::string_view fallback) {
  const auto found = words.find(key);
  return std::string(found == words.end() ? fallback : found->second);
}

std::string day_in_words(const graph::Wording& words, Day day) {
  if (!has_dates(words)) return to_iso(day);
  return graph::tell(words, "date.day", {{"day", day_of_month(words, day)}, {"month", month(words, day)}, {"year", year(day)}});
}

std::string date_in_words(const graph::Wording& words, const DayRange& range) {
  if (!has_dates(words)) return readable_range(range);
  if (range.open()) return graph::tell(words, "date.unknown", {});
  if (!range.earliest) return graph::tell(words, "date.until", {{"day", day_in_words(words, *range.latest)}});
  if (!range.latest) return graph::tell(words, "date.since", {{"day", day_in_words(words, *range.earliest)}});
  const std::string edtf = edtf_of(range);
  if (edtf.size() == 10) return day_in_words(words, *range.earliest);
  if (edtf.size() == 7) return graph::tell(words, "date.month", {{"month", month(words, *range.earliest)}, {"year", year(*range.earliest)}});
  if (edtf.size() == 4 && edtf.find('X') == std::string::npos) return year(*range.earliest);
  return closed_range(words, *range.earliest, *range.latest);
}

std::string date_in_words(const graph::Wording& words, const TimeValue& time) {
  if (!has_dates(words)) return readable_date(time);
  const std::string days = alternatives(words, days_of_set(time.edtf));
  return days.empty() ? date_in_words(words, time.range) : days;
}

}  // namespace fabula::output
