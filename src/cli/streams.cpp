#include "cli/streams.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace fabula::cli {
namespace {

/// @return errno, or 0
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::string printable(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) {
      safe += c;
    } else {
      safe += byte == '\n' ? '\n' : '?';
    }
  }
  return safe;
}

/// A message that cannot be shown must not change what the program does.
void print(std::string_view message) {
  static_cast<void>(write_all(STDERR_FILENO, message));
}

bool draws_on_terminal() {
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::strcmp(terminal, "dumb") != 0;
}

}  // namespace

void write_stdout(std::string_view text) {
  if (const int error = write_all(STDOUT_FILENO, text); error != 0)
    throw OutputError("FAB-OUT-001", "cannot write to standard output: " + std::string(std::strerror(error)));
}

std::string read_stdin() {
  std::string text;
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      throw InputError("FAB-IN-031", "cannot read standard input: " + std::string(std::strerror(errno)), "-");
    if (got == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

bool stdin_is_terminal() {
  return ::isatty(STDIN_FILENO) == 1;
}

void print_error(std::string_view message) {
  print("fabula: " + printable(message) + "\n");
}

void print_warning(const Common& common, const Diagnostic& diagnostic) {
  if (common.quiet) return;
  std::string where = diagnostic.file;
  if (!where.empty() && diagnostic.line != 0) where += ":" + std::to_string(diagnostic.line);
  print_error("warning: " + (where.empty() ? "" : where + ": ") + diagnostic.message);
}

Progress::Progress(const Common& common, std::string what)
    : what_(std::move(what)), shown_(!common.quiet && draws_on_terminal()) {}

Progress::~Progress() {
  if (drawn_) print("\r\033[K");
}

void Progress::update(std::size_t done, std::size_t total) {
  if (!shown_ || total < 2) return;
  drawn_ = true;
  print("\r" + what_ + " " + std::to_string(done) + "/" + std::to_string(total) + "\033[K");
}

}  // namespace fabula::cli
