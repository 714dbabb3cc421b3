#pragma once

#include <vector>

#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// Those who take a part in an event, in the order of the mention.
inline std::vector<ActorId> players(const EventMention& mention, ParticipantRole role) {
  std::vector<ActorId> ids;
  for (const Participant& p : mention.participants)
    if (p.role == role) ids.push_back(p.actor);
  return ids;
}

}  // namespace fabula::events
