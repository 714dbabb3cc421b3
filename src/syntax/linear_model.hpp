#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/model_file.hpp"

namespace fabula::syntax {

/// Joins a feature's number and its parts to one hash. Order counts.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDull;
  return h ^ (h >> 29);
}
template <class... Rest>
std::uint64_t mix(std::uint64_t a, std::uint64_t b, Rest... rest) {
  return mix(mix(a, b), static_cast<std::uint64_t>(rest)...);
}

/// A linear classifier over hashed features: each feature owns a row of one small weight a class. Rows are shared by
/// features whose hashes collide, which training sees and learns around (Ganchev & Dredze 2008).
class LinearModel {
 public:
  LinearModel() = default;
  /// @param weights  (1 << bits) rows of `classes` weights
  LinearModel(std::uint32_t classes, std::uint32_t bits, std::vector<std::int8_t> weights)
      : classes_(classes), bits_(bits), weights_(std::move(weights)) {}

  std::uint32_t classes() const { return classes_; }
  /// Adds up the rows of the features; `scores` has one place a class and is overwritten.
  void score(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;
  /// The class that scores best, the first of equals.
  std::uint32_t best(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;

  void write(ModelWriter& out) const;
  static LinearModel read(ModelReader& in);

 private:
  std::uint32_t classes_ = 0;
  std::uint32_t bits_ = 0;
  std::vector<std::int8_t> weights_;
};

}  // namespace fabula::syntax
