// fabula-train: makes the syntax model of one language from treebanks.

#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>

#include "fabula/base/error.hpp"
#include "fabula/base/unicode.hpp"
#include "fabula/syntax/conllu.hpp"
#include "syntax/models.hpp"
#include "syntax/train/perceptron.hpp"

namespace fabula::syntax {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError("FAB-IN-001", "cannot be opened", path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::uint32_t> shuffled(std::size_t n, std::mt19937& random) {
  std::vector<std::uint32_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = static_cast<std::uint32_t>(i);
  for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

std::uint32_t best_of(std::span<const float> scores) {
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void learn(Perceptron& p, std::span<const std::uint64_t> f, std::span<float> scores, std::uint32_t gold) {
  p.score(f, scores);
  const std::uint32_t guess = best_of(scores);
  if (guess != gold) p.update(f, gold, guess);
  p.tick();
}

Segmenter train_segmenter(const text::Doc& gold, const SegmentRules& rules) {
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
  for (int round = 0; round < 8; ++round) {
    BoundaryFeatures gaps(cut.tokens, 0, n);
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
        multiword_features(cut.tokens, t, starts[s], starts[s + 1], features);
        learn(multiword, features, scores, at->second.second > 1);
      }
  }
  return Segmenter(rules, boundary.model(), multiword.model());
}

LinearModel train_tagger(const text::Doc& gold) {
  Perceptron p(17, 18);
  std::mt19937 random(1);
  std::vector<float> scores(17);
  for (int round = 0; round < 6; ++round)
    for (const std::uint32_t s : shuffled(gold.sentences.size(), random)) {
      const auto& sentence = gold.sentences[s];
      TagFeatures features(std::span(gold.words).subspan(sentence.first_word, sentence.end_word - sentence.first_word));
      std::uint32_t tag1 = 17, tag2 = 17;
      for (std::uint32_t w = sentence.first_word; w < sentence.end_word; ++w) {
        const auto f = features.of(w - sentence.first_word, tag1, tag2);
        learn(p, f, scores, static_cast<std::uint32_t>(gold.words[w].upos));
        tag2 = tag1;
        tag1 = best_of(scores);
      }
    }
  return p.model();
}

ParserModel train_parser(const text::Doc& gold) {
  ParserModel model;
  std::map<std::string, std::uint16_t> ids;
  for (const auto& w : gold.words) ids[w.deprel] = 0;
  for (auto& [name, id] : ids) {
    id = static_cast<std::uint16_t>(model.relations.size());
    model.relations.push_back(name);
  }
  Perceptron moves(3, 19), labels(static_cast<std::uint32_t>(ids.size()), 15);
  std::vector<float> move_scores(3), label_scores(ids.size());
  std::mt19937 random(2);
  for (int round = 0; round < 8; ++round)
    for (const std::uint32_t s : shuffled(gold.sentences.size(), random)) {
      const auto& sentence = gold.sentences[s];
      const auto words = std::span(gold.words).subspan(sentence.first_word, sentence.end_word - sentence.first_word);
      const auto n = static_cast<std::int32_t>(words.size());
      std::vector<std::int32_t> heads;
      for (const auto& w : words) heads.push_back(w.head ? static_cast<std::int32_t>(w.head.value - sentence.first_word) : n);
      ArcHybrid state(n);
      ParseFeatures features(words);
      while (!state.done()) {
        const auto f = features.moves(state);
        moves.score(f, move_scores);
        int guess = -1, right = -1, cheapest = 1 << 20;
        for (int m = 0; m < 3; ++m) {
          if (!state.can(static_cast<ArcHybrid::Move>(m))) continue;
          if (guess < 0 || move_scores[m] > move_scores[guess]) guess = m;
          const int cost = state.cost(static_cast<ArcHybrid::Move>(m), heads);
          if (cost < cheapest || (cost == cheapest && move_scores[m] > move_scores[right])) cheapest = cost, right = m;
        }
        if (state.cost(static_cast<ArcHybrid::Move>(guess), heads) > cheapest) moves.update(f, right, guess);
        moves.tick();
        const bool explore = round >= 2 && random() % 10 != 0;
        const auto move = static_cast<ArcHybrid::Move>(explore ? guess : right);
        std::uint16_t label = 0;
        if (move != ArcHybrid::kShift) {
          const std::int32_t dependent = state.stack(0), head = move == ArcHybrid::kLeft ? state.buffer(0) : state.stack(1);
          const auto lf = features.labels(state, move);
          if (heads[dependent] == head) {
            learn(labels, lf, label_scores, ids[words[dependent].deprel]);
          } else {
            labels.score(lf, label_scores);
          }
          label = static_cast<std::uint16_t>(best_of(label_scores));
        }
        state.apply(move, label);
      }
    }
  model.moves = moves.model();
  model.labels = labels.model();
  return model;
}

// Tags each tenth of the treebank with a tagger that was trained on the other nine.
text::Doc jackknifed(const text::Doc& gold, int folds) {
  text::Doc out = gold;
  for (int fold = 0; fold < folds; ++fold) {
    text::Doc part;
    part.words = gold.words;
    for (std::size_t s = 0; s < gold.sentences.size(); ++s)
      if (static_cast<int>(s % folds) != fold) part.sentences.push_back(gold.sentences[s]);
    const LinearModel tagger = train_tagger(part);
    for (std::size_t s = fold; s < gold.sentences.size(); s += folds) {
      const auto& sentence = gold.sentences[s];
      tag_sentence(tagger, std::span(out.words).subspan(sentence.first_word, sentence.end_word - sentence.first_word));
    }
  }
  return out;
}

int train(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: fabula-train PACK_DIR TRAIN.conllu MODEL\n";
    return 2;
  }
  const lang::Pack pack = lang::Pack::load(argv[1]);
  const text::Doc gold = read_conllu(read_file(argv[2]), argv[2]);
  const SegmentRules rules = SegmentRules::load(pack);
  Segmenter segmenter = train_segmenter(gold, rules);
  std::cerr << "segmenter\n";
  LinearModel tagger = train_tagger(gold);
  std::cerr << "tagger\n";
  Morphology morphology = Morphology::train(gold.words);
  text::Doc tagged = jackknifed(gold, 5);
  for (auto& word : tagged.words) {
    const std::string lemma = word.lemma;
    morphology.fill(word);
  }
  std::cerr << "jackknifed\n";
  const Models models{std::move(segmenter), std::move(tagger), std::move(morphology), train_parser(tagged)};
  std::ofstream(argv[3], std::ios::binary) << models.file();
  return 0;
}

}  // namespace
}  // namespace fabula::syntax

int main(int argc, char** argv) {
  try {
    return fabula::syntax::train(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "fabula-train: " << error.what() << '\n';
    return 1;
  }
}
