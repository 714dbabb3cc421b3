#pragma once

#include <string>
#include <string_view>

#include "fabula/graph/story_graph.hpp"

namespace fabula::output {

struct JsonOptions {
  bool text = true;  ///< carry the articles' texts
};

/// The story as story.json (story-format, version 1): indented, keys in the format's order, ended by a newline.
std::string write_story_json(const graph::StoryGraph& story, const JsonOptions& options = {});

/// Reads what write_story_json wrote; unknown fields are skipped. Every id, span and name is checked.
///
/// @param json  nested at most 64 deep
/// @param file  for messages
/// @throws InputError FAB-IN-020 not JSON or nested too deep, FAB-IN-021 not a story (format, version), FAB-IN-022 a field
///         is missing or of the wrong type, FAB-IN-023 an id names nothing, FAB-IN-024 a value is out of its range
graph::StoryGraph read_story_json(std::string_view json, std::string_view file);

}  // namespace fabula::output
