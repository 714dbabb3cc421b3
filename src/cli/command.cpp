#include "cli/command.hpp"

#include <utility>

namespace fabula::cli {

CLI::App& Commands::add(const std::string& name, const std::string& summary, const std::string& examples,
                        Run run) {
  CLI::App* command = app_.add_subcommand(name, summary);
  command->footer(examples);
  command->fallthrough();
  runs_.emplace(name, std::move(run));
  return *command;
}

}  // namespace fabula::cli
