#include "fabula/graph/story_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/graph/view.hpp"
#include "support/story_builder.hpp"

namespace fabula {
namespace {

using actors::ActorKind;
using events::EventType;
using testing::ElementsAre;
using testing::IsEmpty;

struct Delivery : testing::Test {
  test::StoryBuilder make;
  ActorId north, south, envoy;

  Delivery() {
    make.article("b.txt", "2024-03-02");
    north = make.actor(ActorKind::state, "Nordanie");
    south = make.actor(ActorKind::state, "Sudanie");
    envoy = make.actor(ActorKind::person, "Éva Morel");
    make.role(envoy, "envoyée", north);
    const auto said = make.statement(events::Act::deny, envoy, "2024-03-01");
    const auto done = make.mention(EventType::action, "livrer", "supply", {test::agent(north), test::recipient(south)}, "2024-02");
    make.at(done).factuality = events::Factuality::denied;
    make.at(done).claimed_by = envoy;
    make.at(done).claim_event = said;
    make.at(done).code = "AID";
    make.link(said, done, events::LinkType::denies);
    make.link(said, done, events::LinkType::about);
  }
};

TEST_F(Delivery, KeepsActorsEventsAndTheirRelations) {
  const auto story = make.build();
  ASSERT_EQ(story.article_count(), 1u);
  ASSERT_EQ(story.event_count(), 2u);
  EXPECT_EQ(story.actor(ActorId(0)).name, "Éva Morel");  // numbered by first mention
  EXPECT_THAT(story.participants(EventId(1)), ElementsAre(test::agent(ActorId(1)), test::recipient(ActorId(2))));
  EXPECT_THAT(story.events_of(ActorId(2)), ElementsAre(EventId(1)));
  ASSERT_EQ(story.affiliations().size(), 1u);
  EXPECT_EQ(story.affiliations()[0].to, ActorId(1));
}

TEST_F(Delivery, KeepsTheStrongestContentLinkOfAPair) {
  const auto story = make.build();
  ASSERT_EQ(story.links().size(), 1u);
  EXPECT_EQ(story.links()[0].link.type, events::LinkType::denies);
  EXPECT_EQ(story.links_to(EventId(1))[0].from, EventId(0));
}

TEST_F(Delivery, ClaimsNameTheStatementTheyAreMadeIn) {
  const auto story = make.build();
  EXPECT_EQ(story.event(EventId(1)).mentions[0].claim_event, EventId(0));
  EXPECT_EQ(story.event(EventId(1)).mentions[0].claimed_by, ActorId(0));
  EXPECT_EQ(story.event(EventId(1)).factuality, "denied");
}

TEST_F(Delivery, ViewsKeepOnlyWhatTheFilterAsks) {
  const auto story = make.build();
  graph::Filter filter;
  filter.codes = {"AID"};
  const auto view = graph::view(story, filter);
  std::size_t vertices = 0;
  for (auto [it, end] = boost::vertices(view); it != end; ++it) ++vertices;
  EXPECT_EQ(vertices, 4u);  // the article, the event and two states
  EXPECT_THAT(graph::select_events(story, filter), ElementsAre(EventId(1)));
}

TEST_F(Delivery, FiltersByPeriodActorAndKind) {
  const auto story = make.build();
  graph::Filter march;
  march.from = parse_iso_day("2024-03-01");
  EXPECT_THAT(graph::select_events(story, march), ElementsAre(EventId(0)));
  graph::Filter sudanie;
  sudanie.actors = graph::actors_named(story, "sudanie");
  EXPECT_THAT(graph::select_events(story, sudanie), ElementsAre(EventId(1)));
  graph::Filter statements;
  statements.type = EventType::statement;
  EXPECT_THAT(graph::select_events(story, statements), ElementsAre(EventId(0)));
  EXPECT_THAT(graph::actors_named(story, "Ostanie"), IsEmpty());
}

TEST_F(Delivery, ArticlesAreOrderedByPublicationWhateverTheOrderGiven) {
  make.article("a.txt", "2024-01-05");
  make.mention(EventType::action, "rencontrer", "meet", {test::agent(north)}, "2024-01-04");
  const auto story = make.build();
  EXPECT_EQ(story.article(ArticleId(0)).file, "a.txt");
  EXPECT_EQ(story.event(EventId(0)).predicate, "rencontrer");
  EXPECT_EQ(story.actor(ActorId(0)).name, "Nordanie");
}

TEST(EmptyStory, HasNothing) {
  const auto story = test::StoryBuilder().build();
  EXPECT_EQ(story.event_count(), 0u);
  EXPECT_TRUE(graph::select_events(story, {}).empty());
}

}  // namespace
}  // namespace fabula
