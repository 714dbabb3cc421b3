#pragma once

#include <span>
#include <vector>

#include "events/trigger.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// Fills in who speaks or acts where the sentence alone does not say it: whom a pronoun carries on, that is the speaker of
/// the statement before or the subject of the clause before; and for a noun in an adjunct of time ("lors de sa visite", "après une réunion") the agent of the
/// clause it stands in.
void carry_agents(const Reading& reading, const std::vector<Trigger>& triggers, std::span<const ConnectiveMatch> connectives,
                  std::vector<EventMention>& mentions);

}  // namespace fabula::events
