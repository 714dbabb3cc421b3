#include "syntax/tag_votes.hpp"

#include <gtest/gtest.h>

namespace fabula::syntax {
namespace {

using text::Upos;

std::size_t number(Upos upos) { return static_cast<std::size_t>(upos); }

TEST(TagCounter, TheTagThatBothLayersGiveTheMostWins) {
  const TagCounter counter({{Upos::ADJ, "Number=Plur"}, {Upos::ADJ, "Number=Sing"}, {Upos::NOUN, ""}});
  const float labels[] = {0.25f, 0.35f, 0.4f};
  float upos[TagVotes::kTags] = {};
  upos[number(Upos::ADJ)] = 0.6f;
  upos[number(Upos::NOUN)] = 0.4f;
  const TagVotes votes = counter.count(labels, upos);
  EXPECT_FLOAT_EQ(votes.first[number(Upos::ADJ)], 0.6f) << "all labels of the tag count";
  EXPECT_FLOAT_EQ(votes.both[number(Upos::ADJ)], 0.6f);
  EXPECT_EQ(votes.best(), number(Upos::ADJ));
  EXPECT_EQ(votes.likeliest[number(Upos::ADJ)], 1u);

  upos[number(Upos::ADJ)] = 0.1f;
  upos[number(Upos::NOUN)] = 0.9f;
  EXPECT_EQ(counter.count(labels, upos).best(), number(Upos::NOUN)) << "the second layer changes it";
}

TEST(TagCounter, ATagThatOneLayerRulesOutIsOut) {
  const TagCounter counter({{Upos::DET, ""}, {Upos::PRON, ""}});
  const float labels[] = {1, 0};
  float upos[TagVotes::kTags] = {};
  upos[number(Upos::PRON)] = 0.9f;
  upos[number(Upos::DET)] = 0.1f;
  EXPECT_EQ(counter.count(labels, upos).best(), number(Upos::DET));
}

}  // namespace
}  // namespace fabula::syntax
