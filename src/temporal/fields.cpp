#include "fields.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace fabula::temporal {
namespace {

using std::chrono::days;

constexpr int kYearsAround = 8;   // 29 February comes every fourth year, or eighth
constexpr int kMonthsAround = 12;
constexpr int kWeekdayReach = 560;  // days
constexpr int kFar = 240, kNear = 90;  // days

/// The year's stretch of fields that name a month, season, movable day or nothing finer than a year.
std::optional<Days> in_year(const Fields& f, int year) {
  if (f.easter) return Days{easter(year) + days{*f.easter}, easter(year) + days{*f.easter}};
  if (f.season) return unit_days(Unit::season, Day{std::chrono::year{year} / (3 * *f.season) / 1});
  if (f.month && f.dom) {
    const auto day = make_day(year, *f.month, *f.dom);
    if (!day) return std::nullopt;
    return Days{*day, *day};
  }
  if (f.month) return month_days(year, *f.month);
  return unit_days(Unit::year, Day{std::chrono::year{year} / 1 / 1});
}

int distance(Days a, Days b) {
  if (a.last < b.first) return static_cast<int>((b.first - a.last).count());
  if (b.last < a.first) return static_cast<int>((a.first - b.last).count());
  return 0;
}

bool on_weekday(const Fields& f, const Days& d) { return !f.weekday || d.first != d.last || weekday_of(d.first) == *f.weekday; }

/// Those on the weekday, of the dates about a year around; a weekday that fits none of them is the writer's slip.
std::vector<Days> with_weekday(const Fields& f, std::vector<Days> all, Days around) {
  std::vector<Days> right;
  for (const Days& d : all)
    if (on_weekday(f, d) && distance(d, around) < kWeekdayReach) right.push_back(d);
  return right.empty() ? all : right;
}

std::vector<Days> doms_around(const Fields& f, Days around) {
  std::vector<Days> all;
  const Day start = Day{std::chrono::year{year_of(around.first)} / month_of(around.first) / 1};
  for (int k = -kMonthsAround; k <= kMonthsAround; ++k) {
    const Day month = add_units(start, Unit::month, k);
    if (const auto day = make_day(year_of(month), month_of(month), *f.dom)) all.push_back({*day, *day});
  }
  return all;
}

std::vector<Days> weekdays_around(int weekday, Days around) {
  std::vector<Days> all;
  for (Day d = around.first - days{7}; d <= around.last + days{7}; d += days{1})
    if (weekday_of(d) == weekday) all.push_back({d, d});
  return all;
}

bool fits(const Fields& f, Day d) {
  if (f.year && year_of(d) != *f.year) return false;
  if (f.month && month_of(d) != *f.month) return false;
  if (f.dom && dom_of(d) != *f.dom) return false;
  if (f.easter && easter(year_of(d)) + days{*f.easter} != d) return false;
  if (f.season && month_of(d) % 12 / 3 != *f.season % 4) return false;
  return !f.weekday || weekday_of(d) == *f.weekday;
}

/// Maximal runs of days that fit, or single days where the fields name days.
std::vector<Days> runs_of_days(const Fields& f, Days within) {
  std::vector<Days> runs;
  for (Day d = within.first; d <= within.last; d += days{1}) {
    if (!fits(f, d)) continue;
    if (grain_of(f) != Unit::day && !runs.empty() && runs.back().last + days{1} == d) {
      runs.back().last = d;
    } else {
      runs.push_back({d, d});
    }
  }
  return runs;
}

}  // namespace

Unit grain_of(const Fields& f) {
  if (f.dom || f.weekday || f.easter || f.movable) return Unit::day;
  if (f.month) return Unit::month;
  if (f.season) return Unit::season;
  return Unit::year;
}

std::vector<Days> candidates(const Fields& f, Days around) {
  if (f.year && !f.month && f.dom) return {};
  std::vector<Days> all;
  const bool yearly = f.month || f.season || f.easter || f.has_year_only();
  const int from = f.year ? *f.year : year_of(around.first) - kYearsAround;
  const int to = f.year ? *f.year : year_of(around.last) + kYearsAround;
  if (f.movable) {
    for (int y = from; y <= to; ++y)
      for (const Days& d : in_year(*f.movable, y)) all.push_back(d);
  } else if (yearly) {
    for (int y = from; y <= to; ++y)
      if (const auto d = in_year(f, y)) all.push_back(*d);
  } else if (f.dom) {
    all = doms_around(f, around);
  } else if (f.weekday && !f.year) {
    return weekdays_around(*f.weekday, around);
  }
  return f.weekday ? with_weekday(f, std::move(all), around) : all;
}

std::optional<Days> choose(const std::vector<Days>& all, Days from, Direction direction) {
  std::optional<Days> before, after;
  for (const Days& d : all) {
    if (d.first <= from.last) before = d;
    if (!after && d.last >= from.first) after = d;
  }
  if (!before || !after) return before ? before : after;
  const int back = distance(*before, from), ahead = distance(*after, from);
  // A day some months off is told with its year: "le 15 mars", said on 1 March, is in two weeks even after a past tense.
  const bool day = before->first == before->last;
  if (direction == Direction::past) return day && back > kFar && ahead < kNear ? after : before;
  if (direction == Direction::future) return after;
  if (direction == Direction::expected && after->first - before->first <= std::chrono::days{7}) return after;
  // Without a tense the past is meant, as in most news, unless the coming date is far nearer.
  return ahead * 6 < back && ahead > 0 ? after : before;
}

std::optional<Days> nth_within(const Fields& f, Days within, int n) {
  std::vector<Days> runs;
  if (f.movable) {
    for (int y = year_of(within.first); y <= year_of(within.last); ++y)
      for (const Days& d : in_year(*f.movable, y))
        if (within.first <= d.first && d.first <= within.last) runs.push_back(d);
  } else {
    runs = runs_of_days(f, within);
  }
  const int index = n > 0 ? n - 1 : static_cast<int>(runs.size()) + n;
  if (index < 0 || index >= static_cast<int>(runs.size())) return std::nullopt;
  return runs[static_cast<std::size_t>(index)];
}

std::string unresolved_value(const Fields& f) {
  std::array<char, 32> buffer{};
  if (f.weekday && !f.dom) {
    std::snprintf(buffer.data(), buffer.size(), "XXXX-WXX-%d", *f.weekday);
  } else if (f.month && f.dom) {
    std::snprintf(buffer.data(), buffer.size(), "XXXX-%02d-%02d", *f.month, *f.dom);
  } else if (f.month) {
    std::snprintf(buffer.data(), buffer.size(), "XXXX-%02d", *f.month);
  } else if (f.dom) {
    std::snprintf(buffer.data(), buffer.size(), "XXXX-XX-%02d", *f.dom);
  } else {
    return "XXXX";
  }
  return buffer.data();
}

}  // namespace fabula::temporal
