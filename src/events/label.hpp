#pragma once

#include <string>

#include "events/trigger.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// A short sentence for people made from the event's parts: who, the words of the verb or noun, its object and
/// complements as they stand. At most about 80 characters; cut at a word.
std::string label_of(const Reading& reading, const Trigger& trigger, const EventMention& mention);

}  // namespace fabula::events
