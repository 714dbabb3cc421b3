#include "cli/command_report.hpp"

#include <filesystem>
#include <memory>

#include "cli/files.hpp"
#include "cli/reports.hpp"
#include "cli/stories.hpp"
#include "fabula/base/error.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula report out/story.json -o story.html    one file: open it with a browser, offline\n"
    "  fabula report out/story.json -o story.html --ui-lang en";

struct ReportCommandOptions {
  std::string story, output = "-", language;
};

int run_report(const ReportCommandOptions& options) {
  if (options.story.empty()) throw UsageError("FAB-USE-030", "give a story: the story.json of fabula build, or -");
  const graph::StoryGraph story = std::move(read_stories({options.story}).front());
  if (!std::filesystem::path(options.output).has_filename())
    throw UsageError("FAB-USE-051", "-o: '" + options.output + "' is a folder; give a file");
  write_result(options.output, report_page(story, options.language, pipeline::Languages(lang::packs_folder())));
  return kDone;
}

}  // namespace

void add_report(Commands& commands) {
  const auto options = std::make_shared<ReportCommandOptions>();
  CLI::App& command = commands.add("report", "A story as one page for the browser: findings, timeline, relations, evidence", kExamples,
                                   [options](const Common&) { return run_report(*options); });
  command.add_option("story", options->story, "A story.json made by fabula build, or - for standard input")->type_name("STORY");
  command.add_option("-o,--output", options->output, "File to write; - for standard output")->type_name("FILE")->capture_default_str();
  add_interface_option(command, options->language);
}

}  // namespace fabula::cli
