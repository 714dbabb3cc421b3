#include "fabula/graph/time_network.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "distance_graph.hpp"

namespace fabula::graph {
namespace {

/// Explanations longer than this are told as found; shortening them costs the square of their length.
constexpr std::size_t kLongestShortened = 64;

auto key(const TimeConstraint& c) {
  return std::tie(c.kind, c.event, c.other, c.days.earliest, c.days.latest, c.grounds);
}

/// Constraints in an order of their own, so that nothing depends on the order they were added in.
std::vector<ConstraintId> in_order(const std::vector<TimeConstraint>& constraints) {
  std::vector<ConstraintId> ids;
  for (std::size_t i = 0; i < constraints.size(); ++i) ids.emplace_back(i);
  std::sort(ids.begin(), ids.end(), [&](ConstraintId a, ConstraintId b) {
    const auto x = key(constraints[a.value]), y = key(constraints[b.value]);
    return x != y ? x < y : a < b;
  });
  return ids;
}

/// One attempt to let a set of constraints hold.
class Attempt {
 public:
  Attempt(std::size_t events, const std::vector<TimeConstraint>& all, const std::vector<ConstraintId>& used) {
    for (std::size_t e = 0; e < events; ++e) edges_.push_back({end_node(EventId(e)), begin_node(EventId(e)), 0, {}});
    for (const ConstraintId id : used) add_edges(all[id.value], id, edges_);
    nodes_ = 2 * events + 1;
  }

  /// Sets that cannot hold, shortest first; empty if all can hold.
  std::vector<std::vector<ConstraintId>> faults() const {
    const DistanceGraph graph(nodes_, edges_);
    std::vector<std::vector<ConstraintId>> found;
    for (const auto& cycle : graph.negative_cycles()) found.push_back(constraints_of(cycle));
    if (found.empty()) found = date_faults(graph.shortest_paths());
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    return found;
  }

  const std::vector<DistanceEdge>& edges() const { return edges_; }
  std::size_t nodes() const { return nodes_; }

 private:
  /// Nodes that the calendar wants later than they can be.
  std::vector<std::vector<ConstraintId>> date_faults(const ShortestPaths& paths) const {
    std::vector<std::vector<ConstraintId>> found;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      const DistanceEdge& edge = edges_[i];
      if (edge.to != kOrigin || !paths.distance[edge.from] || *paths.distance[edge.from] + edge.weight >= 0) continue;
      std::vector<std::size_t> cycle{i};
      for (std::uint32_t node = edge.from; node != kOrigin; node = edges_[cycle.back()].from)
        cycle.push_back(static_cast<std::size_t>(paths.parent[node]));
      found.push_back(constraints_of(cycle));
    }
    return found;
  }

  std::vector<ConstraintId> constraints_of(const std::vector<std::size_t>& cycle) const {
    std::vector<ConstraintId> ids;
    for (const std::size_t edge : cycle)
      if (edges_[edge].constraint) ids.push_back(edges_[edge].constraint);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  std::vector<DistanceEdge> edges_;
  std::size_t nodes_ = 0;
};

/// The same constraints over as few events as they name.
std::vector<TimeConstraint> renumbered(std::vector<TimeConstraint> some, std::size_t& events) {
  std::vector<EventId> named;
  for (const TimeConstraint& c : some) {
    named.push_back(c.event);
    if (c.other) named.push_back(c.other);
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  const auto number = [&](EventId id) {
    return EventId(static_cast<std::size_t>(std::lower_bound(named.begin(), named.end(), id) - named.begin()));
  };
  for (TimeConstraint& c : some) {
    c.event = number(c.event);
    if (c.other) c.other = number(c.other);
  }
  events = named.size();
  return some;
}

/// Leaves out one constraint after the other as long as the rest still cannot hold.
std::vector<ConstraintId> shortened(const std::vector<TimeConstraint>& all, std::vector<ConstraintId> set) {
  if (set.size() > kLongestShortened) return set;
  for (std::size_t i = 0; i < set.size();) {
    std::vector<TimeConstraint> rest;
    for (std::size_t k = 0; k < set.size(); ++k)
      if (k != i) rest.push_back(all[set[k].value]);
    std::size_t events = 0;
    const auto local = renumbered(std::move(rest), events);
    if (Attempt(events, local, in_order(local)).faults().empty()) {
      ++i;
    } else {
      set.erase(set.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  return set;
}

/// How firmly a constraint stands: what is assumed gives way to claims, and these to what the articles assert.
int firmness(const TimeConstraint& c) { return c.grounds.assumed ? 0 : c.grounds.claimed() ? 1 : 2; }

/// What of a conflict does not count: the least firm of it.
void drop(const TimeConflict& conflict, const std::vector<TimeConstraint>& all, std::vector<bool>& dropped) {
  int least = 2;
  for (const ConstraintId id : conflict.constraints) least = std::min(least, firmness(all[id.value]));
  for (const ConstraintId id : conflict.constraints)
    if (firmness(all[id.value]) == least) dropped[id.value] = true;
}

std::int64_t floor_day(std::int64_t ticks) {
  const std::int64_t day = ticks / kDayTicks;
  return ticks % kDayTicks < 0 ? day - 1 : day;
}

Day day_of(std::int64_t ticks) { return Day{std::chrono::days{floor_day(ticks)}}; }

/// Distances to the origin are those from it with every edge turned round.
std::vector<DistanceEdge> turned(std::vector<DistanceEdge> edges) {
  for (DistanceEdge& e : edges) std::swap(e.from, e.to);
  return edges;
}

}  // namespace

ConstraintId TimeNetwork::add(TimeConstraint constraint) {
  assert(constraint.event.value < events_);
  [[maybe_unused]] const bool alone = constraint.kind == ConstraintKind::date || constraint.kind == ConstraintKind::start;
  assert(alone || constraint.other.value < events_);
  constraints_.push_back(std::move(constraint));
  return ConstraintId(constraints_.size() - 1);
}

std::vector<TimeConflict> TimeNetwork::conflicts() const {
  const auto order = in_order(constraints_);
  std::vector<TimeConstraint> sorted;
  for (const ConstraintId id : order) sorted.push_back(constraints_[id.value]);
  std::vector<bool> dropped(sorted.size(), false);
  std::vector<TimeConflict> conflicts;
  while (true) {
    std::vector<ConstraintId> used;
    for (std::size_t i = 0; i < sorted.size(); ++i)
      if (!dropped[i]) used.emplace_back(i);
    const auto faults = Attempt(events_, sorted, used).faults();
    if (faults.empty()) break;
    for (const auto& fault : faults) {
      if (std::any_of(fault.begin(), fault.end(), [&](ConstraintId id) { return dropped[id.value]; })) continue;
      conflicts.push_back({shortened(sorted, fault)});
      drop(conflicts.back(), sorted, dropped);
    }
  }
  for (TimeConflict& conflict : conflicts) {
    for (ConstraintId& id : conflict.constraints) id = order[id.value];
    std::sort(conflict.constraints.begin(), conflict.constraints.end());
  }
  return conflicts;
}

std::vector<DayRange> TimeNetwork::bounds(const std::vector<TimeConflict>& conflicts, ActorId believed) const {
  const TimeViews views(*this, conflicts);
  std::vector<DayRange> bounds = views.common();
  if (!believed) return bounds;
  for (const auto& [event, range] : views.seen_by(believed)) bounds[event.value] = range;
  return bounds;
}

/// Latest days are distances from the origin; earliest days those to it, found with every edge turned round.
struct TimeViews::Impl {
  Impl(const TimeNetwork& network, const std::vector<TimeConflict>& conflicts)
      : all(network.constraints()), kept(kept_by_claimant(all, conflicts)), attempt(network.events(), all, kept[ActorId()]),
        backward(turned(attempt.edges())), to_latest(attempt.nodes(), attempt.edges()), to_earliest(attempt.nodes(), backward),
        latest(to_latest.shortest_paths()), earliest(to_earliest.shortest_paths()), common(network.events()) {
    for (std::size_t e = 0; e < common.size(); ++e) {
      if (const auto& d = earliest.distance[begin_node(EventId(e))]) common[e].earliest = day_of(-*d);
      if (const auto& d = latest.distance[end_node(EventId(e))]) common[e].latest = day_of(*d);
    }
  }

  /// Constraints that no conflict drops; what the articles assert or is assumed under no actor. Claims that nobody is
  /// named for belong to no view.
  static std::map<ActorId, std::vector<ConstraintId>> kept_by_claimant(const std::vector<TimeConstraint>& all,
                                                                      const std::vector<TimeConflict>& conflicts) {
    std::vector<bool> dropped(all.size(), false);
    for (const TimeConflict& conflict : conflicts) drop(conflict, all, dropped);
    std::map<ActorId, std::vector<ConstraintId>> kept;
    for (const ConstraintId id : in_order(all)) {
      const Grounds& grounds = all[id.value].grounds;
      const bool nobodys = grounds.claimed() && !grounds.claimed_by && !grounds.assumed;
      if (!dropped[id.value] && !nobodys) kept[grounds.assumed ? ActorId() : grounds.claimed_by].push_back(id);
    }
    return kept;
  }

  const std::vector<TimeConstraint>& all;
  std::map<ActorId, std::vector<ConstraintId>> kept;
  Attempt attempt;
  std::vector<DistanceEdge> backward;
  DistanceGraph to_latest, to_earliest;
  ShortestPaths latest, earliest;
  std::vector<DayRange> common;
};

TimeViews::TimeViews(const TimeNetwork& network, const std::vector<TimeConflict>& conflicts)
    : impl_(std::make_unique<const Impl>(network, conflicts)) {}
TimeViews::~TimeViews() = default;

const std::vector<DayRange>& TimeViews::common() const { return impl_->common; }

std::map<EventId, DayRange> TimeViews::seen_by(ActorId actor) const {
  std::map<EventId, DayRange> seen;
  const auto claims = impl_->kept.find(actor);
  if (!actor || claims == impl_->kept.end()) return seen;
  std::vector<DistanceEdge> edges;
  for (const ConstraintId id : claims->second) add_edges(impl_->all[id.value], id, edges);
  const auto narrow = [&](std::uint32_t node, std::optional<Day> DayRange::* bound, Day day) {
    const EventId event((node - 1) / 2);
    seen.try_emplace(event, impl_->common[event.value]).first->second.*bound = day;
  };
  for (const auto& [node, distance] : impl_->to_latest.shortened(impl_->latest, edges))
    if (node == end_node(EventId((node - 1) / 2))) narrow(node, &DayRange::latest, day_of(distance));
  for (const auto& [node, distance] : impl_->to_earliest.shortened(impl_->earliest, turned(edges)))
    if (node == begin_node(EventId((node - 1) / 2))) narrow(node, &DayRange::earliest, day_of(-distance));
  return seen;
}

}  // namespace fabula::graph
