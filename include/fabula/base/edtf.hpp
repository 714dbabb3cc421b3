#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/time_value.hpp"

namespace fabula {

/// Reads an EDTF value (ISO 8601-2:2019 levels 0 and 1, and from level 2: one-of sets `[a,b]`, `[a..b]`, `[..b]`,
/// `X` in any component) and gives its inclusive bounds.
///
/// A time of day (`2016-03-20T10:15`) is accepted and does not change the day. Seasons 21-24 are northern.
///
/// @return nothing where the text is not such a value or names a day that does not exist; the basis stays unknown
std::optional<DayRange> edtf_range(std::string_view edtf);

/// The shortest EDTF text for inclusive bounds: a day, month (`2022-10`), year or decade where the bounds fill one, else
/// `a/b`, `../b`, `a/..`; empty for open bounds.
std::string edtf_of(const DayRange& range);

/// A one-of set of days, `[2022-12-04,2022-12-11]`; the day itself where there is only one.
///
/// @param days  ascending, not empty (asserted)
std::string edtf_of_set(const std::vector<Day>& days);

}  // namespace fabula
