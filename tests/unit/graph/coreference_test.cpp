#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "support/story_builder.hpp"

namespace fabula {
namespace {

using actors::ActorKind;
using events::EventType;

graph::BuildOptions lexicon() {
  graph::BuildOptions options;
  options.coreference.related = {{"supply", "arrive"}, {"attack", "operation"}};
  options.coreference.general = {"offensive", "opération"};
  options.coreference.senses = {{"fermeture", "fermer"}, {"décès", "mourir"}};
  options.coreference.once = {"die"};
  return options;
}

struct CoreferenceTest : testing::Test {
  test::StoryBuilder make;
  ActorId north = make.actor(ActorKind::state, "Nordanie");
  ActorId south = make.actor(ActorKind::state, "Sudanie");
  ActorId east = make.actor(ActorKind::state, "Estanie");

  CoreferenceTest() { make.article("a.txt", "2024-03-02"); }
  MentionId action(std::string predicate, std::string cls, std::vector<events::Participant> who, std::vector<std::string> themes = {},
                   std::string edtf = {}) {
    const MentionId id = make.mention(EventType::action, std::move(predicate), std::move(cls), std::move(who), std::move(edtf));
    make.at(id).themes = std::move(themes);
    return id;
  }
  std::size_t events() const { return make.build(lexicon()).event_count(); }
};

TEST_F(CoreferenceTest, AnEventIsNotLabelledInCapitalsWhereItIsToldOtherwise) {
  make.at(action("livrer", "supply", {test::agent(north), test::recipient(south)})).label = "LA NORDANIE LIVRE";
  make.at(action("livrer", "supply", {test::agent(north), test::recipient(south)})).label = "La Nordanie livre des camions";
  EXPECT_EQ(make.build(lexicon()).event(EventId(0)).label, "La Nordanie livre des camions");
}

TEST_F(CoreferenceTest, VerbAndNounOfOneClassWithTheSameSidesAreOneEvent) {
  action("livrer", "supply", {test::agent(north), test::recipient(south)});
  action("fourniture", "supply", {test::agent(north), test::recipient(south)});
  const auto story = make.build(lexicon());
  ASSERT_EQ(story.event_count(), 1u);
  EXPECT_EQ(story.event(EventId(0)).mentions.size(), 2u);
  EXPECT_THAT(story.event(EventId(0)).merged_because, testing::HasSubstr("Nordanie"));
}

TEST_F(CoreferenceTest, JoinsAcrossArticles) {
  action("livrer", "supply", {test::agent(north), test::recipient(south)}, {"drone"});
  make.article("b.txt", "2024-04-02");
  action("fournir", "supply", {test::agent(north)}, {"drone"});
  EXPECT_EQ(events(), 1u);
}

TEST_F(CoreferenceTest, OtherSidesAreOtherEvents) {
  action("livrer", "supply", {test::agent(north), test::recipient(south)}, {"drone"});
  action("livrer", "supply", {test::agent(south), test::recipient(north)}, {"drone"});
  action("livrer", "supply", {test::agent(north), test::recipient(east)}, {"drone"});
  EXPECT_EQ(events(), 3u);
}

TEST_F(CoreferenceTest, OtherStatedDatesAreOtherEvents) {
  action("rencontrer", "meet", {test::agent(north), test::patient(south)}, {}, "2024-01-05");
  action("rencontrer", "meet", {test::agent(north), test::patient(south)}, {}, "2024-02-05");
  EXPECT_EQ(events(), 2u);
}

TEST_F(CoreferenceTest, OtherThemesAreOtherEvents) {
  action("livrer", "supply", {test::agent(north)}, {"drone"});
  action("livrer", "supply", {test::agent(north)}, {"blé"});
  EXPECT_EQ(events(), 2u);
}

TEST_F(CoreferenceTest, AGeneralOffensiveAndASingleStrikeAreNotOne) {
  action("offensive", "attack", {test::agent(north), test::patient(south)});
  action("frappe", "attack", {test::agent(north), test::patient(south)});
  EXPECT_EQ(events(), 2u);
}

TEST_F(CoreferenceTest, RelatedClassesNeedASharedTheme) {
  action("livraison", "supply", {test::agent(north)}, {"drone"});
  action("arriver", "arrive", {}, {"drone"});
  action("arriver", "arrive", {test::agent(north)}, {});
  EXPECT_EQ(events(), 2u);
}

TEST_F(CoreferenceTest, StatementsAreOneOnlyWhereANounPointsBack) {
  make.statement(events::Act::accuse, north);
  make.statement(events::Act::accuse, north);
  EXPECT_EQ(events(), 2u);
  make.at(make.statement(events::Act::accuse, north)).nominal = true;
  EXPECT_EQ(events(), 2u);
}

TEST_F(CoreferenceTest, ABareNounPointsBackToItsVerb) {
  action("exploser", "explode", {}, {"usine"});
  make.at(action("explosion", "explode", {})).nominal = true;
  EXPECT_EQ(events(), 1u);
}

TEST_F(CoreferenceTest, OneDayJoinsReportsOfOneAffair) {
  make.statement(events::Act::say, north);
  action("explosion", "explode", {}, {}, "2024-03-01");
  make.article("b.txt", "2024-03-04");
  make.statement(events::Act::say, north);
  action("exploser", "explode", {}, {}, "2024-03-01");
  make.article("c.txt", "2024-03-04");
  make.statement(events::Act::say, east);
  action("exploser", "explode", {}, {}, "2024-03-01");
  EXPECT_EQ(events(), 5u);  // three statements; the explosion told where the east speaks is another
}

/// Two articles in which two people are named, so that they are close.
struct CloseAffairTest : CoreferenceTest {
  ActorId judge = make.actor(ActorKind::person, "Ana Judiciaire");
  ActorId mayor = make.actor(ActorKind::person, "Luc Mairie");
  void name_both() {
    make.statement(events::Act::say, judge);
    make.statement(events::Act::say, mayor);
  }
  CloseAffairTest() { name_both(); }
  void next_article(std::string published = "2024-03-05") {
    make.article("b.txt", std::move(published));
    name_both();
  }
  bool joined() const { return events() == 5; }  // four statements and one action
  void TestBody() override {}
};

TEST_F(CloseAffairTest, WordsForTheSameOfOneThemeAreOne) {
  action("fermer", "ban", {}, {"usine"});
  next_article();
  action("fermeture", "end", {}, {"usine"});
  EXPECT_TRUE(joined());
}

TEST_F(CloseAffairTest, TheOnlyOneThatEitherTellsIsOne) {
  action("fermer", "ban", {});
  next_article();
  action("fermeture", "end", {});
  EXPECT_TRUE(joined());
}

TEST_F(CloseAffairTest, WhereOneTellsSeveralNoneIsPicked) {
  action("fermer", "ban", {}, {}, "2024-02-01");
  action("fermer", "ban", {}, {}, "2024-03-01");
  next_article();
  action("fermeture", "end", {});
  EXPECT_EQ(events(), 7u);
}

TEST_F(CloseAffairTest, OtherThemesAreOthers) {
  action("fermer", "ban", {}, {"usine"});
  next_article();
  action("fermeture", "end", {}, {"gare"});
  EXPECT_FALSE(joined());
}

TEST_F(CloseAffairTest, ALaterSeasonIsAnotherAffair) {
  action("fermer", "ban", {}, {"usine"});
  next_article("2024-09-05");
  action("fermeture", "end", {}, {"usine"});
  EXPECT_FALSE(joined());
}

TEST_F(CloseAffairTest, ANameCutShortIsNoOtherSide) {
  const ActorId assembly = make.actor(ActorKind::organization, "assemblée nationale");
  const ActorId of_north = make.actor(ActorKind::organization, "assemblée nationale de Nordanie");
  action("adopter", "adopt", {test::agent(of_north)}, {"loi"});
  next_article();
  action("adopter", "adopt", {test::agent(assembly)}, {"loi"});
  EXPECT_TRUE(joined());
}

TEST_F(CloseAffairTest, WhatIsPlannedMayComeTrueLater) {
  make.at(action("fermer", "ban", {}, {"usine"})).factuality = events::Factuality::planned;
  next_article();
  action("fermeture", "end", {}, {"usine"});
  EXPECT_TRUE(joined());
}

TEST_F(CloseAffairTest, ADenialIsOfTheSameOnlyWhereTheSameSpeaks) {
  for (const bool same : {true, false}) {
    CloseAffairTest fresh;
    MentionId id = fresh.action("fermer", "ban", {});
    fresh.make.at(id).factuality = events::Factuality::denied;
    fresh.make.at(id).claimed_by = mayor;
    fresh.next_article();
    id = fresh.action("fermeture", "end", {});
    fresh.make.at(id).factuality = events::Factuality::claimed;
    fresh.make.at(id).claimed_by = same ? mayor : judge;
    EXPECT_EQ(fresh.joined(), same);
  }
}

TEST_F(CloseAffairTest, APersonDiesOnceWhateverTheDays) {
  action("mourir", "die", {test::patient(mayor)}, {}, "2024-02-28");
  next_article();
  action("décès", "die", {test::patient(mayor)}, {}, "2024-03-01");
  EXPECT_TRUE(joined());
}

TEST_F(CoreferenceTest, DifferentSumsAreDifferentPayments) {
  action("verser", "supply", {test::agent(north)}, {"200000 euro"}, "2024-03-01");
  make.article("b.txt", "2024-03-04");
  action("verser", "supply", {test::agent(north)}, {"1,5 million euro"}, "2024-03-01");
  EXPECT_EQ(events(), 2u);
}

TEST_F(CoreferenceTest, TitleAndTextAnnounceTheSameOnce) {
  for (int i = 0; i < 2; ++i) make.at(make.statement(events::Act::announce, north)).themes = {"candidature"};
  EXPECT_EQ(events(), 1u);
}

TEST_F(CoreferenceTest, EachMentionKeepsItsOwnClaim) {
  make.at(action("livrer", "supply", {test::agent(north), test::recipient(south)})).factuality = events::Factuality::alleged;
  make.at(action("livrer", "supply", {test::agent(north), test::recipient(south)})).factuality = events::Factuality::denied;
  const auto story = make.build(lexicon());
  ASSERT_EQ(story.event_count(), 1u);
  EXPECT_EQ(story.event(EventId(0)).factuality, "disputed");
  EXPECT_EQ(story.event(EventId(0)).mentions[0].factuality, events::Factuality::alleged);
  EXPECT_EQ(story.event(EventId(0)).mentions[1].factuality, events::Factuality::denied);
}

/// Articles of random mentions; every second one has actors of its own.
test::StoryBuilder random_story(unsigned seed, int articles) {
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t n) { return random() % n; };
  test::StoryBuilder make;
  std::vector<ActorId> cast;
  for (const char* name : {"Nordanie", "Sudanie", "Estanie", "Ouestanie"}) cast.push_back(make.actor(ActorKind::state, name));
  const std::vector<std::pair<const char*, const char*>> predicates = {
      {"livrer", "supply"}, {"fourniture", "supply"}, {"arriver", "arrive"}, {"offensive", "attack"}, {"frappe", "attack"}};
  for (int a = 0; a < articles; ++a) {
    make.article("f" + std::to_string(a) + ".txt", "2024-03-0" + std::to_string(1 + a % 9));
    for (int i = 0; i < 8; ++i) {
      const auto [predicate, cls] = predicates[pick(predicates.size())];
      std::vector<events::Participant> who;
      if (pick(4)) who.push_back(test::agent(cast[pick(4)]));
      if (pick(2)) who.push_back(test::recipient(cast[pick(4)]));
      const auto id = make.mention(EventType::action, predicate, cls, who, pick(3) ? "" : "2024-02-1" + std::to_string(pick(4)));
      if (pick(2)) make.at(id).themes = {pick(2) ? "drone" : "missile"};
      make.at(id).nominal = pick(2) == 0;
    }
  }
  return make;
}

/// Which mentions stand together: by file and place, so that stories of different numbering compare.
std::vector<std::vector<std::string>> partition(const graph::StoryGraph& story, const std::string& without = {}) {
  std::vector<std::vector<std::string>> out;
  for (std::size_t i = 0; i < story.event_count(); ++i) {
    std::vector<std::string> group;
    for (const graph::Mention& m : story.event(EventId(i)).mentions)
      if (story.article(m.article).file != without) group.push_back(story.article(m.article).file + ":" + std::to_string(m.span.begin));
    std::sort(group.begin(), group.end());
    if (!group.empty()) out.push_back(std::move(group));
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(CoreferenceProperty, EveryMentionIsInExactlyOneEvent) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::vector<std::string> all;
    for (const auto& group : partition(random_story(seed, 4).build(lexicon()))) all.insert(all.end(), group.begin(), group.end());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(all.size(), 32u);
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
  }
}

TEST(CoreferenceProperty, DoesNotDependOnTheOrderOfTheArticles) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    test::StoryBuilder make = random_story(seed, 5);
    const auto expected = partition(make.build(lexicon()));
    const auto reversed = [&] {
      auto articles = make.articles();
      std::reverse(articles.begin(), articles.end());
      actors::StoryActors actors = make.actors();
      for (actors::Actor& actor : actors.actors)
        for (actors::ActorMention& m : actor.mentions) m.article = ArticleId(articles.size() - 1 - m.article.value);
      return graph::build_story(articles, actors, lexicon());
    }();
    EXPECT_EQ(partition(reversed), expected) << seed;
  }
}

TEST(CoreferenceProperty, AnUnrelatedArticleChangesNothingAmongTheOthers) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    test::StoryBuilder make = random_story(seed, 4);
    const auto expected = partition(make.build(lexicon()));
    make.article("elsewhere.txt", "2024-03-03");
    const ActorId far = make.actor(ActorKind::state, "Lointanie");
    for (const auto& [predicate, cls] : {std::pair{"livrer", "supply"}, {"offensive", "attack"}, {"arriver", "arrive"}})
      make.at(make.mention(EventType::action, predicate, cls, {test::agent(far)})).themes = {"drone"};
    EXPECT_EQ(partition(make.build(lexicon()), "elsewhere.txt"), expected) << seed;
  }
}

}  // namespace
}  // namespace fabula
