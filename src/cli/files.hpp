#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::cli {

/// The bytes of a file.
/// @throws InputError FAB-IN-030 it does not exist, is a folder or cannot be read
std::string read_file(const std::filesystem::path& path);

/// The regular files below a folder, sorted by path; hidden files and folders are left out.
/// @throws InputError FAB-IN-030 a folder cannot be read
std::vector<std::string> files_below(const std::string& folder);

/// Files of one folder that are replaced together: written beside their places, then renamed. Until commit() the old
/// files stand as they were; without it, or where it fails, nothing else remains.
class FileSet {
 public:
  /// Makes the folder, with its parents, if it is missing.
  /// @throws OutputError FAB-OUT-002 it cannot be made
  explicit FileSet(std::filesystem::path folder);
  ~FileSet();
  FileSet(const FileSet&) = delete;
  FileSet& operator=(const FileSet&) = delete;

  /// @throws OutputError FAB-OUT-002 the file cannot be written whole
  void write(const std::string& name, std::string_view content);
  /// @throws OutputError FAB-OUT-002 a file cannot be put into its place; the earlier files are then back in theirs
  void commit();

 private:
  std::filesystem::path beside(const std::string& name) const;
  std::filesystem::path earlier(const std::string& name) const;
  void keep_earlier(const std::string& name);
  void put_back(std::size_t count);

  std::filesystem::path folder_;
  std::vector<std::string> pending_;
};

/// Writes a result to standard output ("-") or to a file, which is whole or as it was before. A path that exists and is no
/// ordinary file (/dev/null, a named pipe) is written to as it is.
/// @throws OutputError FAB-OUT-001, FAB-OUT-002 it cannot be written
void write_result(const std::string& path, std::string_view content);

}  // namespace fabula::cli
