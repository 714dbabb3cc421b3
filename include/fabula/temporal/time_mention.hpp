#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/id.hpp"
#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"
#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::temporal {

enum class TimexType { date, time, duration, set };

/// TIMEX3's own spelling: "DATE", "TIME", …
std::string_view name(TimexType type);

/// A time expression of the text (TIMEX3) and what it means on the calendar.
struct TimeMention {
  Span span;           ///< of the expression, prepositions and articles left out
  SentenceId sentence;
  WordId first, last;  ///< its words, both inclusive
  TimexType type = TimexType::date;
  std::string value;   ///< TIMEX3 value: 2022-10-25, 2022-W43, P3D, PAST_REF
  TimeValue when;      ///< bounds and EDTF; open for durations and sets without an anchor; basis explicit_ or relative
};

/// Finds the time expressions of an article and gives each a calendar value.
/// @param published  anchors "hier", "dimanche"; may be a month or a year only: then a weekday is a set of days
/// @return in text order, not overlapping
std::vector<TimeMention> find_times(const text::Doc& doc, const lang::Pack& pack, const TimeValue& published);

}  // namespace fabula::temporal
