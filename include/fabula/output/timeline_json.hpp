#pragma once

#include <string>

#include "fabula/graph/view.hpp"

namespace fabula::output {

/// The events of a story in the order of time as timeline.json: sorted by earliest (latest where there is none), then
/// latest, then id; those without any bound under `undated`. Sentences are left out where the story has no text.
std::string write_timeline_json(const graph::StoryGraph& story, const graph::Filter& filter = {});

}  // namespace fabula::output
