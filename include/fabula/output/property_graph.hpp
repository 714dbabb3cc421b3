#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/graph/view.hpp"
#include "fabula/output/diagram.hpp"

namespace fabula::output {

/// A node as the exchange formats show it. What does not apply to its type is empty.
struct PropertyNode {
  std::string id;                  ///< "e1", "p1", "a1"
  std::string type;                ///< "event", "actor" or "article"
  std::string kind;                ///< "statement" or "action"; an actor's kind
  std::string label;               ///< the event's label, the actor's name, the article's title (its file where it has none)
  std::string act, code, factuality, predicate, location;  ///< of events
  TimeValue time;                  ///< of an event its own; of an article its publication; of an actor in a relation nothing
  std::uint32_t mentions = 0;      ///< of events and actors
  std::string aliases, roles, key;  ///< of actors; lists are divided by "; "
  double centrality = 0;           ///< of actors of the relations view: betweenness, 0 to 1
  std::string source, url, language, file;  ///< of articles
};

/// An edge as the exchange formats show it.
struct PropertyEdge {
  std::string id;                   ///< "r1", "r2", …
  std::string from, to;             ///< ids of nodes that are there
  std::string type;                 ///< a participant's role, a link's type, "affiliation", "position", "tells", or the kind of
                                    ///< a relation between actors
  std::string detail;               ///< title of an affiliation, stance of a position, event ids of a relation
  TimeValue time;                   ///< from the first to the last day it holds
  std::vector<DayRange> intervals;  ///< the days of each of its events; empty where `time` is all there is
  std::uint32_t weight = 1;         ///< number of events of a relation
  bool mutual = false;              ///< a relation without direction
  std::string article;              ///< id of the article it was read from, with the characters that support it
  Span span;
  std::string text;                 ///< these characters; empty where the story has no text
  std::string factuality, claimed_by;  ///< of "tells": what the article claims; `claimed_by` is a name
};

/// What all exchange formats are written from: nodes and edges with plain properties, in a fixed order.
struct PropertyGraph {
  std::vector<PropertyNode> nodes;
  std::vector<PropertyEdge> edges;
};

enum class ColumnType { text, integer, real };

/// A property by name. `value` is empty where the record has none.
template <class Record>
struct Column {
  std::string_view name;
  ColumnType type;
  std::string (*value)(const Record&);
};
/// Every property of nodes but their id, and of edges but id and ends, in the order of all formats.
std::span<const Column<PropertyNode>> node_columns();
std::span<const Column<PropertyEdge>> edge_columns();

/// The events that a filter keeps, the actors in them with the bodies these belong to, the articles that tell them, and
/// everything that joins these: participations, links, positions, affiliations, and one "tells" edge for each mention.
PropertyGraph story_property_graph(const graph::StoryGraph& story, const graph::Filter& filter = {});

/// The actors and what they did to or said about each other, as relations_dot draws them.
PropertyGraph relations_property_graph(const graph::StoryGraph& story, const RelationsDiagramOptions& options = {});

}  // namespace fabula::output
