#include "cli/command_compare.hpp"

#include <algorithm>
#include <memory>

#include "cli/articles.hpp"
#include "cli/overrule_options.hpp"
#include "cli/reports.hpp"
#include "cli/stories.hpp"
#include "cli/streams.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "fabula/output/comparison.hpp"
#include "fabula/output/diagram.hpp"
#include "fabula/pipeline/build.hpp"
#include "fabula/pipeline/make_story.hpp"
#include "fabula/pipeline/options.hpp"

namespace fabula::cli {
namespace {

constexpr const char* kExamples =
    "  fabula compare monday.txt tuesday.txt     what two articles share, and where they differ\n"
    "  fabula compare out/story.json --by source --format json\n"
    "  fabula compare out/story.json --articles a1,a3 --kinds fact_conflict,contradiction";

constexpr int kDiffers = 3;  // --exit-code: there are findings across

struct CompareCommandOptions {
  ArticleOptions articles;
  std::vector<std::string> ids, kinds;
  std::string by, format = "text", interface;
  std::string actors;  ///< an analyst's list
  double min_confidence = 0;
  bool exit_code = false;
};

/// The articles to compare: one story of all inputs, grouped by input.
struct Compared {
  graph::StoryGraph story;
  std::vector<compare::Group> groups;
};

bool is_story(const std::string& path) { return path.ends_with(".json"); }

/// An article of this file, or of this folder.
bool lies_in(const std::string& file, const std::string& path) {
  return file == path || file.starts_with(path.ends_with("/") ? path : path + "/");
}

Compared read_articles(const CompareCommandOptions& options, const Common& common, bool& failed) {
  const pipeline::Languages languages(lang::packs_folder());
  pipeline::BuildOptions build;
  build.read = read_options(options.articles, languages);
  build.overrules = read_overrules(options.actors);
  build.jobs = options.articles.jobs;
  pipeline::BuiltStory built = pipeline::build(read_inputs(options.articles.paths, failed), languages, build);
  failed |= print_diagnostics(common, built.errors, built.warnings);
  Compared result{std::move(built.story), {}};
  for (const std::string& path : options.articles.paths) {
    compare::Group group{path, {}};
    for (const ArticleId id : compare::all_articles(result.story))
      if (lies_in(result.story.article(id).file, path)) group.articles.push_back(id);
    if (!group.articles.empty()) result.groups.push_back(std::move(group));
  }
  return result;
}

Compared read_as_stories(const CompareCommandOptions& options, const Common& common) {
  const actors::Overrules overrules = read_overrules(options.actors);
  std::vector<graph::StoryGraph> stories = read_stories(options.articles.paths);
  if (stories.size() == 1 && overrules.empty()) return {std::move(stories.front()), {}};
  const pipeline::Languages languages(lang::packs_folder());
  std::set<std::string> codes;
  for (const graph::StoryGraph& story : stories) codes.merge(pipeline::languages_of(story));
  Compared result{pipeline::merge_stories(stories, pipeline::graph_options(languages, codes), overrules), {}};
  print_diagnostics(common, {}, pipeline::unheeded(result.story, overrules));
  for (std::size_t s = 0; s < stories.size(); ++s) {
    compare::Group group{options.articles.paths[s], {}};
    for (const ArticleId id : compare::all_articles(result.story)) {
      const graph::Article& a = result.story.article(id);
      for (const ArticleId own : compare::all_articles(stories[s])) {
        const graph::Article& b = stories[s].article(own);
        if (a.sha256 == b.sha256 && a.file == b.file && a.published == b.published) group.articles.push_back(id);
      }
    }
    result.groups.push_back(std::move(group));
  }
  return result;
}

std::vector<ArticleId> chosen_articles(const graph::StoryGraph& story, const std::vector<std::string>& ids) {
  if (ids.empty()) return compare::all_articles(story);
  std::vector<ArticleId> chosen;
  for (const std::string& id : ids) {
    const auto all = compare::all_articles(story);
    const auto it = std::find_if(all.begin(), all.end(), [&](ArticleId a) { return graph::export_id(a) == id; });
    if (it == all.end()) throw UsageError("FAB-USE-040", "the story has no article '" + id + "'; give ids such as a1,a2");
    if (std::find(chosen.begin(), chosen.end(), *it) == chosen.end()) chosen.push_back(*it);
  }
  return chosen;
}

/// Several inputs are compared with each other; the articles of one input, or those that were chosen, one by one.
void set_groups(Compared& compared, const CompareCommandOptions& options) {
  if (options.by.empty() && options.ids.empty() && compared.groups.size() > 1) return;
  const auto by = compare::group_by_of(options.by.empty() ? "article" : options.by).value();
  compared.groups = compare::make_groups(compared.story, by, chosen_articles(compared.story, options.ids));
}

std::string formatted(const Compared& compared, const compare::Comparison& comparison, const CompareCommandOptions& options,
                      const pipeline::Languages& languages) {
  const std::string& format = options.format;
  if (format == "html") return report_page(compared.story, comparison, options.interface, languages);
  if (format == "json") return output::write_comparison_json(compared.story, comparison);
  if (format == "text") return output::write_comparison_text(compared.story, comparison, {terminal_width(), wants_colors()});
  const std::string dot = output::comparison_dot(compared.story, comparison);
  return format == "dot" ? dot : output::render(dot, format);
}

int run_compare(const CompareCommandOptions& options, const Common& common) {
  const auto& paths = options.articles.paths;
  const bool stories = !paths.empty() && std::all_of(paths.begin(), paths.end(), is_story);
  bool failed = false;
  Compared compared = stories ? read_as_stories(options, common) : read_articles(options, common, failed);
  set_groups(compared, options);
  if (failed && compared.groups.size() < 2) return kFailed;  // said already
  if (compared.groups.size() < 2) throw UsageError("FAB-USE-041", "there is nothing to compare with: give two articles or groups");
  const pipeline::Languages languages(lang::packs_folder());
  compare::CompareOptions how = pipeline::compare_options(languages, pipeline::languages_of(compared.story));
  how.kinds = options.kinds;
  how.min_confidence = options.min_confidence;
  const compare::Comparison comparison = compare::compare(compared.story, compared.groups, how);
  write_stdout(formatted(compared, comparison, options, languages));
  if (failed) return kFailed;
  const bool differs = std::any_of(comparison.findings.begin(), comparison.findings.end(),
                                   [](const compare::Finding& f) { return f.scope == compare::Scope::across; });
  return options.exit_code && differs ? kDiffers : kDone;
}

}  // namespace

void add_compare(Commands& commands) {
  const auto options = std::make_shared<CompareCommandOptions>();
  CLI::App& command = commands.add("compare", "How articles tell the same events, and where they conflict", kExamples,
                                   [options](const Common& common) { return run_compare(*options, common); });
  add_article_options(command, options->articles);
  add_overrule_option(command, options->actors);
  command.add_option("--articles", options->ids, "Only these articles of the story (a1,a2,…), one by one")->type_name("ID,…")->delimiter(',');
  command.add_option("--by", options->by, "Compare groups of articles: by article, source, language or published")
      ->type_name("PROPERTY")
      ->check(CLI::IsMember({"article", "source", "language", "published"}));
  command.add_option("--kinds", options->kinds, "Only findings of these kinds")
      ->type_name("KIND,…")
      ->delimiter(',')
      ->check(CLI::IsMember({"position_change", "contradiction", "time_conflict", "fact_conflict", "order_inversion", "omission"}));
  command.add_option("--min-confidence", options->min_confidence, "Leave out what is less certain, 0 to 1")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0));
  command.add_option("--format", options->format, "text, json, html, dot, svg, png or pdf")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "html", "dot", "svg", "png", "pdf"}))
      ->capture_default_str();
  add_interface_option(command, options->interface);
  command.add_flag("--exit-code", options->exit_code, "Exit with status 3 where there are findings across");
}

}  // namespace fabula::cli
