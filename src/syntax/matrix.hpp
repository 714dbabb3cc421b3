#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace fabula::syntax {

/// A matrix of floats in rows.
struct Matrix {
  std::size_t rows = 0, cols = 0;
  std::vector<float> data;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), cols(c), data(r * c) {}
  float* row(std::size_t r) { return data.data() + r * cols; }
  const float* row(std::size_t r) const { return data.data() + r * cols; }
};

/// The right factor of a product, laid out in panels of sixteen columns so that a product reads it straight through.
class Panels {
 public:
  static constexpr std::size_t kWidth = 16;

  Panels() = default;
  /// @param values  k rows of n values, row by row
  Panels(std::span<const float> values, std::size_t k, std::size_t n);
  /// The same of the transposed matrix: `values` has n rows of k values.
  static Panels transposed(std::span<const float> values, std::size_t k, std::size_t n);

  std::size_t k() const { return k_; }
  std::size_t n() const { return n_; }
  const float* panel(std::size_t p) const { return data_.data() + p * k_ * kWidth; }

 private:
  std::size_t k_ = 0, n_ = 0;
  std::vector<float> data_;
};

/// c = a b, or c += a b: `a` has m rows of b.k() values that begin `a_step` apart, `c` m rows of b.n() that begin `c_step`
/// apart.
///
/// Each sum is taken in the order of k with separate multiplication and addition, whatever the vector width: the same
/// floats on every machine, so that an analysis never depends on where it was made.
void multiply(const float* a, std::size_t m, std::size_t a_step, const Panels& b, float* c, std::size_t c_step,
              bool accumulate);

/// In place 1 / (1 + e^-x) and tanh x, relative error below 1e-6; no libm, whose last bits differ between machines.
void sigmoid(float* x, std::size_t n);
void tangent(float* x, std::size_t n);
/// In place e^(x - max) / sum, the softmax.
void softmax(float* x, std::size_t n);
/// In place x > 0 ? x : 0.1 x.
void leaky(float* x, std::size_t n);

}  // namespace fabula::syntax
