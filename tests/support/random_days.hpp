#pragma once

#include <random>
#include <utility>

#include "fabula/base/time_value.hpp"

namespace fabula::testing {

/// A day of the years 1900 to 2090.
inline Day random_day(std::mt19937& random) {
  return Day{std::chrono::sys_days{std::chrono::year{1900} / 1 / 1}} + std::chrono::days{static_cast<int>(random() % 69000)};
}

/// A range, one in four of them open on a side; half of them so close to one day that many meet.
inline DayRange random_range(std::mt19937& random) {
  const Day middle{std::chrono::days{17000}};
  const auto draw = [&] { return random() % 2 ? random_day(random) : middle + std::chrono::days{static_cast<int>(random() % 9)}; };
  DayRange range{draw(), draw()};
  if (*range.latest < *range.earliest) std::swap(range.earliest, range.latest);
  if (random() % 8 == 0) range.earliest.reset();
  if (random() % 8 == 0) range.latest.reset();
  return range;
}

}  // namespace fabula::testing
