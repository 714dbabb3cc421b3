#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "events/quotes.hpp"
#include "events/reading.hpp"

namespace fabula::events {

/// A word that evokes an event, and the rule that says so. Pointers go into the Lexicon.
struct Trigger {
  EventType type = EventType::action;
  WordId word;                             ///< the head word that is marked
  WordId verb;                             ///< the verb whose dependents take part: itself or its light verb; none for nouns
  const Entry* entry = nullptr;            ///< none for sources, bare quotations and verbs that no table knows
  const LightVerb* light = nullptr;
  const Connective* source = nullptr;
  WordId speaker;                          ///< sources and bare quotations: head of who says it
  WordId clause;                           ///< sources: the clause they vouch for
  std::vector<std::size_t> quotes;         ///< positions in the quotations of the article
  std::string rule;

  bool is_statement() const { return type == EventType::statement; }
};

/// Which verb reports which quotation, as far as the tree or the words around the marks tell.
struct Attribution {
  std::unordered_map<WordId, std::vector<std::size_t>> quotes_of;  ///< verb → quotations
  std::vector<WordId> verb_of;                                    ///< per quotation; none where nothing was found
};

/// First the words around the marks (`»`, verb; `: «`), then the tree.
Attribution attribute_quotations(const Reading& reading, const std::vector<Quotation>& quotations);

/// Finds the statements and actions of an article. In text order; a word evokes at most one statement and one action.
std::vector<Trigger> find_triggers(const Reading& reading, const std::vector<Quotation>& quotations,
                                   const Attribution& attribution);

/// Whether a verb governs what is said: a clause, an infinitive, or a clause put beside it.
bool has_content_clause(const Reading& reading, WordId verb);
/// The clauses and infinitives that tell the content of a verb of speech.
std::vector<WordId> content_clauses(const Reading& reading, WordId verb);

/// A connective where it stands.
struct ConnectiveMatch {
  const Connective* connective = nullptr;
  WordId first, last;   ///< its words
  WordId complement;    ///< head of what follows; none for those without ("en retour")
  WordId governor;      ///< what the whole phrase hangs on; may be none
};

/// All connectives of the article, by their words; longest first, not overlapping.
std::vector<ConnectiveMatch> find_connectives(const Reading& reading);

}  // namespace fabula::events
