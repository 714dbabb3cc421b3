#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula lexicon check`: faults in the tables of a language.
void add_lexicon(Commands& commands);

}  // namespace fabula::cli
