#include "fabula/output/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fabula/output/diagram.hpp"
#include "support/pack_words.hpp"
#include "support/random_story.hpp"
#include "support/run_tool.hpp"

namespace fabula {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct RandomComparison : testing::Test {
  graph::StoryGraph story = test::RandomStory(7, {}).make.build();
  compare::Comparison comparison = [this] {
    compare::CompareOptions options;
    options.languages["fr"].quantities = test::quantity_words("fr");
    return compare::compare(story, compare::make_groups(story, compare::GroupBy::article, compare::all_articles(story)), options);
  }();
};

/// Validates against the published schema with python3-jsonschema.
void expect_valid(const std::string& content) {
  const test::TempFolder folder;
  const std::string source = FABULA_SOURCE_DIR;
  const int status = test::run("python3 '" + source + "/tests/unit/output/validate_json.py' '" + source +
                               "/src/output/schema/comparison.schema.json' '" + folder.write("x.json", content).string() + "'");
  if (status == 77 || status == 127) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(status, 0);
}

TEST_F(RandomComparison, JsonKeepsToItsSchema) { expect_valid(output::write_comparison_json(story, comparison)); }

TEST_F(RandomComparison, JsonOfNothingKeepsToItsSchema) {
  const graph::StoryGraph empty;
  expect_valid(output::write_comparison_json(empty, compare::compare(empty, {})));
}

TEST_F(RandomComparison, JsonNamesEveryEventAndActorThatItRefersTo) {
  const auto json = nlohmann::json::parse(output::write_comparison_json(story, comparison));
  std::set<std::string> events, actors;
  for (const auto& e : json["events"]) events.insert(e["id"]);
  for (const auto& a : json["actors"]) actors.insert(a["id"]);
  for (const auto& f : json["findings"]) {
    for (const auto& id : f["events"]) EXPECT_TRUE(events.contains(id)) << id;
    for (const auto& id : f["statements"]) EXPECT_TRUE(events.contains(id)) << id;
    for (const auto& side : f["sides"])
      for (const auto& id : side["actors"]) EXPECT_TRUE(actors.contains(id)) << id;
  }
  for (const auto& d : json["differences"]) EXPECT_TRUE(events.contains(d["event"]));
}

TEST_F(RandomComparison, TheReportHasColoursOnlyWhenAsked) {
  const std::string plain = output::write_comparison_text(story, comparison);
  EXPECT_THAT(plain, Not(HasSubstr("\033")));
  std::string colored = output::write_comparison_text(story, comparison, {.width = 80, .colors = true});
  EXPECT_THAT(colored, HasSubstr("\033[1m"));
  for (std::size_t at; (at = colored.find('\033')) != std::string::npos;) colored.erase(at, colored.find('m', at) + 1 - at);
  EXPECT_EQ(colored, plain);
}

TEST_F(RandomComparison, TheReportSaysNothingOfAnEmptyComparison) {
  const graph::StoryGraph empty;
  EXPECT_THAT(output::write_comparison_text(empty, compare::compare(empty, {})), Not(HasSubstr("Findings")));
}

TEST(ComparisonReport, ShowsThePassageAroundItsWordsAndNoControlCharacters) {
  test::GraphBuilder make;
  const std::string filler = [] { std::string s; for (int i = 0; i < 60; ++i) s += "remplissage "; return s; }();
  const ArticleId a = make.article("Le \033[31mNord", "2024-03-02", filler + "ouvrit " + filler + "fin.");
  const ArticleId b = make.article("Le Sud", "2024-03-02", "Le port ouvrit.");
  const EventId port = make.event("Le port ouvre");
  make.tell(port, a, "ouvrit", "2024-03-01");
  make.tell(port, b, "ouvrit", "2024-03-02");
  const auto story = make.build();
  const auto c = compare::compare(story, compare::make_groups(story, compare::GroupBy::article, compare::all_articles(story)));
  const std::string text = output::write_comparison_text(story, c, {.width = 200});
  EXPECT_THAT(text, HasSubstr("« … remplissage"));
  EXPECT_THAT(text, HasSubstr(" ouvrit remplissage"));
  EXPECT_THAT(text, HasSubstr("2024-03-01"));
  EXPECT_THAT(text, Not(HasSubstr("\033")));
}

TEST_F(RandomComparison, TheDiagramHasAColumnForEachGroupAndJoinsSharedEvents) {
  const std::string dot = output::comparison_dot(story, comparison);
  for (std::size_t g = 0; g < comparison.groups.size(); ++g) EXPECT_THAT(dot, HasSubstr("title" + std::to_string(g)));
  for (const compare::SharedEvent& shared : comparison.alignment.shared) EXPECT_THAT(dot, HasSubstr("same" + graph::export_id(shared.event)));
  EXPECT_THAT(output::render(dot, "svg"), HasSubstr("<svg"));
}

}  // namespace
}  // namespace fabula
