#pragma once

#include <unordered_set>

#include "fabula/text/doc.hpp"

namespace fabula::events {

/// What the tense of a predicate says of when it happened, seen from the text.
enum class ClauseTense { none, past, before_past, present, conditional, future };

/// Where the clause of a word stands in its sentence.
enum class ClausePlace {
  main,      ///< the sentence's own assertion and what is coordinated with it
  adverbial, ///< beside it: "après avoir quitté", "en annonçant"
  content,   ///< what is said, thought or asked: a complement clause
  modifier   ///< tells more of a noun: a relative or participial clause
};

/// Reads clauses for what they tell of time.
class Clauses {
 public:
  /// @param perfects  participles whose one auxiliary is of tense, though the tree may have it for the passive's ("sont
  ///                  arrivés"). All must outlive this
  Clauses(const text::Doc& doc, const text::Children& children, const std::unordered_set<WordId>& perfects)
      : doc_(doc), children_(children), perfects_(perfects) {}

  /// Tense of a verb with its auxiliaries: `before_past` for a pluperfect; none for infinitives, nouns and bare participles
  /// but those that share the auxiliary of what they are joined to ("a signé et publié").
  ClauseTense tense_of(WordId predicate) const;
  /// Tense of the clause that a word stands in: its own, else that of the nearest verb above it.
  ClauseTense tense_around(WordId word) const;
  /// Whether a finite auxiliary makes a predicate a perfect or a passive: "a parlé", "a été vu"; not "parlait", "ayant parlé".
  bool is_perfect(WordId predicate) const;
  ClausePlace place_of(WordId word) const;

 private:
  ClauseTense own_tense(WordId predicate) const;
  bool has_relative_subject(WordId verb) const;
  bool is_cleft(WordId clause) const;

  const text::Doc& doc_;
  const text::Children& children_;
  const std::unordered_set<WordId>& perfects_;
};

bool is_verbal(const text::Word& word);

}  // namespace fabula::events
