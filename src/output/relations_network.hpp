#pragma once

#include <set>
#include <vector>

#include "fabula/graph/relations.hpp"
#include "fabula/output/diagram.hpp"

namespace fabula::output {

/// What a view of relations shows: relations and affiliations, and the actors they join.
struct RelationsNetwork {
  std::vector<graph::ActorRelation> relations;
  std::vector<graph::ActorEdge> affiliations;  ///< each pair of actors once
  std::set<ActorId> actors;
};

RelationsNetwork relations_network(const graph::StoryGraph& story, const RelationsDiagramOptions& options);

}  // namespace fabula::output
