#pragma once

#include <optional>
#include <string>

#include "fabula/base/time_value.hpp"

namespace fabula::temporal {

/// The units that expressions count in, finest first.
enum class Unit { second, minute, hour, day, weekend, week, fortnight, month, quarter, half, season, year, decade, century };

/// A stretch of whole days, both inclusive.
struct Days {
  Day first;
  Day last;
  bool operator==(const Days&) const = default;
};

std::optional<Day> make_day(int year, int month, int day);
int year_of(Day day);
int month_of(Day day);
int dom_of(Day day);
/// 1 is Monday, 7 is Sunday.
int weekday_of(Day day);

Days month_days(int year, int month);
/// The unit's stretch that a day lies in. A weekend is Saturday and Sunday of the day's ISO week; a season is the
/// meteorological one; a unit finer than a day gives the day.
Days unit_days(Unit unit, Day day);
/// A day moved by whole units; the day of the month is cut to the month's length. Weekends count as weeks.
Day add_units(Day day, Unit unit, int count);
/// Western Easter Sunday (anonymous Gregorian algorithm, Meeus 1991).
Day easter(int year);

/// TIMEX3 value of the unit's stretch that begins with `first`: 2022-10-25, 2022-W43, 2022-W43-WE, 2022-10, 2022-Q4,
/// 2022-H2, 2022-SU, 2022, 202, 20.
std::string timex_value(Unit unit, Day first);

}  // namespace fabula::temporal
