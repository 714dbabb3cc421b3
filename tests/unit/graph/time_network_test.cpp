#include "fabula/graph/time_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/base/edtf.hpp"

namespace fabula::graph {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Grounds claimed_by(std::size_t actor) {
  Grounds grounds;
  grounds.claimed_by = ActorId(actor);
  return grounds;
}

TimeConstraint date(std::size_t event, const char* edtf, Grounds grounds = {}) {
  return {ConstraintKind::date, EventId(event), {}, *edtf_range(edtf), grounds};
}

TimeConstraint order(std::size_t event, ConstraintKind kind, std::size_t other, Grounds grounds = {}) {
  return {kind, EventId(event), EventId(other), {}, grounds};
}

std::vector<std::string> bounds(const TimeNetwork& network, ActorId believed = {}) {
  std::vector<std::string> all;
  for (const DayRange& range : network.bounds(network.conflicts(), believed)) all.push_back(edtf_of(range));
  return all;
}

TEST(TimeNetwork, TightensAnEventByItsNeighbours) {
  TimeNetwork network(4);
  network.add(date(0, "2022-02-24"));
  network.add(order(1, ConstraintKind::before, 0));
  network.add(order(2, ConstraintKind::during, 0));
  network.add(order(3, ConstraintKind::same_time, 1));
  network.add(date(3, "2022"));
  EXPECT_THAT(network.conflicts(), IsEmpty());
  EXPECT_THAT(bounds(network), ElementsAre("2022-02-24", "2022-01-01/2022-02-24", "2022-02-24", "2022-01-01/2022-02-24"));
}

TEST(TimeNetwork, AllowsStrictOrderWithinOneDay) {
  TimeNetwork network(2);
  network.add(date(0, "2022-02-24"));
  network.add(date(1, "2022-02-24"));
  network.add(order(0, ConstraintKind::before, 1));
  EXPECT_THAT(network.conflicts(), IsEmpty());
}

TEST(TimeNetwork, FindsACircleOfOrders) {
  TimeNetwork network(3);
  network.add(order(0, ConstraintKind::before, 1));
  network.add(order(1, ConstraintKind::before, 2));
  network.add(order(2, ConstraintKind::during, 0));
  const auto conflicts = network.conflicts();
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_THAT(conflicts[0].constraints, ElementsAre(ConstraintId(0), ConstraintId(1), ConstraintId(2)));
}

TEST(TimeNetwork, DoesNotDateAnAssertionByAClaim) {
  TimeNetwork network(2);
  network.add(date(0, "2022-02-24"));
  network.add(order(1, ConstraintKind::before, 0, claimed_by(7)));
  EXPECT_THAT(bounds(network), ElementsAre("2022-02-24", ""));
  EXPECT_THAT(bounds(network, ActorId(7)), ElementsAre("2022-02-24", "../2022-02-24"));
}

// One source dates an arrival, another puts the same deliveries before an offensive that came earlier.
TEST(TimeNetwork, ExplainsAConflictOfSourcesAndKeepsTheRest) {
  constexpr std::size_t kArrival = 0, kDeliveries = 1, kOffensive = 2, kSanctions = 3, kReport = 4;
  TimeNetwork network(5);
  network.add(date(kReport, "2022-10-16"));
  const auto arrival = network.add(date(kArrival, "2022-08-19", claimed_by(0)));
  const auto same = network.add(order(kArrival, ConstraintKind::during, kDeliveries));
  const auto offensive = network.add(date(kOffensive, "2022-02-24"));
  const auto before = network.add(order(kDeliveries, ConstraintKind::before, kOffensive, claimed_by(1)));
  network.add(order(kOffensive, ConstraintKind::before, kSanctions));
  network.add(order(kSanctions, ConstraintKind::before, kReport));
  const auto conflicts = network.conflicts();
  ASSERT_EQ(conflicts.size(), 1u);
  EXPECT_THAT(conflicts[0].constraints, ElementsAre(arrival, same, offensive, before));
  EXPECT_THAT(bounds(network), ElementsAre("", "", "2022-02-24", "2022-02-24/2022-10-16", "2022-10-16"));
}

TEST(TimeNetwork, DropsAllOfAConflictThatNobodyClaims) {
  TimeNetwork network(2);
  network.add(date(0, "2022-03-01"));
  network.add(date(0, "2022-03-04"));
  network.add(date(1, "2022-03-04"));
  EXPECT_EQ(network.conflicts().size(), 1u);
  EXPECT_THAT(bounds(network), ElementsAre("", "2022-03-04"));
}

TEST(TimeNetwork, TellsNothingOfEventsWithoutConstraints) {
  TimeNetwork network(2);
  network.add(date(0, "2022"));
  network.add(order(1, ConstraintKind::before, 1));
  EXPECT_THAT(bounds(network), ElementsAre("2022", ""));
  EXPECT_THAT(TimeNetwork(0).conflicts(), IsEmpty());
}

}  // namespace
}  // namespace fabula::graph
