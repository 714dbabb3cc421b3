#include "actors/name_weights.hpp"

namespace fabula::actors::detail {

NameWeights::NameWeights(const NameModels& models) : filter_((std::size_t{1} << kFilterBits) / 64, 0) {
  std::size_t size = 16;
  while (size < 2 * (models.first.hashes.size() + models.second.hashes.size())) size *= 2;
  mask_ = static_cast<std::uint32_t>(size - 1);
  slots_.resize(size);
  add(models.first, 0);
  add(models.second, 1);
}

std::int16_t* NameWeights::row_of(std::uint32_t hash) {
  const std::uint32_t bit = hash >> (32 - kFilterBits);
  filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  std::uint32_t at = hash & mask_;
  while (slots_[at].row != kNoRow && slots_[at].hash != hash) at = (at + 1) & mask_;
  if (slots_[at].row == kNoRow) {
    slots_[at] = {hash, used_++};
    rows_.resize(rows_.size() + 2 * kPadded, 0);
  }
  return rows_.data() + std::size_t{slots_[at].row} * 2 * kPadded;
}

void NameWeights::add(const NameModel& model, std::size_t pass) {
  for (std::size_t f = 0; f < model.hashes.size(); ++f) {
    std::int16_t* row = row_of(model.hashes[f]) + pass * kPadded;
    for (std::size_t y = 0; y < kLabels; ++y) row[y] = weight_of(model.rows[f * kLabels + y]);
  }
}

}  // namespace fabula::actors::detail
