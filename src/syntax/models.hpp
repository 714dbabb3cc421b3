#pragma once

#include "fabula/lang/pack.hpp"
#include "syntax/morphology.hpp"
#include "syntax/parser.hpp"
#include "syntax/segmenter.hpp"
#include "syntax/tagger.hpp"

namespace fabula::syntax {

/// All that is trained of one language, as one file of its pack.
struct Models {
  Segmenter segmenter;
  LinearModel tagger;
  Morphology morphology;
  ParserModel parser;

  /// @throws PackError FAB-PACK-010 the file is missing, damaged, truncated or of another version
  static Models load(const lang::Pack& pack);
  std::string file() const;
};

}  // namespace fabula::syntax
