#pragma once

#include "syntax/segmenter.hpp"

namespace fabula::syntax {

/// Learns sentence ends and ambiguous multiword tokens from a treebank whose sentences stand one space apart.
Segmenter train_segmenter(const text::Doc& gold, const SegmentRules& rules, const Lexicon& lexicon);

/// Trains the networks that are asked too, on stretches of sentences joined likewise; each of other orders.
///
/// @param inputs, atoms  the tagger's tables, whose rows the networks' follow
std::vector<Weights> train_boundary_networks(const text::Doc& gold, const SegmentRules& rules, const Lexicon& lexicon,
                                             const InputTables& inputs, const std::vector<std::string>& atoms);

}  // namespace fabula::syntax
