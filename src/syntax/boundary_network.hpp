#pragma once

#include <span>
#include <vector>

#include "fabula/text/doc.hpp"
#include "syntax/network.hpp"

namespace fabula::syntax {

/// A second opinion on where sentences end, of a small network of the tagger's make: it reads the tokens on both sides of a
/// gap and labels the last token of a sentence. It shares the tagger's tables of words and affixes.
class BoundaryNetwork {
 public:
  static constexpr std::uint32_t kInside = 0, kEnd = 1, kLabels = 2;
  /// Tokens on each side of a stretch that are read with it and not labelled. Training does likewise.
  static constexpr std::uint32_t kMargin = 16;

  /// Widths and units; the tables' sizes are those of `inputs` and the atoms.
  static NetworkSizes sizes(const InputTables& inputs, std::size_t atoms);

  /// @param class_atoms  rows of the atom table for each class of the lexicon
  BoundaryNetwork(Weights weights, InputTables inputs, std::vector<std::vector<std::uint32_t>> class_atoms);

  /// Log odds that a sentence ends after each of the tokens [begin, end); those from `first` on to `last` may be read too.
  std::vector<float> log_odds(const std::vector<text::Token>& tokens, std::uint32_t begin, std::uint32_t end,
                              std::uint32_t first, std::uint32_t last, const Lexicon& lexicon) const;

 private:
  InputTables inputs_;
  Network network_;
};

/// What networks say of one paragraph on the average, asked for only where it is needed.
class BoundaryOpinion {
 public:
  /// @param networks  none: no opinion, 0 everywhere
  BoundaryOpinion(std::span<const BoundaryNetwork> networks, const std::vector<text::Token>& tokens, std::uint32_t begin,
                  std::uint32_t end, const Lexicon& lexicon);

  /// Log odds that a sentence ends after the token; no more than kMost either way.
  float log_odds(std::uint32_t at);
  static constexpr float kMost = 10;

 private:
  static constexpr std::uint32_t kStretch = 16;  // tokens labelled together
  std::span<const BoundaryNetwork> networks_;
  const std::vector<text::Token>& tokens_;
  const Lexicon& lexicon_;
  std::uint32_t begin_, end_;
  std::vector<std::vector<float>> stretches_;
};

}  // namespace fabula::syntax
