#pragma once

#include <string>
#include <vector>

#include "events/label_words.hpp"
#include "events/quotes.hpp"
#include "events/trigger.hpp"
#include "fabula/events/event_mention.hpp"

namespace fabula::events {

/// A short sentence for people made from the event's parts: who, the verb, its object and complements; for a statement
/// what is said; for a noun its phrase, and who does it where the phrase does not say.
///
/// The verb stands in the present tense, as chronicles have it; where the mention is negated, planned or hypothetical,
/// or the verb is unknown, its own words stay. At most about 100 characters, cut at a word.
///
/// @param mention  needs participants, quotes and factuality
std::string label_of(const Reading& reading, const Trigger& trigger, const LabelWords& words, const EventMention& mention);

}  // namespace fabula::events
