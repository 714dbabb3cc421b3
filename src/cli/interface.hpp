#pragma once

#include <string>

#include "cli/command.hpp"
#include "fabula/graph/story_graph.hpp"
#include "fabula/graph/wording.hpp"
#include "fabula/pipeline/language.hpp"

namespace fabula::cli {

/// A language that outputs speak, and its words.
struct Spoken {
  std::string code;
  graph::Wording words;
};

/// Adds `--ui-lang`, the language that outputs speak to their readers.
void add_interface_option(CLI::App& command, std::string& language);

/// The language asked for; without one that of most articles, else English.
/// @throws UsageError FAB-USE-050 there is no interface in that language
Spoken spoken_to_readers(const std::string& asked, const graph::StoryGraph& story, const pipeline::Languages& languages);

}  // namespace fabula::cli
