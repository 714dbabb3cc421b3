#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/time_value.hpp"

namespace fabula::output {

/// A date for people, in no particular language: "2022-10-25", "2022-10", "2022-12-04 – 2022-12-11", "≤ 2022-02-24",
/// "2022-12-04 / 2022-12-11" for one of several days; "?" where nothing is known.
std::string readable_date(const TimeValue& time);
std::string readable_range(const DayRange& range);

/// The days of an EDTF one-of set `[a,b]` of two or three; none for any other value, and for sets that are longer.
std::vector<Day> days_of_set(std::string_view edtf);

/// "2022-10-25"; empty for an open bound.
std::string day_text(const std::optional<Day>& day);

}  // namespace fabula::output
