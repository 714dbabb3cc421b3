#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace fabula::cli {

/// An option or argument of a command, as manual pages and shells need it.
struct OptionDescription {
  std::vector<std::string> names;   ///< "-o", "--output"; the word of the usage line for an argument
  std::string type;                 ///< "FILE"; empty for a flag
  std::vector<std::string> values;  ///< all that it takes, where these are few
  std::string text;
  std::string fallback;             ///< what stands if it is not given; empty where nothing does
  bool argument = false;            ///< told by its place, not by a name
};

/// What the program or one of its commands takes.
struct CommandDescription {
  std::string name;  ///< empty for the program itself
  std::string summary, examples;
  std::vector<OptionDescription> options;
};

/// The program first, then its commands in the order of the help: all read off the parser, so that no option is forgotten.
std::vector<CommandDescription> describe(const CLI::App& program);

/// The long name, "--output"; empty where there is none.
std::string long_name(const OptionDescription& option);

}  // namespace fabula::cli
