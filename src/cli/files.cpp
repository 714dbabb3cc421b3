#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "cli/streams.hpp"
#include "fabula/base/error.hpp"

namespace fabula::cli {
namespace fs = std::filesystem;
namespace {

/// A file descriptor that is closed when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

InputError cannot_read(const fs::path& path, const std::string& why) {
  return {"FAB-IN-030", "cannot read it: " + why, path.string()};
}
OutputError cannot_write(const fs::path& path, const std::string& why) {
  return {"FAB-OUT-002", "cannot write it: " + why, path.string()};
}
std::string system_message() { return std::strerror(errno); }

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

}  // namespace

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) throw cannot_read(path, system_message());
  if (S_ISDIR(status.st_mode)) throw cannot_read(path, "it is a folder");
  try {
    return read_all(file.number());
  } catch (const std::system_error& error) {
    throw cannot_read(path, error.code().message());
  }
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  auto it = fs::recursive_directory_iterator(folder, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (is_hidden(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file()) {
      files.push_back(it->path().string());
    }
  }
  if (error) throw cannot_read(folder, error.message());
  std::sort(files.begin(), files.end());
  return files;
}

FileSet::FileSet(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (!error && !fs::is_directory(folder_, error) && !error) error = std::make_error_code(std::errc::not_a_directory);
  if (error) throw cannot_write(folder_, error.message());
}

FileSet::~FileSet() {
  std::error_code ignored;
  for (const std::string& name : pending_) {
    fs::remove(beside(name), ignored);
    fs::remove(earlier(name), ignored);
  }
}

/// Hidden, and always the same, so that what a killed run leaves is overwritten by the next.
fs::path FileSet::beside(const std::string& name) const { return folder_ / ("." + name + ".part"); }
fs::path FileSet::earlier(const std::string& name) const { return folder_ / ("." + name + ".old"); }

void FileSet::write(const std::string& name, std::string_view content) {
  const fs::path path = beside(name);
  const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
  const Descriptor file(::open(path.c_str(), flags, 0666));
  if (file.number() < 0) throw cannot_write(folder_ / name, system_message());
  pending_.push_back(name);
  try {
    write_all(file.number(), content);
  } catch (const std::system_error& error) {
    throw cannot_write(folder_ / name, error.code().message());
  }
  if (::fsync(file.number()) != 0 && errno != EINVAL) throw cannot_write(folder_ / name, system_message());
}

/// Keeps the file that stands at the place of a new one, so that it can be put back.
void FileSet::keep_earlier(const std::string& name) {
  const fs::path place = folder_ / name, kept = earlier(name);
  std::error_code error;
  fs::remove(kept, error);
  if (!fs::exists(fs::symlink_status(place, error))) return;
  if (fs::is_directory(place, error)) throw cannot_write(place, "a folder stands in its place");
  // A link leaves the earlier file in its place until the new one takes it; some file systems have none.
  if (::link(place.c_str(), kept.c_str()) != 0 && ::rename(place.c_str(), kept.c_str()) != 0)
    throw cannot_write(place, system_message());
}

void FileSet::put_back(std::size_t count) {
  std::error_code error;
  for (std::size_t i = 0; i < count; ++i) {
    const fs::path place = folder_ / pending_[i], kept = earlier(pending_[i]);
    if (fs::exists(fs::symlink_status(kept, error))) {
      fs::rename(kept, place, error);
    } else {
      fs::remove(place, error);
    }
  }
}

void FileSet::commit() {
  std::size_t kept = 0;
  try {
    for (; kept < pending_.size(); ++kept) keep_earlier(pending_[kept]);
    for (const std::string& name : pending_)
      if (::rename(beside(name).c_str(), (folder_ / name).c_str()) != 0)
        throw cannot_write(folder_ / name, system_message());
  } catch (const OutputError&) {
    put_back(kept);
    throw;
  }
  std::error_code ignored;
  for (const std::string& name : pending_) fs::remove(earlier(name), ignored);
  pending_.clear();
}

void write_result(const std::string& path, std::string_view content) {
  if (path == "-") return write_stdout(content);
  const fs::path file(path);
  std::error_code ignored;
  if (fs::is_other(file, ignored)) {
    const Descriptor device(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.number() < 0) throw cannot_write(file, system_message());
    try {
      return write_all(device.number(), content);
    } catch (const std::system_error& error) {
      throw cannot_write(file, error.code().message());
    }
  }
  FileSet files(file.has_parent_path() ? file.parent_path() : fs::path("."));
  files.write(file.filename().string(), content);
  files.commit();
}

}  // namespace fabula::cli
