#pragma once

#include "fabula/lang/pack.hpp"
#include "syntax/lemmatizer.hpp"
#include "syntax/network.hpp"
#include "syntax/segmenter.hpp"
#include "syntax/tag_votes.hpp"
#include "syntax/word_input.hpp"

namespace fabula::syntax {

/// All that is trained of one language, as one file of its pack.
struct Models {
  Segmenter segmenter;
  Lexicon lexicon;
  Lemmatizer lemmatizer;
  InputTables inputs;
  std::vector<std::string> atoms;
  std::vector<TagLabel> tags;
  std::vector<std::string> relations;
  Weights weights;
  std::vector<Weights> boundary_weights;  ///< of the segmenter's networks, which read `inputs` and `atoms` too

  /// @throws PackError FAB-PACK-010 the file is missing, damaged, truncated or of another version
  static Models load(const lang::Pack& pack);
  static Models load(const std::filesystem::path& file, SegmentRules rules);
  std::string file() const;
};

}  // namespace fabula::syntax
