#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "actors/name_features.hpp"
#include "syntax/model_file.hpp"

namespace fabula::actors::detail {

/// A linear-chain conditional random field (Lafferty et al. 2001) over hashed features with small integer weights. Only
/// features that training kept have a row.
class NameModel {
 public:
  NameModel() = default;
  /// @param transitions  kLabels × kLabels, from × to
  /// @param hashes       ascending; one row of kLabels weights each
  NameModel(std::vector<std::int32_t> transitions, std::vector<std::uint32_t> hashes, std::vector<std::int8_t> rows);

  /// The best labels of one sentence (Viterbi), appended to `labels`.
  void label(NameFeatures& features, const text::Sentence& sentence, std::vector<Label>& labels) const;

  void write(syntax::ModelWriter& out) const;
  static NameModel read(syntax::ModelReader& in);

 private:
  void index();

  std::vector<std::int32_t> transitions_;
  std::vector<std::uint32_t> hashes_;
  std::vector<std::int8_t> rows_;
  std::unordered_map<std::uint32_t, std::uint32_t> row_of_;
};

/// Weights are kept as signed square roots in one byte, so that small ones survive: many of them together outweigh a large
/// one. Transitions are kept on the same scale.
inline constexpr std::int32_t kLargestWeight = 127 * 127;
constexpr std::int32_t weight_of(std::int8_t root) { return std::int32_t{root} * (root < 0 ? -root : root); }

/// The part of a feature's hash that models keep.
constexpr std::uint32_t kept_hash(std::uint64_t feature) { return static_cast<std::uint32_t>(feature >> 32); }

/// Both passes of the name recogniser; the second sees the labels of the first.
struct NameModels {
  NameModel first, second;

  /// @throws PackError FAB-PACK-010 the file is missing, truncated, damaged or of another version
  static NameModels load(const std::filesystem::path& path);
  std::string file() const;

  /// Labels of all tokens of a tagged Doc.
  std::vector<Label> label(const text::Doc& doc, const Lexicon& lexicon) const;
};

/// The names that labels spell.
std::vector<NameMention> names_of(const text::Doc& doc, const std::vector<Label>& labels);

}  // namespace fabula::actors::detail
