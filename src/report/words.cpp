#include "words.hpp"

#include <chrono>
#include <vector>

#include "fabula/base/edtf.hpp"

namespace fabula::report {
namespace {

constexpr std::size_t kMostDaysNamed = 3;  // a longer set of days is told by its bounds

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day(day); }
std::string year(Day day) { return std::to_string(static_cast<int>(civil(day).year())); }

/// The days of "[a,b]"; none for any other value, and where there are too many to name.
std::vector<Day> days_of_set(const std::string& edtf) {
  std::vector<Day> days;
  if (edtf.size() < 2 || edtf.front() != '[' || edtf.back() != ']') return {};
  for (std::size_t at = 1; at < edtf.size();) {
    const std::size_t end = std::min(edtf.find(',', at), edtf.size() - 1);
    const auto day = parse_iso_day(std::string_view(edtf).substr(at, end - at));
    if (!day || days.size() == kMostDaysNamed) return {};
    days.push_back(*day);
    at = end + 1;
  }
  return days;
}

}  // namespace

std::string Words::operator()(std::string_view key, const std::map<std::string, std::string, std::less<>>& values) const {
  return graph::tell(interface_.words, key, values);
}

std::string Words::counted(std::string_view key, std::size_t count) const {
  return (*this)(std::string(key) + (count == 1 ? ".one" : ".many"), {{"n", std::to_string(count)}});
}

std::string Words::value(std::initializer_list<std::string_view> families, std::string_view value) const {
  for (const std::string_view family : families) {
    const std::string key = std::string(family) + "." + std::string(value);
    if (has(key)) return (*this)(key);
  }
  return std::string(value);
}

std::string Words::day_of_month(Day day) const {
  const std::string number = std::to_string(static_cast<unsigned>(civil(day).day()));
  return value({"day_of_month"}, number);
}

std::string Words::month(Day day) const { return value({"month"}, std::to_string(static_cast<unsigned>(civil(day).month()))); }

std::string Words::day(Day day) const {
  return (*this)("date.day", {{"day", day_of_month(day)}, {"month", month(day)}, {"year", year(day)}});
}

/// The first day is told without the month or year that it shares with the last.
std::string Words::closed_range(Day first, Day last) const {
  const bool same_year = civil(first).year() == civil(last).year();
  const bool same_month = same_year && civil(first).month() == civil(last).month();
  std::string from = day(first);
  if (same_month) from = day_of_month(first);
  else if (same_year) from = (*this)("date.day_month", {{"day", day_of_month(first)}, {"month", month(first)}});
  return (*this)("date.between", {{"from", from}, {"to", day(last)}});
}

std::string Words::date(const DayRange& range) const {
  if (range.open()) return (*this)("date.unknown");
  if (!range.earliest) return (*this)("date.until", {{"day", day(*range.latest)}});
  if (!range.latest) return (*this)("date.since", {{"day", day(*range.earliest)}});
  const std::string edtf = edtf_of(range);
  if (edtf.size() == 10) return day(*range.earliest);
  if (edtf.size() == 7) return (*this)("date.month", {{"month", month(*range.earliest)}, {"year", year(*range.earliest)}});
  if (edtf.size() == 4 && edtf.find('X') == std::string::npos) return year(*range.earliest);
  return closed_range(*range.earliest, *range.latest);
}

std::string Words::alternatives(const std::string& edtf) const {
  const std::vector<Day> days = days_of_set(edtf);
  std::string out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool shares_month = i + 1 < days.size() && civil(days[i]).year() == civil(days.back()).year() &&
                              civil(days[i]).month() == civil(days.back()).month();
    out += (out.empty() ? "" : " " + (*this)("or") + " ") + (shares_month ? day_of_month(days[i]) : day(days[i]));
  }
  return out;
}

std::string Words::date(const TimeValue& time) const {
  const std::string days = alternatives(time.edtf);
  return days.empty() ? date(time.range) : days;
}

}  // namespace fabula::report
