#include "clause.hpp"

namespace fabula::events {
namespace {

using text::Upos;

bool is_finite(const text::Word& word) {
  const auto form = text::feat(word, "VerbForm");
  return form == "Fin" || (form.empty() && !text::feat(word, "Mood").empty());
}

ClauseTense of_finite(const text::Word& word) {
  const auto tense = text::feat(word, "Tense");
  if (tense == "Fut") return ClauseTense::future;
  if (tense == "Past" || tense == "Imp") return ClauseTense::past;
  return tense == "Pres" ? ClauseTense::present : ClauseTense::none;
}

/// A relative clause, also where the parser took it for the sentence's own.
bool has_relative_subject(const text::Doc& doc, const text::Children& children, WordId verb) {
  for (const WordId child : children.of(verb))
    if (text::universal(doc.word(child).deprel) == "nsubj" && text::feat(doc.word(child), "PronType") == "Rel") return true;
  return false;
}

/// "c'est elle qui a gagné": what stands in the relative clause of a cleft is the sentence's assertion.
bool is_cleft(const text::Doc& doc, const text::Children& children, WordId clause) {
  const WordId head = doc.word(clause).head;
  if (!head || doc.word(head).head) return false;
  bool copula = false, pointed = false;
  for (const WordId child : children.of(head)) {
    const text::Word& word = doc.word(child);
    copula = copula || text::universal(word.deprel) == "cop";
    pointed = pointed || (child < head && text::feat(word, "PronType") == "Dem" && text::universal(word.deprel) == "nsubj");
  }
  return copula && pointed;
}

}  // namespace

bool is_verbal(const text::Word& word) { return word.upos == Upos::VERB || word.upos == Upos::AUX; }

ClauseTense tense_of(const text::Doc& doc, const text::Children& children, WordId predicate) {
  const text::Word& word = doc.word(predicate);
  const bool past_participle = text::feat(word, "VerbForm") == "Part" && text::feat(word, "Tense") == "Past";
  bool perfect = false;  // an auxiliary of tense with a past participle puts the event before the auxiliary's time
  ClauseTense found = is_finite(word) ? of_finite(word) : ClauseTense::none;
  for (const WordId child : children.of(predicate)) {
    const text::Word& aux = doc.word(child);
    const auto relation = text::universal(aux.deprel);
    if (relation != "aux" && relation != "cop") continue;
    const bool passive = aux.deprel == "aux:pass" || relation == "cop";
    if (past_participle && !passive) perfect = true;
    if (is_finite(aux)) found = of_finite(aux);
  }
  if (!perfect) return found;
  if (found == ClauseTense::past) return ClauseTense::before_past;
  return found == ClauseTense::present ? ClauseTense::past : found;
}

bool is_perfect(const text::Doc& doc, const text::Children& children, WordId predicate) {
  const bool participle = text::feat(doc.word(predicate), "VerbForm") == "Part";
  for (const WordId child : children.of(predicate)) {
    const auto relation = text::universal(doc.word(child).deprel);
    if ((relation == "aux" || (relation == "cop" && participle)) && is_finite(doc.word(child))) return true;
  }
  return false;
}

ClausePlace place_of(const text::Doc& doc, const text::Children& children, WordId word) {
  std::size_t steps = doc.words.size();
  bool own_clause = true;
  ClausePlace place = ClausePlace::main;
  for (WordId at = word; at && steps > 0; at = doc.word(at).head, --steps) {
    const text::Word& w = doc.word(at);
    const auto relation = text::universal(w.deprel);
    // A participle "of" an auxiliary is a parser's slip.
    if (relation == "csubj" || (relation == "ccomp" && doc.word(w.head).upos != Upos::AUX)) return ClausePlace::content;
    if (relation == "acl") return is_cleft(doc, children, at) ? place : ClausePlace::modifier;
    if (relation == "advcl") place = ClausePlace::adverbial;
    if (!own_clause || !is_verbal(w)) continue;
    if (has_relative_subject(doc, children, at)) return ClausePlace::modifier;
    own_clause = false;
  }
  return place;
}

}  // namespace fabula::events
