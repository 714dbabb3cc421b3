#pragma once

#include "syntax/models.hpp"

namespace fabula::syntax {

/// Runs the network over the sentences of a Doc and writes what it says into the words.
class Annotator {
 public:
  explicit Annotator(Models models);

  enum Steps : std::uint8_t { kTag = 1, kParse = 2, kBoth = 3 };
  /// kTag fills upos, feats and lemma; kParse head and deprel, from the tags that the words have; kBoth does all in one
  /// pass, the parser seeing how sure the tagger is.
  void run(text::Doc& doc, Steps steps) const;

  void segment(text::Doc& doc) const { segmenter_.segment(doc, lexicon_); }

 private:
  /// A stretch of one sentence, short enough for the parser.
  struct Piece {
    std::uint32_t begin = 0, end = 0;  // words of the Doc
    bool first = true;                 // of its sentence
  };
  static std::vector<std::uint8_t> first_tags_of(const Lexicon& lexicon);
  static std::vector<Piece> pieces_of(const text::Doc& doc);
  void run_batch(text::Doc& doc, std::span<const Piece> pieces, Steps steps) const;
  void write_tags(text::Doc& doc, std::span<const Piece> pieces, const Packing& packing, std::span<const WordInput> inputs,
                  const Matrix& labels, const Matrix& upos) const;
  Matrix given_tags(const text::Doc& doc, std::span<const Piece> pieces, const Packing& packing) const;
  void write_tree(text::Doc& doc, const Piece& piece, const Matrix& head_inputs, std::uint32_t row) const;

  Segmenter segmenter_;
  Lexicon lexicon_;
  Lemmatizer lemmatizer_;
  InputTables inputs_;
  std::vector<TagLabel> tags_;
  TagCounter tag_counter_;
  std::vector<std::uint8_t> first_tags_;  // of each lexical class, see first_tags_of()
  std::vector<std::string> relations_;
  std::int64_t root_relation_ = -1;
  Network network_;
};

}  // namespace fabula::syntax
