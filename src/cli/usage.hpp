#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/error.hpp"

namespace fabula::cli {

/// The candidate that a mistyped word most likely meant: fewest edits, at most two or a third of its length; empty
/// if none.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

/// "build, parse, timeline".
std::string command_list(const CLI::App& app);

/// @throws UsageError FAB-USE-002 the first argument that is no option names no command
void check_command_name(const CLI::App& app, int argc, const char* const* argv);

/// CLI11's error in our own words, with the option that was probably meant (FAB-USE-003).
UsageError usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace fabula::cli
