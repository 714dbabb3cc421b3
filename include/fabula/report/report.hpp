#pragma once

#include <string>

#include "fabula/compare/comparison.hpp"
#include "fabula/graph/story_graph.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::report {

/// What the interface is written in.
struct Interface {
  std::string language;   ///< ISO 639-1
  graph::Wording words;   ///< a pack's table `interface`; a word that is missing is shown by its key
};

/// A story as one HTML page that needs nothing else: findings first, each with its passages side by side; a timeline and a
/// graph of the actors' relations to explore; every event with the sentences it was read from.
///
/// The page loads nothing, and its content security policy allows only its own scripts and styles, by their hashes; no
/// text of an article can become markup. Without JavaScript, and in programs that were built without the widgets (see
/// report_has_widgets), pictures and lists say the same. Same story, same bytes.
///
/// @param comparison  of this story; with one group the page tells the story, with several how they differ
/// @throws OutputError FAB-OUT-010, FAB-OUT-011 a picture cannot be drawn
std::string write_report(const graph::StoryGraph& story, const compare::Comparison& comparison, const Interface& interface);

/// Whether the program was built with the timeline and graph widgets.
bool report_has_widgets();

}  // namespace fabula::report
