#pragma once

#include "syntax/segmenter.hpp"
#include "syntax/train/joined_text.hpp"

namespace fabula::syntax {

/// What the segmenter learns from.
struct SegmenterData {
  const text::Doc& gold;               ///< a treebank, whose sentences are put one space apart
  const std::vector<JoinedText>& raw;  ///< raw texts, each other one in turn; may be empty
  const SegmentRules& rules;
  const Lexicon& lexicon;
};

/// Learns sentence ends and ambiguous multiword tokens.
Segmenter train_segmenter(const SegmenterData& data);

/// Trains the networks that are asked too, on stretches of the same texts; each of other orders of the sentences.
///
/// @param inputs, atoms  the tagger's tables, whose rows the networks' follow
std::vector<Weights> train_boundary_networks(const SegmenterData& data, const InputTables& inputs,
                                             const std::vector<std::string>& atoms);

}  // namespace fabula::syntax
