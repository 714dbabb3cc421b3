#include "fabula/output/diagram.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/base/error.hpp"
#include "output/dot_graph.hpp"
#include "output/grid_router.hpp"
#include "support/run_tool.hpp"
#include "support/sample_story.hpp"

namespace fabula {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

graph::StoryGraph hostile() { return test::sample_story().build(); }

/// What a program writes on both streams when it is given a DOT file; skips the test where it is not installed.
std::string output_of(const std::string& program, const std::string& dot) {
  const test::TempFolder folder;
  const auto file = folder.write("x.dot", dot);
  const auto out = folder.path() / "out";
  const int status = test::run(program + " '" + file.string() + "' > '" + out.string() + "' 2>&1");
  EXPECT_EQ(status, 0) << test::read_file(out);
  return test::read_file(out);
}
bool has(const std::string& program) { return test::run("command -v " + program + " > /dev/null") == 0; }

TEST(SafeLabel, KeepsTextFromBeingRead) {
  EXPECT_EQ(output::safe_label("a\\"), "a\\\\");
  EXPECT_EQ(output::safe_label("R&amp;D"), "R&amp;amp;D");
  EXPECT_EQ(output::safe_label("a\nb\tc\x01"), "a\\nb c ");
  EXPECT_EQ(output::safe_label("\\N \\G"), "\\\\N \\\\G");
  EXPECT_EQ(output::safe_label("\u202Eabc\u2066"), "abc");
  EXPECT_EQ(output::safe_label("<b>"), "<b>");
}

TEST(Diagrams, GraphvizReadsBothWithoutAWord) {
  if (!has("dot") || !has("gvpr")) GTEST_SKIP() << "graphviz is not installed";
  for (const std::string& dot : {output::story_dot(hostile()), output::relations_dot(hostile())}) {
    EXPECT_THAT(output_of("dot -Tsvg -o /dev/null", dot), testing::IsEmpty());
    EXPECT_THAT(output_of("gvpr 'N {}'", dot), testing::IsEmpty());
  }
}

TEST(Diagrams, LabelsComeBackAsTheyWere) {
  if (!has("gvpr")) GTEST_SKIP() << "graphviz is not installed";
  const std::string labels = output_of("gvpr 'N [name == \"e*\"] { print($.tooltip) }'", output::story_dot(hostile()));
  EXPECT_THAT(labels, HasSubstr("trailing backslash \\\\ &amp; \"quotes\" <b>\\\\"));
}

TEST(Diagrams, EmptyStoriesAreDrawnToo) {
  const auto story = test::StoryBuilder().build();
  EXPECT_THAT(output::render(output::story_dot(story), "svg"), HasSubstr("<svg"));
  EXPECT_THAT(output::render(output::relations_dot(story), "svg"), HasSubstr("<svg"));
}

TEST(Diagrams, AreTheSameEveryTime) {
  EXPECT_EQ(output::story_dot(hostile()), output::story_dot(hostile()));
  EXPECT_EQ(output::relations_dot(hostile()), output::relations_dot(hostile()));
}

TEST(Diagrams, ShapesTellStatementsFromActions) {
  const std::string dot = output::story_dot(hostile());
  EXPECT_THAT(dot, HasSubstr("rounded,filled"));
  EXPECT_THAT(dot, HasSubstr("arrowhead=tee"));
}

TEST(Diagrams, RelationsCarryCountsAndDates) {
  EXPECT_THAT(output::relations_dot(hostile()), HasSubstr("1×\\n2024-02"));
}

TEST(Diagrams, FiltersAndFoldingLeaveLess) {
  const auto story = hostile();
  output::StoryDiagramOptions all, top, month;
  top.filter.top = 2;
  month.collapse = output::Collapse::month;
  EXPECT_LT(output::story_dot(story, top).size(), output::story_dot(story, all).size());
  EXPECT_THAT(output::story_dot(story, month), HasSubstr("fold_e"));
  output::RelationsDiagramOptions heavy;
  heavy.min_weight = 2;
  EXPECT_THAT(output::relations_dot(story, heavy), testing::Not(HasSubstr("p1")));
}

TEST(Render, GivesPicturesOfEachFormat) {
  const std::string dot = output::story_dot(hostile());
  EXPECT_THAT(output::render(dot, "png"), StartsWith("\x89PNG"));
  EXPECT_THAT(output::render(dot, "pdf"), StartsWith("%PDF"));
  EXPECT_THAT(output::render(dot, "svg"), HasSubstr("</svg>"));
}

TEST(Render, RefusesOtherFormatsAndWhatIsNotDot) {
  const auto code = [](const char* dot, const char* format) -> std::string {
    try {
      output::render(dot, format);
    } catch (const OutputError& e) {
      return e.code();
    }
    return "";
  };
  EXPECT_EQ(code("digraph { a }", "exe"), "FAB-OUT-011");
  EXPECT_EQ(code("not dot {", "svg"), "FAB-OUT-010");
  EXPECT_EQ(code("digraph { layout=nosuch }", "svg"), "FAB-OUT-011");
}

bool touches(output::Point a, output::Point b, double left, double top, double right, double bottom) {
  return std::max(a.x, b.x) > left && std::min(a.x, b.x) < right && std::max(a.y, b.y) > top && std::min(a.y, b.y) < bottom;
}

TEST(GridRouter, NoLineCrossesABox) {
  const output::GridSpec spec{5, 4, 100, 30};
  std::vector<output::Cell> cells;
  std::vector<output::Connection> connections;
  for (std::size_t r = 0; r < spec.rows; ++r)
    for (std::size_t c = 0; c < spec.columns; ++c) cells.push_back({r, c});
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (std::size_t j = 0; j < cells.size(); ++j)
      if (i != j) connections.push_back({i, j});
  const output::GridLayout layout = lay_out_grid(spec, cells, connections);
  for (const auto& line : layout.lines)
    for (std::size_t k = 0; k + 1 < line.size(); ++k)
      for (const output::Cell cell : cells) {
        const double x = layout.column_x[cell.column], y = layout.row_y[cell.row];
        ASSERT_FALSE(touches(line[k], line[k + 1], x, y, x + spec.box_width, y + spec.box_height));
      }
}

}  // namespace
}  // namespace fabula
