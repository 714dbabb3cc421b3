#pragma once

#include <string_view>
#include <vector>

#include "fabula/graph/view.hpp"

namespace fabula::graph {

/// What kind of thing joins two actors.
enum class RelationKind { cooperation, conflict, other, statement };
/// "cooperation", …
std::string_view name(RelationKind kind);

/// The kind of an action by its PLOVER code; `other` where it is neither help nor harm, or has none.
RelationKind relation_kind_of(std::string_view code);

/// All events of one kind that lead from one actor to another.
struct ActorRelation {
  ActorId from, to;                  ///< for a mutual relation the smaller id first
  RelationKind kind = RelationKind::other;
  bool mutual = false;               ///< both act together; no direction
  std::vector<EventId> events;       ///< ascending, each once
  DayRange when;                     ///< from the first to the last known day
};

/// Who did what to whom and who spoke of whom, aggregated: agents to patients and recipients; agents of one action with
/// each other (mutual) where nobody is on the other side; speakers to those addressed, accused or praised and to the
/// agents of what the statement is about, denies or confirms.
///
/// @return by from, to, kind; events that `filter` drops do not count
std::vector<ActorRelation> actor_relations(const StoryGraph& story, const Filter& filter = {});

/// How much each actor stands between others: betweenness centrality over the relations without direction (Brandes 2001,
/// Boost.Graph), 0 to 1, by ActorId.
std::vector<double> actor_centrality(const StoryGraph& story, const std::vector<ActorRelation>& relations);

}  // namespace fabula::graph
