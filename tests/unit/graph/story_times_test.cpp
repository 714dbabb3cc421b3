#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/story_builder.hpp"

namespace fabula {
namespace {

using actors::ActorKind;
using events::Act;
using events::EventType;
using events::Factuality;
using events::LinkType;

struct StoryTimesTest : testing::Test {
  test::StoryBuilder make;
  graph::BuildOptions options;
  ActorId north = make.actor(ActorKind::state, "Nordanie");
  ActorId south = make.actor(ActorKind::state, "Sudanie");

  StoryTimesTest() {
    options.coreference.general = {"offensive"};
    make.article("a.txt", "2024-03-02");
  }
  MentionId claim(MentionId statement, MentionId what, ActorId by) {
    make.at(what).factuality = Factuality::claimed;
    make.at(what).claimed_by = by;
    make.at(what).claim_event = statement;
    make.link(statement, what, LinkType::about);
    return what;
  }
  std::string when(std::string_view predicate) const {
    const auto story = make.build(options);
    for (std::size_t i = 0; i < story.event_count(); ++i)
      if (story.event(EventId(i)).predicate == predicate)
        return story.event(EventId(i)).time.edtf + " " + std::string(name(story.event(EventId(i)).time.basis));
    return "none";
  }
};

TEST_F(StoryTimesTest, AnOrderBoundsWhatIsNotDated) {
  const auto raid = make.mention(EventType::action, "attaquer", "attack", {test::agent(north)}, "2024-02-24");
  make.link(make.mention(EventType::action, "livrer", "supply", {test::agent(south)}), raid, LinkType::before);
  EXPECT_EQ(when("livrer"), "../2024-02-24 inferred");
  EXPECT_EQ(when("attaquer"), "2024-02-24 explicit");
}

TEST_F(StoryTimesTest, TheDateOfAGeneralHappeningIsThatOfItsBeginning) {
  const auto offensive = make.mention(EventType::action, "offensive", "attack", {test::agent(north)}, "2024-02-24");
  make.link(make.mention(EventType::action, "frapper", "attack", {test::agent(south)}), offensive, LinkType::during);
  EXPECT_EQ(when("frapper"), "2024-02-24/.. inferred");
}

TEST_F(StoryTimesTest, WhatAStatementTellsAsAFactWasOverByThen) {
  const auto said = make.statement(Act::report, south, "2024-02-20");
  claim(said, make.mention(EventType::action, "livrer", "supply", {test::agent(north)}), south);
  EXPECT_EQ(when("livrer"), "../2024-02-20 inferred");
}

TEST_F(StoryTimesTest, AClaimedOrderDatesWhatItsClaimantTells) {
  const auto raid = make.mention(EventType::action, "attaquer", "attack", {test::agent(north)}, "2024-02-24");
  const auto said = make.statement(Act::say, south);
  make.link(claim(said, make.mention(EventType::action, "livrer", "supply", {test::agent(south)}), south), raid, LinkType::before);
  EXPECT_EQ(when("livrer"), "../2024-02-24 inferred");
}

TEST_F(StoryTimesTest, AClaimedOrderDoesNotDateWhatAnArticleAsserts) {
  const auto raid = make.mention(EventType::action, "attaquer", "attack", {test::agent(north)}, "2024-02-24");
  const auto said = make.statement(Act::say, south);
  make.link(claim(said, make.mention(EventType::action, "livrer", "supply", {test::agent(south), test::recipient(north)}), south), raid,
            LinkType::before);
  make.mention(EventType::action, "livrer", "supply", {test::agent(south), test::recipient(north)});
  EXPECT_EQ(when("livrer"), " unknown");
}

TEST_F(StoryTimesTest, ASetOfDaysKeepsThoseThatRemain) {
  const auto raid = make.mention(EventType::action, "attaquer", "attack", {test::agent(north)}, "2024-02-10");
  const auto met = make.mention(EventType::action, "rencontrer", "meet", {test::agent(south)}, "[2024-02-04,2024-02-11,2024-02-18]");
  make.link(raid, met, LinkType::before);
  EXPECT_EQ(when("rencontrer"), "[2024-02-11,2024-02-18] inferred");
}

}  // namespace
}  // namespace fabula
