#include "syntax/matrix.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fabula::syntax {
namespace {

float value(std::size_t i) { return static_cast<float>(static_cast<int>(i * 37 % 23) - 11) / 8.0f; }

TEST(Matrix, MultipliesLikeTheDefinition) {
  for (const std::size_t m : {1, 2, 6, 13})
    for (const std::size_t n : {1, 16, 54, 80}) {
      const std::size_t k = 9;
      std::vector<float> a(m * k), b(k * n), c(m * n, 1), turned(n * k);
      for (std::size_t i = 0; i < a.size(); ++i) a[i] = value(i);
      for (std::size_t i = 0; i < b.size(); ++i) b[i] = value(i + 5);
      for (std::size_t i = 0; i < k; ++i)
        for (std::size_t j = 0; j < n; ++j) turned[j * k + i] = b[i * n + j];
      std::vector<float> d = c;
      multiply(a.data(), m, k, Panels(b, k, n), c.data(), n, true);
      multiply(a.data(), m, k, Panels::transposed(turned, k, n), d.data(), n, false);
      for (std::size_t i = 0; i < m; ++i)
        for (std::size_t j = 0; j < n; ++j) {
          float sum = 0;
          for (std::size_t x = 0; x < k; ++x) sum += a[i * k + x] * b[x * n + j];
          EXPECT_NEAR(c[i * n + j], 1 + sum, 1e-4f);
          EXPECT_NEAR(d[i * n + j], sum, 1e-4f);
        }
    }
}

TEST(Matrix, SigmoidAndTangentAreClose) {
  for (float x = -100; x < 100; x += 0.37f) {
    float s = x, t = x;
    sigmoid(&s, 1);
    tangent(&t, 1);
    EXPECT_NEAR(s, 1 / (1 + std::exp(-x)), 1e-6f);
    EXPECT_NEAR(t, std::tanh(x), 1e-6f);
  }
}

TEST(Matrix, SoftmaxSumsToOneWhateverTheSize) {
  for (const std::size_t n : {1, 7, 8, 9, 40}) {
    std::vector<float> x(n);
    for (std::size_t i = 0; i < n; ++i) x[i] = value(i) * 30;
    softmax(x.data(), n);
    float sum = 0;
    for (const float p : x) sum += p;
    EXPECT_NEAR(sum, 1, 1e-5f);
  }
}

}  // namespace
}  // namespace fabula::syntax
