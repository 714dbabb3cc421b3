#pragma once

#include <optional>

#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// Whether an act asks someone for something: who refuses it answers it, and does not deny that it was made.
inline bool is_request(std::optional<Act> act) { return act == Act::propose || act == Act::demand || act == Act::ask; }

}  // namespace fabula::events
