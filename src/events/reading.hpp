#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/lexicon.hpp"
#include "fabula/actors/find_actors.hpp"
#include "fabula/text/doc.hpp"

namespace fabula::events {

/// One article as the rules of this layer see it: its trees, its actors, and questions about verbs and phrases.
///
/// Holds references only; lives for one call of Extractor::find. Every question is linear in the dependents it looks at.
class Reading {
 public:
  Reading(const text::Doc& doc, const actors::ArticleActors& actors, const Lexicon& lexicon);

  const text::Doc& doc() const { return doc_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const actors::ArticleActors& actors() const { return actors_; }
  const text::Word& word(WordId id) const { return doc_.word(id); }
  const std::vector<WordId>& children(WordId id) const { return children_.of(id); }
  WordId head(WordId id) const { return doc_.word(id).head; }
  std::string_view relation(WordId id) const { return text::universal(doc_.word(id).deprel); }
  /// First dependent with a relation (universal part), none if there is none.
  WordId child(WordId id, std::string_view relation) const;

  bool is_nominal(WordId id) const;
  bool is_auxiliary(WordId id) const;  ///< aux, cop and their like: no event of their own
  /// A verb, or a word that the tagger took for something else but that is a verb's form and has an auxiliary, a clitic
  /// or a by-phrase.
  bool is_verb(WordId id) const;
  /// Its lemma; mended by the verb forms of the lexicon where the tagger's is in no table.
  const std::string& verb_lemma(WordId id) const;
  bool is_reflexive(WordId id) const;
  /// "a fait arrêter": an infinitive whose subject is who causes it.
  bool is_causative(WordId id) const;
  bool is_passive(WordId id) const;
  bool is_finite(WordId id) const;  ///< itself or through its auxiliary
  bool is_infinitive(WordId id) const;
  bool is_participle(WordId id, std::string_view tense) const;  ///< tense "Past" or "Pres"
  bool is_negated(WordId id) const;
  /// A word that the negation of a verb is made with.
  bool is_negation(WordId id) const;
  /// The lemma that verb tables are keyed by: "se rendre" for a reflexive verb.
  std::string verb_key(WordId id) const;
  /// Feature of the finite word of a verb phrase: its auxiliary or copula if it has one, else the verb.
  std::string_view finite(WordId id, std::string_view feature) const;

  /// The preposition of a phrase, the words of a compound one joined by blanks: "à", "auprès de"; empty if none.
  std::string preposition(WordId id) const;
  /// Dependents of a word (and, for an object's noun, of none else) that stand after a preposition.
  std::vector<WordId> after_preposition(WordId id, const std::string& preposition) const;

  /// The same for every preposition of a use.
  std::vector<WordId> after(WordId id, Case use) const;

  /// Words that head the subject: its own, or shared, or understood. Empty where the tree does not say.
  std::vector<WordId> subjects(WordId verb) const;
  /// "X, a rappelé Y, a signé": X, the subject of what the inserted clause of a verb interrupts, which the parser hung on
  /// that verb; none where a verb has one subject.
  WordId subject_before_insertion(WordId verb) const;
  /// Objects of an active verb; the subject of a passive one.
  std::vector<WordId> objects(WordId verb) const;
  /// Who does it in an active clause, the by-phrase in a passive one.
  std::vector<WordId> doers(WordId verb) const;

  /// The actors of a phrase with its conjuncts; appositions and quantified nouns looked into. Sorted, no duplicates.
  std::vector<ActorId> actors_of(WordId head) const;
  /// The place that a word heads the name of, null if none.
  const actors::PlaceMention* place_at(WordId head) const;
  /// Whether a word is below another in the tree, or it.
  bool within(WordId word, WordId ancestor) const;

 private:
  bool has_reflexive(WordId id) const;
  /// Whether a participle after the passive's auxiliary is one: of some verbs it is the active perfect ("est parti").
  bool makes_passive(WordId id) const;
  bool is_past_participle(WordId id) const;
  void keep_likeliest(std::vector<WordId>& subjects) const;
  bool is_restricted(WordId id) const;
  bool follows_determiner(WordId id) const;
  bool particle_negates(WordId particle, WordId verb) const;
  bool leaves_quotation(WordId from, WordId to) const;
  void leave_headings(std::vector<WordId>& subjects) const;
  bool has_colon_between(WordId from, WordId to) const;
  WordId told_behind_colon(WordId heading, WordId verb) const;
  WordId name_behind_complement(WordId verb) const;
  WordId name_beside(WordId noun) const;
  std::vector<WordId> own_subjects(WordId verb) const;
  bool gives_reason(WordId verb) const;
  std::vector<WordId> whose_reason(WordId verb, int depth) const;
  std::vector<WordId> claimed_against(WordId from, WordId to) const;
  std::vector<WordId> understood_subject(WordId verb, int depth) const;
  std::vector<WordId> subjects_at(WordId verb, int depth) const;
  std::vector<WordId> subject_beside(WordId verb, int depth) const;
  std::uint32_t begin_of_group(WordId verb) const;
  bool can_be_subject(WordId id) const;
  WordId actor_before(WordId id) const;
  template <class Fits>
  std::vector<WordId> complements(WordId id, Fits fits) const;
  std::vector<WordId> slot_words(const Slot& slot, WordId verb, int depth) const;
  void add_actors(WordId head, std::vector<ActorId>& out, int depth) const;

  const text::Doc& doc_;
  const actors::ArticleActors& actors_;
  const Lexicon& lexicon_;
  text::Children children_;
  std::unordered_map<WordId, const actors::PlaceMention*> places_;
};

}  // namespace fabula::events
