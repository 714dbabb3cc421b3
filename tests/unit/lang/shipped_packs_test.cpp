// The packs as they are shipped: every table can be read and is kept in order.
#include <gtest/gtest.h>

#include <set>

#include "fabula/lang/pack.hpp"

namespace fabula::lang {
namespace {

class ShippedPack : public ::testing::TestWithParam<std::string> {
 protected:
  Pack load() const { return Pack::load(std::filesystem::path(FABULA_LANG_DIR) / GetParam()); }
};

TEST_P(ShippedPack, IsNamedLikeItsFolder) { EXPECT_EQ(load().language(), GetParam()); }

TEST_P(ShippedPack, TablesHaveNamedColumnsAndNoBlankCellsInFront) {
  const Pack pack = load();
  for (const auto& [name, table] : pack.tables()) {
    const std::set<std::string> columns(table.columns.begin(), table.columns.end());
    EXPECT_EQ(columns.size(), table.columns.size()) << table.file << ": a column twice";
    EXPECT_FALSE(columns.contains("")) << table.file;
    for (const Row& row : table.rows) EXPECT_FALSE(row.cells.front().empty()) << table.file << ":" << row.line;
  }
}

TEST_P(ShippedPack, TablesHaveNoRowTwice) {
  const Pack pack = load();
  for (const auto& [name, table] : pack.tables()) {
    std::set<std::vector<std::string>> seen;
    for (const Row& row : table.rows) EXPECT_TRUE(seen.insert(row.cells).second) << table.file << ":" << row.line;
  }
}

/// A cell that is one blank stands for the blank.
bool has_stray_blank(const std::string& cell) {
  return cell.find_first_not_of(' ') != std::string::npos && (cell.front() == ' ' || cell.back() == ' ');
}

TEST_P(ShippedPack, CellsHaveNoStrayBlanks) {
  const Pack pack = load();
  for (const auto& [name, table] : pack.tables())
    for (const Row& row : table.rows)
      for (const std::string& cell : row.cells)
        EXPECT_FALSE(has_stray_blank(cell)) << table.file << ":" << row.line << " '" << cell << "'";
}

INSTANTIATE_TEST_SUITE_P(Language, ShippedPack, ::testing::ValuesIn(languages(FABULA_LANG_DIR)), [](const auto& code) { return code.param; });

}  // namespace
}  // namespace fabula::lang
