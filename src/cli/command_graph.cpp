#include "cli/command_graph.hpp"

#include <memory>

#include "cli/story_options.hpp"
#include "cli/streams.hpp"
#include "fabula/output/diagram.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula graph out/story.json --format svg > story.svg\n"
    "  fabula graph out/story.json --view relations --format png > relations.png\n"
    "  fabula graph out/story.json --top 40 --collapse month --format pdf > slide.pdf\n"
    "  fabula graph out/story.json --view relations --around France --depth 2";

const std::map<std::string, output::Collapse> kPeriods = {{"none", output::Collapse::none},
                                                          {"day", output::Collapse::day},
                                                          {"week", output::Collapse::week},
                                                          {"month", output::Collapse::month}};

struct GraphOptions {
  StoryOptions story;
  std::string view = "story";
  std::string format = "dot";
  output::Collapse collapse = output::Collapse::none;
  bool lanes = false;
  std::size_t min_weight = 1;
  std::string around;
  std::size_t depth = 1;
};

std::string story_view(const graph::StoryGraph& story, const GraphOptions& options) {
  output::StoryDiagramOptions diagram;
  diagram.filter = filter_of(options.story, story);
  diagram.collapse = options.collapse;
  diagram.lanes = options.lanes;
  return output::story_dot(story, diagram);
}

std::string relations_view(const graph::StoryGraph& story, const GraphOptions& options) {
  output::RelationsDiagramOptions diagram;
  diagram.filter = filter_of(options.story, story);
  diagram.min_weight = options.min_weight;
  diagram.depth = options.depth;
  if (!options.around.empty()) diagram.around = actors_of_name(story, options.around).front();
  return output::relations_dot(story, diagram);
}

int run_graph(const GraphOptions& options) {
  const graph::StoryGraph story = read_story(options.story);
  const std::string dot = options.view == "story" ? story_view(story, options) : relations_view(story, options);
  write_stdout(options.format == "dot" ? dot : output::render(dot, options.format));
  return kDone;
}

}  // namespace

void add_graph(Commands& commands) {
  const auto options = std::make_shared<GraphOptions>();
  CLI::App& command = commands.add("graph", "A diagram of a story: events along time, or actors and their relations", kExamples,
                                   [options](const Common&) { return run_graph(*options); });
  add_story_options(command, options->story);
  command.add_option("--view", options->view, "story (events along time) or relations (actors)")
      ->type_name("VIEW")
      ->check(CLI::IsMember({"story", "relations"}))
      ->capture_default_str();
  command.add_option("--format", options->format, "dot, svg, png or pdf")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"dot", "svg", "png", "pdf"}))
      ->capture_default_str();
  command.add_option("--collapse", options->collapse, "Story view: fold the events of one day, week or month into one")
      ->type_name("PERIOD")
      ->transform(CLI::CheckedTransformer(kPeriods));
  command.add_flag("--lanes", options->lanes, "Story view: a lane for each actor");
  command.add_option("--min-weight", options->min_weight, "Relations view: leave out edges of fewer events")->type_name("N");
  command.add_option("--around", options->around, "Relations view: only actors near this one")->type_name("NAME");
  command.add_option("--depth", options->depth, "Relations view: how many steps from --around")
      ->type_name("N")
      ->capture_default_str();
}

}  // namespace fabula::cli
