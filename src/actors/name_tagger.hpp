#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "actors/name_weights.hpp"
#include "fabula/actors/names.hpp"

namespace fabula::actors::detail {

/// Labels the tokens of tagged Docs with both passes of a model. Immutable.
class NameTagger {
 public:
  explicit NameTagger(const NameModels& models);

  /// Labels of all tokens.
  std::vector<Label> label(const text::Doc& doc, const Lexicon& lexicon) const;
  /// Those of the first pass alone.
  std::vector<Label> label_first(const text::Doc& doc, const Lexicon& lexicon) const;

 private:
  /// Weights of transitions to each label: from the labels that may stand before it, ascending.
  struct Step {
    Label from;
    std::int32_t weight;
  };
  using Steps = std::vector<std::vector<Step>>;

  static Steps steps_of(const NameModel& model);
  void score(NameFeatures& features, const text::Doc& doc, std::vector<Scores>& first, std::vector<Scores>& second) const;
  /// Labels of all tokens by Viterbi's algorithm, sentence by sentence.
  static std::vector<Label> decode(const text::Doc& doc, std::span<const Scores> scores, const Steps& steps);

  NameWeights weights_;
  Steps first_, second_;
};

/// The names that labels spell.
std::vector<NameMention> names_of(const text::Doc& doc, const std::vector<Label>& labels);

}  // namespace fabula::actors::detail
