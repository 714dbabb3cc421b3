#pragma once

#include <vector>

#include "events/reading.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::events {

struct Trigger;

/// Who takes which part, by the frames of the trigger's lexicon rows. Sorted by role; nobody twice.
std::vector<Participant> participants_of(const Reading& reading, const Trigger& trigger);

/// Name of a place that is no actor where it happened; empty if none.
std::string place_of(const Reading& reading, const Trigger& trigger);

/// The heads of the phrases that fill a role, actors or not, for labels.
std::vector<WordId> role_words(const Reading& reading, const Trigger& trigger, ParticipantRole role);

}  // namespace fabula::events
