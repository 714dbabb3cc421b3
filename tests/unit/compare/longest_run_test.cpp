#include "compare/longest_run.hpp"

#include <gtest/gtest.h>

#include <random>

namespace fabula {
namespace {

/// Length by trying every predecessor.
std::size_t slow_length(const std::vector<int>& values) {
  std::vector<std::size_t> best(values.size(), 1);
  std::size_t longest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      if (values[j] <= values[i]) best[i] = std::max(best[i], best[j] + 1);
    longest = std::max(longest, best[i]);
  }
  return longest;
}

TEST(LongestRun, NeverFallsAndIsAsLongAsCanBe) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<int> values(random() % 30);
    for (int& v : values) v = static_cast<int>(random() % 10);
    const auto run = compare::longest_run(values);
    EXPECT_EQ(run.size(), slow_length(values));
    for (std::size_t i = 1; i < run.size(); ++i) {
      EXPECT_LT(run[i - 1], run[i]);
      EXPECT_LE(values[run[i - 1]], values[run[i]]);
    }
  }
}

}  // namespace
}  // namespace fabula
