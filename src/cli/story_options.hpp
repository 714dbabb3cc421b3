#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "fabula/graph/view.hpp"

namespace fabula::cli {

/// The options of every command that shows (a part of) a story.
struct StoryOptions {
  std::string path;                 ///< a story.json, or "-"
  std::vector<std::string> actors;  ///< names, aliases or ids
  std::string from, to;             ///< EDTF dates; empty if not given
  std::string kind;                 ///< "statement", "action", or empty
  std::vector<std::string> codes;
  std::size_t top = 0;
};

void add_story_options(CLI::App& command, StoryOptions& options);

/// Reads the story that was named.
/// @throws UsageError FAB-USE-030 none is named; InputError it cannot be read
graph::StoryGraph read_story(const StoryOptions& options);

/// The options as a filter of that story.
/// @throws UsageError FAB-USE-031 no such actor (with the nearest name), FAB-USE-012 not a date
graph::Filter filter_of(const StoryOptions& options, const graph::StoryGraph& story);

/// The name or alias that a mistyped one most likely meant; empty if none.
std::string nearest_actor(const graph::StoryGraph& story, const std::string& name);

/// The actors of a name, alias or id.
/// @throws UsageError FAB-USE-031 there is none
std::vector<ActorId> actors_of_name(const graph::StoryGraph& story, const std::string& name);

}  // namespace fabula::cli
