#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fabula {

/// An error that ends an operation: a stable code for programs, and a message that names the file, the place, what
/// was found and the remedy for people. `what()` is the whole message, `file:line: ` first where they are known.
class Error : public std::runtime_error {
 public:
  /// @param code    stable, like "FAB-IN-003"; tests assert it, never the wording
  /// @param file    the file at fault; empty if none
  /// @param line    1-based line of the file; 0 if unknown
  Error(std::string code, std::string_view message, std::string file = {}, std::uint32_t line = 0);

  const std::string& code() const noexcept { return code_; }
  const std::string& file() const noexcept { return file_; }
  std::uint32_t line() const noexcept { return line_; }

 private:
  std::string code_;
  std::string file_;
  std::uint32_t line_;
};

/// The article, story or model cannot be used (codes FAB-IN-…).
class InputError : public Error {
  using Error::Error;
};
/// The language data is at fault (codes FAB-PACK-…).
class PackError : public Error {
  using Error::Error;
};
/// The command line is at fault (codes FAB-USE-…).
class UsageError : public Error {
  using Error::Error;
};
/// A result could not be written (codes FAB-OUT-…).
class OutputError : public Error {
  using Error::Error;
};

/// Something odd but usable, collected beside the result instead of thrown.
struct Diagnostic {
  std::string code;
  std::string message;
  std::string file;
  std::uint32_t line = 0;
};

}  // namespace fabula
