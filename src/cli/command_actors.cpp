#include "cli/command_actors.hpp"

#include <memory>

#include "cli/articles.hpp"
#include "cli/overrule_options.hpp"
#include "cli/story_options.hpp"
#include "cli/streams.hpp"
#include "fabula/output/actor_list.hpp"
#include "fabula/pipeline/make_story.hpp"
#include "fabula/pipeline/options.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula actors out/story.json              names, functions, how often and when\n"
    "  fabula actors out/story.json --format csv > actors.csv\n"
    "  fabula actors out/story.json --actors samples/actors.json    under a list of merges, to try it out";

struct ActorsOptions {
  StoryOptions story;
  std::string format = "text";
  std::string actors;  ///< an analyst's list
};

output::ListFormat format_of(const std::string& name) {
  if (name == "json") return output::ListFormat::json;
  return name == "csv" ? output::ListFormat::csv : output::ListFormat::text;
}

/// The story as it would be under the list.
graph::StoryGraph story_of(const ActorsOptions& options, const Common& common) {
  graph::StoryGraph story = read_story(options.story);
  const actors::Overrules overrules = read_overrules(options.actors);
  if (overrules.empty()) return story;
  const pipeline::Languages languages(lang::packs_folder());
  const auto how = pipeline::graph_options(languages, pipeline::languages_of(story));
  graph::StoryGraph overruled = pipeline::merge_stories({&story, 1}, how, overrules);
  print_diagnostics(common, {}, pipeline::unheeded(overruled, overrules));
  return overruled;
}

}  // namespace

void add_actors(Commands& commands) {
  const auto options = std::make_shared<ActorsOptions>();
  CLI::App& command = commands.add("actors", "The actors of a story", kExamples, [options](const Common& common) {
    write_stdout(output::write_actor_list(story_of(*options, common), format_of(options->format)));
    return kDone;
  });
  command.add_option("story", options->story.path, "A story.json made by fabula build, or - for standard input")
      ->type_name("STORY");
  command.add_option("--format", options->format, "text, json or csv")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->capture_default_str();
  add_overrule_option(command, options->actors);
}

}  // namespace fabula::cli
