#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"
#include "fabula/graph/time_network.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::graph {

/// What a whole story says of the times of its events: dates of mentions and orders told by links, each with who claims it.
///
/// Only what is told as having happened counts. Dates that are carried over from the discourse, dates of plans, and orders
/// that follow from telling (what a statement tells as a fact was over by then) are assumed: they tighten, but give way
/// to whatever is said. `causes` and `responds_to` bound the beginnings only, as both may go on side by side. The date of
/// a general happening ("offensive") is that of its beginning.
///
/// @param story    events with mentions, claims and links; their times are not read, their mentions' are
/// @param general  predicates that name a whole of many happenings
TimeNetwork time_network_of(const StoryGraph& story, const std::set<std::string>& general);

/// Gives every event its time: what its mentions say together (see event_time), narrowed by the network and then
/// `inferred`. An event that one actor alone tells is seen with that actor's eyes; any other with everybody's, so that a
/// claim does not date what somebody else asserts.
///
/// @param network, conflicts  of this story
void set_times(StoryGraph& story, const TimeNetwork& network, const std::vector<TimeConflict>& conflicts);

/// One finding for each conflict of what is said in words by different voices (actors, or articles that vouch for it
/// themselves), with exactly its constraints as evidence. Assumptions that turned out wrong are none, and where one
/// article seems to refute itself, misreading it is likelier.
std::vector<Finding> time_conflicts(const StoryGraph& story, const TimeNetwork& network,
                                    const std::vector<TimeConflict>& conflicts,
                                    const std::map<std::string, Wording, std::less<>>& wording);

}  // namespace fabula::graph
