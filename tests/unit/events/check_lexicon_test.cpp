#include "fabula/events/check_lexicon.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "support/doc_builder.hpp"
#include "support/run_tool.hpp"

namespace fabula::events {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;

/// The French pack's tables, with lines added to one of them.
lang::Pack pack_with(const test::TempFolder& folder, const std::string& table, const std::string& lines) {
  for (const auto& file : std::filesystem::directory_iterator(FABULA_LANG_DIR "/fr"))
    if (file.path().extension() == ".tsv" || file.path().filename() == "pack.json")
      std::filesystem::copy_file(file.path(), folder.path() / file.path().filename());
  std::ofstream(folder.path() / (table + ".tsv"), std::ios::app) << lines;
  return lang::Pack::load(folder.path());
}

TEST(CheckLexicon, FindsNoFaultInTheTablesAsShipped) {
  EXPECT_THAT(check_lexicon(lang::Pack::load(FABULA_LANG_DIR "/fr"), {}), IsEmpty());
}

TEST(CheckLexicon, TellsEveryMalformedAndDuplicateRow) {
  const test::TempFolder folder;
  const lang::Pack pack = pack_with(folder, "say_verbs",
                                    "zozoter\tshout\tdeclare\t\tsay\tany\n"
                                    "zozoter\tsay\tdeclare\t\tnowhere\tany\n"
                                    "affirmer\tsay\tdeclare\t\tsay\tany\n");
  const auto faults = check_lexicon(pack, {});
  ASSERT_EQ(faults.size(), 3u);
  EXPECT_EQ(faults[0].code, "FAB-PACK-006");
  EXPECT_EQ(faults[1].code, "FAB-PACK-006");
  EXPECT_EQ(faults[2].code, "FAB-PACK-007");
  EXPECT_EQ(faults[2].line, faults[1].line + 1);
}

TEST(CheckLexicon, TellsRowsWhoseWordsAreNeverReadAsWritten) {
  const test::TempFolder folder;
  const auto faults = check_lexicon(pack_with(folder, "event_connectives", "during\tau fil de\t\n"), {});
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].message, "'au' is read as 'à le': au fil de");
}

TEST(CheckLexicon, TellsRowsThatMatchNothingInACorpus) {
  const test::TempFolder folder;
  const lang::Pack pack = pack_with(folder, "event_verbs", "zozoter\tspeak\t\tintr\tany\n");
  const text::Doc doc = fabula::testing::doc_of(R"(
    Velmont Velmont PROPN _ 2 nsubj
    démissionne démissionner VERB VerbForm=Fin 0 root
  )");
  const auto faults = check_lexicon(pack, {&doc, 1});
  EXPECT_THAT(faults, Contains(Field(&Diagnostic::message, "never matched: zozoter")));
  EXPECT_THAT(faults, Not(Contains(Field(&Diagnostic::message, "never matched: démissionner"))));
}

}  // namespace
}  // namespace fabula::events
