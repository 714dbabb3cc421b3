#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula man`: manual pages.
void add_man(Commands& commands);

}  // namespace fabula::cli
