#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/graph/view.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::output {

enum class Collapse { none, day, week, month };

struct StoryDiagramOptions {
  graph::Filter filter;
  Collapse collapse = Collapse::none;  ///< fold the events of one period into one node
  bool lanes = false;                  ///< one lane for each actor
  graph::Wording words;                ///< table `interface` of the readers' language; English where it lacks a word
};

/// The story along time as DOT: statements and actions told apart by shape, kinds of code by colour, factuality by line,
/// links by style. Written by cgraph; any text in labels is made safe.
std::string story_dot(const graph::StoryGraph& story, const StoryDiagramOptions& options = {});

struct RelationsDiagramOptions {
  graph::Filter filter;
  std::size_t min_weight = 1;  ///< leave out edges of fewer events
  ActorId around;              ///< with `depth`: only actors within that many steps of this one
  std::size_t depth = 1;
  graph::Wording words;        ///< as above
};

/// The actors and what they did to or said about each other as DOT: edges by kind with counts, first and last date.
std::string relations_dot(const graph::StoryGraph& story, const RelationsDiagramOptions& options = {});

/// Where an actor stands in a diagram: the centre of its node, in points, y upwards.
struct ActorPlace {
  ActorId actor;
  double x = 0, y = 0;
};

/// The places of the actors in what relations_dot gave for this story, ascending.
/// @throws OutputError FAB-OUT-010 where it is not DOT
std::vector<ActorPlace> actor_places(const graph::StoryGraph& story, const std::string& relations_dot);

/// Lays out and draws a DOT text in process (Graphviz's gvc).
///
/// Not reentrant: Graphviz keeps global state; calls are serialised.
/// @param format  "svg", "png" or "pdf"
/// @throws OutputError FAB-OUT-010 the DOT text does not parse, FAB-OUT-011 no such format or drawing failed
std::string render(std::string_view dot, std::string_view format);

}  // namespace fabula::output
