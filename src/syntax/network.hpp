#pragma once

#include <memory>
#include <span>
#include <vector>

#include "syntax/int_matrix.hpp"
#include "syntax/lstm.hpp"
#include "syntax/weights.hpp"
#include "syntax/word_input.hpp"

namespace fabula::syntax {

/// The tagger and parser: two bidirectional LSTM layers over the words of a sentence. The first one's states give the
/// tags; the expected tag embedding joins them as the input of the second, whose states give heads by a biaffine score
/// and relations by a small feed-forward network.
///
/// @source Kiperwasser & Goldberg 2016, Dozat & Manning 2017 (biaffine heads), Zhang & Weiss 2016 (tags within the net)
class Network {
 public:
  /// @param class_atoms  rows of the atom table for each class of the lexicon
  Network(Weights weights, std::vector<std::vector<std::uint32_t>> class_atoms);

  const NetworkSizes& sizes() const { return weights_.sizes(); }

  /// First-layer states of packed sentences, one row a word.
  Matrix encode(const Packing& packing, std::span<const WordInput> inputs) const;
  /// Scores of each tag, one row a word.
  Matrix tag_scores(const Matrix& states) const;
  /// Second-layer states from the first's and from each word's expected tag embedding.
  Matrix encode_tagged(const Packing& packing, const Matrix& states, const Matrix& tag_embeddings) const;
  /// Probability-weighted tag embeddings; turns the scores into probabilities.
  Matrix expected_tags(Matrix& scores) const;
  const float* tag_embedding(std::size_t tag) const { return weights_.row(Part::tag_embedding, tag); }

  /// Probabilities of the universal tags by the second layer's states, one row a word.
  Matrix upos_probabilities(const Matrix& states) const;
  /// What the states say of words as dependents and as heads: the input of arc_scores and relation.
  Matrix head_inputs(const Matrix& states) const;
  /// Scores of arcs of the sentence at rows [begin, begin + n): row d; column 0 the root, column h + 1 word h.
  Matrix arc_scores(const Matrix& head_inputs, std::size_t begin, std::size_t n) const;
  /// Scores of each relation of the words at rows [begin, begin + n) to their heads, one row a word.
  ///
  /// @param heads  index in the sentence, negative for the root
  Matrix relation_scores(const Matrix& head_inputs, std::size_t begin, std::span<const std::int32_t> heads) const;

 private:
  struct Layer {
    IntPanels wx, wh;
    std::vector<float> bias;
  };
  Layer layer(Part wx) const;
  void run(const Layer& layer, bool reversed, const Packing& packing, const Matrix& inputs, Matrix& out) const;
  void embed(const WordInput& input, float* out) const;

  Weights weights_;
  Matrix class_vectors_;  // sum of the atoms' rows of each lexical class
  Layer l1f_, l1b_, l2f_, l2b_;
  IntPanels tag_w1_, tag_w2_, heads_w_, arc_u_, relation_w_, upos_w_;
  Panels tag_embedding_;
};

/// out += the row
void add_row(float* out, const float* row, std::size_t n);

}  // namespace fabula::syntax
