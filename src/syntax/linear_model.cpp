#include "syntax/linear_model.hpp"

#include <cmath>

namespace fabula::syntax {

void LinearModel::write(ModelWriter& out) const {
  out.value(bits_);
  out.value(unit_);
  out.array(weights_);
}

LinearModel LinearModel::read(ModelReader& in) {
  LinearModel model;
  model.bits_ = in.value<std::uint32_t>();
  model.unit_ = in.value<float>();
  model.weights_ = in.array<std::int8_t>();
  in.expect(std::isfinite(model.unit_) && model.bits_ >= 1 && model.bits_ <= 28 && model.weights_.size() == std::size_t{1} << model.bits_,
            "the model is damaged: a weight table has the wrong size");
  return model;
}

}  // namespace fabula::syntax
