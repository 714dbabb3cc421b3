#include "cli/command_merge.hpp"

#include <memory>

#include "cli/articles.hpp"
#include "cli/files.hpp"
#include "cli/overrule_options.hpp"
#include "cli/stories.hpp"
#include "fabula/base/error.hpp"
#include "fabula/output/story_json.hpp"
#include "fabula/pipeline/make_story.hpp"
#include "fabula/pipeline/options.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula merge out/story.json new/story.json -o all.json\n"
    "  fabula merge */story.json > all.json";

struct MergeOptions {
  std::vector<std::string> stories;
  std::string output = "-";
  std::string actors;  ///< an analyst's list
};

int run_merge(const MergeOptions& options, const Common& common) {
  if (options.stories.empty()) throw UsageError("FAB-USE-030", "give the stories to join: story.json files of fabula build, or -");
  const pipeline::Languages languages(lang::packs_folder());
  const std::vector<graph::StoryGraph> stories = read_stories(options.stories);
  std::set<std::string> codes;
  for (const graph::StoryGraph& story : stories) codes.merge(pipeline::languages_of(story));
  const actors::Overrules overrules = read_overrules(options.actors);
  const graph::StoryGraph merged = pipeline::merge_stories(stories, pipeline::graph_options(languages, codes), overrules);
  print_diagnostics(common, {}, pipeline::unheeded(merged, overrules));
  write_result(options.output, output::write_story_json(merged));
  return kDone;
}

}  // namespace

void add_merge(Commands& commands) {
  const auto options = std::make_shared<MergeOptions>();
  CLI::App& command = commands.add("merge", "The story of stories: what building their articles together gives", kExamples,
                                   [options](const Common& common) { return run_merge(*options, common); });
  command.add_option("stories", options->stories, "Files story.json made by fabula build, or - for standard input")->type_name("STORY");
  command.add_option("-o,--output", options->output, "File to write, or - for standard output")->type_name("FILE")->capture_default_str();
  add_overrule_option(command, options->actors);
}

}  // namespace fabula::cli
