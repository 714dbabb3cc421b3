#include "fabula/output/story_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fabula/base/error.hpp"
#include "fabula/output/timeline_json.hpp"
#include "support/run_tool.hpp"
#include "support/sample_story.hpp"

namespace fabula {
namespace {

using nlohmann::json;

std::string code_of_reading(const std::string& text) {
  try {
    output::read_story_json(text, "story.json");
  } catch (const InputError& e) {
    return e.code();
  }
  return "";
}

json sample_json() { return json::parse(output::write_story_json(test::sample_story().build())); }

TEST(StoryJson, WritingWhatWasReadGivesTheSameBytes) {
  const std::string text = output::write_story_json(test::sample_story().build());
  EXPECT_EQ(output::write_story_json(output::read_story_json(text, "story.json")), text);
}

TEST(StoryJson, LeavesTheTextOutWhenAsked) {
  const auto story = test::sample_story().build();
  EXPECT_TRUE(json::parse(output::write_story_json(story))["articles"][0].contains("text"));
  const std::string bare = output::write_story_json(story, {.text = false});
  EXPECT_FALSE(json::parse(bare)["articles"][0].contains("text"));
  EXPECT_EQ(output::write_story_json(output::read_story_json(bare, "story.json"), {.text = false}), bare);
}

TEST(StoryJson, RefusesWhatIsNoStory) {
  EXPECT_EQ(code_of_reading(""), "FAB-IN-020");
  EXPECT_EQ(code_of_reading("{\"format\": "), "FAB-IN-020");
  EXPECT_EQ(code_of_reading("\"a\xff\""), "FAB-IN-020");
  EXPECT_EQ(code_of_reading("[1, 2]"), "FAB-IN-021");
  EXPECT_EQ(code_of_reading("{}"), "FAB-IN-021");
  EXPECT_EQ(code_of_reading(R"({"format": "fabula.story", "version": 2})"), "FAB-IN-021");
  EXPECT_EQ(code_of_reading(R"({"format": "fabula.story", "version": 1})"), "FAB-IN-022");
}

TEST(StoryJson, RefusesDeepNestingWithoutOverflowingTheStack) {
  EXPECT_EQ(code_of_reading(std::string(100000, '[') + std::string(100000, ']')), "FAB-IN-020");
  EXPECT_EQ(code_of_reading(R"({"format": "fabula.story", "x": )" + std::string(100000, '[')), "FAB-IN-020");
}

TEST(StoryJson, ChecksEveryId) {
  for (const char* pointer : {"/links/0/from", "/events/0/participants/0/actor", "/events/1/mentions/0/claim_event",
                              "/events/0/mentions/0/article", "/actors/0/mentions/0/article", "/actors/3/roles/0/of"}) {
    json story = sample_json();
    json& id = story[json::json_pointer(pointer)];
    ASSERT_FALSE(id.is_null()) << pointer;
    id = "e99";
    EXPECT_EQ(code_of_reading(story.dump()), "FAB-IN-023") << pointer;
    id = 7;
    EXPECT_EQ(code_of_reading(story.dump()), "FAB-IN-022") << pointer;
  }
}

TEST(StoryJson, ChecksSpansDaysAndNames) {
  const auto with = [](const char* pointer, json value) {
    json story = sample_json();
    story[json::json_pointer(pointer)] = std::move(value);
    return code_of_reading(story.dump());
  };
  EXPECT_EQ(with("/events/0/mentions/0/begin", 99999), "FAB-IN-024");
  EXPECT_EQ(with("/events/0/mentions/0/end", 1000000), "FAB-IN-024");
  EXPECT_EQ(with("/events/0/mentions/0/begin", -1), "FAB-IN-022");
  EXPECT_EQ(with("/events/0/time/earliest", "2024-02-30"), "FAB-IN-024");
  EXPECT_EQ(with("/events/0/time/edtf", "soon"), "FAB-IN-024");
  EXPECT_EQ(with("/events/0/factuality", "likely"), "FAB-IN-024");
  EXPECT_EQ(with("/events/0/mentions", json::array()), "FAB-IN-024");
  EXPECT_EQ(with("/events/1/id", "e1"), "FAB-IN-024");
  EXPECT_EQ(with("/articles/0/characters", 3), "FAB-IN-024");
  EXPECT_EQ(with("/actors/0/name", nullptr), "FAB-IN-022");
}

TEST(TimelineJson, SortsByTimeAndSetsUndatedEventsApart) {
  const json timeline = json::parse(output::write_timeline_json(test::sample_story().build()));
  std::vector<std::string> order;
  for (const json& entry : timeline["entries"]) order.push_back(entry["event"]);
  EXPECT_THAT(order, testing::ElementsAre("e2", "e4", "e1", "e3"));
  ASSERT_EQ(timeline["undated"].size(), 1u);
  EXPECT_EQ(timeline["undated"][0]["event"], "e5");
  EXPECT_EQ(timeline["entries"][0]["evidence"][0]["sentence"], "livrer");
  EXPECT_EQ(timeline["entries"][0]["connections"].size(), 3u);
}

/// Validates against the published schema with python3-jsonschema.
void expect_valid(const std::string& schema, const std::string& content) {
  const test::TempFolder folder;
  const std::string source = FABULA_SOURCE_DIR;
  const int status = test::run("python3 '" + source + "/tests/unit/output/validate_json.py' '" + source + "/src/output/schema/" +
                               schema + "' '" + folder.write("x.json", content).string() + "'");
  if (status == 77 || status == 127) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(status, 0);
}

TEST(JsonSchema, AcceptsStories) { expect_valid("story.schema.json", output::write_story_json(test::sample_story().build())); }
TEST(JsonSchema, AcceptsEmptyStories) { expect_valid("story.schema.json", output::write_story_json(test::StoryBuilder().build())); }
TEST(JsonSchema, AcceptsTimelines) {
  expect_valid("timeline.schema.json", output::write_timeline_json(test::sample_story().build()));
}

}  // namespace
}  // namespace fabula
