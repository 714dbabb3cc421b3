#include "cli/story_options.hpp"

#include "cli/files.hpp"
#include "cli/streams.hpp"
#include "cli/usage.hpp"
#include "fabula/base/edtf.hpp"
#include "fabula/output/story_json.hpp"

namespace fabula::cli {
namespace {

DayRange days_of(const char* option, const std::string& typed) {
  if (const auto range = edtf_range(typed)) return *range;
  throw UsageError("FAB-USE-012", std::string(option) + ": '" + typed + "' is no date; give 2022-10-25, 2022-10 or 2022");
}

std::vector<std::string> actor_names(const graph::StoryGraph& story) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < story.actor_count(); ++i) {
    const actors::Actor& actor = story.actor(ActorId(i));
    names.push_back(actor.name);
    names.insert(names.end(), actor.aliases.begin(), actor.aliases.end());
  }
  return names;
}

}  // namespace

void add_story_options(CLI::App& command, StoryOptions& options) {
  command.add_option("story", options.path, "A story.json made by fabula build, or - for standard input")->type_name("STORY");
  command.add_option("--actor", options.actors, "Only events in which this actor takes part (name, alias or id)")
      ->type_name("NAME")
      ->expected(1)
      ->take_all();
  command.add_option("--from", options.from, "Only events that may lie on or after this date")->type_name("DATE");
  command.add_option("--to", options.to, "Only events that may lie on or before this date")->type_name("DATE");
  command.add_option("--kind", options.kind, "Only statements, or only actions")
      ->type_name("KIND")
      ->check(CLI::IsMember({"statement", "action"}));
  command.add_option("--code", options.codes, "Only events of this PLOVER code, such as AID")
      ->type_name("CODE")
      ->expected(1)
      ->take_all();
  command.add_option("--top", options.top, "Only the N most connected and most told events")->type_name("N");
}

graph::StoryGraph read_story(const StoryOptions& options) {
  if (options.path.empty()) throw UsageError("FAB-USE-030", "give a story: the story.json of fabula build, or -");
  return output::read_story_json(options.path == "-" ? read_stdin() : read_file(options.path), options.path);
}

std::string nearest_actor(const graph::StoryGraph& story, const std::string& name) { return closest(name, actor_names(story)); }

std::vector<ActorId> actors_of_name(const graph::StoryGraph& story, const std::string& name) {
  auto found = graph::actors_named(story, name);
  if (!found.empty()) return found;
  const std::string near = nearest_actor(story, name);
  throw UsageError("FAB-USE-031", "the story has no actor '" + name + "'" +
                                      (near.empty() ? "" : "; did you mean '" + near + "'?"));
}

graph::Filter filter_of(const StoryOptions& options, const graph::StoryGraph& story) {
  graph::Filter filter;
  for (const std::string& name : options.actors)
    for (const ActorId actor : actors_of_name(story, name)) filter.actors.push_back(actor);
  if (!options.from.empty()) filter.from = days_of("--from", options.from).earliest;
  if (!options.to.empty()) filter.to = days_of("--to", options.to).latest;
  if (!options.kind.empty())
    filter.type = options.kind == "statement" ? events::EventType::statement : events::EventType::action;
  filter.codes = options.codes;
  filter.top = options.top;
  return filter;
}

}  // namespace fabula::cli
