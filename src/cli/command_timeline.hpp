#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula timeline`: the events of a story in the order of time.
void add_timeline(Commands& commands);

}  // namespace fabula::cli
