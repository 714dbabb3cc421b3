#pragma once

#include <string>

#include "cli/command.hpp"
#include "fabula/actors/overrules.hpp"

namespace fabula::cli {

/// The option `--actors FILE` of every command that makes a story.
void add_overrule_option(CLI::App& command, std::string& file);

/// The list of that file; an empty one where none is named.
/// @throws InputError FAB-IN-030 it cannot be read; else as output::read_overrules
actors::Overrules read_overrules(const std::string& file);

}  // namespace fabula::cli
