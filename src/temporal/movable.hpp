#pragma once

#include <optional>
#include <vector>

#include "calendar.hpp"

namespace fabula::temporal {

/// A feast of another calendar, by ICU's numbers of its months.
struct Movable {
  enum Kind { islamic = 1, hebrew = 2 };
  int kind = islamic;
  int month = 0;     ///< 0-based; of the Hebrew year Tishri is 0 and Nisan 7
  int day = 1;
  int begins = 0;    ///< days from that day on which it is held to begin: -1 for the evening before
  int length = 1;    ///< days; 0: to the end of the month
  bool operator==(const Movable&) const = default;
};

/// Its stretches that begin in a year of ours; an Islamic feast may fall into one twice. Islamic dates follow the
/// calendar of Umm al-Qura; where the moon decides they may be a day off. Empty where ICU lacks the calendar.
std::vector<Days> in_year(const Movable& feast, int year);

}  // namespace fabula::temporal
