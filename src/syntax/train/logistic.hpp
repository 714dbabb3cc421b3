#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "syntax/linear_model.hpp"

namespace fabula::syntax {

/// Logistic regression over hashed features, the training side of LinearModel: one step an example whose size falls with
/// what each weight has moved already (AdaGrad, Duchi et al. 2011), and the mean of all weights on the way.
class Logistic {
 public:
  explicit Logistic(std::uint32_t bits)
      : bits_(bits), weights_(std::size_t{1} << bits), moved_(weights_.size(), 1e-6f), sums_(weights_.size()) {}

  /// Whether the answer is yes, as far as learnt.
  bool says(std::span<const std::uint64_t> features) const;
  void learn(std::span<const std::uint64_t> features, bool yes);
  /// The mean of the weights on the way.
  std::vector<float> mean() const;

 private:
  float log_odds(std::span<const std::uint64_t> features) const;

  std::uint32_t bits_;
  std::vector<float> weights_, moved_;
  std::vector<double> sums_;
  double time_ = 1;
};

/// Weights scaled to one byte; the few largest are cut.
LinearModel in_bytes(std::uint32_t bits, const std::vector<float>& weights);

}  // namespace fabula::syntax
