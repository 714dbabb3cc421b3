#pragma once

#include <span>
#include <vector>

#include "events/content.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// Sets factuality, `claimed_by` and `claim_event` of every mention, on the scale of story-format: the first that fits of
/// denied, negated, alleged, hypothetical, planned, claimed, asserted (after FactBank, Saurí & Pustejovsky 2009; the
/// French conditional of report counts as hearsay). Needs the mentions' participants.
void judge_factuality(const Reading& reading, const std::vector<Trigger>& triggers, const std::vector<Content>& contents,
                      std::span<const ConnectiveMatch> connectives, std::vector<EventMention>& mentions);

}  // namespace fabula::events
