#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "syntax/linear_model.hpp"

namespace fabula::syntax {

/// Averaged perceptron (Collins 2002) over hashed features, the training side of LinearModel.
class Perceptron {
 public:
  Perceptron(std::uint32_t classes, std::uint32_t bits)
      : classes_(classes), bits_(bits), weights_(std::size_t{classes} << bits), sums_(weights_.size()) {}

  void score(std::span<const std::uint64_t> features, std::span<float> scores) const {
    std::fill(scores.begin(), scores.end(), 0.0f);
    for (const std::uint64_t f : features) {
      const float* row = weights_.data() + (f >> (64 - bits_)) * classes_;
      for (std::uint32_t c = 0; c < classes_; ++c) scores[c] += row[c];
    }
  }
  /// Moves weight from one class to another; call tick() once an example, updated or not.
  void update(std::span<const std::uint64_t> features, std::uint32_t right, std::uint32_t wrong) {
    for (const std::uint64_t f : features) {
      const std::size_t row = (f >> (64 - bits_)) * classes_;
      weights_[row + right] += 1;
      sums_[row + right] += time_;
      weights_[row + wrong] -= 1;
      sums_[row + wrong] -= time_;
    }
  }
  void tick() { time_ += 1; }

  /// The averaged weights, scaled to one byte; the few largest are cut.
  LinearModel model() const {
    std::vector<float> mean(weights_.size());
    std::vector<float> sizes;
    for (std::size_t i = 0; i < mean.size(); ++i) {
      mean[i] = static_cast<float>(weights_[i] - sums_[i] / time_);
      if (mean[i] != 0) sizes.push_back(std::abs(mean[i]));
    }
    float top = 1;
    if (!sizes.empty()) {
      auto at = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 0.9995);
      std::nth_element(sizes.begin(), at, sizes.end());
      top = *at;
    }
    std::vector<std::int8_t> bytes(mean.size());
    for (std::size_t i = 0; i < mean.size(); ++i)
      bytes[i] = static_cast<std::int8_t>(std::lround(std::clamp(mean[i] / top * 127, -127.0f, 127.0f)));
    return {classes_, bits_, std::move(bytes)};
  }

 private:
  std::uint32_t classes_, bits_;
  std::vector<float> weights_;
  std::vector<double> sums_;
  double time_ = 1;
};

}  // namespace fabula::syntax
