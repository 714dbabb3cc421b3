#pragma once

#include <algorithm>
#include <optional>

#include "fabula/base/edtf.hpp"
#include "fabula/base/time_value.hpp"

/// What the anchoring of events asks of times.
namespace fabula::events {

inline bool is_bounded(const TimeValue& v) { return v.range.earliest && v.range.latest; }

inline bool is_within(const TimeValue& v, std::chrono::days length) {
  return is_bounded(v) && *v.range.latest - *v.range.earliest <= length;
}

/// A date that the text gives, and not one that is only bounded or supposed.
inline bool is_firm(const TimeValue& v) {
  return v.basis == TimeBasis::explicit_ || v.basis == TimeBasis::relative || v.basis == TimeBasis::context;
}

/// A month at most: "en 2014" dates one event, it is not what a text is at.
inline bool is_narrative(const TimeValue& v) { return is_within(v, std::chrono::days{31}); }

inline TimeValue with_basis(TimeValue value, TimeBasis basis) {
  value.basis = basis;
  return value;
}

/// A date carried on to another mention is no better than from context.
inline TimeValue carried(TimeValue value) { return with_basis(value, std::max(value.basis, TimeBasis::context)); }

inline TimeValue bounded(std::optional<Day> earliest, std::optional<Day> latest) {
  TimeValue value;
  value.range = {earliest, latest};
  value.edtf = edtf_of(value.range);
  if (!value.range.open()) value.basis = TimeBasis::inferred;
  return value;
}

}  // namespace fabula::events
