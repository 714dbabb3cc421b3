#include "syntax/train/logistic.hpp"

#include <algorithm>
#include <cmath>

#include "syntax/matrix.hpp"

namespace fabula::syntax {
namespace {

constexpr float kRate = 0.05f;
constexpr float kSure = 1e-3f;           // smaller errors teach nothing
constexpr double kUncut = 0.9995;        // share of the weights that keep their size
constexpr float kLargest = 127;

}  // namespace

float Logistic::log_odds(std::span<const std::uint64_t> features) const {
  float sum = 0;
  for (const std::uint64_t f : features) sum += weights_[f >> (64 - bits_)];
  return sum;
}

bool Logistic::says(std::span<const std::uint64_t> features) const { return log_odds(features) > 0; }

void Logistic::learn(std::span<const std::uint64_t> features, bool yes) {
  time_ += 1;
  float score = log_odds(features);
  sigmoid(&score, 1);
  const float error = score - (yes ? 1.0f : 0.0f);
  if (std::abs(error) < kSure) return;
  for (const std::uint64_t f : features) {
    const std::uint64_t i = f >> (64 - bits_);
    moved_[i] += error * error;
    const float step = -kRate * error / std::sqrt(moved_[i]);
    weights_[i] += step;
    sums_[i] += step * time_;
  }
}

std::vector<float> Logistic::mean() const {
  std::vector<float> out(weights_.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = weights_[i] - static_cast<float>(sums_[i] / time_);
  return out;
}

LinearModel in_bytes(std::uint32_t bits, const std::vector<float>& weights) {
  std::vector<float> sizes;
  for (const float w : weights)
    if (w != 0) sizes.push_back(std::abs(w));
  float top = 1;
  if (!sizes.empty()) {
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * kUncut);
    std::nth_element(sizes.begin(), at, sizes.end());
    top = *at;
  }
  std::vector<std::int8_t> bytes(weights.size());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<std::int8_t>(std::lround(std::clamp(weights[i] / top * kLargest, -kLargest, kLargest)));
  return {bits, std::move(bytes), top / kLargest};
}

}  // namespace fabula::syntax
