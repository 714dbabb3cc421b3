#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "actors/name_model.hpp"

namespace fabula::actors::detail {

/// Sums of weights, one for each label; padded so that a row is a whole number of vector registers.
inline constexpr std::size_t kPadded = 32;
static_assert(kLabels <= kPadded);
using Scores = std::array<std::int32_t, kPadded>;

/// The weights of both passes in one hash table with open addressing, so that a feature that both passes see is looked up
/// once. A feature's two rows lie side by side.
class NameWeights {
 public:
  explicit NameWeights(const NameModels& models);

  void add_both(std::uint32_t hash, Scores& first, Scores& second) const {
    const std::int16_t* row = find(hash);
    if (!row) return;
    add_row(row, first);
    add_row(row + kPadded, second);
  }
  void add_second(std::uint32_t hash, Scores& second) const {
    if (const std::int16_t* row = find(hash)) add_row(row + kPadded, second);
  }

 private:
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFFu;
  static constexpr std::uint32_t kFilterBits = 20;
  struct Slot {
    std::uint32_t hash = 0, row = kNoRow;
  };

  static void add_row(const std::int16_t* row, Scores& scores) {
    for (std::size_t y = 0; y < kPadded; ++y) scores[y] += row[y];
  }
  const std::int16_t* find(std::uint32_t hash) const {
    const std::uint32_t bit = hash >> (32 - kFilterBits);
    if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return nullptr;  // most features of a text were never trained
    for (std::uint32_t at = hash & mask_;; at = (at + 1) & mask_) {
      if (slots_[at].row == kNoRow) return nullptr;
      if (slots_[at].hash == hash) return rows_.data() + std::size_t{slots_[at].row} * 2 * kPadded;
    }
  }
  std::int16_t* row_of(std::uint32_t hash);
  void add(const NameModel& model, std::size_t pass);

  std::uint32_t mask_ = 0, used_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> filter_;
  std::vector<std::int16_t> rows_;
};

}  // namespace fabula::actors::detail
