#pragma once

#include <cstddef>
#include <string>

#include "fabula/compare/comparison.hpp"

namespace fabula::output {

struct ComparisonTextOptions {
  std::size_t width = 80;   ///< columns of the terminal; at least 40 are used
  bool colors = false;      ///< ANSI colours
  std::size_t most = 12;    ///< events listed of those that one group alone tells
};

/// A comparison for people: the groups, what they share, the findings with both passages, the differences of each shared
/// event, and what only one tells.
///
/// @param comparison  of that story
std::string write_comparison_text(const graph::StoryGraph& story, const compare::Comparison& comparison,
                                  const ComparisonTextOptions& options = {});

/// The same for programs (schema comparison.schema.json): `findings` has the fields of story.json's, and more.
std::string write_comparison_json(const graph::StoryGraph& story, const compare::Comparison& comparison);

struct ComparisonDiagramOptions {
  std::size_t most = 24;  ///< events of a column: shared ones and those of findings first, then the most connected
};

/// Groups side by side as columns, each in the order of its telling, shared events joined across and conflicts marked.
std::string comparison_dot(const graph::StoryGraph& story, const compare::Comparison& comparison,
                           const ComparisonDiagramOptions& options = {});

}  // namespace fabula::output
