#pragma once

#include <string>

#include "fabula/graph/story_graph.hpp"

namespace fabula::output {

enum class ListFormat { text, json, csv };

/// The actors of a story with kind, aliases, functions, numbers of mentions and events, and the first and last day of what
/// they take part in; those with most mentions first. JSON is one array, CSV has a header line (RFC 4180; a cell that a
/// spreadsheet would take for a formula begins with an apostrophe).
std::string write_actor_list(const graph::StoryGraph& story, ListFormat format);

}  // namespace fabula::output
