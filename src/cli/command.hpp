#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <string>

namespace fabula::cli {

/// Exit statuses. Wrong usage (2) is thrown as UsageError.
inline constexpr int kDone = 0;
inline constexpr int kFailed =
    1;  ///< something failed; what could be done is written, a message names what was not
inline constexpr int kUsage = 2;

/// Options that every command takes.
struct Common {
  bool quiet = false;  ///< nothing on standard error but errors
};

/// The work of one command, after its options were parsed; gives the exit status.
using Run = std::function<int(const Common&)>;

/// The commands of the program: their options live in CLI11, their work here.
class Commands {
 public:
  explicit Commands(CLI::App& app) : app_(app) {}

  /// Adds a command. The caller adds options to what is returned; they are bound to what `run` captured.
  /// @param examples  lines of runnable commands; the help shows them first
  CLI::App& add(const std::string& name, const std::string& summary, const std::string& examples, Run run);
  /// The program with all its commands, once these were added.
  const CLI::App& program() const { return app_; }
  const Run& run_of(const std::string& name) const { return runs_.at(name); }

 private:
  CLI::App& app_;
  std::map<std::string, Run> runs_;
};

}  // namespace fabula::cli
