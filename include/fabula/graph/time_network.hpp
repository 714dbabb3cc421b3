#pragma once

#include <cstdint>
#include <map>
#include <memory>
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
  ActorId claimed_by;    ///< none: the article itself asserts it, or nobody is named
  EventId statement;     ///< in which statement it is claimed
  ArticleId article;
  Span span;
  bool assumed = false;  ///< nobody says so in words; gives way to whatever is said
  bool claimed() const { return claimed_by || statement; }
  auto operator<=>(const Grounds&) const = default;
};

enum class ConstraintKind {
  date,          ///< the event lies within some days
  start,         ///< the event begins within some days
  before,        ///< the event ends before the other begins; both may fall on one day
  begins_first,  ///< the event begins no later than the other
  ends_first,    ///< the event ends no later than the other
  during,        ///< the event lies within the time of the other
  same_time      ///< both begin and end together
};

/// One thing that is said of the time of an event.
struct TimeConstraint {
  ConstraintKind kind = ConstraintKind::date;
  EventId event;
  EventId other;   ///< none for a date or start
  DayRange days;   ///< of a date or start
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
  /// irreducible. Of a conflict what is assumed is dropped from tightening, else the claims, or all of it where the
  /// articles assert all of it.
  /// Independent of the order in which constraints were added, up to their ids.
  std::vector<TimeConflict> conflicts() const;

  /// The bounds of every event that follow from what the articles assert (or is assumed) and, if given, from what one
  /// actor claims. Open where nothing bounds an event. Never wider than a date that was added and kept; tightening the
  /// result again changes nothing. TimeViews gives many actors' views for the price of what they change.
  /// @param conflicts  what conflicts() gave: what they drop is left out
  std::vector<DayRange> bounds(const std::vector<TimeConflict>& conflicts, ActorId believed = {}) const;

 private:
  std::size_t events_;
  std::vector<TimeConstraint> constraints_;
};

/// The bounds of a network's events from each point of view.
class TimeViews {
 public:
  /// @param network    outlives this and does not grow meanwhile
  /// @param conflicts  of the network
  TimeViews(const TimeNetwork& network, const std::vector<TimeConflict>& conflicts);
  ~TimeViews();

  /// What follows from what the articles assert, by event.
  const std::vector<DayRange>& common() const;
  /// Events whose bounds are narrower in the eyes of an actor who believes its own claims too. Costs what changes.
  std::map<EventId, DayRange> seen_by(ActorId actor) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace fabula::graph
