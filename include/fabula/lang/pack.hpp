#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::lang {

/// One line of a table; cells are in the order of the table's columns, missing trailing cells are empty.
struct Row {
  std::vector<std::string> cells;
  std::uint32_t line = 0;  ///< 1-based, for messages
};

/// A lexicon: a UTF-8 TSV file. Lines that begin with `#` and empty lines are comments; the first other line names the
/// columns. What a column means is said in the comment at the top of each file, and checked by the layer that reads it.
struct Table {
  std::string file;  ///< path, for messages
  std::vector<std::string> columns;
  std::vector<Row> rows;

  /// Index of a column.
  /// @throws PackError FAB-PACK-002 if there is none of that name
  std::size_t column(std::string_view name) const;
  /// The cell of a row; empty where the row ends before it.
  const std::string& cell(const Row& row, std::size_t column) const;
};

/// The data of one language: a folder with `pack.json` (format version, language code, names of the model files), tables
/// and models. Read once, then shared by all threads; every layer builds its typed lexicon from the tables it knows.
class Pack {
 public:
  /// Loads `pack.json` and every `*.tsv` of a folder.
  /// @throws PackError FAB-PACK-001 no such folder or manifest, FAB-PACK-003 bad manifest, FAB-PACK-004 a malformed table
  ///         (not UTF-8, more cells than columns, no header), naming file and line
  static Pack load(const std::filesystem::path& folder);

  const std::string& language() const { return language_; }
  const std::filesystem::path& folder() const { return folder_; }
  bool has_table(std::string_view name) const;
  /// @param name  file name without ".tsv"
  /// @throws PackError FAB-PACK-005 if the pack has no such table
  const Table& table(std::string_view name) const;
  /// All tables by name.
  const std::map<std::string, Table, std::less<>>& tables() const { return tables_; }
  /// Path of a file of the pack (a model), whether it exists or not.
  std::filesystem::path file(std::string_view name) const { return folder_ / name; }
  /// A string setting of pack.json's "settings" object; `fallback` where it is not given.
  std::string setting(std::string_view key, std::string_view fallback = {}) const;

 private:
  std::string language_;
  std::filesystem::path folder_;
  std::map<std::string, Table, std::less<>> tables_;
  std::map<std::string, std::string, std::less<>> settings_;
};

/// Splits a cell that holds several values, separated by `|`; an empty cell gives none.
std::vector<std::string> split_cell(std::string_view cell);

/// The folder that holds the packs: $FABULA_LANG_DIR, else ../share/fabula/lang beside the program, else the source tree
/// that the program was built from.
/// @throws PackError FAB-PACK-001 if none of them exists
std::filesystem::path packs_folder();

/// Codes of the languages that have a pack in `folder`, sorted.
std::vector<std::string> languages(const std::filesystem::path& folder);

}  // namespace fabula::lang
