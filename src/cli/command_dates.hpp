#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula dates`: the time expressions of articles, or of the lines of a JSON-lines file for scoring.
void add_dates(Commands& commands);

}  // namespace fabula::cli
