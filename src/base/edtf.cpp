#include "fabula/base/edtf.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>

namespace fabula {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

Day last_of_month(int y, unsigned m) {
  return Day{std::chrono::year_month_day_last{year{y}, std::chrono::month_day_last{month{m}}}};
}

/// The values that two characters such as "1X" can stand for, within [low, high].
std::optional<std::array<int, 2>> bounds_of(std::string_view digits, int low, int high) {
  int least = 0;
  int most = 0;
  for (const char c : digits) {
    if (c != 'X' && !is_digit_char(c)) return std::nullopt;
    least = least * 10 + (c == 'X' ? 0 : c - '0');
    most = most * 10 + (c == 'X' ? 9 : c - '0');
  }
  least = std::max(least, low);
  most = std::min(most, high);
  if (least > most) return std::nullopt;
  return std::array<int, 2>{least, most};
}

std::optional<DayRange> season_range(int y, int season) {
  const int first_month = 3 * (season - 20);  // spring (21) begins in March; winter (24) runs into the next year
  const int end_year = season == 24 ? y + 1 : y;
  const unsigned end_month = season == 24 ? 2 : static_cast<unsigned>(first_month + 2);
  return DayRange{Day{year{y} / first_month / 1}, last_of_month(end_year, end_month)};
}

std::string_view without_qualifiers(std::string_view text) {
  while (!text.empty() && (text.back() == '?' || text.back() == '~' || text.back() == '%')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == '?' || text.front() == '~' || text.front() == '%')) text.remove_prefix(1);
  return text;
}

std::optional<DayRange> range_of_date(std::string_view text) {
  text = without_qualifiers(text);
  if (const auto t = text.find('T'); t != std::string_view::npos) {
    if (t != 10) return std::nullopt;
    text = text.substr(0, t);
  }
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto years = bounds_of(text.substr(0, 4), 0, 9999);
  if (!years) return std::nullopt;
  if (text.size() == 4) return DayRange{Day{year{(*years)[0]} / 1 / 1}, Day{year{(*years)[1]} / 12 / 31}};
  if (text[4] != '-') return std::nullopt;
  const std::string_view mm = text.substr(5, 2);
  if (text.size() == 7 && mm[0] == '2' && mm[1] >= '1' && mm[1] <= '4' && (*years)[0] == (*years)[1])
    return season_range((*years)[0], 20 + (mm[1] - '0'));
  const auto months = bounds_of(mm, 1, 12);
  if (!months) return std::nullopt;
  const auto m0 = static_cast<unsigned>((*months)[0]);
  const auto m1 = static_cast<unsigned>((*months)[1]);
  if (text.size() == 7) return DayRange{Day{year{(*years)[0]} / m0 / 1}, last_of_month((*years)[1], m1)};
  if (text[7] != '-') return std::nullopt;
  const auto days = bounds_of(text.substr(8, 2), 1, 31);
  if (!days) return std::nullopt;
  const std::chrono::year_month_day first{year{(*years)[0]}, month{m0}, day{static_cast<unsigned>((*days)[0])}};
  if (!first.ok()) return std::nullopt;
  const unsigned last_day = static_cast<unsigned>(std::chrono::year_month_day{last_of_month((*years)[1], m1)}.day());
  const unsigned d1 = std::min(static_cast<unsigned>((*days)[1]), last_day);
  return DayRange{Day{first}, Day{year{(*years)[1]} / m1 / d1}};
}

std::optional<DayRange> range_of_interval(std::string_view from, std::string_view to) {
  DayRange range;
  if (!from.empty() && from != "..") {
    const auto a = range_of_date(from);
    if (!a) return std::nullopt;
    range.earliest = a->earliest;
  }
  if (!to.empty() && to != "..") {
    const auto b = range_of_date(to);
    if (!b) return std::nullopt;
    range.latest = b->latest;
  }
  if (range.earliest && range.latest && *range.latest < *range.earliest) return std::nullopt;
  return range;
}

/// One member of a set: a date, `a..b`, `..b` or `a..`.
std::optional<DayRange> range_of_member(std::string_view member) {
  const auto dots = member.find("..");
  if (dots == std::string_view::npos) return range_of_date(member);
  return range_of_interval(member.substr(0, dots), member.substr(dots + 2));
}

std::optional<DayRange> range_of_set(std::string_view members) {
  DayRange all;
  bool open_start = false;
  bool open_end = false;
  bool any = false;
  while (!members.empty()) {
    const auto comma = members.find(',');
    std::string_view member = members.substr(0, comma);
    members = comma == std::string_view::npos ? std::string_view{} : members.substr(comma + 1);
    while (!member.empty() && member.front() == ' ') member.remove_prefix(1);
    const auto range = range_of_member(member);
    if (!range) return std::nullopt;
    any = true;
    open_start = open_start || !range->earliest;
    open_end = open_end || !range->latest;
    if (range->earliest && (!all.earliest || *range->earliest < *all.earliest)) all.earliest = range->earliest;
    if (range->latest && (!all.latest || *range->latest > *all.latest)) all.latest = range->latest;
  }
  if (!any) return std::nullopt;
  if (open_start) all.earliest.reset();
  if (open_end) all.latest.reset();
  return all;
}

std::string year_text(int y) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d", y);
  return buffer.data();
}

/// The unit that [a, b] fills exactly, if any.
std::optional<std::string> filled_unit(Day a, Day b) {
  const std::chrono::year_month_day first{a};
  const std::chrono::year_month_day end{b};
  const int y = static_cast<int>(first.year());
  if (a == b) return to_iso(a);
  if (first.day() != day{1}) return std::nullopt;
  if (first.year() == end.year() && first.month() == end.month() &&
      b == last_of_month(y, static_cast<unsigned>(end.month())))
    return to_iso(a).substr(0, 7);
  if (first.month() != month{1} || end.month() != month{12} || end.day() != day{31}) return std::nullopt;
  const int span = static_cast<int>(end.year()) - y;
  if (span == 0) return year_text(y);
  if (span == 9 && y % 10 == 0) return year_text(y).substr(0, 3) + "X";
  return std::nullopt;
}

}  // namespace

std::optional<DayRange> edtf_range(std::string_view edtf) {
  if (edtf.size() >= 2 && (edtf.front() == '[' || edtf.front() == '{')) {
    const char close = edtf.front() == '[' ? ']' : '}';
    if (edtf.back() != close) return std::nullopt;
    return range_of_set(edtf.substr(1, edtf.size() - 2));
  }
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) return range_of_date(edtf);
  return range_of_interval(edtf.substr(0, slash), edtf.substr(slash + 1));
}

std::string edtf_of(const DayRange& range) {
  if (range.open()) return {};
  if (!range.earliest) return "../" + to_iso(*range.latest);
  if (!range.latest) return to_iso(*range.earliest) + "/..";
  if (const auto unit = filled_unit(*range.earliest, *range.latest)) return *unit;
  return to_iso(*range.earliest) + "/" + to_iso(*range.latest);
}

std::string edtf_of_set(const std::vector<Day>& days) {
  assert(!days.empty());
  if (days.size() == 1) return to_iso(days.front());
  std::string text = "[";
  for (const Day d : days) {
    if (text.size() > 1) text += ',';
    text += to_iso(d);
  }
  return text + "]";
}

}  // namespace fabula
