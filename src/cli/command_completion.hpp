#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula completion`: scripts for shells.
void add_completion(Commands& commands);

}  // namespace fabula::cli
