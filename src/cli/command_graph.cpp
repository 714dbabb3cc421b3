#include "cli/command_graph.hpp"

#include <memory>

#include "cli/files.hpp"
#include "cli/formats.hpp"
#include "cli/interface.hpp"
#include "cli/story_options.hpp"
#include "fabula/output/diagram.hpp"
#include "fabula/output/exports.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula graph out/story.json --format svg > story.svg\n"
    "  fabula graph out/story.json --view relations -o relations.png\n"
    "  fabula graph out/story.json --top 40 --collapse month --format pdf > slide.pdf\n"
    "  fabula graph out/story.json --view relations --around France --depth 2\n"
    "  fabula graph out/story.json -o story.gexf            for Gephi\n"
    "  fabula graph out/story.json --format csv -o tables   nodes.csv and edges.csv, for Neo4j";

const std::map<std::string, output::Collapse> kPeriods = {{"none", output::Collapse::none},
                                                          {"day", output::Collapse::day},
                                                          {"week", output::Collapse::week},
                                                          {"month", output::Collapse::month}};

const std::vector<Format> kFormats = {{"dot", ".dot"},         {"svg", ".svg"},   {"png", ".png"},
                                      {"pdf", ".pdf"},         {"graphml", ".graphml"}, {"gexf", ".gexf"},
                                      {"csv", ".csv"},         {"ftm", ""},        {"ndjson", ".ndjson"}};

struct GraphOptions {
  StoryOptions story;
  std::string view = "story";
  std::string format, output = "-", table, language;
  std::string collapse = "none";
  bool lanes = false;
  std::size_t min_weight = 1;
  std::string around;
  std::size_t depth = 1;
};

graph::Wording words_for(const graph::StoryGraph& story, const GraphOptions& options) {
  return spoken_to_readers(options.language, story, pipeline::Languages(lang::packs_folder())).words;
}

output::StoryDiagramOptions story_diagram(const graph::StoryGraph& story, const GraphOptions& options) {
  output::StoryDiagramOptions diagram;
  diagram.filter = filter_of(options.story, story);
  diagram.collapse = kPeriods.at(options.collapse);
  diagram.lanes = options.lanes;
  diagram.words = words_for(story, options);
  return diagram;
}

output::RelationsDiagramOptions relations_diagram(const graph::StoryGraph& story, const GraphOptions& options) {
  output::RelationsDiagramOptions diagram;
  diagram.filter = filter_of(options.story, story);
  diagram.min_weight = options.min_weight;
  diagram.depth = options.depth;
  if (!options.around.empty()) diagram.around = actors_of_name(story, options.around).front();
  diagram.words = words_for(story, options);
  return diagram;
}

bool is_picture(const std::string& format) { return format == "svg" || format == "png" || format == "pdf"; }

/// The two tables of `--format csv`: one of them, or both into a folder.
void write_tables(const output::PropertyGraph& graph, const GraphOptions& options) {
  if (options.table.empty() && options.output != "-" && !options.output.ends_with(".csv")) {
    FileSet files(options.output);
    files.write("nodes.csv", output::write_nodes_csv(graph));
    files.write("edges.csv", output::write_edges_csv(graph));
    return files.commit();
  }
  write_result(options.output, options.table == "nodes" ? output::write_nodes_csv(graph) : output::write_edges_csv(graph));
}

int run_graph(const GraphOptions& options) {
  const std::string format = chosen_format(kFormats, options.format, options.output);
  const graph::StoryGraph story = read_story(options.story);
  const bool relations = options.view == "relations";
  if (format == "dot" || is_picture(format)) {
    const std::string dot = relations ? output::relations_dot(story, relations_diagram(story, options))
                                      : output::story_dot(story, story_diagram(story, options));
    write_result(options.output, format == "dot" ? dot : output::render(dot, format));
    return kDone;
  }
  if (format == "ftm") {
    write_result(options.output, relations ? output::write_ftm_relations(story, relations_diagram(story, options))
                                           : output::write_ftm(story, filter_of(options.story, story)));
    return kDone;
  }
  const output::PropertyGraph graph = relations ? output::relations_property_graph(story, relations_diagram(story, options))
                                                : output::story_property_graph(story, filter_of(options.story, story));
  if (format == "csv") write_tables(graph, options);
  else if (format == "graphml") write_result(options.output, output::write_graphml(graph));
  else if (format == "gexf") write_result(options.output, output::write_gexf(graph));
  else write_result(options.output, output::write_graph_ndjson(graph));
  return kDone;
}

}  // namespace

void add_graph(Commands& commands) {
  const auto options = std::make_shared<GraphOptions>();
  CLI::App& command = commands.add("graph", "A story as a diagram or for other programs: events along time, or actors and their relations", kExamples,
                                   [options](const Common&) { return run_graph(*options); });
  add_story_options(command, options->story);
  command.add_option("--view", options->view, "story (events along time) or relations (actors)")
      ->type_name("VIEW")
      ->check(CLI::IsMember({"story", "relations"}))
      ->capture_default_str();
  add_format_options(command, kFormats, options->format, options->output);
  command.add_option("--table", options->table, "CSV: which table; without it the edges, or both where -o names a folder")
      ->type_name("TABLE")
      ->check(CLI::IsMember({"nodes", "edges"}));
  add_interface_option(command, options->language);
  command.add_option("--collapse", options->collapse, "Story diagram: fold the events of one day, week or month into one")
      ->type_name("PERIOD")
      ->check(CLI::IsMember({"none", "day", "week", "month"}))
      ->capture_default_str();
  command.add_flag("--lanes", options->lanes, "Story diagram: a lane for each actor");
  command.add_option("--min-weight", options->min_weight, "Relations view: leave out edges of fewer events")->type_name("N");
  command.add_option("--around", options->around, "Relations view: only actors near this one")->type_name("NAME");
  command.add_option("--depth", options->depth, "Relations view: how many steps from --around")
      ->type_name("N")
      ->capture_default_str();
}

}  // namespace fabula::cli
