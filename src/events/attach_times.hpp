#pragma once

#include <optional>
#include <span>
#include <vector>

#include "events/anchor.hpp"
#include "events/events_by_word.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/temporal/time_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// Whether two expressions that follow each other are joined by a conjunction: "mardi et mercredi", "en 2013 et en 2014".
bool are_joined(const text::Doc& doc, const temporal::TimeMention& a, const temporal::TimeMention& b);

/// For each event mention, the index of the time expression that says when it was, through the tree; none if no
/// expression hangs on it.
///
/// An expression goes up from its head to the first predicate. A noun that is no event keeps an expression that only
/// qualifies it ("le budget 2014"); a date without preposition belongs to the verb even where the parser hung it on the
/// verb's object.
std::vector<std::optional<std::size_t>> attach_times(const text::Doc& doc, const text::Children& children,
                                                     std::span<const temporal::TimeMention> times,
                                                     const TimeHints& hints, const ArticleEvents& events,
                                                     const EventsByWord& by_word);

}  // namespace fabula::events
