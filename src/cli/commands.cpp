#include "cli/commands.hpp"

#include "cli/command_parse.hpp"

namespace fabula::cli {

// One line a command; each lives in command_<name>.{hpp,cpp}.
void add_commands(Commands& commands) {
  add_parse(commands);
}

}  // namespace fabula::cli
