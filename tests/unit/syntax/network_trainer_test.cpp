#include "syntax/train/network_trainer.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fabula::syntax {
namespace {

NetworkSizes small() {
  NetworkSizes s;
  s.words = 6;
  s.affixes = 10;
  s.atoms = 4;
  s.shapes = 3;
  s.tags = 5;
  s.relations = 4;
  s.word_width = s.affix_width = s.atom_width = s.shape_width = s.units = 16;
  s.tag_hidden = s.tag_width = s.arc_width = s.relation_width = 16;
  return s;
}

Example example(std::uint32_t n, std::uint32_t seed) {
  Example e;
  for (std::uint32_t i = 0; i < n; ++i) {
    WordInput input;
    input.word = (i * 7 + seed) % 6;
    input.lexical_class = (i + seed) % 2;
    input.shape = i % 3;
    for (std::size_t a = 0; a < WordInput::kAffixes; ++a) input.affixes[a] = (i + a * seed) % 10;
    e.inputs.push_back(input);
    const std::uint32_t tag = (i + seed) % 5;
    if (i == 2) e.tags.push_back({{tag, 0.75f}, {(tag + 1) % 5, 0.25f}});
    else e.tags.push_back({{tag, 1.0f}});
    e.relations.push_back((i * 3 + seed) % 4);
    e.heads.push_back(static_cast<std::int32_t>(i) - 1);
  }
  return e;
}

NetworkTrainer trainer(float dropout, std::uint32_t epochs) {
  TrainingOptions options;
  options.input_dropout = options.layer_dropout = options.head_dropout = dropout;
  options.word_dropout = options.lexicon_dropout = dropout;
  options.words_per_batch = 8;
  options.epochs = epochs;
  options.counts_dropout = dropout;
  return NetworkTrainer(small(), {{0}, {1, 3}, {0}, {1}}, {9, 9, 9, 9, 9, 9}, {0, 3, 3, 7, 16}, options);
}

TEST(NetworkTrainer, GradientsAgreeWithFiniteDifferences) {
  const std::vector<Example> examples = {example(5, 1), example(3, 2), example(5, 3)};
  const std::vector<const Example*> batch = {&examples[0], &examples[1], &examples[2]};
  NetworkTrainer net = trainer(0, 300);
  net.accumulate(batch);
  const Weights gradient = net.gradient();
  for (std::size_t p = 0; p < kParts; ++p) {
    const auto part = static_cast<Part>(p);
    const std::size_t n = gradient.of(part).size();
    for (std::size_t i = 0; i < n; i += 1 + n / 12) {
      constexpr float kStep = 1e-3f;
      float& w = net.weights().of(part)[i];
      const float kept = w;
      w = kept + kStep;
      const float above = net.accumulate(batch);
      w = kept - kStep;
      const float below = net.accumulate(batch);
      w = kept;
      const float expected = (above - below) / (2 * kStep);
      EXPECT_NEAR(gradient.of(part)[i], expected, 6e-3f + 0.03f * std::abs(expected)) << "part " << p << " weight " << i;
    }
  }
}

TEST(NetworkTrainer, LearnsAFewSentencesByHeart) {
  NetworkTrainer net = trainer(0, 300);
  float first = 0, last = 0;
  net.train({example(5, 1), example(4, 2)}, {}, [&](std::uint32_t epoch, float loss) { (epoch == 1 ? first : last) = loss; });
  EXPECT_LT(last, first / 4);
}

TEST(NetworkTrainer, GivesTheSameWeightsTwice) {
  NetworkTrainer a = trainer(0.3f, 10), b = trainer(0.3f, 10);
  const std::vector<Example> examples = {example(5, 1), example(4, 2), example(6, 3)}, silver = {example(3, 4), example(4, 5)};
  a.train(examples, silver, [](std::uint32_t, float) {});
  b.train(examples, silver, [](std::uint32_t, float) {});
  EXPECT_EQ(a.weights().values(), b.weights().values());
}

TEST(NetworkTrainer, WordsWithoutWeightTeachNothing) {
  NetworkTrainer net = trainer(0, 10);
  Example mute = example(4, 2);
  mute.tag_weights = mute.tree_weights = std::vector<float>(4, 0.0f);
  net.accumulate({&mute});
  for (const float g : net.gradient().values()) ASSERT_EQ(g, 0.0f);
}

}  // namespace
}  // namespace fabula::syntax
