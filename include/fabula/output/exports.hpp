#pragma once

#include <string>

#include "fabula/graph/view.hpp"
#include "fabula/graph/wording.hpp"
#include "fabula/output/property_graph.hpp"

namespace fabula::output {

/// Formats of other programs. All take hostile text: what XML does not allow becomes U+FFFD, a CSV cell that a spreadsheet
/// would take for a formula begins with an apostrophe, TimelineJS gets escaped markup. README has the table of what each
/// format keeps and loses.

/// GraphML 1.0: directed, parallel edges have ids; all properties are `data`. No time model: EDTF and bounds are strings.
std::string write_graphml(const PropertyGraph& graph);

/// GEXF 1.3, dynamic: events and edges exist from their earliest to their latest day; an open bound is left out.
std::string write_gexf(const PropertyGraph& graph);

/// Nodes and edges as CSV (RFC 4180) with the headers of Neo4j's importer (`:ID`, `:START_ID` …).
std::string write_nodes_csv(const PropertyGraph& graph);
std::string write_edges_csv(const PropertyGraph& graph);

/// One JSON object a line: `{"record":"node",…}`, then `{"record":"edge",…}`; properties without a value are left out.
std::string write_graph_ndjson(const PropertyGraph& graph);

/// FollowTheMoney entities, one a line: articles, actors, events, evidence, affiliations.
/// Ids begin with a key of the story's articles, so that stories do not collide.
std::string write_ftm(const graph::StoryGraph& story, const graph::Filter& filter = {});
/// The same for the relations view: actors, affiliations and relations, each an UnknownLink.
std::string write_ftm_relations(const graph::StoryGraph& story, const RelationsDiagramOptions& options = {});

/// The events of timeline.json, one a line.
std::string write_timeline_ndjson(const graph::StoryGraph& story, const graph::Filter& filter = {});

/// The events in the order of time as CSV, one a row; the undated last.
std::string write_timeline_csv(const graph::StoryGraph& story, const graph::Filter& filter = {});

/// A timeline for TimelineJS 3, and what it does not hold.
struct TimelineJs {
  std::string json;
  std::size_t events = 0;   ///< sent
  std::size_t undated = 0;  ///< left out: TimelineJS has no place for them
};

/// The dated events for TimelineJS 3. Bounds become start and end; `display_date` says in words what is known: "au plus
/// tard le …" where only the latest day is (TimelineJS needs a start: it is that day).
/// @param words  table `interface` of the readers' language; without it dates are in EDTF and ISO notation
TimelineJs write_timelinejs(const graph::StoryGraph& story, const graph::Filter& filter = {}, const graph::Wording& words = {});

}  // namespace fabula::output
