#pragma once

#include <string>
#include <vector>

#include "cli/description.hpp"

namespace fabula::cli {

/// "fabula", "fabula-graph": the name of a command's manual page.
std::string manual_name(const CommandDescription& command);

/// The manual page of the program or of a command (man(7), section 1).
/// @param all  every command, for what the program's own page lists
std::string manual_page(const CommandDescription& command, const std::vector<CommandDescription>& all);

}  // namespace fabula::cli
