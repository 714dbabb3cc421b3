#include "fabula/graph/time_network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace fabula::graph {
namespace {

constexpr int kRounds = 200;

/// Random constraints over a few events within a few months, many of which cannot hold together.
TimeNetwork random_network(std::mt19937& random, std::size_t events, std::size_t constraints) {
  TimeNetwork network(events);
  const auto below = [&](std::size_t n) { return random() % n; };
  for (std::size_t i = 0; i < constraints; ++i) {
    TimeConstraint c;
    c.event = EventId(below(events));
    c.kind = static_cast<ConstraintKind>(below(7));
    if (below(3) == 0) c.grounds.claimed_by = ActorId(below(3));
    if (c.kind == ConstraintKind::date || c.kind == ConstraintKind::start) {
      const Day first{std::chrono::days{18000 + static_cast<int>(below(60))}};
      c.days = {first, first + std::chrono::days{static_cast<int>(below(20))}};
      if (below(4) == 0) c.days.latest.reset();
    } else {
      c.other = EventId(below(events));
    }
    network.add(c);
  }
  return network;
}

bool within(const DayRange& inner, const DayRange& outer) {
  return (!outer.earliest || (inner.earliest && *inner.earliest >= *outer.earliest)) &&
         (!outer.latest || (inner.latest && *inner.latest <= *outer.latest));
}

TEST(TimeNetworkLaws, TighteningNeverWidensADateThatCounts) {
  std::mt19937 random(1);
  for (int round = 0; round < kRounds; ++round) {
    const TimeNetwork network = random_network(random, 8, 14);
    const auto conflicts = network.conflicts();
    const auto bounds = network.bounds(conflicts);
    for (std::size_t i = 0; i < network.constraints().size(); ++i) {
      const TimeConstraint& c = network.constraints()[i];
      const bool disputed = std::any_of(conflicts.begin(), conflicts.end(), [&](const TimeConflict& f) {
        return std::binary_search(f.constraints.begin(), f.constraints.end(), ConstraintId(i));
      });
      if (c.kind == ConstraintKind::date && !c.grounds.claimed_by && !disputed) {
        EXPECT_TRUE(within(bounds[c.event.value], c.days)) << "round " << round;
      }
    }
  }
}

TEST(TimeNetworkLaws, BoundsAreNeverEmpty) {
  std::mt19937 random(2);
  for (int round = 0; round < kRounds; ++round) {
    const TimeNetwork network = random_network(random, 8, 20);
    for (const DayRange& b : network.bounds(network.conflicts())) {
      if (b.earliest && b.latest) { EXPECT_LE(*b.earliest, *b.latest) << "round " << round; }
    }
  }
}

TEST(TimeNetworkLaws, TighteningIsIdempotent) {
  std::mt19937 random(3);
  for (int round = 0; round < kRounds; ++round) {
    TimeNetwork network = random_network(random, 8, 14);
    const auto conflicts = network.conflicts();
    const auto bounds = network.bounds(conflicts);
    for (std::size_t e = 0; e < bounds.size(); ++e)
      if (!bounds[e].open()) network.add({ConstraintKind::date, EventId(e), {}, bounds[e], {}});
    EXPECT_EQ(network.bounds(conflicts), bounds) << "round " << round;
  }
}

TEST(TimeNetworkLaws, NothingDependsOnTheOrderOfConstraints) {
  std::mt19937 random(4);
  for (int round = 0; round < kRounds; ++round) {
    const TimeNetwork network = random_network(random, 8, 16);
    std::vector<std::size_t> order(network.constraints().size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    TimeNetwork shuffled(network.events());
    for (const std::size_t i : order) shuffled.add(network.constraints()[i]);
    const auto conflicts = network.conflicts(), again = shuffled.conflicts();
    EXPECT_EQ(conflicts.size(), again.size());
    EXPECT_EQ(network.bounds(conflicts), shuffled.bounds(again)) << "round " << round;
  }
}

/// The slow twin: Floyd and Warshall over all pairs, in whole days with orders that allow the same day.
std::vector<DayRange> slow_bounds(const TimeNetwork& network) {
  constexpr std::int64_t kFar = 1'000'000'000;
  const std::size_t nodes = 2 * network.events() + 1;
  std::vector<std::vector<std::int64_t>> d(nodes, std::vector<std::int64_t>(nodes, kFar));
  const auto limit = [&](std::size_t from, std::size_t to, std::int64_t w) { d[from][to] = std::min(d[from][to], w); };
  const auto begin = [](EventId e) { return 1 + 2 * std::size_t{e.value}; };
  for (std::size_t e = 0; e < network.events(); ++e) limit(2 + 2 * e, 1 + 2 * e, 0);
  for (const TimeConstraint& c : network.constraints()) {
    if (c.kind == ConstraintKind::date || c.kind == ConstraintKind::start) {
      const std::size_t last = begin(c.event) + (c.kind == ConstraintKind::date ? 1 : 0);
      if (c.days.earliest) limit(begin(c.event), 0, -c.days.earliest->time_since_epoch().count());
      if (c.days.latest) limit(0, last, c.days.latest->time_since_epoch().count());
    } else if (c.event != c.other && c.kind == ConstraintKind::begins_first) {
      limit(begin(c.other), begin(c.event), 0);
    } else if (c.event != c.other && c.kind == ConstraintKind::ends_first) {
      limit(begin(c.other) + 1, begin(c.event) + 1, 0);
    } else if (c.event != c.other && c.kind == ConstraintKind::before) {
      limit(begin(c.other), begin(c.event) + 1, 0);
    } else if (c.event != c.other) {
      limit(begin(c.event), begin(c.other), 0);
      limit(begin(c.other) + 1, begin(c.event) + 1, 0);
      if (c.kind == ConstraintKind::during) continue;
      limit(begin(c.other), begin(c.event), 0);
      limit(begin(c.event) + 1, begin(c.other) + 1, 0);
    }
  }
  for (std::size_t k = 0; k < nodes; ++k)
    for (std::size_t i = 0; i < nodes; ++i)
      for (std::size_t j = 0; j < nodes; ++j)
        if (d[i][k] < kFar && d[k][j] < kFar) limit(i, j, d[i][k] + d[k][j]);
  std::vector<DayRange> bounds(network.events());
  for (std::size_t e = 0; e < bounds.size(); ++e) {
    if (d[1 + 2 * e][0] < kFar) bounds[e].earliest = Day{std::chrono::days{-d[1 + 2 * e][0]}};
    if (d[0][2 + 2 * e] < kFar) bounds[e].latest = Day{std::chrono::days{d[0][2 + 2 * e]}};
  }
  return bounds;
}

TEST(TimeNetworkLaws, AgreesWithAllPairsShortestPaths) {
  std::mt19937 random(5);
  int compared = 0;
  for (int round = 0; round < 3 * kRounds; ++round) {
    TimeNetwork asserted(6);
    const TimeNetwork drawn = random_network(random, 6, 7);
    for (TimeConstraint c : drawn.constraints()) {
      c.grounds = {};
      asserted.add(c);
    }
    if (!asserted.conflicts().empty()) continue;
    ++compared;
    EXPECT_EQ(asserted.bounds({}), slow_bounds(asserted)) << "round " << round;
  }
  EXPECT_GT(compared, 50);
}

}  // namespace
}  // namespace fabula::graph
