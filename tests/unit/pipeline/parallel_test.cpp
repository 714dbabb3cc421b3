#include "fabula/pipeline/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace fabula::pipeline {
namespace {

TEST(ForEachIndex, CallsEachIndexOnceWhateverTheThreads) {
  for (const unsigned jobs : {1U, 4U, 200U}) {
    std::vector<std::atomic<int>> calls(100);
    for_each_index(calls.size(), jobs, [&](std::size_t i) { ++calls[i]; });
    for (const auto& count : calls) EXPECT_EQ(count, 1);
  }
}

TEST(ForEachIndex, DoesTheOthersAndThrowsTheFirstError) {
  std::atomic<int> done = 0;
  const auto work = [&](std::size_t i) {
    ++done;
    if (i == 3 || i == 7) throw std::runtime_error(std::to_string(i));
  };
  try {
    for_each_index(10, 3, work);
    FAIL() << "nothing thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "3");
  }
  EXPECT_EQ(done, 10);
}

TEST(ForEachIndex, OfNothingDoesNothing) {
  for_each_index(0, 4, [](std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace fabula::pipeline
