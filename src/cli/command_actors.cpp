#include "cli/command_actors.hpp"

#include <memory>

#include "cli/story_options.hpp"
#include "cli/streams.hpp"
#include "fabula/output/actor_list.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula actors out/story.json              names, functions, how often and when\n"
    "  fabula actors out/story.json --format csv > actors.csv";

struct ActorsOptions {
  StoryOptions story;
  std::string format = "text";
};

output::ListFormat format_of(const std::string& name) {
  if (name == "json") return output::ListFormat::json;
  return name == "csv" ? output::ListFormat::csv : output::ListFormat::text;
}

}  // namespace

void add_actors(Commands& commands) {
  const auto options = std::make_shared<ActorsOptions>();
  CLI::App& command = commands.add("actors", "The actors of a story", kExamples, [options](const Common&) {
    write_stdout(output::write_actor_list(read_story(options->story), format_of(options->format)));
    return kDone;
  });
  command.add_option("story", options->story.path, "A story.json made by fabula build, or - for standard input")
      ->type_name("STORY");
  command.add_option("--format", options->format, "text, json or csv")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->capture_default_str();
}

}  // namespace fabula::cli
