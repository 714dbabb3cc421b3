#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/story_builder.hpp"

namespace fabula {
namespace {

using actors::ActorKind;
using events::Act;
using events::EventType;
using events::LinkType;

/// An envoy denies a delivery in March, the state admits it in May; a paper had reported it and dated it after the
/// operation that the state says it preceded.
struct FindingsTest : testing::Test {
  test::StoryBuilder make;
  graph::BuildOptions options;
  ActorId north = make.actor(ActorKind::state, "Nordanie");
  ActorId south = make.actor(ActorKind::state, "Sudanie");
  ActorId envoy = make.actor(ActorKind::person, "Éva Morel");
  ActorId paper = make.actor(ActorKind::media, "Gazette");

  FindingsTest() {
    options.coreference.general = {"opération"};
    options.wording["fr"] = {{"position_change", "{actor} {first_date} {second_date} ({first_voice})"},
                             {"contradiction", "{first} / {second}"},
                             {"time_conflict", "{parts}"},
                             {"time_conflict.date", "{voice}: {event} {date}"},
                             {"time_conflict.start", "{voice}: {event} from {date}"},
                             {"time_conflict.before", "{voice}: {event} < {other}"}};
    make.article("a.txt", "2024-03");
    make.role(envoy, "envoyée", north);
    const auto report = make.statement(Act::report, paper, "2024-03-01");
    const auto told = supply(report, paper, events::Factuality::claimed, "2024-02-20");
    make.link(report, told, LinkType::about);
    const auto denial = make.statement(Act::deny, envoy, "2024-03-03");
    make.link(denial, supply(denial, envoy, events::Factuality::denied), LinkType::denies);
    make.mention(EventType::action, "opération", "operation", {test::agent(south)}, "2024-01-15");
    make.article("b.txt", "2024-05");
    const auto admitted = make.statement(Act::confirm, north, "2024-05-07");
    const auto earlier = supply(admitted, north, events::Factuality::claimed);
    make.link(admitted, earlier, LinkType::confirms);
    make.link(earlier, make.mention(EventType::action, "opération", "operation", {test::agent(south)}), LinkType::before);
  }
  MentionId supply(MentionId statement, ActorId by, events::Factuality f, std::string edtf = {}) {
    const auto id = make.mention(EventType::action, "livrer", "supply", {test::agent(north), test::recipient(south)}, std::move(edtf));
    make.at(id).claimed_by = by;
    make.at(id).claim_event = statement;
    make.at(id).factuality = f;
    return id;
  }
  std::vector<std::string> texts(const std::string& kind) const {
    std::vector<std::string> out;
    for (const graph::Finding& f : make.build(options).findings)
      if (f.kind == kind) out.push_back(f.text);
    return out;
  }
};

TEST_F(FindingsTest, AStateThatAdmitsWhatItsEnvoyDeniedHasChangedItsPosition) {
  EXPECT_THAT(texts("position_change"), testing::ElementsAre("Nordanie 2024-03-03 2024-05-07 (Éva Morel)"));
}

TEST_F(FindingsTest, PositionsAreHeldThroughThoseWhoSpeak) {
  const auto story = make.build(options);
  std::size_t through = 0;
  for (const graph::Position& p : story.positions)
    if (p.through) {
      ++through;
      EXPECT_EQ(story.actor(p.actor).name, "Nordanie");
      EXPECT_EQ(p.stance, "denies");
    }
  EXPECT_EQ(through, 1u);
}

TEST_F(FindingsTest, AReportAndADenialContradictEachOtherOnce) {
  EXPECT_THAT(texts("contradiction"), testing::ElementsAre("Gazette / Éva Morel"));
}

TEST_F(FindingsTest, AnOrderThatADateRefutesIsAConflict) {
  EXPECT_THAT(texts("time_conflict"), testing::ElementsAre("Gazette: livrer 2024-02-20 ; a.txt: opération from 2024-01-15 ; Nordanie: livrer < opération"));
}

TEST_F(FindingsTest, AConflictHasExactlyWhatCannotHoldAsItsEvidence) {
  const auto story = make.build(options);
  for (const graph::Finding& f : story.findings)
    if (f.kind == "time_conflict") {
      ASSERT_EQ(f.evidence.size(), 3u);
      EXPECT_EQ(story.actor(f.evidence[0].claimed_by).name, "Gazette");
      EXPECT_FALSE(f.evidence[1].claimed_by);
      EXPECT_EQ(story.actor(f.evidence[2].claimed_by).name, "Nordanie");
      EXPECT_TRUE(f.evidence[2].statement);
    }
}

TEST_F(FindingsTest, EachHasItsEvidence) {
  for (const graph::Finding& f : make.build(options).findings) {
    EXPECT_FALSE(f.events.empty());
    EXPECT_EQ(f.statements.size(), 2u) << f.kind;
    EXPECT_FALSE(f.articles.empty());
  }
}

TEST(Positions, WhoeverDeniesAnAccusationDeniesWhatItIsAbout) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-03");
  const ActorId north = make.actor(ActorKind::state, "Nordanie");
  const ActorId south = make.actor(ActorKind::state, "Sudanie");
  const auto accusation = make.statement(Act::accuse, south);
  const auto supply = make.mention(EventType::action, "livrer", "supply", {test::agent(north)});
  make.at(supply).factuality = events::Factuality::claimed;
  make.link(accusation, supply, LinkType::about);
  make.link(make.statement(Act::deny, north), accusation, LinkType::denies);
  const auto story = make.build();
  std::vector<std::string> stances;
  for (const graph::Position& p : story.positions)
    if (story.event(p.event).predicate == "livrer") stances.push_back(p.stance);
  EXPECT_THAT(stances, testing::UnorderedElementsAre("accuses", "denies"));
}

TEST(Positions, AWordThatPointsBackDeniesOnlyWhatConcernsTheSpeaker) {
  for (const bool concerned : {true, false}) {
    test::StoryBuilder make;
    make.article("a.txt", "2024-03");
    const ActorId north = make.actor(ActorKind::state, "Nordanie");
    const ActorId south = make.actor(ActorKind::state, "Sudanie");
    const auto said = make.statement(Act::say, south);
    const auto what = make.mention(EventType::action, "découvrir", "discover", {test::agent(concerned ? north : south)});
    make.at(what).factuality = events::Factuality::claimed;
    make.link(said, what, LinkType::about);
    const auto denial = make.statement(Act::deny, north);
    make.link(denial, said, LinkType::denies);
    make.link(denial, what, LinkType::denies);
    const auto story = make.build();
    const auto denied = std::count_if(story.positions.begin(), story.positions.end(), [&](const graph::Position& p) {
      return p.stance == "denies" && story.event(p.event).predicate == "découvrir";
    });
    EXPECT_EQ(denied, concerned ? 1 : 0);
  }
}

TEST(Findings, UncertainOrderOfStatementsIsNoChange) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-03");
  const ActorId north = make.actor(ActorKind::state, "Nordanie");
  for (const Act act : {Act::deny, Act::confirm}) {
    const auto said = make.statement(act, north, "2024-03");
    const auto what = make.mention(EventType::action, "livrer", "supply", {test::agent(north)});
    make.at(what).themes = {"drone"};
    make.link(said, what, act == Act::deny ? LinkType::denies : LinkType::confirms);
  }
  const auto story = make.build();
  EXPECT_EQ(story.event_count(), 3u);
  EXPECT_TRUE(story.findings.empty());
}

}  // namespace
}  // namespace fabula
