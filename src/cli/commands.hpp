#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// Adds every command of the program, in the order of the help.
void add_commands(Commands& commands);

}  // namespace fabula::cli
