#include "fabula/actors/overrules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "fabula/actors/find_actors.hpp"
#include "fabula/actors/resolve.hpp"
#include "fabula/base/error.hpp"
#include "support/doc_builder.hpp"
#include "support/synthetic_actors.hpp"

namespace fabula::actors {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

ActorRule merge(std::vector<std::string> names) { return {RuleKind::merge, std::move(names), {}, 1}; }
ActorRule apart(std::vector<std::string> names) { return {RuleKind::apart, std::move(names), {}, 2}; }
ActorRule add(std::vector<std::string> names, ActorKind kind) { return {RuleKind::add, std::move(names), kind, 3}; }
ActorRule rename(std::string from, std::string to) { return {RuleKind::rename, {std::move(from), std::move(to)}, {}, 4}; }

std::string code_of(const std::vector<ActorRule>& rules, std::uint32_t line) {
  try {
    const Overrules overrules(rules, "list.json");
    return "none";
  } catch (const InputError& error) {
    EXPECT_EQ(error.file(), "list.json");
    EXPECT_EQ(error.line(), line);
    return error.code();
  }
}

const Finder& finder() {
  static const Finder kFinder = Finder::load(lang::Pack::load(FABULA_LANG_DIR "/fr"));
  return kFinder;
}

NameMention name_of(const text::Doc& doc, std::uint32_t first, std::uint32_t end, NameType type) {
  return {{doc.tokens[first].span.begin, doc.tokens[end - 1].span.end}, first, end, type};
}

std::vector<std::string> mentioned(const ArticleActors& actors) {
  std::vector<std::string> names;
  for (const Actor& actor : actors.actors)
    if (!actor.mentions.empty()) names.push_back(actor.name);
  return names;
}

Actor actor(ActorKind kind, std::string name, std::string key = {}, std::vector<std::string> aliases = {}) {
  Actor a;
  a.kind = kind;
  a.name = std::move(name);
  a.key = std::move(key);
  a.aliases = std::move(aliases);
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

TEST(Overrules, MergesThatShareANameAreOneActor) {
  const Overrules overrules({merge({"Dana Holm", "D. Holmová"}), merge({"Mme Holm", "Dana Holm"})}, "list.json");
  ASSERT_EQ(overrules.actors().size(), 1u);
  EXPECT_EQ(overrules.actors()[0].name, "Dana Holm");
  EXPECT_EQ(overrules.find("d. holmova"), std::nullopt);
  EXPECT_EQ(overrules.find("D Holmova"), 0u);
}

TEST(Overrules, FaultsAreToldWithTheirLine) {
  EXPECT_EQ(code_of({merge({"Dana Holm"})}, 1), "FAB-IN-050");
  EXPECT_EQ(code_of({apart({"Dana Holm", " "})}, 2), "FAB-IN-050");
  EXPECT_EQ(code_of({{RuleKind::add, {"Front du lac"}, {}, 7}}, 7), "FAB-IN-050");
}

TEST(Overrules, ContradictionsAreRefused) {
  EXPECT_EQ(code_of({merge({"Ada", "Eda"}), apart({"Eda", "Ada"})}, 2), "FAB-IN-051");
  EXPECT_EQ(code_of({add({"Lac"}, ActorKind::group), {RuleKind::add, {"Lac"}, ActorKind::state, 5}}, 5), "FAB-IN-051");
  EXPECT_EQ(code_of({rename("Ada", "Ida"), {RuleKind::rename, {"Ada", "Oda"}, {}, 6}}, 6), "FAB-IN-051");
}

TEST(Overrules, AnAddedNameIsAnActorWhateverTheModelSays) {
  const auto doc = testing::doc_of(R"(
    Vent vent PROPN _ 4 nsubj
    d' de ADP _ 3 case
    Est est NOUN _ 1 nmod
    dénonce dénoncer VERB Mood=Ind 0 root
    Oslo Oslo PROPN _ 4 obj
    . . PUNCT _ 4 punct
  )");
  EXPECT_THAT(mentioned(finder().find(doc, {})), ElementsAre("Norvège"));
  const auto overruled = finder().overruled(Overrules({add({"Vent d'Est"}, ActorKind::group)}, "list.json"));
  const auto found = overruled.find(doc, {});
  EXPECT_THAT(mentioned(found), UnorderedElementsAre("Vent d'Est", "Norvège"));
  EXPECT_EQ(found.actors[found.actors_at(WordId(0)).at(0).value].kind, ActorKind::group);
}

TEST(Overrules, ASurnameKeptApartIsNobodysShortName) {
  const auto doc = testing::doc_of(R"(
    Marc Marc PROPN _ 3 nsubj
    Verneuil Verneuil PROPN _ 1 flat:name
    part partir VERB Mood=Ind 0 root
    . . PUNCT _ 3 punct

    Verneuil Verneuil PROPN _ 2 nsubj
    reste rester VERB Mood=Ind 0 root
    . . PUNCT _ 2 punct
  )");
  const std::vector<NameMention> named = {name_of(doc, 0, 2, NameType::person), name_of(doc, 4, 5, NameType::person)};
  EXPECT_THAT(mentioned(finder().find(doc, named)), ElementsAre("Marc Verneuil"));
  const auto overruled = finder().overruled(Overrules({apart({"Marc Verneuil", "Verneuil"})}, "list.json"));
  const auto found = overruled.find(doc, named);
  EXPECT_THAT(mentioned(found), UnorderedElementsAre("Marc Verneuil", "Verneuil"));
  for (const Actor& a : found.actors) EXPECT_EQ(a.kind, ActorKind::person);
}

TEST(Overrules, ACapitalKeptApartFromItsStateIsNotTheState) {
  const auto doc = testing::doc_of(R"(
    Oslo Oslo PROPN _ 2 nsubj
    critique critiquer VERB Mood=Ind 0 root
    la le DET Definite=Def 4 det
    Norvège Norvège PROPN _ 2 obj
    . . PUNCT _ 2 punct
  )");
  const auto overruled = finder().overruled(Overrules({apart({"Oslo", "Norvège"})}, "list.json"));
  EXPECT_THAT(mentioned(overruled.find(doc, {})), UnorderedElementsAre("Oslo", "Norvège"));
}

TEST(Overrules, KnownActorsThatAreMergedTakeAllTheirWordings) {
  const auto doc = testing::doc_of(R"(
    L' le DET Definite=Def 2 det
    armée armée NOUN Number=Sing|Gender=Fem 4 nsubj
    norvégienne norvégien ADJ _ 2 amod
    attaque attaquer VERB Mood=Ind 0 root
    la le DET Definite=Def 6 det
    Suède Suède PROPN _ 4 obj
    . . PUNCT _ 4 punct
  )");
  const auto overruled = finder().overruled(Overrules({merge({"Scandinavie", "Suède", "Norvège"})}, "list.json"));
  const auto found = overruled.find(doc, {});
  EXPECT_THAT(mentioned(found), UnorderedElementsAre("Scandinavie", "armée norvégienne"));
}

TEST(Overrules, AMergeJoinsAcrossArticlesAndSaysSo) {
  const Overrules overrules({merge({"Dana Holm", "Danica Holmová"})}, "list.json");
  const std::vector<ArticleActors> articles = {article({person("Danica Holmová")}), article({person("Dana Holm")}), article({person("Holm")})};
  const auto story = resolve(articles, overrules);
  ASSERT_EQ(story.actors.size(), 1u);
  EXPECT_EQ(story.actors[0].name, "Dana Holm");
  EXPECT_THAT(story.actors[0].merged_because, Contains("Danica Holmová = Dana Holm: overruled by list.json"));
}

TEST(Overrules, NamesKeptApartAreNotJoinedByWhatFitsBoth) {
  const Overrules overrules({apart({"Hélène Verneuil", "Verneuil"})}, "list.json");
  const std::vector<ArticleActors> articles = {article({person("Hélène Verneuil")}), article({person("Verneuil")}), article({person("H. Verneuil")})};
  const auto story = resolve(articles, overrules);
  ASSERT_EQ(story.actors.size(), 2u);
  EXPECT_THAT(names(story), ElementsAre("Hélène Verneuil", "Verneuil"));
  EXPECT_THAT(story.actors[1].merged_because, ElementsAre("Verneuil ≠ Hélène Verneuil: kept apart by list.json"));
}

TEST(Overrules, OneSpellingKeptApartFromAnotherStaysApart) {
  const Overrules overrules({apart({"Dmitri Orlovski", "Dmitry Orlovsky"})}, "list.json");
  const std::vector<ArticleActors> articles = {article({person("Dmitri Orlovski")}), article({person("Dmitry Orlovsky"), person("Orlovski")})};
  EXPECT_EQ(resolve(articles, overrules).actors.size(), 3u);
}

TEST(Overrules, ARenamedActorKeepsItsOldNameAsAnAlias) {
  const Overrules overrules({rename("Norvège", "Royaume de Norvège")}, "list.json");
  const std::vector<ArticleActors> articles = {article({actor(ActorKind::state, "Norvège", "state:NO")})};
  const auto story = resolve(articles, overrules);
  EXPECT_THAT(names(story), ElementsAre("Royaume de Norvège"));
  EXPECT_THAT(story.actors[0].aliases, ElementsAre("Norvège"));
  EXPECT_EQ(story.actors[0].key, "state:NO");
}

TEST(Overrules, ApplyingTwiceIsApplyingOnce) {
  const Overrules overrules({merge({"Dana Holm", "Holmová"}), apart({"Holmová", "Karl Holm"}), rename("Dana Holm", "Dr Dana Holm")}, "list.json");
  Actor once = actor(ActorKind::person, "Holmová");
  overrules.apply(once);
  Actor twice = once;
  overrules.apply(twice);
  EXPECT_EQ(once.name, "Dr Dana Holm");
  EXPECT_EQ(once, twice);
}

TEST(Overrules, WhatTheStoryDoesNotShowIsTold) {
  const Overrules overrules({merge({"Dana Holm", "Nobody"}), apart({"Oslo", "Norvège"}), add({"Vent d'Est", "Est"}, ActorKind::group), rename("X", "Y")},
                            "list.json");
  const std::vector<Actor> story = {person("Dana Holm"), actor(ActorKind::state, "Norvège", "state:NO", {"Oslo"}), actor(ActorKind::group, "Est")};
  std::vector<std::string> told;
  for (const Diagnostic& d : unheeded(overrules, story)) told.push_back(d.code + ":" + std::to_string(d.line));
  EXPECT_THAT(told, ElementsAre("FAB-IN-052:1", "FAB-IN-053:2", "FAB-IN-052:4"));
}

TEST(OverrulesProperty, TheListsWordHoldsInAnyOrderOfArticles) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    auto articles = testing::synthetic_articles(seed, 10, 12);
    std::vector<std::string> listed;
    for (const ArticleActors& a : articles)
      for (const Actor& one : a.actors)
        if (listed.size() < 6 && std::find(listed.begin(), listed.end(), one.name) == listed.end()) listed.push_back(one.name);
    ASSERT_EQ(listed.size(), 6u);
    const Overrules overrules({merge({listed[0], listed[1]}), apart({listed[2], listed[3]}), apart({listed[1], listed[4]}), rename(listed[5], "Zed")}, "list");
    std::mt19937 random(seed);
    std::size_t actors_before = 0;
    for (int round = 0; round < 3; ++round) {
      const auto story = resolve(articles, overrules);
      std::map<std::string, std::set<std::size_t>> of;
      for (std::size_t a = 0; a < articles.size(); ++a)
        for (std::size_t i = 0; i < articles[a].actors.size(); ++i) of[articles[a].actors[i].name].insert(story.of[a][i].value);
      EXPECT_EQ(of[listed[0]], of[listed[1]]) << seed;
      EXPECT_NE(of[listed[2]], of[listed[3]]) << seed;
      EXPECT_NE(of[listed[1]], of[listed[4]]) << seed;
      EXPECT_EQ(story.actors[*of[listed[5]].begin()].name, "Zed") << seed;
      EXPECT_TRUE(round == 0 || story.actors.size() == actors_before) << seed;
      actors_before = story.actors.size();
      std::shuffle(articles.begin(), articles.end(), random);
    }
  }
}

}  // namespace
}  // namespace fabula::actors
