#include "fabula/compare/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "support/pack_words.hpp"
#include "support/random_story.hpp"

namespace fabula::compare {
namespace {

constexpr std::uint32_t kRounds = 60;

CompareOptions french() {
  static const CompareOptions options = [] {
    CompareOptions o;
    o.languages["fr"].quantities = test::quantity_words("fr");
    return o;  // without templates a finding is told in key words, which name all that it says
  }();
  return options;
}

/// Everything that a comparison says, with groups by name instead of by number, in an order of its own.
using Said = std::multiset<std::string>;

class Sayer {
 public:
  explicit Sayer(const Comparison& c) : c_(c) {}

  Said differences() const {
    Said out;
    for (const Difference& d : c_.differences)
      out.insert(number(d.event.value) + std::string(name(d.aspect)) + " " + d.detail + (d.conflict ? " conflict " : " ") +
                 std::to_string(d.confidence) + sides(d.sides));
    return out;
  }
  Said findings() const {
    Said out;
    for (const Finding& f : c_.findings) {
      std::string text = f.kind + " " + std::string(name(f.scope)) + " " + std::to_string(f.confidence) + " " + number(f.weight) + f.text;
      for (const EventId id : f.events) text += " e" + number(id.value);
      for (const EventId id : f.statements) text += " s" + number(id.value);
      for (const ArticleId id : f.articles) text += " a" + number(id.value);
      out.insert(text + sides(f.sides));
    }
    return out;
  }
  Said pairs() const {
    Said out;
    for (const PairAlignment& p : c_.alignment.pairs)
      out.insert(groups({p.first, p.second}) + number(p.shared) + number(p.in_order) + std::to_string(p.score));
    return out;
  }

 private:
  static std::string number(std::size_t n) { return std::to_string(n) + " "; }
  std::string groups(const std::vector<std::size_t>& which) const {
    std::set<std::string> names;
    for (const std::size_t g : which) names.insert(c_.groups[g].name);
    std::string out = "{";
    for (const std::string& n : names) out += n + " ";
    return out + "}";
  }
  std::string sides(const std::vector<Side>& all) const {
    std::string out;
    for (const Side& s : all) {
      out += " | " + s.value + groups(s.groups);
      for (const ActorId id : s.actors) out += " p" + number(id.value);
      for (const Passage& p : s.passages) out += " " + number(p.article.value) + number(p.span.begin) + number(p.sentence.end);
    }
    return out;
  }
  const Comparison& c_;
};

std::vector<Group> by_article(const graph::StoryGraph& story) { return make_groups(story, GroupBy::article, all_articles(story)); }

TEST(ComparisonLaws, RandomStoriesHaveFindingsOfEveryKind) {
  std::set<std::string> kinds;
  std::set<Aspect> aspects;
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    const auto story = test::RandomStory(seed, {}).make.build();
    const auto c = compare(story, by_article(story), french());
    for (const Finding& f : c.findings) kinds.insert(f.kind + " " + std::string(name(f.scope)));
    for (const Difference& d : c.differences) aspects.insert(d.aspect);
  }
  EXPECT_THAT(kinds, testing::IsSupersetOf({"contradiction across", "contradiction within", "fact_conflict across", "order_inversion across",
                                            "omission across"}));
  EXPECT_EQ(aspects.size(), 7u);
}

TEST(ComparisonLaws, NothingDiffersFromItself) {
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    const auto story = test::RandomStory(seed, {}).make.build();
    for (const Group& group : make_groups(story, GroupBy::source, all_articles(story))) {
      const auto c = compare(story, {{"a", group.articles}, {"b", group.articles}, {"c", group.articles}}, french());
      EXPECT_EQ(Sayer(c).differences(), Said()) << "seed " << seed;
      for (const Finding& f : c.findings) EXPECT_EQ(f.scope, Scope::within) << "seed " << seed << " " << f.text;
      for (const PairAlignment& p : c.alignment.pairs) EXPECT_DOUBLE_EQ(p.score, 1) << "seed " << seed;
      EXPECT_THAT(c.alignment.tellings[0].only, testing::IsEmpty());
    }
  }
}

TEST(ComparisonLaws, TheOrderOfTheGroupsChangesNothing) {
  std::mt19937 random(1);
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    const auto story = test::RandomStory(seed, {}).make.build();
    auto groups = make_groups(story, seed % 2 ? GroupBy::source : GroupBy::article, all_articles(story));
    for (std::size_t g = 0; g < groups.size(); ++g) groups[g].name += " no. " + std::to_string(g);
    const auto c = compare(story, groups, french());
    std::shuffle(groups.begin(), groups.end(), random);
    const auto again = compare(story, groups, french());
    EXPECT_EQ(Sayer(c).differences(), Sayer(again).differences()) << "seed " << seed;
    EXPECT_EQ(Sayer(c).findings(), Sayer(again).findings()) << "seed " << seed;
    EXPECT_EQ(Sayer(c).pairs(), Sayer(again).pairs()) << "seed " << seed;
    EXPECT_EQ(c.alignment.core, again.alignment.core) << "seed " << seed;
  }
}

TEST(ComparisonLaws, AnUnrelatedArticleChangesNothingAmongTheOthers) {
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    test::RandomStory made(seed, {});
    const auto story = made.make.build();
    const auto c = compare(story, by_article(story), french());
    made.add_unrelated();
    const auto more = made.make.build();
    auto wider = compare(more, by_article(more), french());
    std::erase_if(wider.findings, [&](const Finding& f) { return f.articles == std::vector{ArticleId(story.article_count())}; });
    EXPECT_EQ(Sayer(c).differences(), Sayer(wider).differences()) << "seed " << seed;
    EXPECT_EQ(Sayer(c).findings(), Sayer(wider).findings()) << "seed " << seed;
    EXPECT_EQ(Sayer(c).pairs(), Sayer(wider).pairs()) << "seed " << seed;
  }
}

TEST(ComparisonLaws, ConfidenceAndKindsOnlySelect) {
  for (std::uint32_t seed = 0; seed < kRounds; ++seed) {
    const auto story = test::RandomStory(seed, {}).make.build();
    auto options = french();
    const auto all = compare(story, by_article(story), options);
    options.min_confidence = 0.6;
    options.kinds = {"fact_conflict", "omission"};
    auto expected = all;
    std::erase_if(expected.findings, [](const Finding& f) { return f.confidence < 0.6 || (f.kind != "fact_conflict" && f.kind != "omission"); });
    std::erase_if(expected.differences, [](const Difference& d) { return d.confidence < 0.6; });
    const auto selected = compare(story, by_article(story), options);
    EXPECT_EQ(Sayer(selected).findings(), Sayer(expected).findings()) << "seed " << seed;
    EXPECT_EQ(Sayer(selected).differences(), Sayer(expected).differences()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace fabula::compare
