#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula compare`: how articles tell the same events, and where they contradict each other.
void add_compare(Commands& commands);

}  // namespace fabula::cli
