#pragma once

#include <string>
#include <vector>

#include "events/label_words.hpp"
#include "events/reading.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// Actors as a label names them, with the article that they have in the text: "l'Iran", "un témoin", "la Suède et le
/// Brésil"; three at most. A person with a name has no article; a state that the article names only by its adjective or
/// seat gets its own.
std::string names(const Reading& reading, const LabelWords& words, const std::vector<ActorId>& actors);

/// Whether a verb with these actors for subject stands in the plural.
bool is_plural(const Reading& reading, const std::vector<ActorId>& actors);

}  // namespace fabula::events
