#include <gtest/gtest.h>

#include "fabula/base/error.hpp"
#include "fabula/output/story_json.hpp"
#include "fabula/pipeline/make_story.hpp"
#include "support/sample_story.hpp"

namespace fabula {
namespace {

using graph::StoryGraph;
using output::write_story_json;

/// Three articles that share actors and a happening.
std::vector<graph::ArticleExtraction> three_articles() {
  auto make = test::sample_story();
  const ActorId north = ActorId(0), south = ActorId(1);
  make.article("b.txt", "2024-03-05");
  const MentionId supply = make.mention(events::EventType::action, "livrer", "supply", {test::agent(north), test::recipient(south)}, "2024-02");
  make.at(supply).location = "Valdoria";
  make.at(supply).nominal = true;
  make.at(supply).themes = {"turbine"};
  const MentionId confirmed = make.statement(events::Act::confirm, north, "2024-03-04");
  make.link(confirmed, supply, events::LinkType::confirms);
  make.article("c.txt", "2024-04");
  make.mention(events::EventType::action, "rencontrer", "meet", {test::agent(north), test::agent(south)}, "2024-02-19");
  return make.extractions();
}

/// As a story that was written to a file.
StoryGraph story_of(std::vector<graph::ArticleExtraction> articles) {
  return output::read_story_json(write_story_json(pipeline::make_story(std::move(articles))), "x.json");
}

std::string merged(std::vector<StoryGraph> stories) { return write_story_json(pipeline::merge_stories(stories)); }

struct Merge : testing::Test {
  std::vector<graph::ArticleExtraction> all = three_articles();
  StoryGraph a = story_of({all[0]}), b = story_of({all[1]}), c = story_of({all[2]});
  std::string together = write_story_json(pipeline::make_story(all));
  StoryGraph read(const std::string& json) { return output::read_story_json(json, "x.json"); }
};

TEST_F(Merge, GivesTheBytesOfBuildingTogether) {
  EXPECT_EQ(merged({a, b, c}), together);
  EXPECT_EQ(merged({story_of({all[2], all[0]}), b}), together);
}

TEST_F(Merge, IsCommutativeAssociativeAndIdempotent) {
  EXPECT_EQ(merged({c, a, b}), together);
  EXPECT_EQ(merged({read(merged({a, b})), c}), together);
  EXPECT_EQ(merged({a, read(merged({b, c}))}), together);
  EXPECT_EQ(merged({read(together), read(together)}), together);
  EXPECT_EQ(merged({read(together), a, b}), together);
  EXPECT_EQ(merged({read(together)}), together);
}

TEST_F(Merge, OfNothingIsTheEmptyStory) { EXPECT_EQ(merged({}), write_story_json(pipeline::make_story({}))); }

TEST_F(Merge, KeepsTheTextWhereOneStoryHasIt) {
  auto bare = all[0];
  bare.article.text.clear();
  EXPECT_EQ(merged({story_of({bare}), a, b, c}), together);
  EXPECT_EQ(merged({a, story_of({bare}), b, c}), together);
}

TEST_F(Merge, RefusesStoriesThatCannotBeMerged) {
  const auto code = [](std::vector<StoryGraph> stories) {
    try { merged(std::move(stories)); } catch (const InputError& e) { return e.code(); }
    return std::string();
  };
  StoryGraph without = a;
  without.extractions.clear();
  EXPECT_EQ(code({without, b}), "FAB-IN-041");
  auto other = all[0];
  other.events.mentions.pop_back();
  other.events.links.clear();
  EXPECT_EQ(code({a, story_of({other})}), "FAB-IN-040");
}

TEST_F(Merge, BuildingDoesNotDependOnTheOrderOfTheArticles) {
  std::swap(all[0], all[2]);
  EXPECT_EQ(write_story_json(pipeline::make_story(all)), together);
}

}  // namespace
}  // namespace fabula
