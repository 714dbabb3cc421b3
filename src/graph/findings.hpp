#pragma once

#include <map>
#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"
#include "fabula/graph/time_network.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::graph {

/// What follows from a story with its positions: changes of position, contradictions and conflicts of dates, each with
/// its evidence and told in the language of the article that completes it.
///
/// @param network, conflicts  of this story
/// @param wording  by language code
/// @return by kind, event, actor
std::vector<Finding> find_findings(const StoryGraph& story, const TimeNetwork& network, const std::vector<TimeConflict>& conflicts,
                                   const std::map<std::string, Wording, std::less<>>& wording);

/// An actor that denied an event and, at another time, asserted or confirmed it (or the other way round): one finding
/// for each actor and event, of the first pair of statements whose order in time is certain. Where someone speaks for
/// an actor, the change is the actor's; where the same person changes, also the person's principals' (one finding, of
/// the first principal or the person itself).
std::vector<Finding> position_changes(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording);

/// An event that one side asserts, confirms or reports and another denies: one finding for each event.
std::vector<Finding> contradictions(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording);

}  // namespace fabula::graph
