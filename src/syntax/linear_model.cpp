#include "syntax/linear_model.hpp"

#include <algorithm>

namespace fabula::syntax {

void LinearModel::score(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
  std::fill(scores.begin(), scores.end(), 0);
  for (const std::uint64_t feature : features) {
    const std::int8_t* row = weights_.data() + (feature >> (64 - bits_)) * classes_;
    for (std::uint32_t c = 0; c < classes_; ++c) scores[c] += row[c];
  }
}

std::uint32_t LinearModel::best(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
  score(features, scores);
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void LinearModel::write(ModelWriter& out) const {
  out.value(classes_);
  out.value(bits_);
  out.array(weights_);
}

LinearModel LinearModel::read(ModelReader& in) {
  LinearModel model;
  model.classes_ = in.value<std::uint32_t>();
  model.bits_ = in.value<std::uint32_t>();
  model.weights_ = in.array<std::int8_t>();
  in.expect(model.bits_ >= 1 && model.bits_ <= 28 && model.classes_ >= 1 && model.classes_ <= 4096 &&
                model.weights_.size() == (std::size_t{model.classes_} << model.bits_),
            "the model is damaged: a weight table has the wrong size");
  return model;
}

}  // namespace fabula::syntax
