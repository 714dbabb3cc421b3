#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "fabula/graph/time_network.hpp"

namespace fabula::graph {

/// x(to) - x(from) <= weight, in ticks: a constraint as an edge of the distance graph.
struct DistanceEdge {
  std::uint32_t from = 0, to = 0;
  std::int64_t weight = 0;
  ConstraintId constraint;  ///< none for "an event begins before it ends"
};

/// A day in ticks. Far more of them than a story has events, so that a chain of strict `before`s fits into one day.
inline constexpr std::int64_t kDayTicks = std::int64_t{1} << 32;
inline constexpr std::uint32_t kOrigin = 0;  ///< the node of the calendar

inline std::uint32_t begin_node(EventId event) { return 1 + 2 * event.value; }
inline std::uint32_t end_node(EventId event) { return 2 + 2 * event.value; }

/// Whether constraints of this kind name a second event.
inline bool relates(ConstraintKind kind) { return kind != ConstraintKind::date && kind != ConstraintKind::start; }

/// The edges of one constraint, added to `edges`.
void add_edges(const TimeConstraint& constraint, ConstraintId id, std::vector<DistanceEdge>& edges);

/// Shortest paths from the origin.
struct ShortestPaths {
  std::vector<std::optional<std::int64_t>> distance;  ///< by node; none: no path
  std::vector<std::uint32_t> hops;
  std::vector<std::int32_t> parent;                   ///< index of the edge that a path ends with; -1 at the origin
};

/// Edges between events and from the origin, cut into strongly connected components.
///
/// Edges into the origin stay out: they close cycles with what shortest_paths() tells, and would make one component of
/// all dated events.
class DistanceGraph {
 public:
  /// @param edges  outlive the graph
  DistanceGraph(std::size_t nodes, std::span<const DistanceEdge> edges);

  /// Edges of negative cycles that avoid the origin, one cycle a component at most.
  std::vector<std::vector<std::size_t>> negative_cycles() const;

  /// @pre no negative cycle
  ShortestPaths shortest_paths() const;

  /// Nodes that further edges bring nearer, with their new distances.
  /// @param paths  of this graph
  /// @pre no negative cycle with the further edges either
  /// @cost by the nodes and edges that change
  std::map<std::uint32_t, std::int64_t> shortened(const ShortestPaths& paths, std::span<const DistanceEdge> further) const;

 private:
  std::vector<std::size_t> cycle_in(std::span<const std::uint32_t> members) const;

  std::span<const DistanceEdge> edges_;
  std::vector<std::uint32_t> first_;         ///< by node: where its edges begin in order_
  std::vector<std::uint32_t> order_;         ///< edge indices grouped by their `from`
  std::vector<std::uint32_t> component_;     ///< by node
  std::vector<std::vector<std::uint32_t>> members_;  ///< by component, in topological order
};

}  // namespace fabula::graph
