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

/// A yes or no from hashed features: each owns one small weight. Features whose hashes collide share it, which training
/// sees and learns around (Ganchev & Dredze 2008).
class LinearModel {
 public:
  LinearModel() = default;
  /// @param weights  1 << bits of them
  /// @param unit     log odds that a weight of one stands for
  LinearModel(std::uint32_t bits, std::vector<std::int8_t> weights, float unit)
      : bits_(bits), unit_(unit), weights_(std::move(weights)) {}

  /// The sum of the features' weights; positive means yes.
  std::int32_t score(std::span<const std::uint64_t> features) const {
    std::int32_t sum = 0;
    for (const std::uint64_t feature : features) sum += weights_[feature >> (64 - bits_)];
    return sum;
  }
  /// The same as log odds of yes.
  float log_odds(std::span<const std::uint64_t> features) const { return static_cast<float>(score(features)) * unit_; }

  void write(ModelWriter& out) const;
  static LinearModel read(ModelReader& in);

 private:
  std::uint32_t bits_ = 0;
  float unit_ = 1;
  std::vector<std::int8_t> weights_;
};

}  // namespace fabula::syntax
