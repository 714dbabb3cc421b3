#include "fabula/output/overrules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/base/error.hpp"

namespace fabula::output {
namespace {

using actors::ActorKind;
using actors::ActorRule;
using actors::RuleKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// "line: message" of the error.
std::string fault(const std::string& text) {
  try {
    read_overrules(text, "list");
    return "none";
  } catch (const InputError& error) {
    EXPECT_EQ(error.file(), "list");
    return std::to_string(error.line()) + ": " + error.what();
  }
}

TEST(ReadOverrules, JsonRulesKeepTheirLines) {
  const auto list = read_overrules(R"({
    "merge": [["Dana Holm",
               "D. Holmová"]],
    "apart": [["Karl Brandt", "Brandt"]],
    "add": [{"name": "Front du lac", "kind": "group", "aliases": ["le Front"]}],
    "rename": [{"name": "Sylvanie", "to": "République de Sylvanie"}]
  })", "list.json");
  ASSERT_EQ(list.rules().size(), 4u);
  EXPECT_EQ(list.rules()[0].line, 2u);
  EXPECT_EQ(list.rules()[2].line, 5u);
  EXPECT_EQ(list.rules()[2].kind, ActorKind::group);
  EXPECT_THAT(list.rules()[2].names, ElementsAre("Front du lac", "le Front"));
  EXPECT_EQ(list.rules()[3].rule, RuleKind::rename);
  EXPECT_THAT(list.rules()[3].names, ElementsAre("Sylvanie", "République de Sylvanie"));
  EXPECT_EQ(list.file(), "list.json");
}

TEST(ReadOverrules, CsvSaysTheSame) {
  const auto list = read_overrules("\xEF\xBB\xBFrule,name,other,kind\r\nmerge,Dana Holm,\"Holm, D.\"\r\n\r\nadd,Front du lac,,group\r\n", "list.csv");
  ASSERT_EQ(list.rules().size(), 2u);
  EXPECT_THAT(list.rules()[0].names, ElementsAre("Dana Holm", "Holm, D."));
  EXPECT_EQ(list.rules()[1].line, 4u);
  EXPECT_EQ(list.rules()[1].kind, ActorKind::group);
}

TEST(ReadOverrules, SemicolonsAndOtherOrdersOfColumnsAreRead) {
  const auto list = read_overrules("name;rule;other\n\"L\"\"Est\nlointain\";rename;Est\n", "list.csv");
  EXPECT_THAT(list.rules().at(0).names, ElementsAre("L\"Est\nlointain", "Est"));
}

TEST(ReadOverrules, AnEmptyObjectSaysNothing) { EXPECT_TRUE(read_overrules(" {} ", "list").empty()); }

TEST(ReadOverrules, FaultsNameTheLineAndTheRemedy) {
  EXPECT_THAT(fault("{\n\"merge\": [[\"a\" \"b\"]]}"), HasSubstr("2: list:2: this is not JSON"));
  EXPECT_THAT(fault("{\n\n\"join\": []}"), HasSubstr("3: list:3: 'join' is no rule; there are merge"));
  EXPECT_THAT(fault("{\"merge\": {}}"), HasSubstr("must be a list"));
  EXPECT_THAT(fault("{\"merge\": [\n[1, 2]]}"), HasSubstr("2: list:2: a name was expected"));
  EXPECT_THAT(fault("{\"add\": [{\"name\": \"a\",\n\"kind\": \"ship\"}]}"), HasSubstr("2: list:2: 'ship' is no kind; there are person"));
  EXPECT_THAT(fault("{\"add\": [{\"nam\": \"a\"}]}"), HasSubstr("unknown field 'nam'; add has name"));
  EXPECT_THAT(fault("{\"rename\": [{\"name\": \"a\"}]}"), HasSubstr("needs two names"));
  EXPECT_THAT(fault("{\"merge\": [[[[[[[[[[]]]]]]]]]]}"), HasSubstr("too deep"));
  EXPECT_THAT(fault(""), HasSubstr("the list is empty"));
  EXPECT_THAT(fault("a;b\n"), HasSubstr("'a' is no column; the first line must be rule,name,other,kind"));
  EXPECT_THAT(fault("rule,name,other\nmerge,a\n"), HasSubstr("2: list:2: this rule needs two names"));
  EXPECT_THAT(fault("rule,name,other\n\nmerge,a,b,c\n"), HasSubstr("3: list:3: this line has more cells"));
  EXPECT_THAT(fault("rule,name\nmerge,\"a\n"), HasSubstr("2: list:2: a quotation mark is not closed"));
  EXPECT_THAT(fault("rule,name\nmerge,\xE9t\xE9\n"), HasSubstr("2: list:2: this line is not UTF-8"));
}

TEST(ReadOverrules, CutListsGiveAnErrorNeverACrash) {
  const std::string list = "{\"merge\": [[\"a\", \"b\"]], \"add\": [{\"name\": \"c\", \"kind\": \"group\"}]}";
  for (std::size_t n = 0; n < list.size(); ++n) EXPECT_NE(fault(list.substr(0, n)), "none") << n;
}

}  // namespace
}  // namespace fabula::output
