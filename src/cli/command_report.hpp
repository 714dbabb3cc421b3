#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula report`: a story as one page for the browser.
void add_report(Commands& commands);

}  // namespace fabula::cli
