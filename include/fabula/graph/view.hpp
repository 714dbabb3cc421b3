#pragma once

#include <boost/graph/filtered_graph.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::graph {

/// Which part of a story to look at. Every condition that is set must hold; an empty filter keeps all.
struct Filter {
  std::vector<ActorId> actors;            ///< events in which one of them takes part
  std::optional<Day> from, to;            ///< events that may lie within the period (inclusive); undated events fall out
  std::optional<events::EventType> type;
  std::vector<std::string> codes;         ///< PLOVER codes
  std::size_t top = 0;                    ///< the most connected and most told events only; 0 for all
  bool empty() const { return actors.empty() && !from && !to && !type && codes.empty() && top == 0; }
};

/// The predicate of a view: a set of kept vertices. Copies share the set.
class KeptVertices {
 public:
  KeptVertices() = default;
  explicit KeptVertices(std::vector<bool> kept) : kept_(std::make_shared<const std::vector<bool>>(std::move(kept))) {}
  bool operator()(Vertex v) const { return !kept_ || (*kept_)[v]; }

 private:
  std::shared_ptr<const std::vector<bool>> kept_;
};

/// A part of a story: a filtered graph over the story's own, which must outlive it. Nothing is copied.
using View = boost::filtered_graph<Graph, boost::keep_all, KeptVertices>;

/// The events that a filter keeps, the actors in them and the articles that tell them.
View view(const StoryGraph& story, const Filter& filter);

/// The events that a filter keeps, ascending.
std::vector<EventId> select_events(const StoryGraph& story, const Filter& filter);

/// Actors whose name, alias or export id is `name`, case and accents aside; ascending, empty if none.
std::vector<ActorId> actors_named(const StoryGraph& story, std::string_view name);

}  // namespace fabula::graph
