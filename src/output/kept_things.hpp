#pragma once

#include <vector>

#include "fabula/graph/view.hpp"

namespace fabula::output {

/// A filtered view of a story (graph::view) with what belongs to it, as the exchange formats need it: everything named by
/// something in it is in it too. Ids ascending.
struct KeptThings {
  std::vector<ArticleId> articles;  ///< that tell an event or an affiliation
  std::vector<ActorId> actors;  ///< of the view, and the bodies these belong to or speak for
  std::vector<EventId> events;
  std::vector<graph::EventEdge> links;
  std::vector<graph::ActorEdge> affiliations;
  std::vector<graph::Position> positions;
};

KeptThings kept_things(const graph::StoryGraph& story, const graph::Filter& filter);

}  // namespace fabula::output
