#include "distance_graph.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <deque>
#include <utility>

namespace fabula::graph {
namespace {

std::int64_t ticks(Day day) { return static_cast<std::int64_t>(day.time_since_epoch().count()) * kDayTicks; }

void at_most(std::uint32_t a, std::uint32_t b, std::int64_t weight, ConstraintId id, std::vector<DistanceEdge>& edges) {
  edges.push_back({b, a, weight, id});  // x(a) - x(b) <= weight
}

}  // namespace

void add_edges(const TimeConstraint& c, ConstraintId id, std::vector<DistanceEdge>& edges) {
  if (!relates(c.kind)) {
    const std::uint32_t last = c.kind == ConstraintKind::date ? end_node(c.event) : begin_node(c.event);
    if (c.days.earliest) at_most(kOrigin, begin_node(c.event), -ticks(*c.days.earliest), id, edges);
    if (c.days.latest) at_most(last, kOrigin, ticks(*c.days.latest) + kDayTicks - 1, id, edges);
    return;
  }
  if (c.event == c.other) return;
  if (c.kind == ConstraintKind::before) return at_most(end_node(c.event), begin_node(c.other), -1, id, edges);
  if (c.kind == ConstraintKind::begins_first) return at_most(begin_node(c.event), begin_node(c.other), 0, id, edges);
  if (c.kind == ConstraintKind::ends_first) return at_most(end_node(c.event), end_node(c.other), 0, id, edges);
  at_most(begin_node(c.other), begin_node(c.event), 0, id, edges);
  at_most(end_node(c.event), end_node(c.other), 0, id, edges);
  if (c.kind == ConstraintKind::during) return;
  at_most(begin_node(c.event), begin_node(c.other), 0, id, edges);
  at_most(end_node(c.other), end_node(c.event), 0, id, edges);
}

DistanceGraph::DistanceGraph(std::size_t nodes, std::span<const DistanceEdge> edges)
    : edges_(edges), first_(nodes + 1, 0), component_(nodes, 0) {
  for (const DistanceEdge& e : edges)
    if (e.to != kOrigin) ++first_[e.from + 1];
  for (std::size_t n = 0; n < nodes; ++n) first_[n + 1] += first_[n];
  order_.resize(first_[nodes]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (edges[i].to == kOrigin) continue;
    order_[next[edges[i].from]++] = static_cast<std::uint32_t>(i);
    pairs.emplace_back(edges[i].from, edges[i].to);
  }
  const boost::compressed_sparse_row_graph<boost::directedS> graph(boost::edges_are_unsorted_multi_pass, pairs.begin(),
                                                                   pairs.end(), nodes);
  const auto count = boost::strong_components(graph, boost::make_iterator_property_map(
                                                          component_.begin(), get(boost::vertex_index, graph)));
  members_.resize(count);
  // Boost numbers components from the sinks up.
  for (std::uint32_t n = 0; n < nodes; ++n) {
    component_[n] = static_cast<std::uint32_t>(count) - 1 - component_[n];
    members_[component_[n]].push_back(n);
  }
}

/// Bellman and Ford's relaxation within one component from all of its nodes at once. A cycle among the parents is a
/// negative cycle; it is looked for each time the component's size has been relaxed.
std::vector<std::size_t> DistanceGraph::cycle_in(std::span<const std::uint32_t> members) const {
  const auto local = [&](std::uint32_t node) {  // members are sorted
    return static_cast<std::size_t>(std::lower_bound(members.begin(), members.end(), node) - members.begin());
  };
  std::vector<std::int64_t> distance(members.size(), 0);
  std::vector<std::int32_t> parent(members.size(), -1);
  std::vector<bool> queued(members.size(), true);
  std::deque<std::size_t> queue;
  for (std::size_t i = 0; i < members.size(); ++i) queue.push_back(i);
  const auto find_cycle = [&]() -> std::vector<std::size_t> {
    std::vector<std::uint32_t> seen(members.size(), 0);
    for (std::uint32_t start = 0; start < members.size(); ++start) {
      std::size_t at = start;
      while (parent[at] >= 0 && seen[at] == 0) {
        seen[at] = start + 1;
        at = local(edges_[static_cast<std::size_t>(parent[at])].from);
      }
      if (parent[at] < 0 || seen[at] != start + 1) continue;
      std::vector<std::size_t> cycle;
      for (std::size_t on = at;;) {
        const auto edge = static_cast<std::size_t>(parent[on]);
        cycle.push_back(edge);
        on = local(edges_[edge].from);
        if (on == at) return cycle;
      }
    }
    return {};
  };
  std::size_t relaxed = 0;
  while (!queue.empty()) {
    const std::size_t at = queue.front();
    queue.pop_front();
    queued[at] = false;
    const std::uint32_t node = members[at];
    for (std::uint32_t k = first_[node]; k < first_[node + 1]; ++k) {
      const DistanceEdge& edge = edges_[order_[k]];
      if (component_[edge.to] != component_[node]) continue;
      const std::size_t to = local(edge.to);
      if (distance[at] + edge.weight >= distance[to]) continue;
      distance[to] = distance[at] + edge.weight;
      parent[to] = static_cast<std::int32_t>(order_[k]);
      if (++relaxed % members.size() == 0)
        if (auto cycle = find_cycle(); !cycle.empty()) return cycle;
      if (!queued[to]) queue.push_back(to);
      queued[to] = true;
    }
  }
  return {};
}

std::vector<std::vector<std::size_t>> DistanceGraph::negative_cycles() const {
  std::vector<std::vector<std::size_t>> cycles;
  for (const auto& members : members_) {
    if (members.size() < 2) continue;
    if (auto cycle = cycle_in(members); !cycle.empty()) cycles.push_back(std::move(cycle));
  }
  return cycles;
}

ShortestPaths DistanceGraph::shortest_paths() const {
  const std::size_t nodes = component_.size();
  ShortestPaths paths{std::vector<std::optional<std::int64_t>>(nodes), std::vector<std::uint32_t>(nodes, 0),
                      std::vector<std::int32_t>(nodes, -1)};
  paths.distance[kOrigin] = 0;
  std::deque<std::uint32_t> queue;
  std::vector<bool> queued(nodes, false);
  for (const auto& members : members_) {
    for (const std::uint32_t node : members)
      if (paths.distance[node]) queue.push_back(node);
    for (const std::uint32_t node : queue) queued[node] = true;
    while (!queue.empty()) {
      const std::uint32_t node = queue.front();
      queue.pop_front();
      queued[node] = false;
      for (std::uint32_t k = first_[node]; k < first_[node + 1]; ++k) {
        const DistanceEdge& edge = edges_[order_[k]];
        const std::int64_t length = *paths.distance[node] + edge.weight;
        const auto& known = paths.distance[edge.to];
        const bool shorter = !known || length < *known || (length == *known && paths.hops[node] + 1 < paths.hops[edge.to]);
        if (!shorter || edge.to == kOrigin) continue;
        paths.distance[edge.to] = length;
        paths.hops[edge.to] = paths.hops[node] + 1;
        paths.parent[edge.to] = static_cast<std::int32_t>(order_[k]);
        if (component_[edge.to] != component_[node] || queued[edge.to]) continue;
        queued[edge.to] = true;
        queue.push_back(edge.to);
      }
    }
  }
  return paths;
}

std::map<std::uint32_t, std::int64_t> DistanceGraph::shortened(const ShortestPaths& paths, std::span<const DistanceEdge> further) const {
  std::map<std::uint32_t, std::vector<const DistanceEdge*>> leaving;
  for (const DistanceEdge& e : further) leaving[e.from].push_back(&e);
  std::map<std::uint32_t, std::int64_t> shorter;
  std::deque<std::uint32_t> queue;
  const auto known = [&](std::uint32_t node) -> std::optional<std::int64_t> {
    const auto found = shorter.find(node);
    return found == shorter.end() ? paths.distance[node] : found->second;
  };
  const auto relax = [&](const DistanceEdge& e) {
    const auto from = known(e.from), to = known(e.to);
    if (!from || e.to == kOrigin || (to && *to <= *from + e.weight)) return;
    shorter[e.to] = *from + e.weight;
    queue.push_back(e.to);
  };
  for (const DistanceEdge& e : further) relax(e);
  while (!queue.empty()) {
    const std::uint32_t node = queue.front();
    queue.pop_front();
    for (std::uint32_t k = first_[node]; k < first_[node + 1]; ++k) relax(edges_[order_[k]]);
    if (const auto more = leaving.find(node); more != leaving.end())
      for (const DistanceEdge* e : more->second) relax(*e);
  }
  return shorter;
}

}  // namespace fabula::graph
