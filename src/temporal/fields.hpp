#pragma once

#include <optional>
#include <vector>

#include "movable.hpp"
#include "node.hpp"
#include "resolve.hpp"

namespace fabula::temporal {

/// A date given by some of its fields: "mardi 16 octobre" has weekday, day and month.
struct Fields {
  std::optional<int> year, month, dom, weekday, season, easter;
  std::optional<Movable> movable;
  bool empty() const { return has_no_part() && !year; }
  bool has_year_only() const { return has_no_part() && year; }

 private:
  bool has_no_part() const { return !month && !dom && !weekday && !season && !easter && !movable; }
};

/// The finest unit that the fields name.
Unit grain_of(const Fields& fields);

/// The stretches that the fields can mean around some days: the only one where there is a year, else one a year, month
/// or week. Ascending. Where no stretch has the weekday, the weekday is taken to be the writer's slip.
std::vector<Days> candidates(const Fields& fields, Days around);

/// Of ascending candidates, the one meant, seen from some days.
std::optional<Days> choose(const std::vector<Days>& candidates, Days from, Direction direction);

/// The nth stretch (1-based; -1 the last) within some days that the fields fit.
std::optional<Days> nth_within(const Fields& fields, Days within, int n);

/// TIMEX3 value with X for what is not known: XXXX-10-16.
std::string unresolved_value(const Fields& fields);

}  // namespace fabula::temporal
