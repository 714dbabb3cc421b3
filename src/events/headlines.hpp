#pragma once

#include <optional>

#include "events/clause.hpp"
#include "fabula/base/time_value.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// Whether a mention stands in the article's headline or in one within it.
bool in_headline(const text::Doc& doc, const EventMention& mention);

/// Dates what headlines tell by what the text below tells of it: the first mention of the same predicate or class, if it
/// has a date (for a verb, which tells news, one within a month before publication); the headline's own assertion else by
/// the day the story is at. Mentions that have a date keep it.
void date_headlines(const text::Doc& doc, const Clauses& clauses, const std::optional<TimeValue>& story,
                    ArticleEvents& events);

}  // namespace fabula::events
