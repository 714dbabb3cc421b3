#include "clause.hpp"

namespace fabula::events {
namespace {

using text::Upos;

bool is_finite(const text::Word& word) {
  const auto form = text::feat(word, "VerbForm");
  return form == "Fin" || (form.empty() && !text::feat(word, "Mood").empty());
}

bool is_past_participle(const text::Word& word) {
  return text::feat(word, "VerbForm") == "Part" && text::feat(word, "Tense") == "Past";
}

ClauseTense of_finite(const text::Word& word) {
  const auto tense = text::feat(word, "Tense");
  if (tense == "Fut") return ClauseTense::future;
  if (tense == "Past" || tense == "Imp") return ClauseTense::past;
  if (tense != "Pres") return ClauseTense::none;
  return text::feat(word, "Mood") == "Cnd" ? ClauseTense::conditional : ClauseTense::present;
}

}  // namespace

bool is_verbal(const text::Word& word) { return word.upos == Upos::VERB || word.upos == Upos::AUX; }

/// A relative clause, also where the parser took it for the sentence's own.
bool Clauses::has_relative_subject(WordId verb) const {
  for (const WordId child : children_.of(verb))
    if (text::universal(doc_.word(child).deprel) == "nsubj" && text::feat(doc_.word(child), "PronType") == "Rel") return true;
  return false;
}

/// "c'est elle qui a gagné": what stands in the relative clause of a cleft is the sentence's assertion.
bool Clauses::is_cleft(WordId clause) const {
  const WordId head = doc_.word(clause).head;
  if (!head || doc_.word(head).head) return false;
  bool copula = false, pointed = false;
  for (const WordId child : children_.of(head)) {
    const text::Word& word = doc_.word(child);
    copula = copula || text::universal(word.deprel) == "cop";
    pointed = pointed || (child < head && text::feat(word, "PronType") == "Dem" && text::universal(word.deprel) == "nsubj");
  }
  return copula && pointed;
}

ClauseTense Clauses::own_tense(WordId predicate) const {
  const text::Word& word = doc_.word(predicate);
  const bool past_participle = is_past_participle(word);
  bool perfect = false;  // an auxiliary of tense with a past participle puts the event before the auxiliary's time
  ClauseTense found = is_finite(word) ? of_finite(word) : ClauseTense::none;
  for (const WordId child : children_.of(predicate)) {
    const text::Word& aux = doc_.word(child);
    const auto relation = text::universal(aux.deprel);
    if (relation != "aux" && relation != "cop") continue;
    const bool passive = (aux.deprel == "aux:pass" || relation == "cop") && perfects_.count(predicate) == 0;
    if (past_participle && !passive) perfect = true;
    if (is_finite(aux)) found = of_finite(aux);
  }
  if (!perfect) return found;
  if (found == ClauseTense::past) return ClauseTense::before_past;
  return found == ClauseTense::present || found == ClauseTense::conditional ? ClauseTense::past : found;
}

ClauseTense Clauses::tense_of(WordId predicate) const {
  const text::Word* word = &doc_.word(predicate);
  std::size_t steps = doc_.words.size();
  while (is_past_participle(*word) && word->deprel == "conj" && word->head && own_tense(predicate) == ClauseTense::none &&
         is_past_participle(doc_.word(word->head)) && steps-- > 0) {
    predicate = word->head;
    word = &doc_.word(predicate);
  }
  return own_tense(predicate);
}

ClauseTense Clauses::tense_around(WordId word) const {
  std::size_t steps = doc_.words.size();
  for (WordId at = word; at && steps > 0; at = doc_.word(at).head, --steps)
    if (const ClauseTense tense = tense_of(at); tense != ClauseTense::none) return tense;
  return ClauseTense::none;
}

bool Clauses::is_perfect(WordId predicate) const {
  const bool participle = text::feat(doc_.word(predicate), "VerbForm") == "Part";
  for (const WordId child : children_.of(predicate)) {
    const auto relation = text::universal(doc_.word(child).deprel);
    if ((relation == "aux" || (relation == "cop" && participle)) && is_finite(doc_.word(child))) return true;
  }
  return false;
}

ClausePlace Clauses::place_of(WordId word) const {
  std::size_t steps = doc_.words.size();
  bool own_clause = true;
  ClausePlace place = ClausePlace::main;
  for (WordId at = word; at && steps > 0; at = doc_.word(at).head, --steps) {
    const text::Word& w = doc_.word(at);
    const auto relation = text::universal(w.deprel);
    // A participle "of" an auxiliary is a parser's slip.
    if (relation == "csubj" || (relation == "ccomp" && doc_.word(w.head).upos != Upos::AUX)) return ClausePlace::content;
    if (relation == "acl") return is_cleft(at) ? place : ClausePlace::modifier;
    if (relation == "advcl") place = ClausePlace::adverbial;
    if (!own_clause || !is_verbal(w)) continue;
    if (has_relative_subject(at)) return ClausePlace::modifier;
    own_clause = false;
  }
  return place;
}

}  // namespace fabula::events
