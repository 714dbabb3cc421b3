#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace fabula::cli {

/// A format that a command can write.
struct Format {
  std::string name;       ///< value of `--format`
  std::string extension;  ///< names of files that mean it, with the dot; empty if none does
};

/// Adds `--format` and `-o` to a command.
/// @param formats  the first is the default
void add_format_options(CLI::App& command, const std::vector<Format>& formats, std::string& format, std::string& output);

/// The format asked for; else the one that the file's extension means; else the first.
std::string chosen_format(const std::vector<Format>& formats, const std::string& format, const std::string& output);

}  // namespace fabula::cli
