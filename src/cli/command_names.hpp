#pragma once

#include "cli/command.hpp"

namespace fabula::cli {

/// `fabula names ARTICLE...`: the proper names of articles.
void add_names(Commands& commands);

}  // namespace fabula::cli
