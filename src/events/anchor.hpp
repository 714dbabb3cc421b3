#pragma once

#include <span>

#include "fabula/events/event_mention.hpp"
#include "fabula/temporal/time_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// Gives each mention its time: its own expression through the tree, else the date the discourse is at, else no better
/// than publication; `before`, `after` and `during` connectives with a date give bounds. The basis is recorded.
void anchor_times(const text::Doc& doc, std::span<const temporal::TimeMention> times, ArticleEvents& events);

}  // namespace fabula::events
