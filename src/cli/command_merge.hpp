#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula merge`: joins stories that were built separately.
void add_merge(Commands& commands);

}  // namespace fabula::cli
