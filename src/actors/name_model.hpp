#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "actors/name_features.hpp"
#include "syntax/model_file.hpp"

namespace fabula::actors::detail {

/// The weights of a linear-chain conditional random field (Lafferty et al. 2001) over hashed features, as a model file has
/// them: small integers. Only features that training kept have a row.
struct NameModel {
  std::vector<std::int32_t> transitions = std::vector<std::int32_t>(kLabels * kLabels);  ///< from × to
  std::vector<std::uint32_t> hashes;  ///< ascending
  std::vector<std::int8_t> rows;      ///< kLabels weights for each hash

  void write(syntax::ModelWriter& out) const;
  static NameModel read(syntax::ModelReader& in);
};

/// Weights are kept as signed square roots in one byte, so that small ones survive: many of them together outweigh a large
/// one. Transitions are kept on the same scale.
inline constexpr std::int32_t kLargestWeight = 127 * 127;
constexpr std::int16_t weight_of(std::int8_t root) { return static_cast<std::int16_t>(root * (root < 0 ? -root : root)); }

/// Both passes of the name recogniser; the second sees the labels of the first.
struct NameModels {
  NameModel first, second;

  /// @throws PackError FAB-PACK-010 the file is missing, truncated, damaged or of another version
  static NameModels load(const std::filesystem::path& path);
  std::string file() const;
};

}  // namespace fabula::actors::detail
