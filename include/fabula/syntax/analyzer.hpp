#pragma once

#include <memory>

#include "fabula/lang/pack.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// The syntax of one language: segmentation rules from its pack, and the trained models for tags, features, lemmas and
/// dependencies. Loaded once; const functions may be called from several threads.
class Analyzer {
 public:
  /// @throws PackError FAB-PACK-010 the model is missing, damaged, truncated or of another version
  static Analyzer load(const lang::Pack& pack);
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  /// Fills sentences, tokens and words of the analysed paragraphs of an article, from segmentation to tree.
  text::Doc analyze(text::Article article) const;

  /// Sentences, tokens and words with spans only.
  void segment(text::Doc& doc) const;
  /// Upos, feats, lemma, head and deprel in one pass (needs words). The best analysis of tokens that are given: the parser
  /// sees how sure the tagger is. Every sentence is one tree.
  void annotate(text::Doc& doc) const;
  /// Upos, feats, lemma alone (needs words).
  void tag(text::Doc& doc) const;
  /// Head and deprel alone, from the tags that the words have. Every sentence is one tree.
  void parse(text::Doc& doc) const;

 private:
  struct Impl;
  explicit Analyzer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace fabula::syntax
