#pragma once

#include <string>

#include "fabula/base/time_value.hpp"

namespace fabula::output {

/// A date for people, in no particular language: "2022-10-25", "2022-10", "2022-12-04 – 2022-12-11", "≤ 2022-02-24",
/// "2022-12-04 / 2022-12-11" for one of several days; "?" where nothing is known.
std::string readable_date(const TimeValue& time);
std::string readable_range(const DayRange& range);

}  // namespace fabula::output
