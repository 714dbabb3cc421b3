#pragma once

#include <string>

#include "fabula/graph/story_graph.hpp"
#include "json_reader.hpp"

namespace fabula::output {

/// What was found in one article as one line of JSON. Actors and mentions are named by their position.
std::string extraction_line(const graph::Extraction& extraction, ArticleId article);

/// Reads such an object; positions and spans are checked.
/// @param characters  length of the article
graph::Extraction read_extraction(const JsonReader& json, std::uint32_t characters);

}  // namespace fabula::output
