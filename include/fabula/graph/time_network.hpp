#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fabula/base/id.hpp"
#include "fabula/base/span.hpp"
#include "fabula/base/time_value.hpp"

namespace fabula::graph {

using ConstraintId = Id<struct ConstraintTag>;  ///< position in the network's constraints

/// Who says that a constraint holds, and where.
struct Grounds {
  ActorId claimed_by;  ///< none: the article itself asserts it
  EventId statement;   ///< in which statement it is claimed
  ArticleId article;
  Span span;
  auto operator<=>(const Grounds&) const = default;
};

enum class ConstraintKind {
  date,      ///< the event lies within some days
  before,    ///< the event ends before the other begins; both may fall on one day
  during,    ///< the event lies within the time of the other
  same_time  ///< both begin and end together
};

/// One thing that is said of the time of an event.
struct TimeConstraint {
  ConstraintKind kind = ConstraintKind::date;
  EventId event;
  EventId other;   ///< none for a date
  DayRange days;   ///< of a date
  Grounds grounds;
};

/// Constraints that cannot all hold: without any one of them the others can.
struct TimeConflict {
  std::vector<ConstraintId> constraints;  ///< ascending
  bool operator==(const TimeConflict&) const = default;
};

/// A simple temporal network over the events of a story (Dechter, Meiri & Pearl 1991): each event has a begin and an end,
/// and every constraint bounds the difference of two of these or of one of them and the calendar.
///
/// Departures from the paper: `before` is strict although the calendar counts days; conflicts are found among all
/// constraints, whoever claims them, but bounds are told for one point of view at a time, so that what one actor claims
/// does not date what another asserts.
///
/// Bounds come from two single-source shortest-path runs over the strongly connected components of the graph in
/// topological order: linear where the constraints make no cycles, as stories mostly do not.
class TimeNetwork {
 public:
  /// @param events  number of events; EventIds are 0 … events-1
  explicit TimeNetwork(std::size_t events) : events_(events) {}

  /// Adds a constraint. A date without any bound and an event related to itself are accepted and say nothing.
  /// @param constraint  its events must be of this network (asserted)
  ConstraintId add(TimeConstraint constraint);

  std::size_t events() const { return events_; }
  const std::vector<TimeConstraint>& constraints() const { return constraints_; }

  /// The conflicts among all constraints, shortest explanations first, found until what is left can hold. Each is
  /// irreducible. Of a conflict the claims are dropped from tightening, or all of it where the articles assert all of it.
  /// Independent of the order in which constraints were added, up to their ids.
  std::vector<TimeConflict> conflicts() const;

  /// The bounds of every event that follow from what the articles assert and, if given, from what one actor claims.
  /// Open where nothing bounds an event. Never wider than a date that was added and kept; tightening the result again
  /// changes nothing.
  /// @param conflicts  what conflicts() gave: their claims are left out
  std::vector<DayRange> bounds(const std::vector<TimeConflict>& conflicts, ActorId believed = {}) const;

 private:
  std::size_t events_;
  std::vector<TimeConstraint> constraints_;
};

}  // namespace fabula::graph
