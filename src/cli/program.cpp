#include "cli/program.hpp"

#include <csignal>
#include <exception>
#include <memory>
#include <new>

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/streams.hpp"
#include "cli/usage.hpp"
#include "fabula/base/error.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kSummary =
    "fabula reads news articles and tells their story as a dated graph of who said and did what.";
constexpr const char* kExamples =
    "  fabula build samples/fr -o out            the story of all articles of a folder\n"
    "  fabula graph out/story.json --view relations --format svg > relations.svg\n"
    "  fabula build --help                       options of one command";

int run_command(int argc, const char* const* argv) {
  CLI::App app{kSummary, "fabula"};
  app.formatter(std::make_shared<HelpFormatter>());
  app.footer(kExamples);
  app.set_version_flag("--version", "fabula " FABULA_VERSION, "Print the version and exit");
  app.require_subcommand(0, 1);  // a file may be called like a command
  Common common;
  app.add_flag("-q,--quiet", common.quiet, "Say nothing but errors");
  Commands commands(app);
  add_commands(commands);
  check_command_name(app, argc, argv);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    write_stdout(app.help());
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    write_stdout(std::string(version.what()) + "\n");
    return kDone;
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error);
  }
  const auto chosen = app.get_subcommands();
  if (chosen.empty())
    throw UsageError("FAB-USE-001", "give a command: " + command_list(app) + "; see fabula --help");
  return commands.run_of(chosen.front()->get_name())(common);
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  std::signal(
      SIGPIPE,
      SIG_DFL);  // a reader that stops early ends the program silently, also where a parent ignored it
  try {
    return run_command(argc, argv);
  } catch (const UsageError& error) {
    print_error(error.what());
    return kUsage;
  } catch (const std::bad_alloc&) {
    print_error("out of memory");
  } catch (const std::exception& error) {
    print_error(error.what());
  }
  return kFailed;
}

}  // namespace fabula::cli
