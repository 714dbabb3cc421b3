#include "cli/streams.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

namespace fabula::cli {
namespace {

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

std::string located(const Diagnostic& diagnostic) {
  if (diagnostic.file.empty()) return diagnostic.message;
  const std::string line = diagnostic.line == 0 ? "" : ":" + std::to_string(diagnostic.line);
  return diagnostic.file + line + ": " + diagnostic.message;
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

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw std::system_error(errno, std::generic_category());
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category());
    if (got == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

void write_stdout(std::string_view text) {
  try {
    write_all(STDOUT_FILENO, text);
  } catch (const std::system_error& error) {
    throw OutputError("FAB-OUT-001", "cannot write to standard output: " + error.code().message());
  }
}

std::string read_stdin() {
  try {
    return read_all(STDIN_FILENO);
  } catch (const std::system_error& error) {
    throw InputError("FAB-IN-031", "cannot read standard input: " + error.code().message());
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
  print_error("warning: " + located(diagnostic));
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
