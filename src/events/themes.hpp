#pragma once

#include <string>
#include <vector>

#include "events/trigger.hpp"

namespace fabula::events {

/// What an event is about beside its actors: lemmas of the common nouns that are delivered, signed or tested, and of
/// what those consist of ("un lot de drones" gives both). Sorted, each once.
std::vector<std::string> themes_of(const Reading& reading, const Trigger& trigger);

}  // namespace fabula::events
