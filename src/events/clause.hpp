#pragma once

#include "fabula/text/doc.hpp"

namespace fabula::events {

/// What the tense of a predicate says of when it happened, seen from the text.
enum class ClauseTense { none, past, before_past, present, future };

/// Tense of a verb with its auxiliaries: `before_past` for a pluperfect; none for infinitives, nouns and bare participles.
ClauseTense tense_of(const text::Doc& doc, const text::Children& children, WordId predicate);

/// Whether a finite auxiliary makes a predicate a perfect or a passive: "a parlé", "a été vu"; not "parlait", "ayant parlé".
bool is_perfect(const text::Doc& doc, const text::Children& children, WordId predicate);

/// Where the clause of a word stands in its sentence.
enum class ClausePlace {
  main,      ///< the sentence's own assertion and what is coordinated with it
  adverbial, ///< beside it: "après avoir quitté", "en annonçant"
  content,   ///< what is said, thought or asked: a complement clause
  modifier   ///< tells more of a noun: a relative or participial clause
};

ClausePlace place_of(const text::Doc& doc, const text::Children& children, WordId word);

bool is_verbal(const text::Word& word);

}  // namespace fabula::events
