#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "fabula/base/error.hpp"

namespace fabula::cli {

/// Writes all of a text to a file descriptor.
/// @throws std::system_error it cannot be written (a full disk, a closed pipe)
void write_all(int descriptor, std::string_view text);

/// All that can be read from a file descriptor.
/// @throws std::system_error it cannot be read
std::string read_all(int descriptor);

/// Writes all of a text to standard output, unbuffered.
/// @throws OutputError FAB-OUT-001 it cannot be written (a full disk, /dev/full)
void write_stdout(std::string_view text);

/// All of standard input.
/// @throws InputError FAB-IN-031 it cannot be read
std::string read_stdin();
bool stdin_is_terminal();

/// "fabula: …" on standard error. Control characters, which file names and articles may hold, are made
/// visible.
void print_error(std::string_view message);

/// The same with "warning: "; nothing where the command is quiet.
void print_warning(const Common& common, const Diagnostic& diagnostic);

/// A counter on standard error that is overwritten in place: only on a terminal, and not where the command is
/// quiet.
class Progress {
 public:
  Progress(const Common& common, std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void update(std::size_t done, std::size_t total);

 private:
  std::string what_;
  bool shown_;
  bool drawn_ = false;
};

}  // namespace fabula::cli
