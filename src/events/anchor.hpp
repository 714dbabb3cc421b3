#pragma once

#include <span>
#include <unordered_set>

#include "fabula/events/event_mention.hpp"
#include "fabula/temporal/time_mention.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// What the lexicon knows of words that dates hang on.
struct TimeHints {
  std::unordered_set<WordId> compared;  ///< after "comme", "à l'instar de": another happening, which keeps its date to itself
  std::unordered_set<WordId> bounds;    ///< after "avant", "depuis": what a clause is put before or after; its date is not the clause's
  std::unordered_set<WordId> perfects;  ///< participles with "être" that are no passives: "sont arrivés"
  std::unordered_set<WordId> already, meanwhile, at_once;  ///< predicates with an adverb of the cue of that name
  std::unordered_set<ActorId> persons;
  std::unordered_set<WordId> anaphors;  ///< nouns for what was just told: "les faits", "le drame"
};

/// Gives each mention its time: its own expression through the tree, else the date the discourse is at, else no better
/// than publication; `before`, `after` and `during` connectives with a date give bounds. The basis is recorded.
void anchor_times(const text::Doc& doc, std::span<const temporal::TimeMention> times, const TimeHints& hints,
                  ArticleEvents& events);

}  // namespace fabula::events
