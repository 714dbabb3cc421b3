#include "actors/train/crf.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <limits>
#include <random>
#include <span>
#include <utility>

namespace fabula::actors::train {
namespace {

using detail::kLabels;
using detail::kOutside;
using detail::Label;
using detail::may_follow;
using Row = std::array<double, kLabels>;

constexpr float kNegligible = 0.002f;  // features whose weights are all below this part of the largest are dropped

/// The pairs of labels that may follow each other; most may not.
const std::vector<std::pair<std::uint8_t, std::uint8_t>>& allowed_pairs() {
  static const auto kPairs = [] {
    std::vector<std::pair<std::uint8_t, std::uint8_t>> pairs;
    for (std::uint8_t x = 0; x < kLabels; ++x)
      for (std::uint8_t y = 0; y < kLabels; ++y)
        if (may_follow(x, y)) pairs.emplace_back(x, y);
    return pairs;
  }();
  return kPairs;
}

double normalise(Row& row) {
  double sum = 0;
  for (const double v : row) sum += v;
  for (double& v : row) v /= sum;
  return sum;
}

}  // namespace

void CrfTrainer::count(std::span<const std::uint32_t> features) {
  for (const std::uint32_t f : features) ++counts_[f];
}

void CrfTrainer::freeze() {
  for (const auto& [hash, count] : counts_)
    if (count >= min_count_) hashes_.push_back(hash);
  std::sort(hashes_.begin(), hashes_.end());
  for (std::uint32_t i = 0; i < hashes_.size(); ++i) id_of_.emplace(hashes_[i], i);
  counts_.clear();
  weights_.assign(hashes_.size() * kLabels, 0.0f);
  transitions_.assign(kLabels * kLabels, 0.0f);
  scale_ = 1;
}

std::vector<std::uint32_t> CrfTrainer::ids(std::span<const std::uint32_t> features) const {
  std::vector<std::uint32_t> ids;
  for (const std::uint32_t f : features)
    if (const auto it = id_of_.find(f); it != id_of_.end()) ids.push_back(it->second);
  return ids;
}

double CrfTrainer::step(const Sequence& sequence, double rate) {
  const std::size_t n = sequence.labels.size();
  const auto& pairs = allowed_pairs();
  std::vector<Row> emission(n), alpha(n, Row{}), beta(n, Row{});  // probabilities, each row normalised
  std::vector<double> follow(kLabels * kLabels, 0.0);
  for (const auto& [x, y] : pairs) follow[x * kLabels + y] = std::exp(transitions_[x * kLabels + y] * scale_);
  double log_z = 0, gold = 0;
  for (std::size_t t = 0; t < n; ++t) {
    std::array<float, kLabels> sum{};
    for (const std::uint32_t f : sequence.features[t]) {
      const float* row = weights_.data() + std::size_t{f} * kLabels;
      for (std::size_t y = 0; y < kLabels; ++y) sum[y] += row[y];
    }
    const double top = *std::max_element(sum.begin(), sum.end()) * scale_;
    for (std::size_t y = 0; y < kLabels; ++y) emission[t][y] = std::exp(sum[y] * scale_ - top);
    log_z += top;
    gold += sum[sequence.labels[t]] * scale_;
    if (t == 0)
      for (std::size_t y = 0; y < kLabels; ++y) alpha[t][y] = may_follow(kOutside, static_cast<Label>(y)) ? 1 : 0;
    else
      for (const auto& [x, y] : pairs) alpha[t][y] += alpha[t - 1][x] * follow[x * kLabels + y];
    for (std::size_t y = 0; y < kLabels; ++y) alpha[t][y] *= emission[t][y];
    log_z += std::log(normalise(alpha[t]));
    if (t > 0) gold += transitions_[sequence.labels[t - 1] * kLabels + sequence.labels[t]] * scale_;
  }
  double ends = 0;
  for (std::size_t x = 0; x < kLabels; ++x) {
    beta[n - 1][x] = may_follow(static_cast<Label>(x), kOutside) ? 1 : 0;
    ends += alpha[n - 1][x] * beta[n - 1][x];
  }
  log_z += std::log(ends);
  for (std::size_t t = n - 1; t-- > 0;) {
    for (const auto& [x, y] : pairs) beta[t][x] += follow[x * kLabels + y] * emission[t + 1][y] * beta[t + 1][y];
    normalise(beta[t]);
  }
  const float pace = static_cast<float>(rate / scale_);
  std::vector<float> pair_delta(kLabels * kLabels, 0.0f);
  for (std::size_t t = 0; t < n; ++t) {
    Row marginal;
    for (std::size_t y = 0; y < kLabels; ++y) marginal[y] = alpha[t][y] * beta[t][y];
    normalise(marginal);
    std::array<float, kLabels> delta;
    for (std::size_t y = 0; y < kLabels; ++y) delta[y] = -pace * static_cast<float>(marginal[y]);
    delta[sequence.labels[t]] += pace;
    for (const std::uint32_t f : sequence.features[t]) {
      float* row = weights_.data() + std::size_t{f} * kLabels;
      for (std::size_t y = 0; y < kLabels; ++y) row[y] += delta[y];
    }
    if (t == 0) continue;
    pair_delta[sequence.labels[t - 1] * kLabels + sequence.labels[t]] += pace;
    double sum = 0;
    for (const auto& [x, y] : pairs) sum += alpha[t - 1][x] * follow[x * kLabels + y] * emission[t][y] * beta[t][y];
    for (const auto& [x, y] : pairs)
      pair_delta[x * kLabels + y] -=
          pace * static_cast<float>(alpha[t - 1][x] * follow[x * kLabels + y] * emission[t][y] * beta[t][y] / sum);
  }
  for (std::size_t i = 0; i < pair_delta.size(); ++i) transitions_[i] += pair_delta[i];
  return log_z - gold;
}

/// The loss after a short run at one rate, from zero weights; for finding the first step size.
double CrfTrainer::probe(const std::vector<Sequence>& data, double rate, double lambda) {
  const std::size_t n = std::min<std::size_t>(500, data.size());
  double loss = 0;
  for (std::size_t i = 0; i < n; ++i) {
    loss += step(data[i], rate);
    scale_ *= 1 - rate * lambda;
  }
  std::fill(weights_.begin(), weights_.end(), 0.0f);
  std::fill(transitions_.begin(), transitions_.end(), 0.0f);
  scale_ = 1;
  return loss;
}

void CrfTrainer::train(const std::vector<Sequence>& data, int epochs, double lambda) {
  double rate = 0.1, best = std::numeric_limits<double>::infinity();
  for (const double candidate : {0.4, 0.2, 0.1, 0.05, 0.025}) {
    const double loss = probe(data, candidate, lambda);
    if (loss < best) {
      best = loss;
      rate = candidate;
    }
  }
  std::mt19937 random(1);
  std::vector<std::uint32_t> order(data.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  double left = static_cast<double>(order.size()) * epochs;
  const double all = left;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    double loss = 0;
    for (const std::uint32_t i : order) {
      const double eta = rate * left / all;
      if (!data[i].labels.empty()) loss += step(data[i], eta);
      scale_ *= 1 - eta * lambda;
      left -= 1;
    }
    std::cerr << "  epoch " << epoch + 1 << ": loss " << loss / static_cast<double>(data.size()) << '\n';
  }
}

detail::NameModel CrfTrainer::model() const {
  float top = 0;
  for (const float w : weights_) top = std::max(top, std::abs(w));
  if (top == 0) top = 1;
  const auto small = [&](float w) {
    const float root = std::sqrt(std::min(1.0f, std::abs(w) / top)) * 127.0f;
    return static_cast<std::int8_t>(std::lround(std::copysign(root, w)));
  };
  std::vector<std::int32_t> transitions;
  std::vector<std::int8_t> rows;
  std::vector<std::uint32_t> hashes;
  for (const float w : transitions_)
    transitions.push_back(static_cast<std::int32_t>(std::lround(std::clamp(w / top, -1000.0f, 1000.0f) * detail::kLargestWeight)));
  for (std::size_t f = 0; f < hashes_.size(); ++f) {
    const float* row = weights_.data() + f * kLabels;
    if (std::all_of(row, row + kLabels, [&](float w) { return std::abs(w) < kNegligible * top; })) continue;
    hashes.push_back(hashes_[f]);
    for (std::size_t y = 0; y < kLabels; ++y) rows.push_back(small(row[y]));
  }
  return {std::move(transitions), std::move(hashes), std::move(rows)};
}

}  // namespace fabula::actors::train
