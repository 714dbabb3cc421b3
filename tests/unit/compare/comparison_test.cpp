#include "fabula/compare/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "support/graph_builder.hpp"
#include "support/pack_words.hpp"

namespace fabula {
namespace {

using compare::Aspect;
using compare::Comparison;
using compare::Difference;
using compare::Finding;
using compare::GroupBy;
using compare::Scope;
using events::Factuality;
using events::LinkType;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

compare::CompareOptions french() {
  compare::CompareOptions options;
  options.languages["fr"].quantities = test::quantity_words("fr");
  options.languages["fr"].wording = {
      {"fact_conflict.number", "{event} : {first}, {others}."},
      {"fact_conflict.number.side", "{value} selon {voice}"},
      {"omission", "{second_voice} ne dit rien de {event}."}};
  return options;
}

/// Two papers on one fire: tolls, days, voices and words differ.
struct Fire : testing::Test {
  test::GraphBuilder make;
  ArticleId north = make.article("Le Nord", "2024-03-02", "Le 1er mars, un incendie ravage l'usine. Il a tué 12 personnes. Le préfet accuse la direction. Une enquête est ouverte.");
  ArticleId south = make.article("Le Sud", "2024-03-03", "Une enquête est ouverte. L'usine brûle le 2 mars. Le sinistre a tué au moins quinze personnes.");
  ActorId prefect = make.actor(actors::ActorKind::person, "Anne Valmy");
  EventId fire = make.event("L'usine brûle"), deaths = make.event("Des ouvriers meurent"), inquiry = make.event("Une enquête s'ouvre");
  EventId charge = make.event("Le préfet accuse", events::EventType::statement);

  Fire() {
    make.tell(fire, north, "incendie", "2024-03-01");
    make.tell(fire, south, "brûle", "2024-03-02");
    make.tell(deaths, north, "tué");
    make.tell(deaths, south, "tué");
    make.tell(inquiry, north, "enquête");
    make.tell(inquiry, south, "enquête").factuality = Factuality::alleged;
    make.tell(charge, north, "accuse").participants = {{events::ParticipantRole::agent, prefect}};
    make.link(charge, fire, LinkType::about, north);
  }
  Comparison run(compare::CompareOptions options = french()) {
    const auto story = make.build();
    return compare::compare(story, compare::make_groups(story, GroupBy::article, compare::all_articles(story)), options);
  }
  static const Difference* of(const Comparison& c, EventId event, Aspect aspect) {
    for (const Difference& d : c.differences)
      if (d.event == event && d.aspect == aspect) return &d;
    return nullptr;
  }
};

TEST_F(Fire, AlignsSharedEventsAndThoseOfOne) {
  const auto a = run().alignment;
  EXPECT_THAT(a.core, ElementsAre(fire, deaths, inquiry));
  EXPECT_THAT(a.tellings[0].events, ElementsAre(fire, deaths, charge, inquiry));
  EXPECT_THAT(a.tellings[0].only, ElementsAre(charge));
  EXPECT_THAT(a.tellings[1].events, ElementsAre(inquiry, fire, deaths));
  ASSERT_THAT(a.pairs, SizeIs(1));
  EXPECT_EQ(a.pairs[0].shared, 3u);
  EXPECT_EQ(a.pairs[0].in_order, 2u);
  EXPECT_DOUBLE_EQ(a.pairs[0].score, 2.0 * 2 / 7);
}

/// A kind of happening that each paper tells in an event of its own.
std::size_t alike(const std::string& first_day, const std::string& second_day, bool same_agent) {
  test::GraphBuilder make;
  const ArticleId north = make.article("Le Nord", "2024-03-02", "Des sanctions."), south = make.article("Le Sud", "2024-03-03", "Des sanctions.");
  const ActorId one = make.actor(actors::ActorKind::state, "Nordanie"), other = make.actor(actors::ActorKind::state, "Sudanie");
  const EventId a = make.event("Sanctions"), b = make.event("Mesures");
  make.tell(a, north, "sanctions", first_day).participants = {{events::ParticipantRole::agent, one}};
  make.tell(b, south, "sanctions", second_day).participants = {{events::ParticipantRole::agent, same_agent ? one : other}};
  auto story = make.build();
  for (const EventId id : {a, b}) {
    story.event(id).predicate_class = "sanction";
    story.event(id).code = "SANCTION";
  }
  return compare::compare(story, {{"n", {north}}, {"s", {south}}}).alignment.alike.size();
}

TEST(AlikeEvents, AreOfOneKindUnlessDaysOrParticipantsSetThemApart) {
  EXPECT_EQ(alike("", "2024-03-01", true), 1u);
  EXPECT_EQ(alike("2024-03-02", "2024-03-01", true), 0u);
  EXPECT_EQ(alike("", "", false), 0u);
}

TEST_F(Fire, TellsWhereFactsAndVoicesDiffer) {
  const Comparison c = run();
  const Difference* date = of(c, fire, Aspect::date);
  ASSERT_TRUE(date);
  EXPECT_TRUE(date->conflict);
  EXPECT_EQ(date->sides[0].value, "2024-03-01");
  EXPECT_EQ(date->sides[1].value, "2024-03-02");
  const Difference* number = of(c, deaths, Aspect::number);
  ASSERT_TRUE(number);
  EXPECT_EQ(number->detail, "deaths");
  EXPECT_EQ(number->sides[1].value, "15..");
  ASSERT_TRUE(of(c, inquiry, Aspect::factuality));
  EXPECT_FALSE(of(c, inquiry, Aspect::factuality)->conflict);
  ASSERT_TRUE(of(c, fire, Aspect::wording));
  EXPECT_FALSE(of(c, deaths, Aspect::wording));
  const Difference* quoted = of(c, fire, Aspect::quoted);
  ASSERT_TRUE(quoted);
  EXPECT_THAT(quoted->sides[0].actors, ElementsAre(prefect));
  EXPECT_THAT(quoted->sides[1].groups, ElementsAre(1u));
  EXPECT_EQ(quoted->sides[1].value, "");
}

TEST_F(Fire, ADifferentTollIsAFindingWithBothPassages) {
  const Comparison c = run();
  ASSERT_THAT(c.findings, SizeIs(1));
  const Finding& f = c.findings[0];
  EXPECT_EQ(f.kind, "fact_conflict");
  EXPECT_EQ(f.scope, Scope::across);
  EXPECT_EQ(f.text, "Des ouvriers meurent : 12 personnes selon Le Nord, 2024-03-02, au moins quinze personnes selon Le Sud, 2024-03-03.");
  ASSERT_THAT(f.sides, SizeIs(2));
  EXPECT_EQ(f.sides[0].passages[0].article, north);
  EXPECT_EQ(f.sides[1].passages[0].article, south);
}

/// Two papers that tell the deaths of one night as events of their own.
struct Night : testing::Test {
  test::GraphBuilder make;
  ArticleId north, south;
  EventId first = make.event("Des ouvriers meurent"), second = make.event("Des salariés périssent");

  std::vector<std::string> conflicts(const std::string& one, const std::string& other, bool shared = false) {
    north = make.article("Le Nord", "2024-03-02", one);
    south = make.article("Le Sud", "2024-03-05", other);
    make.tell(first, north, "morts");
    if (shared) make.tell(make.event("L'usine explose"), north, "explosion");
    make.tell(second, south, "tués").location = shared ? "" : "Valdor";
    if (shared) make.tell(EventId(2), south, "explosion");
    const auto story = make.build();
    std::vector<std::string> texts;
    for (const Finding& f : compare::compare(story, {{"n", {north}}, {"s", {south}}}, french()).findings)
      if (f.kind == "fact_conflict" && f.scope == Scope::across) texts.push_back(f.text);
    return texts;
  }
};

TEST_F(Night, TollsAtOneNamedPlaceAreCompared) {
  EXPECT_THAT(conflicts("Drame à Valdor. Quatre ouvriers sont morts à Valdor.", "Deuil à Valdor. Sept salariés ont été tués à Valdor."), SizeIs(1));
}

TEST_F(Night, TollsBesideASharedEventAreCompared) {
  EXPECT_THAT(conflicts("Une explosion a eu lieu. Quatre ouvriers sont morts.", "Sept salariés ont été tués par une explosion.", true), SizeIs(1));
}

TEST_F(Night, TollsThatNothingHoldsTogetherAreNot) {
  EXPECT_THAT(conflicts("Drame à Montclair. Quatre ouvriers sont morts à Montclair.", "Deuil à Valdor. Sept salariés ont été tués à Valdor."), IsEmpty());
}

TEST_F(Night, TollsThatAgreeAreNot) {
  EXPECT_THAT(conflicts("Drame à Valdor. Au moins quatre ouvriers sont morts à Valdor.", "Deuil à Valdor. Sept salariés ont été tués à Valdor."), IsEmpty());
}

TEST_F(Night, ThousandsDeadInAWarAreNoTollOfOneNight) {
  EXPECT_THAT(conflicts("La guerre de Valdor. Des milliers de gens sont morts à Valdor.", "Deuil à Valdor. Sept salariés ont été tués à Valdor."), IsEmpty());
}

TEST_F(Fire, KindsAndConfidenceSelect) {
  auto options = french();
  options.kinds = {"omission"};
  EXPECT_THAT(run(options).findings, IsEmpty());
  options = french();
  options.min_confidence = 0.99;
  EXPECT_THAT(run(options).findings, IsEmpty());
  EXPECT_THAT(run(options).differences, IsEmpty());
}

TEST_F(Fire, AnArticleComparedWithItselfDiffersInNothing) {
  const auto story = make.build();
  for (const ArticleId id : {north, south}) {
    const auto c = compare::compare(story, {{"a", {id}}, {"b", {id}}}, french());
    EXPECT_THAT(c.differences, IsEmpty());
    for (const Finding& f : c.findings) EXPECT_EQ(f.scope, Scope::within);
    EXPECT_DOUBLE_EQ(c.alignment.pairs.at(0).score, 1.0);
  }
}

TEST_F(Fire, IsSymmetric) {
  const auto story = make.build();
  const auto ab = compare::compare(story, {{"n", {north}}, {"s", {south}}}, french());
  const auto ba = compare::compare(story, {{"s", {south}}, {"n", {north}}}, french());
  ASSERT_EQ(ab.differences.size(), ba.differences.size());
  for (std::size_t i = 0; i < ab.differences.size(); ++i) {
    EXPECT_EQ(ab.differences[i].event, ba.differences[i].event);
    ASSERT_EQ(ab.differences[i].sides.size(), ba.differences[i].sides.size());
    for (std::size_t s = 0; s < ab.differences[i].sides.size(); ++s)
      EXPECT_EQ(ab.differences[i].sides[s].passages, ba.differences[i].sides[s].passages);
  }
  ASSERT_EQ(ab.findings.size(), ba.findings.size());
  for (std::size_t i = 0; i < ab.findings.size(); ++i) EXPECT_EQ(ab.findings[i].text, ba.findings[i].text);
  EXPECT_EQ(ab.alignment.core, ba.alignment.core);
  EXPECT_DOUBLE_EQ(ab.alignment.pairs[0].score, ba.alignment.pairs[0].score);
}

TEST_F(Fire, AnUnrelatedArticleChangesNoFinding) {
  const auto before = run();
  const ArticleId other = make.article("L'Est", "2024-03-04", "Un musée ouvre.");
  make.tell(make.event("Un musée ouvre"), other, "ouvre", "2024-03-04");
  const auto after = run();
  ASSERT_EQ(before.findings.size(), after.findings.size());
  for (std::size_t i = 0; i < before.findings.size(); ++i) {
    EXPECT_EQ(before.findings[i].text, after.findings[i].text);
    EXPECT_EQ(before.findings[i].weight, after.findings[i].weight);
    EXPECT_DOUBLE_EQ(before.findings[i].confidence, after.findings[i].confidence);
  }
  EXPECT_EQ(before.differences.size(), after.differences.size());
}

TEST_F(Fire, EventsInOppositeOrderAreFound) {
  const EventId visit = make.event("Le ministre vient");
  make.tell(visit, north, "accuse", "2024-03-02");
  make.tell(visit, south, "sinistre", "2024-03-01");
  const auto c = run();
  const auto it = std::find_if(c.findings.begin(), c.findings.end(), [](const Finding& f) { return f.kind == "order_inversion"; });
  ASSERT_NE(it, c.findings.end());
  EXPECT_THAT(it->events, ElementsAre(fire, visit));
  EXPECT_EQ(it->scope, Scope::across);
  EXPECT_THAT(it->sides[0].groups, ElementsAre(0u));
}

TEST_F(Fire, OrdersThatTwoTellAreOneFindingNotTwo) {
  const EventId visit = make.event("Le ministre vient");
  make.tell(visit, north, "accuse");
  make.tell(visit, south, "sinistre");
  make.link(fire, visit, LinkType::before, north);
  make.link(visit, fire, LinkType::before, south);
  make.findings = {graph::Finding{"time_conflict", {}, {fire, visit}, {}, {north, south}, "both", {}}};
  std::vector<std::string> kinds;
  for (const Finding& f : run().findings)
    if (f.kind == "order_inversion" || f.kind == "time_conflict") kinds.push_back(f.kind);
  EXPECT_THAT(kinds, ElementsAre("order_inversion"));
}

TEST_F(Fire, WhoTellsSeveralNumbersHimselfContradictsNobody) {
  const ArticleId east = make.article("L'Est", "2024-03-04", "L'incendie a tué 12 personnes. Le sinistre a tué 20 personnes.");
  const EventId rising = make.event("Des ouvriers meurent encore");
  make.tell(rising, east, "incendie");
  make.tell(rising, east, "sinistre");
  for (const Finding& f : run().findings) EXPECT_FALSE(f.kind == "fact_conflict" && f.scope == Scope::within) << f.text;
}

TEST_F(Fire, ACentralEventLeftOutIsFound) {
  const EventId warning = make.event("L'usine avait été mise en demeure");
  make.tell(warning, north, "direction");
  make.link(warning, fire, LinkType::causes, north);
  make.link(warning, deaths, LinkType::causes, north);
  make.link(warning, inquiry, LinkType::causes, north);
  const auto c = run();
  const auto it = std::find_if(c.findings.begin(), c.findings.end(), [](const Finding& f) { return f.kind == "omission"; });
  ASSERT_NE(it, c.findings.end());
  EXPECT_EQ(it->text, "Le Sud, 2024-03-03 ne dit rien de L'usine avait été mise en demeure.");
}

TEST_F(Fire, WhoTellsAnotherTollOmitsNoDeaths) {
  for (const auto& [text, kinds] : {std::pair("Drame à Valdor. Sept salariés ont péri à Valdor.", "fact_conflict"),
                                    std::pair("Drame à Valdor. Un maire est élu à Valdor.", "omission")}) {
    test::GraphBuilder two;
    const ArticleId a = two.article("L'Est", "2024-03-02", "Une explosion à Valdor. Quatre ouvriers sont morts à Valdor. Elle a détruit un pont.");
    const ArticleId b = two.article("L'Ouest", "2024-03-02", text);
    const EventId blast = two.event("Une explosion"), bridge = two.event("Un pont détruit"), four = two.event("Quatre ouvriers morts");
    EventId other = two.event("Autre chose");
    two.tell(blast, a, "explosion");
    two.tell(blast, b, "Drame");
    two.tell(bridge, a, "détruit");
    two.tell(bridge, b, "Valdor");
    two.tell(four, a, "morts");
    two.tell(other, b, std::string_view(kinds) == "omission" ? "élu" : "péri");
    for (const EventId e : {blast, bridge, other}) two.link(e, four, LinkType::causes, a);
    const auto story = two.build();
    const auto c = compare::compare(story, compare::make_groups(story, GroupBy::article, compare::all_articles(story)), french());
    std::set<std::string> found;
    for (const Finding& f : c.findings)
      if (f.scope == Scope::across && std::find(f.events.begin(), f.events.end(), four) != f.events.end()) found.insert(f.kind);
    EXPECT_THAT(found, ElementsAre(kinds)) << text;
  }
}

TEST_F(Fire, WhatHappenedAfterAnArticleIsNoOmission) {
  const EventId trial = make.event("Le procès s'ouvre");
  make.tell(trial, north, "direction", "2024-03-09");
  for (const EventId e : {fire, deaths, inquiry}) make.link(e, trial, LinkType::causes, north);
  for (const Finding& f : run().findings) EXPECT_NE(f.kind, "omission");
}

TEST_F(Fire, FindingsOfTheStoryKnowWhetherOneArticleHoldsBothSides) {
  const EventId denial = make.event("La direction nie", events::EventType::statement);
  make.tell(denial, south, "Une");
  graph::Finding across{"contradiction", {}, {fire}, {charge, denial}, {north, south}, "across", {}};
  graph::Finding inside{"contradiction", {}, {fire}, {charge, charge}, {north}, "inside", {}};
  make.findings = {across, inside};
  const auto c = run();
  for (const Finding& f : c.findings) {
    if (f.kind == "contradiction") {
      EXPECT_EQ(f.scope, f.text == "across" ? Scope::across : Scope::within);
    }
  }
  EXPECT_THAT(c.findings, SizeIs(3));
}

TEST(Groups, AreMadeByPropertyInTheOrderOfTheArticles) {
  test::GraphBuilder make;
  make.article("Le Nord", "2024-03-02", "a");
  make.article("Le Sud", "2024-03", "b");
  make.article("Le Nord", "2024-03", "c");
  const auto story = make.build();
  const auto all = compare::all_articles(story);
  const auto by_source = compare::make_groups(story, GroupBy::source, all);
  ASSERT_THAT(by_source, SizeIs(2));
  EXPECT_EQ(by_source[0].name, "Le Nord");
  EXPECT_THAT(by_source[0].articles, ElementsAre(ArticleId(0), ArticleId(2)));
  EXPECT_THAT(compare::make_groups(story, GroupBy::article, all), SizeIs(3));
  EXPECT_THAT(compare::make_groups(story, GroupBy::published, all), SizeIs(2));
  EXPECT_THAT(compare::make_groups(story, GroupBy::language, all), SizeIs(1));
}

TEST(EmptyComparison, HasNothing) {
  const auto c = compare::compare(graph::StoryGraph(), {});
  EXPECT_THAT(c.findings, IsEmpty());
  EXPECT_THAT(c.alignment.pairs, IsEmpty());
}

}  // namespace
}  // namespace fabula
