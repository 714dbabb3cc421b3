#include "fabula/lang/pack.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "fabula/base/error.hpp"

namespace fabula::lang {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kManifest = R"({"format": "fabula.lang", "version": 1, "language": "xx", "settings": {"order": "svo"}})";

/// A folder of packs under the system's temporary one, removed at the end.
class PackTest : public ::testing::Test {
 protected:
  PackTest() {
    std::string pattern = (fs::temp_directory_path() / "fabula-pack-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~PackTest() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& content) const { std::ofstream(folder_ / name, std::ios::binary) << content; }
  Pack pack_with(const std::string& table) const {
    write("pack.json", kManifest);
    write("words.tsv", table);
    return Pack::load(folder_);
  }
  std::string code_of(const std::string& table) const {
    try {
      pack_with(table);
    } catch (const PackError& e) {
      return e.code() + " " + std::to_string(e.line());
    }
    return "";
  }

  fs::path folder_;
};

TEST_F(PackTest, ReadsTablesWithCommentsAndMissingCells) {
  const Pack pack = pack_with("# what this is\n\nword\tclass\tnote\nport\tnoun\n# between\nsea\tnoun\tsalt\r\n");
  EXPECT_EQ(pack.language(), "xx");
  EXPECT_EQ(pack.setting("order"), "svo");
  EXPECT_EQ(pack.setting("none", "fallback"), "fallback");
  const Table& table = pack.table("words");
  EXPECT_THAT(table.columns, ElementsAre("word", "class", "note"));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.cell(table.rows[0], table.column("note")), "");
  EXPECT_EQ(table.cell(table.rows[1], table.column("note")), "salt");
  EXPECT_EQ(table.rows[1].line, 6u);
}

TEST_F(PackTest, NamesTheLineOfAMalformedTable) {
  EXPECT_EQ(code_of("word\tclass\nport\tnoun\textra\n"), "FAB-PACK-004 2");
  EXPECT_EQ(code_of("word\n\xFFport\n"), "FAB-PACK-004 2");
  EXPECT_EQ(code_of("# only a comment\n").substr(0, 12), "FAB-PACK-004");
  EXPECT_EQ(code_of("").substr(0, 12), "FAB-PACK-004");
}

TEST_F(PackTest, RefusesABadManifest) {
  for (const char* bad : {"", "{", "[]", R"({"format": "other", "version": 1, "language": "xx"})", R"({"format": "fabula.lang", "version": 2, "language": "xx"})",
                          R"({"format": "fabula.lang", "version": 1})", R"({"format": "fabula.lang", "version": 1, "language": 5})",
                          R"({"format": "fabula.lang", "version": 1, "language": "xx", "settings": {"a": 1}})"}) {
    write("pack.json", bad);
    try {
      Pack::load(folder_);
      ADD_FAILURE() << bad;
    } catch (const PackError& e) {
      EXPECT_EQ(e.code(), "FAB-PACK-003") << bad;
      EXPECT_THAT(e.file(), HasSubstr("pack.json"));
    }
  }
}

TEST_F(PackTest, SaysWhatIsMissing) {
  try {
    Pack::load(folder_ / "nowhere");
    FAIL();
  } catch (const PackError& e) {
    EXPECT_EQ(e.code(), "FAB-PACK-001");
  }
  const Pack pack = pack_with("word\nport\n");
  EXPECT_FALSE(pack.has_table("verbs"));
  try {
    pack.table("verbs");
    FAIL();
  } catch (const PackError& e) {
    EXPECT_EQ(e.code(), "FAB-PACK-005");
    EXPECT_THAT(e.what(), HasSubstr("verbs.tsv"));
  }
  try {
    pack.table("words").column("class");
    FAIL();
  } catch (const PackError& e) {
    EXPECT_EQ(e.code(), "FAB-PACK-002");
  }
}

TEST_F(PackTest, ListsLanguagesThatHaveAManifest) {
  fs::create_directories(folder_ / "yy");
  fs::create_directories(folder_ / "xx");
  fs::create_directories(folder_ / "zz");
  write("yy/pack.json", kManifest);
  write("xx/pack.json", kManifest);
  EXPECT_THAT(languages(folder_), ElementsAre("xx", "yy"));
}

TEST_F(PackTest, FolderIsTheOneOfTheEnvironment) {
  setenv("FABULA_LANG_DIR", folder_.c_str(), 1);
  EXPECT_EQ(packs_folder(), folder_);
  setenv("FABULA_LANG_DIR", (folder_ / "nowhere").c_str(), 1);
  EXPECT_THROW(packs_folder(), PackError);
  unsetenv("FABULA_LANG_DIR");
  EXPECT_TRUE(fs::is_directory(packs_folder() / "fr"));
}

TEST(SplitCell, SplitsAtBars) {
  EXPECT_THAT(split_cell("a|b|c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(split_cell("a"), ElementsAre("a"));
  EXPECT_THAT(split_cell(""), IsEmpty());
}

}  // namespace
}  // namespace fabula::lang
