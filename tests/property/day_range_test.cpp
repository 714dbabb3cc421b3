#include "fabula/base/day_range.hpp"

#include <gtest/gtest.h>

#include <random>

#include "support/random_days.hpp"

namespace fabula {
namespace {

using testing::random_range;

constexpr int kRounds = 2000;

TEST(DayRangeLaws, OneOfThreeRelationsHolds) {
  std::mt19937 random(1);
  for (int round = 0; round < kRounds; ++round) {
    const DayRange a = random_range(random), b = random_range(random);
    EXPECT_EQ(before(a, b) + before(b, a) + overlap(a, b), 1) << round;
    EXPECT_EQ(overlap(a, b), overlap(b, a)) << round;
  }
}

TEST(DayRangeLaws, BeforeIsAStrictOrder) {
  std::mt19937 random(2);
  for (int round = 0; round < kRounds; ++round) {
    const DayRange a = random_range(random), b = random_range(random), c = random_range(random);
    EXPECT_FALSE(before(a, a)) << round;
    if (before(a, b) && before(b, c)) {
      EXPECT_TRUE(before(a, c)) << round;
    }
  }
}

TEST(DayRangeLaws, ContainsIsAnOrder) {
  std::mt19937 random(3);
  for (int round = 0; round < kRounds; ++round) {
    const DayRange a = random_range(random), b = random_range(random), c = random_range(random);
    EXPECT_TRUE(contains(a, a)) << round;
    if (contains(a, b) && contains(b, a)) {
      EXPECT_EQ(a, b) << round;
    }
    if (contains(a, b) && contains(b, c)) {
      EXPECT_TRUE(contains(a, c)) << round;
    }
    if (contains(a, b)) {
      EXPECT_TRUE(overlap(a, b)) << round;
    }
  }
}

TEST(DayRangeLaws, IntersectionIsTheLargestRangeWithinBoth) {
  std::mt19937 random(4);
  for (int round = 0; round < kRounds; ++round) {
    const DayRange a = random_range(random), b = random_range(random), c = random_range(random);
    const auto both = intersection(a, b);
    ASSERT_EQ(both.has_value(), overlap(a, b)) << round;
    EXPECT_EQ(intersection(a, a), a) << round;
    EXPECT_EQ(both, intersection(b, a)) << round;
    EXPECT_EQ(intersection(a, DayRange{}), a) << round;
    if (!both) continue;
    EXPECT_TRUE(contains(a, *both) && contains(b, *both)) << round;
    if (contains(a, c) && contains(b, c)) {
      EXPECT_TRUE(contains(*both, c)) << round;
    }
    EXPECT_EQ(contains(a, b), *both == b) << round;
  }
}

TEST(DayRangeLaws, IntersectionDoesNotDependOnGrouping) {
  std::mt19937 random(5);
  for (int round = 0; round < kRounds; ++round) {
    const DayRange a = random_range(random), b = random_range(random), c = random_range(random);
    const auto ab = intersection(a, b), bc = intersection(b, c);
    const auto left = ab ? intersection(*ab, c) : std::nullopt;
    const auto right = bc ? intersection(a, *bc) : std::nullopt;
    EXPECT_EQ(left, right) << round;
  }
}

}  // namespace
}  // namespace fabula
