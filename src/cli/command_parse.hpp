#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula parse`: articles, or sentences that are divided into words already, as CoNLL-U with tags and trees.
void add_parse(Commands& commands);

}  // namespace fabula::cli
