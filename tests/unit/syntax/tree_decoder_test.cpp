#include "syntax/tree_decoder.hpp"

#include <gtest/gtest.h>

#include <random>

namespace fabula::syntax {
namespace {

bool is_tree(const std::vector<std::int32_t>& heads) {
  int roots = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) {
    roots += heads[w] == kRootHead;
    std::int32_t at = static_cast<std::int32_t>(w);
    for (std::size_t steps = 0; at != kRootHead; at = heads[static_cast<std::size_t>(at)])
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

float total(const Matrix& scores, const std::vector<std::int32_t>& heads) {
  float sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) sum += scores.row(d)[heads[d] + 1];
  return sum;
}

// The slow twin: every assignment of heads.
float best_by_enumeration(const Matrix& scores) {
  const std::size_t n = scores.rows;
  std::vector<std::int32_t> heads(n, kRootHead);
  float best = -1e30f;
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t d = 0;
    while (d < n && ++heads[d] == static_cast<std::int32_t>(n)) heads[d++] = kRootHead;
    if (d == n) return best;
  }
}

Matrix random_scores(std::size_t n, std::mt19937& random) {
  Matrix scores(n, n + 1);
  for (float& x : scores.data) x = static_cast<float>(random() % 1000) / 100.0f;
  return scores;
}

TEST(TreeDecoder, FindsTheBestTreeOfSmallGraphs) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const Matrix scores = random_scores(1 + random() % 5, random);
    const auto heads = best_tree(scores);
    ASSERT_TRUE(is_tree(heads));
    EXPECT_NEAR(total(scores, heads), best_by_enumeration(scores), 1e-3f);
  }
}

TEST(TreeDecoder, GivesOneTreeForLargeGraphs) {
  std::mt19937 random(6);
  for (const std::size_t n : {50, 120, 200}) EXPECT_TRUE(is_tree(best_tree(random_scores(n, random))));
  EXPECT_TRUE(is_tree(best_tree(Matrix(200, 201)))) << "all scores equal";
}

TEST(TreeDecoder, HasNothingToSayOfNoWords) { EXPECT_TRUE(best_tree(Matrix()).empty()); }

}  // namespace
}  // namespace fabula::syntax
