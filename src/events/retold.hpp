#pragma once

#include <span>

#include "events/anchor.hpp"
#include "events/clause.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/temporal/time_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// "Les faits se sont produits mardi": the date of a clause whose subject stands for what was just told goes to the actions
/// told last before it that have none.
void date_what_is_retold(const text::Doc& doc, const text::Children& children, const Clauses& clauses,
                         std::span<const temporal::TimeMention> times, const TimeHints& hints, ArticleEvents& events);

/// "Elle est revenue en Suède. […] Elle est revenue jeudi, dans l'après-midi.": what one did is dated by where the article
/// tells it with its day, of the week before publication; none where it tells of several.
void date_what_is_told_again(const text::Doc& doc, const Clauses& clauses, ArticleEvents& events);

}  // namespace fabula::events
