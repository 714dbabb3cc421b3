#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fabula::syntax {

/// @throws InputError FAB-IN-001 the file cannot be read
std::string read_file(const std::string& path);

/// Lines of a tab-separated file, without comments and empty lines.
std::vector<std::vector<std::string>> read_table(const std::string& path);

/// The paths of all files below a folder that end in .txt, sorted.
std::vector<std::filesystem::path> texts_below(const std::filesystem::path& folder);

}  // namespace fabula::syntax
