#include "syntax/train/segmenter_trainer.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "fabula/base/unicode.hpp"
#include "syntax/train/logistic.hpp"

namespace fabula::syntax {
namespace {

constexpr int kRounds = 10;
// Sentences change places with others this near: they meet new neighbours, but of their own kind of text.
constexpr std::size_t kNear = 20;
// The mean of so many models, each of other orders of the sentences, decides: it is one linear model again, but depends
// less on the orders (Breiman 1996).
constexpr int kModels = 16;
constexpr std::uint32_t kBoundaryBits = 20, kMultiwordBits = 14;

std::vector<std::size_t> shuffled(std::size_t n, std::mt19937_64& random) {
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  for (std::size_t b = 0; b < n; b += kNear)
    for (std::size_t i = std::min(kNear, n - b); i > 1; --i) std::swap(order[b + i - 1], order[b + random() % i]);
  return order;
}

/// Sentences one space apart, cut into tokens, and the place in the text where each ends.
struct Joined {
  text::Doc doc;
  std::vector<std::uint32_t> ends;
};

Joined join(const text::Doc& gold, const std::vector<std::size_t>& order, const SegmentRules& rules) {
  Joined out;
  std::u32string all;
  for (const std::size_t s : order) {
    if (!all.empty()) all += U' ';
    all += to_utf32(gold.slice(gold.sentences[s].span));
    out.ends.push_back(static_cast<std::uint32_t>(all.size()));
  }
  Segmenter::add_tokens(out.doc, all, 0, rules);
  return out;
}

void learn_boundaries(const Joined& text, const Lexicon& lexicon, Logistic& boundary) {
  const std::vector<text::Token>& tokens = text.doc.tokens;
  const auto n = static_cast<std::uint32_t>(tokens.size());
  BoundaryFeatures gaps(tokens, 0, n, lexicon);
  std::uint32_t first = 0;
  for (std::uint32_t t = 0; t + 1 < n; ++t) {
    const bool end = std::binary_search(text.ends.begin(), text.ends.end(), tokens[t].span.end);
    if (gaps.possible(t)) boundary.learn(gaps.of(t, first), end);
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
LinearModel train_boundaries(const text::Doc& gold, const SegmentRules& rules, const Lexicon& lexicon) {
  std::mt19937_64 random(1);
  std::vector<float> mean(std::size_t{1} << kBoundaryBits);
  for (int m = 0; m < kModels; ++m) {
    Logistic boundary(kBoundaryBits);
    for (int round = 0; round < kRounds; ++round)
      learn_boundaries(join(gold, shuffled(gold.sentences.size(), random), rules), lexicon, boundary);
    const std::vector<float> one = boundary.mean();
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += one[i] / kModels;
  }
  return in_bytes(kBoundaryBits, mean);
}

}  // namespace

Segmenter train_segmenter(const text::Doc& gold, const SegmentRules& rules, const Lexicon& lexicon) {
  Logistic multiword(kMultiwordBits);
  for (int round = 0; round < kRounds; ++round) learn_multiwords(gold, rules, lexicon, multiword);
  return Segmenter(rules, train_boundaries(gold, rules, lexicon), in_bytes(kMultiwordBits, multiword.mean()));
}

}  // namespace fabula::syntax
