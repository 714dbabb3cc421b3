#include "cli/command_build.hpp"

#include <memory>

#include "cli/articles.hpp"
#include "cli/files.hpp"
#include "cli/overrule_options.hpp"
#include "cli/reports.hpp"
#include "cli/streams.hpp"
#include "fabula/output/diagram.hpp"
#include "fabula/output/story_json.hpp"
#include "fabula/output/timeline_json.hpp"
#include "fabula/pipeline/build.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula build samples/fr -o out            the story of all articles of a folder\n"
    "  fabula build monday.txt tuesday.txt -o out --published 2022-10\n"
    "  fabula build feed.jsonl page.html -o out --jobs 4\n"
    "  fabula build samples/fr -o out --actors samples/actors.json";

struct BuildCommandOptions {
  ArticleOptions articles;
  std::string folder, interface;
  std::string actors;  ///< an analyst's list
  bool no_text = false;
};

void write_story(const graph::StoryGraph& story, const BuildCommandOptions& options, const pipeline::Languages& languages) {
  FileSet files(options.folder);
  files.write("story.json", output::write_story_json(story, {.text = !options.no_text}));
  files.write("timeline.json", output::write_timeline_json(story));
  output::StoryDiagramOptions along_time;
  output::RelationsDiagramOptions between_actors;
  along_time.words = between_actors.words = spoken_to_readers(options.interface, story, languages).words;
  const std::string story_dot = output::story_dot(story, along_time);
  const std::string relations_dot = output::relations_dot(story, between_actors);
  files.write("story.dot", story_dot);
  files.write("relations.dot", relations_dot);
  files.write("story.svg", output::render(story_dot, "svg"));
  files.write("relations.svg", output::render(relations_dot, "svg"));
  files.write("report.html", report_page(story, options.interface, languages));
  files.commit();
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// What was found, in one line: "2 articles: 12 actors, 20 statements, 25 actions (38 of 45 dated), 31 links".
std::string summary(const graph::StoryGraph& story) {
  std::size_t statements = 0;
  std::size_t dated = 0;
  for (std::size_t i = 0; i < story.event_count(); ++i) {
    const graph::Event& event = story.event(EventId(i));
    if (event.type == events::EventType::statement) ++statements;
    if (!event.time.range.open()) ++dated;
  }
  return counted(story.article_count(), "article", "articles") + ": " + counted(story.actor_count(), "actor", "actors") +
         ", " + counted(statements, "statement", "statements") + ", " +
         counted(story.event_count() - statements, "action", "actions") + " (" + std::to_string(dated) + " of " +
         std::to_string(story.event_count()) + " dated), " + counted(story.links().size(), "link", "links") + "\n";
}

pipeline::BuiltStory build_story(const BuildCommandOptions& options, const Common& common, const pipeline::Languages& languages, bool& failed) {
  Progress progress(common, "articles");
  pipeline::BuildOptions build;
  build.read = read_options(options.articles, languages);
  build.overrules = read_overrules(options.actors);
  build.jobs = options.articles.jobs;
  build.progress = [&progress](std::size_t done, std::size_t total) { progress.update(done, total); };
  return pipeline::build(read_inputs(options.articles.paths, failed), languages, build);
}

int run_build(const BuildCommandOptions& options, const Common& common) {
  if (options.folder.empty()) throw UsageError("FAB-USE-020", "give the folder to write to: -o DIR");
  const pipeline::Languages languages(lang::packs_folder());
  bool failed = false;
  const pipeline::BuiltStory built = build_story(options, common, languages, failed);
  failed |= print_diagnostics(common, built.errors, built.warnings);
  if (built.story.article_count() == 0) {
    print_error("no article could be read; nothing is written");
    return kFailed;
  }
  write_story(built.story, options, languages);
  if (!common.quiet) write_stdout(summary(built.story));
  return failed ? kFailed : kDone;
}

}  // namespace

void add_build(Commands& commands) {
  const auto options = std::make_shared<BuildCommandOptions>();
  CLI::App& command = commands.add("build", "The story of some articles: data, timeline, diagrams and a report in a folder", kExamples,
                                   [options](const Common& common) { return run_build(*options, common); });
  add_article_options(command, options->articles);
  command.add_option("-o,--output", options->folder, "Folder to write to; made if missing, earlier results are replaced")
      ->type_name("DIR");
  add_overrule_option(command, options->actors);
  add_interface_option(command, options->interface);
  command.add_flag("--no-text", options->no_text, "Leave the articles' texts out of story.json");
}

}  // namespace fabula::cli
