#include "syntax/train/segmenter_trainer.hpp"

#include <algorithm>
#include <random>

#include "fabula/base/unicode.hpp"
#include "syntax/train/logistic.hpp"
#include "syntax/train/network_trainer.hpp"

namespace fabula::syntax {
namespace {

using Gap = JoinedText::Gap;

constexpr int kRounds = 10;
// Sentences change places with others this near: they meet new neighbours, but of their own kind of text.
constexpr std::size_t kNear = 20;
// The mean of so many models, each of other orders of the sentences, decides: it is one linear model again, but depends
// less on the orders (Breiman 1996).
constexpr int kModels = 16;
// The mean of so many networks is asked; each sees so many orders, in stretches of so many tokens.
constexpr std::uint64_t kNetworks = 2;
constexpr int kOrders = 4;
constexpr std::size_t kStretch = 64;
constexpr std::uint32_t kNetworkEpochs = 3;
constexpr float kNetworkDropout = 0.5f;  // of states: it learns the sentences by heart in no time
constexpr std::uint32_t kBoundaryBits = 20, kMultiwordBits = 14;

std::vector<std::size_t> shuffled(std::size_t n, std::mt19937_64& random) {
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  for (std::size_t b = 0; b < n; b += kNear)
    for (std::size_t i = std::min(kNear, n - b); i > 1; --i) std::swap(order[b + i - 1], order[b + random() % i]);
  return order;
}

JoinedText in_any_order(const SegmenterData& data, std::mt19937_64& random) {
  return join_sentences(data.gold, shuffled(data.gold.sentences.size(), random), data.rules);
}

void learn_boundaries(const JoinedText& text, const Lexicon& lexicon, Logistic& boundary) {
  const auto n = static_cast<std::uint32_t>(text.tokens.size());
  BoundaryFeatures gaps(text.tokens, 0, n, lexicon);
  std::uint32_t first = 0;
  for (std::uint32_t t = 0; t + 1 < n; ++t) {
    const bool end = text.gaps[t] == Gap::end;
    if (gaps.possible(t)) boundary.learn(gaps.of(t, first), end);
    if (end) first = t + 1;
  }
}

/// Learns from gaps behind words alone: that full stops end paragraphs says nothing of those within.
void learn_layout(const JoinedText& text, const Lexicon& lexicon, Logistic& boundary) {
  const auto n = static_cast<std::uint32_t>(text.tokens.size());
  BoundaryFeatures gaps(text.tokens, 0, n, lexicon);
  std::uint32_t first = 0;
  for (std::uint32_t t = 0; t + 1 < n; ++t) {
    bool end = text.gaps[t] == Gap::end;
    if (gaps.possible(t)) {
      const std::span<const std::uint64_t> features = gaps.of(t, first);
      if (text.gaps[t] == Gap::open) end = boundary.says(features);
      if (is_plain_word(text.tokens[t])) boundary.learn(features, end);
    }
    if (end) first = t + 1;
  }
}

void learn_multiwords(const text::Doc& gold, const SegmentRules& rules, const Lexicon& lexicon, Logistic& multiword) {
  std::vector<std::uint64_t> features;
  for (const text::Sentence& s : gold.sentences)
    for (std::uint32_t t = s.first_token; t < s.end_token; ++t) {
      const auto rule = rules.multiwords.find(fold(gold.tokens[t].form));
      if (rule == rules.multiwords.end() || !rule->second.ambiguous) continue;
      multiword_features(gold.tokens, t, s.first_token, s.end_token, lexicon, features);
      multiword.learn(features, gold.tokens[t].end_word - gold.tokens[t].first_word > 1);
    }
}

/// The mean of several models of the same gaps, seen in other orders.
LinearModel train_boundaries(const SegmenterData& data) {
  std::mt19937_64 random(1);
  std::vector<float> mean(std::size_t{1} << kBoundaryBits);
  for (int m = 0; m < kModels; ++m) {
    Logistic boundary(kBoundaryBits);
    for (std::size_t round = 0; round < kRounds; ++round) {
      for (std::size_t i = round % 2; round > 0 && i < data.raw.size(); i += 2)
        learn_layout(data.raw[i], data.lexicon, boundary);
      learn_boundaries(in_any_order(data, random), data.lexicon, boundary);
    }
    const std::vector<float> one = boundary.mean();
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += one[i] / kModels;
  }
  return in_bytes(kBoundaryBits, mean);
}

/// The tokens [begin, end) with kMargin more on each side, which carry no weight.
Example stretch(const JoinedText& text, std::size_t begin, std::size_t end, const InputTables& inputs, const Lexicon& lexicon) {
  const std::size_t from = begin - std::min<std::size_t>(begin, BoundaryNetwork::kMargin),
                    to = std::min(end + BoundaryNetwork::kMargin, text.tokens.size());
  Example e;
  for (std::size_t t = from; t < to; ++t) {
    e.inputs.push_back(inputs.input(text.tokens[t].form, false, lexicon));
    e.tags.push_back({{text.gaps[t] == Gap::end ? BoundaryNetwork::kEnd : BoundaryNetwork::kInside, 1.0f}});
    e.tag_weights.push_back(t >= begin && t < end && text.gaps[t] != Gap::open ? 1.0f : 0.0f);
  }
  e.heads.assign(to - from, -1);
  e.relations.assign(to - from, 0);
  e.tree_weights.assign(to - from, 0);
  return e;
}

/// Words that no example holds are all read alike.
void forget_unseen(Weights& weights, const std::vector<std::uint32_t>& word_counts) {
  for (std::size_t w = 1; w < word_counts.size(); ++w)
    if (word_counts[w] == 0) std::copy_n(weights.row(Part::word, 0), weights.cols(Part::word), weights.row(Part::word, w));
}

/// What a network learns from, and how often it sees each row of the table of words.
struct Stretches {
  std::vector<Example> examples;
  std::vector<std::uint32_t> word_counts;
};

void add_stretches(Stretches& out, const JoinedText& text, std::size_t first_size, const InputTables& inputs,
                   const Lexicon& lexicon) {
  const std::size_t n = text.tokens.size();
  for (std::size_t begin = 0, end = first_size; begin < n; begin = end, end += kStretch)
    out.examples.push_back(stretch(text, begin, std::min(end, n), inputs, lexicon));
}

void count_words(Stretches& out, const JoinedText& text, const InputTables& inputs, const Lexicon& lexicon) {
  for (const text::Token& token : text.tokens) ++out.word_counts[inputs.input(token.form, false, lexicon).word];
}

Stretches stretches_of(const SegmenterData& data, const InputTables& inputs, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Stretches out{.examples = {}, .word_counts = std::vector<std::uint32_t>(inputs.words())};
  for (int order = 0; order < kOrders; ++order) {
    const JoinedText text = in_any_order(data, random);
    add_stretches(out, text, 1 + random() % kStretch, inputs, data.lexicon);
    if (order == 0) count_words(out, text, inputs, data.lexicon);
  }
  for (std::size_t i = seed % 2; i < data.raw.size(); i += 2) {
    add_stretches(out, data.raw[i], kStretch, inputs, data.lexicon);
    count_words(out, data.raw[i], inputs, data.lexicon);
  }
  return out;
}

Weights train_boundary_network(const SegmenterData& data, const InputTables& inputs, const std::vector<std::string>& atoms,
                               std::uint64_t seed) {
  const Stretches stretches = stretches_of(data, inputs, seed);
  TrainingOptions options;
  options.epochs = kNetworkEpochs;
  options.seed = seed;
  options.counts_dropout = 0;
  options.layer_dropout = options.head_dropout = kNetworkDropout;
  NetworkTrainer trainer(BoundaryNetwork::sizes(inputs, atoms.size()), atoms_of_classes(data.lexicon, atoms),
                         stretches.word_counts, {BoundaryNetwork::kInside, BoundaryNetwork::kEnd}, options);
  trainer.train(stretches.examples, {}, [](std::uint32_t, float) {});
  forget_unseen(trainer.weights(), stretches.word_counts);
  return trainer.weights();
}

}  // namespace

std::vector<Weights> train_boundary_networks(const SegmenterData& data, const InputTables& inputs,
                                             const std::vector<std::string>& atoms) {
  std::vector<Weights> networks;
  for (std::uint64_t seed = 1; seed <= kNetworks; ++seed)
    networks.push_back(train_boundary_network(data, inputs, atoms, seed));
  return networks;
}

Segmenter train_segmenter(const SegmenterData& data) {
  Logistic multiword(kMultiwordBits);
  for (int round = 0; round < kRounds; ++round) learn_multiwords(data.gold, data.rules, data.lexicon, multiword);
  return Segmenter(data.rules, train_boundaries(data), in_bytes(kMultiwordBits, multiword.mean()));
}

}  // namespace fabula::syntax
