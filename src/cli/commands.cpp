#include "cli/commands.hpp"

namespace fabula::cli {

// One line a command; each lives in command_<name>.{hpp,cpp}.
void add_commands(Commands& commands) {
  static_cast<void>(commands);
}

}  // namespace fabula::cli
