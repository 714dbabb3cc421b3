#include "calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace fabula::temporal {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

year_month_day civil(Day day) { return year_month_day{day}; }

int floor_to(int value, int step) { return value - ((value % step) + step) % step; }

Day first_of(int year, int month) { return Day{std::chrono::year{year} / month / 1}; }

Days months(int year, int first_month, int count) {
  return {first_of(year, first_month), add_units(first_of(year, first_month), Unit::month, count) - days{1}};
}

Days years(int first_year, int count) { return {first_of(first_year, 1), first_of(first_year + count, 1) - days{1}}; }

Days season_days(Day day) {
  const int m = month_of(day);
  const int start = floor_to(m, 3);  // March, June, September, December
  if (start == 0) return months(year_of(day) - 1, 12, 3);
  return months(year_of(day), start, 3);
}

template <class... Args>
std::string print(const char* format, Args... args) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, args...);
  return buffer.data();
}

std::string week_value(Day day) {
  const Day thursday = day + days{4 - weekday_of(day)};
  const int year = year_of(thursday);
  const int week = static_cast<int>((thursday - first_of(year, 1)).count()) / 7 + 1;
  return print("%04d-W%02d", year, week);
}

}  // namespace

std::optional<Day> make_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                           std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Day{ymd};
}

int year_of(Day day) { return static_cast<int>(civil(day).year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
int dom_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).day())); }
int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

Days month_days(int year, int month) { return months(year, month, 1); }

Days unit_days(Unit unit, Day day) {
  const int y = year_of(day);
  const int m = month_of(day);
  const Day monday = day - days{weekday_of(day) - 1};
  switch (unit) {
    case Unit::weekend: return {monday + days{5}, monday + days{6}};
    case Unit::week: return {monday, monday + days{6}};
    case Unit::fortnight:
      return dom_of(day) <= 14 ? Days{first_of(y, m), first_of(y, m) + days{13}}
                               : Days{first_of(y, m) + days{14}, month_days(y, m).last};
    case Unit::month: return month_days(y, m);
    case Unit::quarter: return months(y, floor_to(m - 1, 3) + 1, 3);
    case Unit::half: return months(y, floor_to(m - 1, 6) + 1, 6);
    case Unit::season: return season_days(day);
    case Unit::year: return years(y, 1);
    case Unit::decade: return years(floor_to(y, 10), 10);
    case Unit::century: return years(floor_to(y - 1, 100) + 1, 100);
    case Unit::second: case Unit::minute: case Unit::hour: case Unit::day: break;
  }
  return {day, day};
}

Day add_units(Day day, Unit unit, int count) {
  const auto by_months = [&](int n) {
    const int index = year_of(day) * 12 + month_of(day) - 1 + n;
    const int year = floor_to(index, 12) / 12;
    const int month = index - year * 12 + 1;
    const int length = static_cast<int>(static_cast<unsigned>(
        std::chrono::year_month_day_last{std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{
            static_cast<unsigned>(month)}}}.day()));
    return first_of(year, month) + days{std::min(dom_of(day), length) - 1};
  };
  switch (unit) {
    case Unit::day: return day + days{count};
    case Unit::weekend: case Unit::week: return day + days{7 * count};
    case Unit::fortnight: return day + days{14 * count};
    case Unit::month: return by_months(count);
    case Unit::quarter: case Unit::season: return by_months(3 * count);
    case Unit::half: return by_months(6 * count);
    case Unit::year: return by_months(12 * count);
    case Unit::decade: return by_months(120 * count);
    case Unit::century: return by_months(1200 * count);
    case Unit::second: case Unit::minute: case Unit::hour: break;
  }
  return day;
}

Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return first_of(year, n / 31) + days{n % 31};
}

std::string timex_value(Unit unit, Day first) {
  const int y = year_of(first);
  const int m = month_of(first);
  static constexpr std::array<const char*, 4> kSeasons = {"WI", "SP", "SU", "FA"};
  switch (unit) {
    case Unit::weekend: return week_value(first) + "-WE";
    case Unit::week: return week_value(first);
    case Unit::month: return print("%04d-%02d", y, m);
    case Unit::quarter: return print("%04d-Q%d", y, (m - 1) / 3 + 1);
    case Unit::half: return print("%04d-H%d", y, (m - 1) / 6 + 1);
    case Unit::season: return print("%04d-%s", y, kSeasons[static_cast<std::size_t>(m % 12 / 3)]);
    case Unit::year: return print("%04d", y);
    case Unit::decade: return print("%03d", y / 10);
    case Unit::century: return print("%02d", y / 100);
    default: break;
  }
  return to_iso(first);
}

}  // namespace fabula::temporal
