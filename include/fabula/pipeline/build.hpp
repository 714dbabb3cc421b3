#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "fabula/graph/story_graph.hpp"
#include "fabula/pipeline/read.hpp"

namespace fabula::pipeline {

struct BuildOptions {
  ReadOptions read;
  actors::Overrules overrules;                             ///< an analyst's word on actors; goes before what is found
  unsigned jobs = 1;                                       ///< threads for the work on single articles; at least 1
  std::function<void(std::size_t, std::size_t)> progress;  ///< articles done, articles in all; from one thread at a time
};

struct BuiltStory {
  graph::StoryGraph story;
  std::vector<Diagnostic> errors;    ///< articles that are not in the story, in the order of the inputs
  std::vector<Diagnostic> warnings;  ///< also what the analyst's list asks for in vain (unheeded())
};

/// From raw articles to a story: read, syntax, time expressions, actors and events for each article; then actors across
/// articles and the graph.
///
/// The same story for any number of threads and any order of the inputs. An article named twice is told once. No input,
/// or none that can be read, gives an empty story and the errors.
BuiltStory build(const std::vector<Input>& inputs, const Languages& languages, const BuildOptions& options = {});

}  // namespace fabula::pipeline
