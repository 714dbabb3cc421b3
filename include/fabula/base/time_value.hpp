#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace fabula {

/// A civil day, no time zone.
using Day = std::chrono::sys_days;

/// Inclusive bounds on a day; an absent bound is open.
struct DayRange {
  std::optional<Day> earliest;
  std::optional<Day> latest;
  bool operator==(const DayRange&) const = default;
  bool open() const { return !earliest && !latest; }
};

/// Where a date comes from (story-format, "Time"), best first.
enum class TimeBasis { explicit_, relative, context, inferred, published, unknown };

/// When something was: an EDTF value (ISO 8601-2 level 0-2 subset) and the inclusive bounds it implies.
///
/// Invariant: `edtf` says the same as `range` or more (a set of days, say). Empty `edtf` with an open range means
/// that nothing is known.
struct TimeValue {
  std::string edtf;
  DayRange range;
  TimeBasis basis = TimeBasis::unknown;
  bool operator==(const TimeValue&) const = default;
};

/// "2022-10-25".
std::string to_iso(Day day);

/// Reads "YYYY-MM-DD"; nothing for any other text and for days that do not exist.
std::optional<Day> parse_iso_day(std::string_view text);

/// "explicit", "relative", …
std::string_view name(TimeBasis basis);

}  // namespace fabula
