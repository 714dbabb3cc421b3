#pragma once

#include <optional>

#include "fabula/base/time_value.hpp"

/// How stretches of days lie to each other. An absent bound is open: it reaches as far as need be. Of any two ranges either
/// one is before the other or they overlap (the relations of Allen 1983 as far as bounds on a day can tell them apart).
namespace fabula {

/// Whether all of a lies on days before b.
inline bool before(const DayRange& a, const DayRange& b) { return a.latest && b.earliest && *a.latest < *b.earliest; }

/// Whether they can have a day in common.
inline bool overlap(const DayRange& a, const DayRange& b) { return !before(a, b) && !before(b, a); }

/// Whether all of inner lies within outer.
inline bool contains(const DayRange& outer, const DayRange& inner) {
  return (!outer.earliest || (inner.earliest && *inner.earliest >= *outer.earliest)) &&
         (!outer.latest || (inner.latest && *inner.latest <= *outer.latest));
}

/// The days of both; nothing where they do not overlap.
inline std::optional<DayRange> intersection(const DayRange& a, const DayRange& b) {
  if (!overlap(a, b)) return std::nullopt;
  DayRange both = a;
  if (b.earliest && (!a.earliest || *b.earliest > *a.earliest)) both.earliest = b.earliest;
  if (b.latest && (!a.latest || *b.latest < *a.latest)) both.latest = b.latest;
  return both;
}

}  // namespace fabula
