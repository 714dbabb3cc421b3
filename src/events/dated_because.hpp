#pragma once

#include <span>

#include "fabula/events/event_mention.hpp"
#include "fabula/temporal/time_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// Says of each mention why it has its time (EventMention::dated_because), once all have theirs: which expression of its
/// sentence states it, or which mention before it has the same date, or what its basis means.
void explain_times(const text::Doc& doc, std::span<const temporal::TimeMention> times, ArticleEvents& events);

}  // namespace fabula::events
