#include "syntax/train/segmenter_trainer.hpp"

#include <map>

#include "fabula/base/unicode.hpp"
#include "syntax/train/perceptron.hpp"

namespace fabula::syntax {
namespace {

constexpr int kRounds = 8;

std::uint32_t best_of(std::span<const float> scores) {
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void learn(Perceptron& p, std::span<const std::uint64_t> f, std::span<float> scores, std::uint32_t gold) {
  p.score(f, scores);
  const std::uint32_t guess = best_of(scores);
  if (guess != gold) p.update(f, gold, guess);
  p.tick();
}

}  // namespace

Segmenter train_segmenter(const text::Doc& gold, const SegmentRules& rules, const Lexicon& lexicon) {
  text::Doc cut;
  Segmenter::add_tokens(cut, to_utf32(gold.article.text.utf8()), 0, rules);
  std::map<std::uint32_t, bool> ends;
  for (const auto& s : gold.sentences) ends[s.span.end] = true;
  std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> gold_at;  // begin: end, words
  for (const auto& t : gold.tokens) gold_at[t.span.begin] = {t.span.end, t.end_word - t.first_word};
  Perceptron boundary(2, 16), multiword(2, 14);
  std::vector<float> scores(2);
  std::vector<std::uint64_t> features;
  const auto n = static_cast<std::uint32_t>(cut.tokens.size());
  for (int round = 0; round < kRounds; ++round) {
    BoundaryFeatures gaps(cut.tokens, 0, n, lexicon);
    std::vector<std::uint32_t> starts{0};
    std::uint32_t first = 0;
    for (std::uint32_t t = 0; t + 1 < n; ++t) {
      const bool end = ends.contains(cut.tokens[t].span.end);
      learn(boundary, gaps.of(t, first), scores, end);
      if (end) starts.push_back(first = t + 1);
    }
    starts.push_back(n);
    for (std::size_t s = 0; s + 1 < starts.size(); ++s)
      for (std::uint32_t t = starts[s]; t < starts[s + 1]; ++t) {
        const auto rule = rules.multiwords.find(fold(cut.tokens[t].form));
        if (rule == rules.multiwords.end() || !rule->second.ambiguous) continue;
        const auto at = gold_at.find(cut.tokens[t].span.begin);
        if (at == gold_at.end() || at->second.first != cut.tokens[t].span.end) continue;
        multiword_features(cut.tokens, t, starts[s], starts[s + 1], lexicon, features);
        learn(multiword, features, scores, at->second.second > 1);
      }
  }
  return Segmenter(rules, boundary.model(), multiword.model());
}

}  // namespace fabula::syntax
