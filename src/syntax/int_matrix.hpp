#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fabula::syntax {

/// Rows of floats as 12-bit integers, each row with a scale of its own; rows are padded to an even length.
class IntRows {
 public:
  /// The longest row; with it the largest possible sum of products still fits 32 bits.
  static constexpr std::size_t kLongest = 512;
  static constexpr std::int32_t kLimit = 2047;

  IntRows(std::size_t rows, std::size_t k) : k_((k + 1) / 2 * 2), values_(rows * k_), scale_(rows) {}
  /// Takes over the first k values of a row.
  void set(std::size_t row, const float* x, std::size_t k);
  /// The same of values that are known to be within [-top, top].
  void set_within(std::size_t row, const float* x, std::size_t k, float top);

  std::size_t k() const { return k_; }
  std::size_t rows() const { return scale_.size(); }
  const std::int16_t* row(std::size_t r) const { return values_.data() + r * k_; }
  float scale(std::size_t r) const { return scale_[r]; }

 private:
  std::size_t k_;
  std::vector<std::int16_t> values_;
  std::vector<float> scale_;
};

/// The right factor of a product of such rows: 12-bit integers with a scale for each column, in panels of sixteen columns
/// where two values of a column stand side by side.
class IntPanels {
 public:
  static constexpr std::size_t kWidth = 16;

  IntPanels() = default;
  /// @param values  k rows of n values, row by row; k is at most IntRows::kLongest
  IntPanels(std::span<const float> values, std::size_t k, std::size_t n);

  std::size_t k() const { return k_; }
  std::size_t n() const { return n_; }
  const std::int16_t* panel(std::size_t p) const { return data_.data() + p * k_ * kWidth; }
  const float* scales(std::size_t p) const { return scale_.data() + p * kWidth; }

 private:
  std::size_t k_ = 0, n_ = 0;
  std::vector<std::int16_t> data_;
  std::vector<float> scale_;  // padded to whole panels
};

/// c += a b: the first m rows of `a`; `c` has m rows of b.n() values that begin `c_step` apart.
///
/// The sums are exact integers, so the result does not depend on the order of summation nor on the width of vectors: the
/// same floats on every machine. AVX2 is used where the processor has it, at twice the speed of floats.
void multiply_add(const IntRows& a, std::size_t m, const IntPanels& b, float* c, std::size_t c_step);
/// The same without special instructions.
void multiply_add_plain(const IntRows& a, std::size_t m, const IntPanels& b, float* c, std::size_t c_step);

}  // namespace fabula::syntax
