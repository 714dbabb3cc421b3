#include "fabula/graph/relations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/story_builder.hpp"

namespace fabula {
namespace {

using events::EventType;
using graph::RelationKind;

TEST(ActorRelations, AggregateWhatActorsDidByKind) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-03-02");
  const ActorId a = make.actor(actors::ActorKind::state, "Nordanie");
  const ActorId b = make.actor(actors::ActorKind::state, "Sudanie");
  for (const char* day : {"2024-01-05", "2024-02-07"})
    make.at(make.mention(EventType::action, "livrer", "", {test::agent(a), test::recipient(b)}, day)).code = "AID";
  make.at(make.mention(EventType::action, "signer", "", {test::agent(a), test::agent(b)})).code = "AGREE";
  const auto relations = graph::actor_relations(make.build());
  ASSERT_EQ(relations.size(), 2u);
  EXPECT_EQ(relations[0].events.size(), 2u);
  EXPECT_FALSE(relations[0].mutual);
  EXPECT_EQ(to_iso(*relations[0].when.earliest), "2024-01-05");
  EXPECT_EQ(to_iso(*relations[0].when.latest), "2024-02-07");
  EXPECT_TRUE(relations[1].mutual);
}

TEST(ActorRelations, StatementsRelateSpeakersToThoseWhoActInTheirContent) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-03-02");
  const ActorId a = make.actor(actors::ActorKind::state, "Nordanie");
  const ActorId p = make.actor(actors::ActorKind::person, "Éva Morel");
  const auto said = make.statement(events::Act::deny, p);
  make.link(said, make.mention(EventType::action, "livrer", "", {test::agent(a)}), events::LinkType::denies);
  const auto relations = graph::actor_relations(make.build());
  ASSERT_EQ(relations.size(), 1u);
  EXPECT_EQ(relations[0].kind, RelationKind::statement);
  EXPECT_EQ(relations[0].from, ActorId(0));
}

TEST(ActorCentrality, IsHighestBetweenTheOthers) {
  test::StoryBuilder make;
  make.article("a.txt", "2024-03-02");
  std::vector<ActorId> p;
  for (const char* name : {"A", "B", "C"}) p.push_back(make.actor(actors::ActorKind::state, name));
  make.mention(EventType::action, "x", "", {test::agent(p[0]), test::patient(p[1])});
  make.mention(EventType::action, "y", "", {test::agent(p[1]), test::patient(p[2])});
  const auto story = make.build();
  EXPECT_THAT(graph::actor_centrality(story, graph::actor_relations(story)), testing::ElementsAre(0, 1, 0));
}

}  // namespace
}  // namespace fabula
