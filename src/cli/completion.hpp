#pragma once

#include <string>
#include <vector>

#include "cli/description.hpp"

namespace fabula::cli {

/// Scripts that complete the words of a command line: commands, options, values of options that take one of few, else file
/// names.
std::string bash_completion(const std::vector<CommandDescription>& commands);
std::string zsh_completion(const std::vector<CommandDescription>& commands);
std::string fish_completion(const std::vector<CommandDescription>& commands);

}  // namespace fabula::cli
