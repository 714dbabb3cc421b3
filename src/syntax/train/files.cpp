#include "syntax/train/files.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "fabula/base/error.hpp"

namespace fabula::syntax {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError("FAB-IN-001", "cannot be opened", path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::istringstream in(read_file(path));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    std::vector<std::string> cells(1);
    for (const char c : line)
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::vector<std::filesystem::path> texts_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace fabula::syntax
