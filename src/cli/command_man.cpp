#include "cli/command_man.hpp"

#include <algorithm>
#include <memory>

#include "cli/files.hpp"
#include "cli/manual.hpp"
#include "cli/streams.hpp"
#include "cli/usage.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula man graph | man -l -               the manual page of one command\n"
    "  fabula man -o man1                        all pages, as files";

struct ManOptions {
  std::string command, folder;
};

void write_all_pages(const std::vector<CommandDescription>& commands, const std::string& folder) {
  FileSet files(folder);
  for (const CommandDescription& command : commands) files.write(manual_name(command) + ".1", manual_page(command, commands));
  files.commit();
}

int run_man(const ManOptions& options, const CLI::App& program) {
  const std::vector<CommandDescription> commands = describe(program);
  if (!options.folder.empty()) {
    write_all_pages(commands, options.folder);
    return kDone;
  }
  const auto found = std::find_if(commands.begin(), commands.end(), [&](const CommandDescription& c) { return c.name == options.command; });
  if (found == commands.end())
    throw UsageError("FAB-USE-002", "unknown command '" + options.command + "'; the commands are " + command_list(program));
  write_stdout(manual_page(*found, commands));
  return kDone;
}

}  // namespace

void add_man(Commands& commands) {
  const auto options = std::make_shared<ManOptions>();
  const CLI::App& program = commands.program();
  CLI::App& command = commands.add("man", "The manual page of fabula or of one of its commands", kExamples,
                                   [options, &program](const Common&) { return run_man(*options, program); });
  command.add_option("command", options->command, "The command; without it the page of fabula itself")->type_name("COMMAND");
  command.add_option("-o,--output", options->folder, "Folder to write all pages to")->type_name("DIR");
}

}  // namespace fabula::cli
