#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula explain STORY ID`: why a story holds an event or an actor as it does.
void add_explain(Commands& commands);

}  // namespace fabula::cli
