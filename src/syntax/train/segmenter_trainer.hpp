#pragma once

#include "syntax/segmenter.hpp"

namespace fabula::syntax {

/// Learns sentence ends and ambiguous multiword tokens from a treebank whose sentences stand one space apart.
Segmenter train_segmenter(const text::Doc& gold, const SegmentRules& rules, const Lexicon& lexicon);

}  // namespace fabula::syntax
