#include "fabula/output/exports.hpp"
#include "fabula/output/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "output/csv.hpp"
#include "output/legal_text.hpp"
#include "support/sample_story.hpp"

namespace fabula {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const char* const kHostile[] = {"\"quotes\" 'and' \\", "</script><script>alert(1)</script>", "=cmd()", "a ]]> b", "\u202Eabc\u2066\u200B",
                                "\x01\x0B\x1F\x7F", "tab\tand\nline", "&amp;&#0;", " "};

/// The sample story with one hostile label for every event and actor.
graph::StoryGraph hostile_story(const std::string& label) {
  test::StoryBuilder make = test::sample_story();
  for (auto& mention : make.articles().front().events.mentions) mention.label = label;
  make.actor(actors::ActorKind::person, label);
  return make.build();
}

std::vector<json> lines_of(const std::string& ndjson) {
  std::vector<json> out;
  std::istringstream in(ndjson);
  for (std::string line; std::getline(in, line);) out.push_back(json::parse(line));
  return out;
}

std::vector<std::string> types_of(const std::vector<output::PropertyEdge>& edges) {
  std::vector<std::string> out;
  for (const output::PropertyEdge& edge : edges) out.push_back(edge.type);
  return out;
}

TEST(PropertyGraph, HoldsEveryThingOfTheStoryAndWhatJoinsThem) {
  const auto story = test::sample_story().build();
  const output::PropertyGraph graph = output::story_property_graph(story);
  EXPECT_EQ(graph.nodes.size(), story.article_count() + story.actor_count() + story.event_count());
  const auto types = types_of(graph.edges);
  for (const char* type : {"agent", "recipient", "about", "denies", "causes", "tells", "affiliation", "position"})
    EXPECT_THAT(types, Contains(type));
}

TEST(PropertyGraph, EveryEdgeJoinsNodesThatAreThereWhateverTheFilter) {
  const auto story = test::sample_story().build();
  graph::Filter statements;
  statements.type = events::EventType::statement;
  graph::Filter one;
  one.top = 1;
  for (const graph::Filter& filter : {graph::Filter{}, statements, one}) {
    const output::PropertyGraph graph = output::story_property_graph(story, filter);
    std::set<std::string> ids;
    for (const auto& node : graph.nodes) EXPECT_TRUE(ids.insert(node.id).second) << node.id;
    for (const auto& edge : graph.edges) EXPECT_TRUE(ids.contains(edge.from) && ids.contains(edge.to)) << edge.id;
  }
}

TEST(PropertyGraph, EdgesLeadToTheCharactersThatSupportThem) {
  const output::PropertyGraph graph = output::story_property_graph(test::sample_story().build());
  for (const auto& edge : graph.edges) {
    if (edge.type != "tells") continue;
    EXPECT_EQ(edge.from, edge.article);
    EXPECT_FALSE(edge.text.empty());
    EXPECT_LT(edge.span.begin, edge.span.end);
  }
}

TEST(PropertyGraph, RelationsCarryCountsAndTheirEventsDays) {
  const output::PropertyGraph graph = output::relations_property_graph(test::sample_story().build());
  const auto supply = std::find_if(graph.edges.begin(), graph.edges.end(), [](const auto& e) { return e.type == "cooperation"; });
  ASSERT_NE(supply, graph.edges.end());
  EXPECT_EQ(supply->weight, supply->intervals.size());
  EXPECT_FALSE(supply->detail.empty());
}

TEST(Gexf, DatesEventsByTheirBoundsAndLeavesOpenOnesOut) {
  const std::string gexf = output::write_gexf(output::story_property_graph(test::sample_story().build()));
  EXPECT_THAT(gexf, HasSubstr("start=\"2024-02-01\" end=\"2024-02-29\""));
  EXPECT_THAT(gexf, HasSubstr("label=\"rencontrer\" end=\"2024-02-20\""));
  EXPECT_THAT(gexf, Not(HasSubstr("start=\"\"")));
}

TEST(Xml, HasNoCharacterThatXmlForbids) {
  for (const char* label : kHostile) {
    const output::PropertyGraph graph = output::story_property_graph(hostile_story(label));
    for (const std::string& xml : {output::write_gexf(graph), output::write_graphml(graph)}) {
      EXPECT_EQ(xml.find_first_of(std::string("\x01\x0B\x1F\x00", 4)), std::string::npos) << label;
      EXPECT_THAT(xml, Not(HasSubstr("<script"))) << label;
    }
  }
}

TEST(LegalText, ReplacesWhatXmlForbidsAndKeepsTheRest) {
  EXPECT_EQ(output::legal_text("a\x01" "b\tc\n"), "a\uFFFDb\tc\n");
  EXPECT_EQ(output::legal_text("\uFFFE\U0001F642"), "\uFFFD\U0001F642");
}

TEST(CsvCell, QuotesAndDisarmsFormulas) {
  EXPECT_EQ(output::csv_cell("plain"), "plain");
  EXPECT_EQ(output::csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(output::csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
  for (const char* formula : {"=cmd()", "+1", "-1", "@x", "\tx", "＝1"}) EXPECT_EQ(output::csv_cell(formula), "'" + std::string(formula));
  EXPECT_EQ(output::csv_cell("=a,b"), "\"'=a,b\"");
  EXPECT_EQ(output::csv_cell(""), "");
}

TEST(GraphCsv, HasNeo4jsHeaders) {
  const output::PropertyGraph graph = output::story_property_graph(test::sample_story().build());
  EXPECT_THAT(output::write_nodes_csv(graph), testing::StartsWith(":ID,:LABEL,label,"));
  EXPECT_THAT(output::write_edges_csv(graph), testing::StartsWith(":START_ID,:END_ID,:TYPE,id,detail,weight:int,"));
}

TEST(GraphNdjson, GivesEveryNodeAndEdgeOnALineOfItsOwn) {
  const output::PropertyGraph graph = output::story_property_graph(test::sample_story().build());
  const auto lines = lines_of(output::write_graph_ndjson(graph));
  ASSERT_EQ(lines.size(), graph.nodes.size() + graph.edges.size());
  EXPECT_EQ(lines.front()["record"], "node");
  EXPECT_TRUE(lines.back()["weight"].is_number());
}

TEST(TimelineNdjson, HasTheUndatedLast) {
  const auto lines = lines_of(output::write_timeline_ndjson(test::sample_story().build()));
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines.back()["event"], "e5");
}

TEST(TimelineCsv, HasARowForEveryEvent) {
  const std::string csv = output::write_timeline_csv(test::sample_story().build());
  std::size_t rows = 0;  // a name holds a line end
  for (std::size_t at = 0; (at = csv.find("\ne", at)) != std::string::npos; ++at) ++rows;
  EXPECT_EQ(rows, 5u);
}

TEST(TimelineJs, SendsDatedEventsAndCountsTheOthers) {
  const output::TimelineJs timeline = output::write_timelinejs(test::sample_story().build());
  EXPECT_EQ(timeline.events, 4u);
  EXPECT_EQ(timeline.undated, 1u);
  const json sent = json::parse(timeline.json);
  EXPECT_EQ(sent["events"].size(), 4u);
  for (const json& event : sent["events"]) {
    EXPECT_TRUE(event["start_date"]["year"].is_number());
    EXPECT_FALSE(event["display_date"].get<std::string>().empty());
    EXPECT_FALSE(event["text"]["headline"].get<std::string>().empty());
  }
}

TEST(TimelineJs, StartsAnEventOfUnknownBeginningOnItsLatestDayAndSaysSo) {
  const json sent = json::parse(output::write_timelinejs(test::sample_story().build()).json);
  for (const json& event : sent["events"]) {
    if (event["unique_id"] != "e4") continue;
    EXPECT_EQ(event["start_date"]["day"], 20);
    EXPECT_FALSE(event.contains("end_date"));
    EXPECT_EQ(event["display_date"], "≤ 2024-02-20");
  }
}

TEST(TimelineJs, EscapesMarkupEverywhere) {
  for (const char* label : kHostile) {
    const std::string timeline = output::write_timelinejs(hostile_story(label)).json;
    EXPECT_THAT(timeline, Not(HasSubstr("<script"))) << label;
    EXPECT_THAT(timeline, Not(HasSubstr("\u202E"))) << label;
  }
}

TEST(Ftm, NamesOnlyEntitiesThatAreThere) {
  for (const auto& story : {test::sample_story().build(), hostile_story("=cmd()")}) {
    std::set<std::string> ids;
    const auto entities = lines_of(output::write_ftm(story));
    for (const json& entity : entities) EXPECT_TRUE(ids.insert(entity["id"]).second);
    for (const json& entity : entities)
      for (const char* property : {"involved", "organizer", "document", "entity", "subject", "object", "proof"})
        for (const auto& value : entity["properties"].value(property, json::array())) EXPECT_TRUE(ids.contains(value)) << value;
  }
}

TEST(Ftm, SplitsUncertainDatesIntoStartAndEnd) {
  for (const json& entity : lines_of(output::write_ftm(test::sample_story().build()))) {
    if (entity["schema"] != "Event" || entity["properties"]["name"][0] != "deny") continue;
    EXPECT_EQ(entity["properties"]["startDate"][0], "2024-03-03");
    EXPECT_EQ(entity["properties"]["endDate"][0], "2024-03-10");
    EXPECT_FALSE(entity["properties"].contains("date"));
  }
}

TEST(Ftm, GivesStoriesOfOtherArticlesOtherIds) {
  test::StoryBuilder other = test::sample_story();
  other.articles().front().article.sha256 = std::string(64, 'f');
  const auto first = lines_of(output::write_ftm(test::sample_story().build())), second = lines_of(output::write_ftm(other.build()));
  EXPECT_NE(first.front()["id"], second.front()["id"]);
}

TEST(DateInWords, SpellsOutWhatIsKnown) {
  const graph::Wording words = {{"date.day", "{day} {month} {year}"},  {"date.day_month", "{day} {month}"},
                                {"date.month", "{month} {year}"},      {"date.between", "between {from} and {to}"},
                                {"date.until", "by {day}"},            {"date.since", "from {day}"},
                                {"date.unknown", "unknown"},           {"month.2", "February"},
                                {"month.3", "March"},                  {"or", "or"}};
  const auto said = [&](const char* edtf) {
    return output::date_in_words(words, {edtf, edtf_range(edtf).value_or(DayRange{}), TimeBasis::explicit_});
  };
  EXPECT_EQ(said("2024-03-02"), "2 March 2024");
  EXPECT_EQ(said("2024-02"), "February 2024");
  EXPECT_EQ(said("2024"), "2024");
  EXPECT_EQ(said("../2024-02-20"), "by 20 February 2024");
  EXPECT_EQ(said("2024-02-20/.."), "from 20 February 2024");
  EXPECT_EQ(said("2024-03-02/2024-03-09"), "between 2 and 9 March 2024");
  EXPECT_EQ(said("2024-02-27/2024-03-09"), "between 27 February and 9 March 2024");
  EXPECT_EQ(said("[2024-03-03,2024-03-10]"), "3 or 10 March 2024");
  EXPECT_EQ(said(""), "unknown");
  EXPECT_EQ(output::date_in_words({}, {"2024-02", edtf_range("2024-02").value(), TimeBasis::explicit_}), "2024-02");
}

}  // namespace
}  // namespace fabula
