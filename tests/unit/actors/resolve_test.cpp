#include "fabula/actors/resolve.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "support/synthetic_actors.hpp"

namespace fabula::actors {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Actor actor(ActorKind kind, std::string name, std::string key = {}) {
  Actor a;
  a.kind = kind;
  a.name = std::move(name);
  a.key = std::move(key);
  return a;
}
Actor person(std::string name) { return actor(ActorKind::person, std::move(name)); }

ArticleActors article(std::vector<Actor> actors) {
  ArticleActors a;
  a.actors = std::move(actors);
  return a;
}

std::vector<std::string> names(const StoryActors& story) {
  std::vector<std::string> result;
  for (const Actor& a : story.actors) result.push_back(a.name);
  return result;
}

/// Which (article, actor) pairs are one actor of the story, without ids.
using Groups = std::set<std::set<std::pair<std::string, std::size_t>>>;
Groups groups(const StoryActors& story, const std::vector<std::string>& labels) {
  std::vector<std::set<std::pair<std::string, std::size_t>>> members(story.actors.size());
  for (std::size_t a = 0; a < story.of.size(); ++a)
    for (std::size_t i = 0; i < story.of[a].size(); ++i) members[story.of[a][i].value].insert({labels[a], i});
  return {members.begin(), members.end()};
}

std::vector<std::string> labels(std::size_t n) {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < n; ++i) result.push_back(std::to_string(i));
  return result;
}

TEST(Resolve, TransliterationsOfOneNameAreOnePerson) {
  for (const auto& [a, b] : {std::pair{"Dmitri Orlovski", "Dmitry Orlovsky"}, {"Sergueï Chmatov", "Sergei Shmatov"},
                             {"Mohammed Toufik", "Mohamed Toufik"}, {"Oleksandr Jdanov", "Olexandr Zhdanov"}}) {
    const std::vector<ArticleActors> articles = {article({person(a)}), article({person(b)})};
    const auto story = resolve(articles);
    ASSERT_EQ(story.actors.size(), 1u) << a << " / " << b;
    EXPECT_EQ(story.actors[0].merged_because.size(), 1u);
  }
}

TEST(Resolve, HyphensAndAccentsMakeNoDifference) {
  const std::vector<ArticleActors> articles = {article({actor(ActorKind::organization, "Conseil-Général de l'Épée")}),
                                               article({actor(ActorKind::organization, "Conseil Général de l'Epée")})};
  EXPECT_EQ(resolve(articles).actors.size(), 1u);
}

TEST(Resolve, ADescriptionIsNotShouted) {
  const std::vector<ArticleActors> articles = {article({actor(ActorKind::group, "GRÉVISTES")}), article({actor(ActorKind::group, "grévistes")})};
  EXPECT_THAT(names(resolve(articles)), ElementsAre("grévistes"));
}

TEST(Resolve, KnownActorsAreOneByTheirKey) {
  const std::vector<ArticleActors> articles = {article({actor(ActorKind::state, "Norvège", "state:NO")}),
                                               article({actor(ActorKind::state, "Norvège", "state:NO"), person("Oslo")})};
  EXPECT_THAT(names(resolve(articles)), ElementsAre("Norvège", "Oslo"));
}

TEST(Resolve, InitialsAndSurnamesJoinTheOnlyFullName) {
  const std::vector<ArticleActors> articles = {article({person("Verneuil")}), article({person("Hélène Verneuil")}),
                                               article({person("H. Verneuil")})};
  const auto story = resolve(articles);
  ASSERT_EQ(story.actors.size(), 1u);
  EXPECT_EQ(story.actors[0].name, "Hélène Verneuil");
  EXPECT_THAT(story.actors[0].aliases, ElementsAre("H. Verneuil", "Verneuil"));
}

TEST(Resolve, OneSurnameWithTwoGivenNamesIsTwoPersons) {
  const std::vector<ArticleActors> articles = {article({person("Hélène Verneuil")}), article({person("Marc Verneuil")}),
                                               article({person("Verneuil")})};
  EXPECT_THAT(names(resolve(articles)), UnorderedElementsAre("Hélène Verneuil", "Marc Verneuil", "Verneuil"));
}

TEST(Resolve, ATitleIsItsBearerWhereHisNameStandsToo) {
  Actor holder = person("Hélène Verneuil");
  holder.aliases = {"présidente du Conseil"};
  const std::vector<ArticleActors> articles = {article({holder}), article({person("présidente du Conseil"), person("Hélène Verneuil")}),
                                               article({person("présidente du Conseil"), person("Marc Aubin")})};
  const auto story = resolve(articles);
  EXPECT_EQ(story.of[0][0], story.of[1][0]);
  EXPECT_EQ(story.of[1][0], story.of[1][1]);
}

TEST(Resolve, NothingInGivesNothingOut) { EXPECT_THAT(resolve({}).actors, IsEmpty()); }

TEST(ResolveProperty, TheOrderOfArticlesMakesNoDifference) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    auto articles = testing::synthetic_articles(seed, 12, 15);
    auto names_of = labels(articles.size());
    const Groups before = groups(resolve(articles), names_of);
    std::mt19937 random(seed);
    for (std::size_t i = articles.size(); i > 1; --i) {
      const std::size_t j = random() % i;
      std::swap(articles[i - 1], articles[j]);
      std::swap(names_of[i - 1], names_of[j]);
    }
    EXPECT_EQ(groups(resolve(articles), names_of), before) << "seed " << seed;
  }
}

TEST(ResolveProperty, AnotherArticleSplitsNoActor) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto all = testing::synthetic_articles(seed, 12, 15);
    const std::vector<ArticleActors> fewer(all.begin(), all.end() - 1);
    const auto small = resolve(fewer), large = resolve(all);
    for (std::size_t a = 0; a < fewer.size(); ++a)
      for (std::size_t i = 0; i < fewer[a].actors.size(); ++i)
        for (std::size_t j = 0; j < fewer[a].actors.size(); ++j)
          EXPECT_TRUE(small.of[a][i] != small.of[a][j] || large.of[a][i] == large.of[a][j]) << "seed " << seed;
  }
}

TEST(ResolveProperty, ResolvingAResolvedStoryChangesNothing) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto once = resolve(testing::synthetic_articles(seed, 12, 15));
    const std::vector<ArticleActors> as_one = {article(once.actors)};
    EXPECT_EQ(names(resolve(as_one)), names(once)) << "seed " << seed;
  }
}

}  // namespace
}  // namespace fabula::actors
