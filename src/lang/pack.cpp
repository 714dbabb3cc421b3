#include "fabula/lang/pack.hpp"

#include <unicode/ustring.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "fabula/base/error.hpp"

namespace fabula::lang {
namespace fs = std::filesystem;
namespace {

constexpr int kPackFormat = 1;

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

bool is_utf8(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &status);
  return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

Table parse_table(const std::string& text, const std::string& file) {
  Table table;
  table.file = file;
  std::uint32_t number = 0;
  for (std::string& line : split(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    if (!is_utf8(line)) throw PackError("FAB-PACK-004", "this line is not UTF-8; save the table as UTF-8", file, number);
    std::vector<std::string> cells = split(line, '\t');
    if (table.columns.empty()) {
      table.columns = std::move(cells);
      continue;
    }
    if (cells.size() > table.columns.size())
      throw PackError("FAB-PACK-004",
                      "this line has " + std::to_string(cells.size()) + " cells, but the table has " +
                          std::to_string(table.columns.size()) + " columns",
                      file, number);
    table.rows.push_back({std::move(cells), number});
  }
  if (table.columns.empty()) throw PackError("FAB-PACK-004", "the table has no line that names its columns", file, number);
  return table;
}

std::optional<fs::path> program_folder() {
  std::error_code ec;
  const fs::path program = fs::read_symlink("/proc/self/exe", ec);
  if (ec) return std::nullopt;
  return program.parent_path();
}

}  // namespace

std::size_t Table::column(std::string_view name) const {
  const auto it = std::find(columns.begin(), columns.end(), name);
  if (it == columns.end()) throw PackError("FAB-PACK-002", "the table needs a column '" + std::string(name) + "'", file);
  return static_cast<std::size_t>(it - columns.begin());
}

const std::string& Table::cell(const Row& row, std::size_t column) const {
  static const std::string empty;
  return column < row.cells.size() ? row.cells[column] : empty;
}

Pack Pack::load(const fs::path& folder) {
  const fs::path manifest = folder / "pack.json";
  const auto text = read_file(manifest);
  if (!text)
    throw PackError("FAB-PACK-001", "cannot read the language pack; give the folder of the packs in FABULA_LANG_DIR",
                    manifest.string());
  Pack pack;
  pack.folder_ = folder;
  try {
    const auto json = nlohmann::json::parse(*text);
    if (json.at("format") != "fabula.lang" || json.at("version") != kPackFormat)
      throw PackError("FAB-PACK-003", "not a fabula.lang manifest of version 1", manifest.string());
    pack.language_ = json.at("language").get<std::string>();
    if (json.contains("settings"))
      for (const auto& [key, value] : json.at("settings").items()) pack.settings_[key] = value.get<std::string>();
  } catch (const nlohmann::json::exception& e) {
    throw PackError("FAB-PACK-003", e.what(), manifest.string());
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") continue;
    const auto content = read_file(entry.path());
    if (!content) throw PackError("FAB-PACK-004", "cannot read the table", entry.path().string());
    pack.tables_[entry.path().stem().string()] = parse_table(*content, entry.path().string());
  }
  return pack;
}

bool Pack::has_table(std::string_view name) const { return tables_.find(name) != tables_.end(); }

const Table& Pack::table(std::string_view name) const {
  const auto it = tables_.find(name);
  if (it == tables_.end())
    throw PackError("FAB-PACK-005", "the pack has no table '" + std::string(name) + ".tsv'", folder_.string());
  return it->second;
}

std::string Pack::setting(std::string_view key, std::string_view fallback) const {
  const auto it = settings_.find(key);
  return it == settings_.end() ? std::string(fallback) : it->second;
}

std::vector<std::string> split_cell(std::string_view cell) {
  if (cell.empty()) return {};
  return split(cell, '|');
}

fs::path packs_folder() {
  std::vector<fs::path> candidates;
  if (const char* given = std::getenv("FABULA_LANG_DIR"); given != nullptr && *given != '\0') {
    candidates.emplace_back(given);
  } else {
    if (const auto program = program_folder()) candidates.push_back(*program / ".." / "share" / "fabula" / "lang");
    candidates.emplace_back(FABULA_BUILD_LANG_DIR);
  }
  for (const fs::path& candidate : candidates)
    if (fs::is_directory(candidate)) return candidate;
  throw PackError("FAB-PACK-001", "no folder of language packs; give it in FABULA_LANG_DIR", candidates.front().string());
}

std::vector<std::string> languages(const fs::path& folder) {
  std::vector<std::string> codes;
  for (const auto& entry : fs::directory_iterator(folder))
    if (fs::exists(entry.path() / "pack.json")) codes.push_back(entry.path().filename().string());
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace fabula::lang
