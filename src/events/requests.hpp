#pragma once

#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// Whether a mention asks someone for something: who refuses it answers it, and does not deny that it was made.
inline bool is_request(const EventMention& mention) {
  return mention.act == Act::propose || mention.act == Act::demand || mention.act == Act::ask;
}

}  // namespace fabula::events
