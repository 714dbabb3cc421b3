#include "syntax/int_matrix.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fabula::syntax {
namespace {

float value(std::size_t i) { return static_cast<float>(static_cast<int>(i * 37 % 61) - 30) / 8.0f; }

struct Product {
  std::vector<float> wide, plain, exact;
};

Product product(std::size_t m, std::size_t k, std::size_t n) {
  IntRows rows(m, k);
  std::vector<float> a(m * k), b(k * n);
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = value(i);
  for (std::size_t i = 0; i < b.size(); ++i) b[i] = value(i + 7);
  for (std::size_t r = 0; r < m; ++r) rows.set(r, a.data() + r * k, k);
  const IntPanels panels(b, k, n);
  Product out;
  out.wide = out.plain = out.exact = std::vector<float>(m * n, 1);
  multiply_add(rows, m, panels, out.wide.data(), n);
  multiply_add_plain(rows, m, panels, out.plain.data(), n);
  for (std::size_t r = 0; r < m; ++r)
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t i = 0; i < k; ++i) out.exact[r * n + j] += a[r * k + i] * b[i * n + j];
  return out;
}

TEST(IntMatrix, MultipliesAlmostExactly) {
  for (const std::size_t m : {1, 2, 5, 8})
    for (const std::size_t n : {1, 16, 54})
      for (const std::size_t k : {1, 9, 256}) {
        const Product p = product(m, k, n);
        for (std::size_t i = 0; i < p.exact.size(); ++i)
          EXPECT_NEAR(p.plain[i], p.exact[i], 0.01f * static_cast<float>(k)) << m << ' ' << k << ' ' << n;
      }
}

TEST(IntMatrix, GivesTheSameFloatsWithAndWithoutWideInstructions) {
  for (const std::size_t m : {1, 3, 7})
    for (const std::size_t n : {5, 32, 70}) {
      const Product p = product(m, 131, n);
      EXPECT_EQ(p.wide, p.plain);
    }
}

TEST(IntMatrix, LargestRowsDoNotOverflow) {
  const std::size_t k = IntRows::kLongest;
  IntRows rows(1, k);
  rows.set(0, std::vector<float>(k, 3).data(), k);
  std::vector<float> sums(1, 0);
  multiply_add(rows, 1, IntPanels(std::vector<float>(k, 5), k, 1), sums.data(), 1);
  EXPECT_NEAR(sums[0], 15.0f * static_cast<float>(k), 1);
}

TEST(IntMatrix, RowsOfZeroesStayZero) {
  IntRows rows(1, 4);
  rows.set(0, std::vector<float>(4, 0).data(), 4);
  std::vector<float> sums(2, 0);
  multiply_add(rows, 1, IntPanels(std::vector<float>(8, 0), 4, 2), sums.data(), 2);
  EXPECT_EQ(sums, (std::vector<float>{0, 0}));
}

}  // namespace
}  // namespace fabula::syntax
