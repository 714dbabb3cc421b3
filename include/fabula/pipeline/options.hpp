#pragma once

#include <set>
#include <string>
#include <vector>

#include "fabula/compare/comparison.hpp"
#include "fabula/graph/build_story.hpp"
#include "fabula/pipeline/language.hpp"

namespace fabula::pipeline {

/// Codes of the languages of a story's articles.
std::set<std::string> languages_of(const graph::StoryGraph& story);

/// What the packs of some languages give to the graph: the wording of findings and the words that can name one
/// happening. A code without a pack gives nothing.
/// @throws PackError a pack cannot be read; FAB-PACK-030 a row of `coreference` is malformed
graph::BuildOptions graph_options(const Languages& languages, const std::set<std::string>& codes);

/// What they give to comparisons: the wording of findings and the words of numbers.
/// @throws PackError FAB-PACK-030 a row of `numbers` or `quantity_units` is malformed
compare::CompareOptions compare_options(const Languages& languages, const std::set<std::string>& codes);

/// The words of the report's interface in one language: its pack's table `interface`.
/// @throws PackError FAB-PACK-006 no such language, FAB-PACK-005 it has no such table
graph::Wording interface_words(const Languages& languages, const std::string& code);

/// The languages that have such a table, sorted.
std::vector<std::string> interface_languages(const Languages& languages);

}  // namespace fabula::pipeline
