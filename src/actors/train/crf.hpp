#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "actors/name_model.hpp"

namespace fabula::actors::train {

/// A sentence as the trainer keeps it: rows of feature ids and the right labels.
struct Sequence {
  std::vector<std::vector<std::uint32_t>> features;
  std::vector<detail::Label> labels;
};

/// Trains a linear-chain conditional random field by stochastic gradient descent on the regularised likelihood (as Bottou's
/// crfsgd: the first step size is tried out, weights share one scale factor; but the step falls linearly to nothing).
class CrfTrainer {
 public:
  /// @param min_count  features seen less often are left out
  explicit CrfTrainer(std::uint32_t min_count) : min_count_(min_count) {}

  void count(std::span<const std::uint32_t> features);
  /// Fixes the features; call once after counting.
  void freeze();
  std::vector<std::uint32_t> ids(std::span<const std::uint32_t> features) const;

  /// @param lambda  strength of the L2 prior, per sentence
  void train(const std::vector<Sequence>& data, int epochs, double lambda);

  /// The model with its weights as small integers; rows without a weight are dropped.
  detail::NameModel model() const;

 private:
  double step(const Sequence& sequence, double rate);
  double probe(const std::vector<Sequence>& data, double rate, double lambda);

  std::uint32_t min_count_;
  std::unordered_map<std::uint32_t, std::uint32_t> counts_, id_of_;
  std::vector<std::uint32_t> hashes_;
  std::vector<float> weights_;      // kLabels a feature
  std::vector<float> transitions_;
  double scale_ = 1;
};

}  // namespace fabula::actors::train
