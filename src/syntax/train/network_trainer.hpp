#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#include "syntax/network.hpp"

namespace fabula::syntax {

/// Labels of tag and features that a word may have, and the share of each; the shares make one.
using LabelShares = std::vector<std::pair<std::uint32_t, float>>;

/// One training sentence as rows of tables and numbers of classes.
struct Example {
  std::vector<WordInput> inputs;
  std::vector<LabelShares> tags;
  std::vector<std::uint32_t> relations;
  std::vector<std::int32_t> heads;  ///< index in the sentence, -1 for the root
  std::vector<float> tag_weights, tree_weights;  ///< of the errors of each word; 1 where empty

  float tag_weight(std::size_t word) const { return tag_weights.empty() ? 1 : tag_weights[word]; }
  float tree_weight(std::size_t word) const { return tree_weights.empty() ? 1 : tree_weights[word]; }
};

struct TrainingOptions {
  std::uint32_t epochs = 24;
  std::uint32_t words_per_batch = 480;
  float rate = 2.5e-3f;
  float input_dropout = 0.2f, layer_dropout = 0.33f, head_dropout = 0.33f;
  float word_dropout = 0.5f;     ///< a word of frequency f is hidden with probability d / (d + f)
  float lexicon_dropout = 0.08f;
  float counts_dropout = 0.15f;  ///< of what the word list's counts tell alone
  float upos_share = 0.5f;  ///< of the first layer's loss that asks for the universal tag alone, whatever the features
  std::uint64_t seed = 1;
};

/// Trains the network with Adam by back-propagation, one thread, the same result every time.
class NetworkTrainer {
 public:
  /// @param class_atoms  rows of atoms of each lexical class, then once more without what the word list's counts tell
  /// @param upos_of_tag  universal tag of each label
  NetworkTrainer(const NetworkSizes& sizes, std::vector<std::vector<std::uint32_t>> class_atoms,
                 std::vector<std::uint32_t> word_counts, std::vector<std::uint8_t> upos_of_tag,
                 const TrainingOptions& options);

  /// @param examples     seen in every epoch
  /// @param silver       labelled by other networks: each half is seen in every other epoch
  /// @param after_epoch  called with the epoch's number (from 1) and mean loss a word
  void train(const std::vector<Example>& examples, const std::vector<Example>& silver,
             const std::function<void(std::uint32_t, float)>& after_epoch);
  const Weights& weights() const { return weights_; }
  Weights& weights() { return weights_; }

  /// Adds the gradient of the mean loss a word of some sentences; for the tests too.
  float accumulate(const std::vector<const Example*>& examples);
  const Weights& gradient() const { return gradient_; }

 private:
  struct Batch;
  struct LayerTrace;
  float uniform();
  std::vector<float> mask(std::size_t n, float rate);
  void initialize();
  void lay_out(const std::vector<const Example*>& examples, Batch& batch);
  void run_layer(const Packing& packing, Part wx, const Matrix& in, Matrix& out, LayerTrace& trace) const;
  void layer_backward(const Packing& packing, Part wx, const Matrix& in, const LayerTrace& trace, const Matrix& out,
                      const Matrix& d_out, Matrix& d_in);
  float heads_pass(Batch& batch);
  float upos_pass(Batch& batch);
  void affine_backward(Part w, Part b, const Matrix& in, const Matrix& d_out, Matrix* d_in);
  float tag_loss(float* p, const LabelShares& labels, float scale) const;
  void update();

  TrainingOptions options_;
  std::vector<std::vector<std::uint32_t>> class_atoms_;
  std::vector<std::uint32_t> word_counts_;
  std::vector<std::uint8_t> upos_of_tag_;
  Weights weights_, gradient_;
  std::vector<float> mean_, variance_;
  std::uint64_t steps_ = 0, total_steps_ = 1;
  std::mt19937_64 random_;
};

}  // namespace fabula::syntax
