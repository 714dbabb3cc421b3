#include "fabula/graph/wording.hpp"

#include <gtest/gtest.h>

namespace fabula {
namespace {

const graph::Wording kWording = {{"greet", "{who} salue {whom} ({when})."}, {"odd", "a {b c} } {"}};

TEST(Wording, FillsPlaceholdersOnceAndDropsTheUnknown) {
  EXPECT_EQ(graph::tell(kWording, "greet", {{"who", "{whom}"}, {"whom", "Sudanie"}}), "{whom} salue Sudanie ().");
}

TEST(Wording, MalformedTemplatesStayAsTheyAre) { EXPECT_EQ(graph::tell(kWording, "odd", {}), "a  } {"); }

TEST(Wording, WithoutATemplateGivesKeyWords) {
  EXPECT_EQ(graph::tell({}, "greet", {{"whom", "b"}, {"who", "a"}, {"when", ""}}), "greet who=a whom=b");
}

}  // namespace
}  // namespace fabula
