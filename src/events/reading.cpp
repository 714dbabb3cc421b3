#include "events/reading.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr int kDepth = 8;  // chains of control and coordination in news are far shorter

bool is_closing_mark(std::string_view form) { return form == "»" || form == "”" || form == "\""; }

template <class T>
void sort_unique(std::vector<T>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

}  // namespace

Reading::Reading(const text::Doc& doc, const actors::ArticleActors& actors, const Lexicon& lexicon)
    : doc_(doc), actors_(actors), lexicon_(lexicon), children_(doc) {
  for (const actors::PlaceMention& p : actors.places) places_.emplace(p.head, &p);
}

WordId Reading::child(WordId id, std::string_view relation) const {
  for (const WordId c : children(id))
    if (this->relation(c) == relation) return c;
  return {};
}

bool Reading::is_nominal(WordId id) const {
  const Upos u = word(id).upos;
  return u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON || u == Upos::NUM || u == Upos::SYM || u == Upos::X;
}

bool Reading::is_auxiliary(WordId id) const {
  const auto r = relation(id);
  return r == "aux" || r == "cop";
}

bool Reading::is_verb(WordId id) const {
  const text::Word& w = word(id);
  if (w.upos == Upos::VERB) return true;
  if (w.upos != Upos::ADJ && w.upos != Upos::NOUN) return false;
  bool verbal = false;
  for (const WordId c : children(id)) {
    const auto r = relation(c);
    if (r == "aux" || word(c).deprel == "obl:agent" || word(c).deprel == "expl:pv") verbal = true;
    if (r == "obj" && c < id) verbal = true;
    if (r == "nsubj" && word(c).upos == Upos::PRON && w.upos == Upos::ADJ && !child(id, "cop")) verbal = true;
  }
  // "» , fustige X": what follows a closed quotation and a comma
  if (!verbal && id.value > 1 && word(WordId(id.value - 1)).form == "," && is_closing_mark(word(WordId(id.value - 2)).form)) verbal = true;
  return verbal && lexicon_.verb_of_form(fold(w.form)) != nullptr;
}

const std::string& Reading::verb_lemma(WordId id) const {
  const text::Word& w = word(id);
  if (w.upos == Upos::VERB && lexicon_.knows_verb(w.lemma)) return w.lemma;
  const std::string* mended = lexicon_.verb_of_form(fold(w.form));
  return mended ? *mended : w.lemma;
}

bool Reading::is_causative(WordId id) const {
  for (const WordId c : children(id))
    if (word(c).deprel == "aux:caus") return true;
  return false;
}

bool Reading::is_reflexive(WordId id) const { return has_reflexive(id) && !is_causative(id); }

bool Reading::has_reflexive(WordId id) const {
  for (const WordId c : children(id)) {
    const text::Word& w = word(c);
    if (w.upos != Upos::PRON) continue;
    if (w.form.find('-') != std::string::npos) continue;  // "lui-même"
    if (text::feat(w, "Reflex") == "Yes") return true;
    if (relation(c) == "expl" && w.deprel != "expl:subj" && c < id && text::feat(w, "PronType") != "Dem" &&
        text::feat(w, "Person") != "" && !lexicon_.is(Cue::impersonal, w.lemma))
      return true;
  }
  return false;
}

bool Reading::is_passive(WordId id) const {
  if (has_reflexive(id)) return is_causative(id);  // "s'est fait arrêter par"
  if (relation(id) == "xcomp" && is_infinitive(id) && lexicon_.is(Cue::passive, verb_key(head(id)))) return true;
  bool auxiliary = false, passive = false;
  for (const WordId c : children(id)) {
    const std::string& d = word(c).deprel;
    if (c < id && leaves_quotation(c, id)) continue;
    // the parser's words for the auxiliary and the subject are believed only where verb and auxiliary do not belie them
    if (is_auxiliary(c) && word(c).lemma == lexicon_.passive_auxiliary() && is_past_participle(id)) {
      if (makes_passive(id)) return true;
      auxiliary = true;
    } else if (d == "aux:pass") {
      return true;
    } else if (relation(c) == "aux") {
      auxiliary = true;
    }
    if (d == "nsubj:pass" || d == "csubj:pass") passive = true;
  }
  if (auxiliary) return false;
  if (passive) return true;
  if (!is_participle(id, "Past") || lexicon_.is(Cue::unaccusative, verb_lemma(id))) return false;
  for (const WordId c : children(id))
    if (relation(c) == "aux") return false;
  const auto r = relation(id);
  if (r == "conj" && head(id)) return is_participle(head(id), "Past") && head(id) < id && is_passive(head(id));
  // Headlines leave the auxiliary out ("Ingrid Solberg arrêtée"); what does not agree may be a finite form ("dit").
  const bool agrees = text::feat(word(id), "Gender") == "Fem" || text::feat(word(id), "Number") == "Plur";
  if (r == "parataxis" && head(id) && told_behind_colon(head(id), id)) return true;
  return r == "acl" || r == "amod" || r == "advcl" || r == "appos" || r == "nmod" ||
         (r == "root" && (agrees || own_subjects(id).empty()));
}

/// Where the tagger took it for a noun or adjective too: "ont été tués".
bool Reading::is_past_participle(WordId id) const {
  return is_participle(id, "Past") || lexicon_.verb_of_participle(fold(word(id).form)) != nullptr;
}

/// A second auxiliary ("a été sorti") makes a passive of any verb; a verb that no table knows is as the parser has it.
bool Reading::makes_passive(WordId id) const {
  const std::string& lemma = verb_lemma(id);
  std::size_t auxiliaries = 0;
  bool parsed = false;
  for (const WordId c : children(id)) {
    auxiliaries += is_auxiliary(c) ? 1 : 0;
    parsed |= word(c).deprel == "aux:pass";
  }
  if (!lexicon_.knows_verb(lemma)) return parsed;
  return auxiliaries > 1 || !lexicon_.is(Cue::unaccusative, lemma);
}

bool Reading::is_infinitive(WordId id) const {
  if (text::feat(word(id), "VerbForm") == "Inf") return true;
  if (text::feat(word(id), "VerbForm") != "Part") return false;
  for (const WordId c : children(id))  // "être détruit", "avoir détruit"
    if (relation(c) == "aux" && c < id && text::feat(word(c), "VerbForm") == "Inf") return true;
  return false;
}

bool Reading::is_participle(WordId id, std::string_view tense) const {
  const text::Word& w = word(id);
  return text::feat(w, "VerbForm") == "Part" && text::feat(w, "Tense") == tense;
}

bool Reading::is_negation(WordId id) const {
  const text::Word& w = word(id);
  return w.upos == Upos::ADV &&
         (lexicon_.is(Cue::negation, w.lemma) || lexicon_.is(Cue::particle, w.lemma) || lexicon_.is(Cue::echo, w.lemma));
}

/// "ne … que": some, not none.
bool Reading::is_restricted(WordId id) const {
  const auto end = doc_.sentences[doc_.sentence_of(id).value].end_word;
  for (std::uint32_t w = id.value + 1; w < end; ++w)
    if (relation(WordId(w)) == "advmod" && lexicon_.is(Cue::restriction, word(WordId(w)).lemma) && within(WordId(w), id)) return true;
  return false;
}

/// "un pas": the noun, which taggers take for the negation.
bool Reading::follows_determiner(WordId id) const {
  return id.value > 0 && word(WordId(id.value - 1)).upos == Upos::DET;
}

/// What negates beside a particle, where the tree hung it elsewhere: before the next mark or finite verb. A particle alone
/// negates modal verbs only ("il ne peut venir"); else it is but a habit of the language ("avant qu'il ne parte").
bool Reading::particle_negates(WordId particle, WordId verb) const {
  constexpr std::uint32_t kReach = 10;
  const auto end = std::min(doc_.sentences[doc_.sentence_of(verb).value].end_word, particle.value + kReach);
  for (std::uint32_t w = particle.value + 1; w < end; ++w) {
    const text::Word& at = word(WordId(w));
    if (lexicon_.is(Cue::negation, at.lemma) || (at.upos == Upos::ADV && lexicon_.is(Cue::echo, at.lemma))) return true;
    if (at.upos == Upos::PUNCT || (w > verb.value && text::feat(at, "VerbForm") == "Fin")) break;
  }
  return lexicon_.is(Cue::modal, word(verb).lemma);
}

bool Reading::is_negated(WordId id) const {
  WordId particle;
  for (const WordId c : children(id)) {
    const text::Word& w = word(c);
    if (c < id && leaves_quotation(c, id)) continue;
    if (w.upos == Upos::ADV && lexicon_.is(Cue::negation, w.lemma) && !follows_determiner(c)) return true;
    // a particle goes with what follows it: "a affirmé n'avoir jamais livré" denies no affirming
    if (c < id && w.upos == Upos::ADV && lexicon_.is(Cue::particle, w.lemma)) particle = c;
    if (relation(c) == "nsubj" || relation(c) == "obj" || relation(c) == "obl") {
      if (w.upos == Upos::PRON && lexicon_.is(Cue::negation, w.lemma)) return true;
      for (const WordId d : children(c))
        if (relation(d) == "det" && lexicon_.is(Cue::negation, word(d).lemma)) return true;
    }
  }
  return particle && !is_restricted(id) && particle_negates(particle, id);
}

std::string Reading::verb_key(WordId id) const {
  return is_reflexive(id) ? lexicon_.reflexive_prefix() + verb_lemma(id) : verb_lemma(id);
}

std::string_view Reading::finite(WordId id, std::string_view feature) const {
  for (const WordId c : children(id)) {
    if (!is_auxiliary(c) || text::feat(word(c), "VerbForm") != "Fin") continue;
    return text::feat(word(c), feature);
  }
  return text::feat(word(id), "VerbForm") == "Fin" ? text::feat(word(id), feature) : std::string_view{};
}

std::string Reading::preposition(WordId id) const {
  for (const WordId c : children(id)) {
    const text::Word& w = word(c);
    if (relation(c) != "case" && !(relation(c) == "mark" && w.upos == Upos::ADP)) continue;
    std::string p = w.lemma;
    for (const WordId f : children(c))
      if (relation(f) == "fixed") p += " " + word(f).lemma;
    return p;
  }
  return {};
}

/// Dependents by the preposition before them; an indirect object without one has the dative's.
template <class Fits>
std::vector<WordId> Reading::complements(WordId id, Fits fits) const {
  std::vector<WordId> found;
  for (const WordId c : children(id)) {
    const auto r = relation(c);
    if (r != "obl" && r != "nmod" && r != "iobj" && r != "advcl" && r != "xcomp") continue;
    if (is_nominal(c) && fits(preposition(c), r == "iobj")) found.push_back(c);
  }
  return found;
}

std::vector<WordId> Reading::after_preposition(WordId id, const std::string& preposition) const {
  const bool dative = lexicon_.is(Case::dative, preposition);
  return complements(id, [&](const std::string& p, bool indirect) { return p == preposition || (indirect && dative); });
}

std::vector<WordId> Reading::after(WordId id, Case use) const {
  return complements(id, [&](const std::string& p, bool indirect) {
    return lexicon_.is(use, p) || (indirect && use == Case::dative);
  });
}

std::vector<WordId> Reading::own_subjects(WordId verb) const {
  std::vector<WordId> found;
  for (const WordId c : children(verb)) {
    if (relation(c) != "nsubj" && word(c).deprel != "expl:subj") continue;
    if (!leaves_quotation(c, verb)) found.push_back(c);
  }
  if (const WordId other = subject_before_insertion(verb)) std::erase(found, other);
  if (found.size() > 1) leave_headings(found);
  if (found.size() > 1) keep_likeliest(found);
  return found;
}

/// "Norvège : le parlement adopte la loi": what stands before the colon says where, or of whom.
void Reading::leave_headings(std::vector<WordId>& subjects) const {
  const WordId last = subjects.back();
  std::erase_if(subjects, [&](WordId s) { return has_colon_between(s, last); });
}

bool Reading::has_colon_between(WordId from, WordId to) const {
  for (std::uint32_t w = from.value + 1; w < to.value; ++w)
    if (word(WordId(w)).form == ":") return true;
  return false;
}

/// "Une heure plus tard, une foule a attaqué": of several subjects those who are someone, else the last.
void Reading::keep_likeliest(std::vector<WordId>& subjects) const {
  const bool someone = std::any_of(subjects.begin(), subjects.end(), [this](WordId s) { return !actors_of(s).empty(); });
  const WordId last = subjects.back();
  std::erase_if(subjects, [&](WordId s) { return someone ? actors_of(s).empty() : s != last; });
}

/// "Norvège : Paul Morin arrêté": what a heading is about.
WordId Reading::told_behind_colon(WordId heading, WordId verb) const {
  for (const WordId c : children(heading))
    if (relation(c) == "appos" && c < verb && has_colon_between(heading, c)) return c;
  return {};
}

/// "« Le tunnel ferme », a annoncé la ministre": what stands in a quotation that ends before the verb.
bool Reading::leaves_quotation(WordId from, WordId to) const {
  for (std::uint32_t w = from.value + 1; w < to.value; ++w) {
    const std::string& form = word(WordId(w)).form;
    if (form == "«" || form == "“") return false;
    if (form == "»" || form == "”") return true;
  }
  return false;
}

WordId Reading::subject_before_insertion(WordId verb) const {
  WordId before, after;
  for (const WordId c : children(verb))
    if (relation(c) == "nsubj" && word(c).upos != Upos::PRON) (c < verb ? before : after) = c;
  if (!before || !after) return {};
  const std::uint32_t group = begin_of_group(verb);
  return group > before.value + 1 && word(WordId(group - 1)).form == "," ? before : WordId{};
}

std::vector<WordId> Reading::slot_words(const Slot& slot, WordId verb, int depth) const {
  switch (slot.kind) {
    case Slot::Kind::subject: return is_passive(verb) ? doers(verb) : subjects_at(verb, depth);
    case Slot::Kind::object: return is_passive(verb) ? subjects_at(verb, depth) : objects(verb);
    case Slot::Kind::preposition: return after_preposition(verb, slot.preposition);
    default: return {};
  }
}

/// "pour avoir menti", "pour être parti": of what was done before, "pour" tells the reason, and no aim.
bool Reading::gives_reason(WordId verb) const {
  if (!lexicon_.is(Case::purpose, preposition(verb))) return false;
  for (const WordId c : children(verb)) {
    if (c > verb || !is_auxiliary(c) || text::feat(word(c), "VerbForm") != "Inf") continue;
    return word(c).lemma != lexicon_.passive_auxiliary() || !is_passive(verb);  // but "pour être entendu"
  }
  return false;
}

/// Who did what a clause gives as the reason: whom its own clause is about, the object of an active verb, the subject of a
/// passive one; else whom a claim before it is against ("les accusations contre X pour avoir menti").
std::vector<WordId> Reading::whose_reason(WordId verb, int depth) const {
  const WordId governor = head(verb);
  const bool behind_verb = word(governor).upos == Upos::VERB;
  auto about = !behind_verb ? std::vector<WordId>{} : is_passive(governor) ? subjects_at(governor, depth + 1) : objects(governor);
  std::erase_if(about, [&](WordId w) { return verb < w || actors_of(w).empty(); });
  if (!about.empty()) return about;
  const WordId first(doc_.sentences[doc_.sentence_of(verb).value].first_word);
  return claimed_against(governor < verb ? governor : first, verb);
}

/// Whom the last noun of a claim in a stretch is directed against.
std::vector<WordId> Reading::claimed_against(WordId from, WordId to) const {
  for (std::uint32_t at = to.value; at-- > from.value;)
    for (const Entry& e : lexicon_.event_nouns(word(WordId(at)).lemma))
      for (const Slot& slot : e.frame->slots) {
        if (!e.act || slot.kind != Slot::Kind::preposition || slot.role != ParticipantRole::patient) continue;
        auto words = after_preposition(WordId(at), slot.preposition);
        std::erase_if(words, [&](WordId w) { return to < w || actors_of(w).empty(); });
        if (!words.empty()) return words;
      }
  return {};
}

std::vector<WordId> Reading::understood_subject(WordId verb, int depth) const {
  const WordId governor = head(verb);
  if (!governor || depth > kDepth) return {};
  if (gives_reason(verb))
    if (auto words = whose_reason(verb, depth); !words.empty()) return words;
  const auto r = relation(verb);
  const text::Word& g = word(governor);
  if (r == "acl") {
    if (word(verb).deprel == "acl:relcl") return {governor};
    if (const WordId told = told_behind_colon(governor, verb)) return {told};
    if (is_participle(verb, "Past") || is_participle(verb, "Pres")) return {governor};
    if (is_infinitive(verb) && g.upos == Upos::PROPN) return {governor};  // "accuse l'Estonie de mentir": no complement of the name
    for (const Entry& e : lexicon_.event_nouns(g.lemma))  // "les accusations contre X d'avoir menti"
      if (e.frame->infinitive_subject) {
        auto words = after_preposition(governor, e.frame->infinitive_subject->preposition);
        if (!words.empty()) return words;
      }
    for (const WordId c : children(governor))  // "sa volonté de partir"
      if (relation(c) == "det" && text::feat(word(c), "Poss") == "Yes") return {c};
    for (const WordId c : after(governor, Case::genitive))
      if (!actors_of(c).empty()) return {c};
    const WordId above = head(governor);
    if (above && word(above).upos == Upos::VERB && relation(governor) == "obj") return subjects_at(above, depth + 1);
    return {};
  }
  if (r == "parataxis" && is_participle(verb, "Past"))
    if (const WordId told = told_behind_colon(governor, verb)) return {told};
  if (g.upos != Upos::VERB && g.upos != Upos::ADJ && g.upos != Upos::AUX) {
    if (is_participle(verb, "Past") && g.upos == Upos::NOUN) return {governor};
    for (const Entry& e : lexicon_.event_nouns(g.lemma))
      if (e.frame->infinitive_subject && is_infinitive(verb)) {
        auto words = after_preposition(governor, e.frame->infinitive_subject->preposition);
        if (!words.empty()) return words;
      }
    return r == "advcl" || r == "xcomp" ? subjects_at(governor, depth + 1) : std::vector<WordId>{};
  }
  if (r == "xcomp" || r == "ccomp" || r == "obl" || (r == "advcl" && is_infinitive(verb))) {
    const std::string key = verb_key(governor);
    const auto& say = lexicon_.say_verbs(key);
    for (const auto* entries : {&say, &lexicon_.event_verbs(key)})  // "accuse X d'avoir menti", "nomme X pour diriger"
      for (const Entry& e : *entries)
        if (e.frame->infinitive_subject) {
          auto words = slot_words(*e.frame->infinitive_subject, governor, depth + 1);
          if (!words.empty()) return words;
          break;
        }
    if (r == "xcomp" && say.empty() && !is_passive(governor)) {
      auto below = objects(governor);  // "force X à partir", "laisse X partir"
      std::erase_if(below, [&](WordId w) { return actors_of(w).empty() || w == verb; });
      if (!below.empty()) return below;
    }
  }
  if (is_passive(governor) && r == "advcl" && is_infinitive(verb)) {  // "utilisés par X pour détruire"
    auto by = doers(governor);
    if (!by.empty()) return by;
  }
  return subjects_at(governor, depth + 1);
}

std::vector<WordId> Reading::subjects_at(WordId verb, int depth) const {
  if (depth > kDepth) return {};
  auto own = own_subjects(verb);
  if (!own.empty()) {
    // "qui" stands for the noun that the clause hangs on, where the actors do not already say so
    for (WordId& w : own) {
      if (text::feat(word(w), "PronType") != "Rel" || !actors_.actors_at(w).empty()) continue;
      if (relation(verb) == "acl" && head(verb)) w = head(verb);
      else if (const WordId antecedent = actor_before(w)) w = antecedent;
    }
    return own;
  }
  const WordId governor = head(verb);
  const auto r = relation(verb);
  if (governor && is_infinitive(verb) && lexicon_.is(Cue::subjectless, verb_key(governor))) return {};
  if (is_finite(verb) && text::feat(word(verb), "Mood") != "Imp") {
    if (r == "parataxis" && governor && governor < verb)
      if (const WordId interrupted = subject_before_insertion(governor)) return {interrupted};
    if (r == "conj" && governor) {
      auto shared = subjects_at(governor, depth + 1);
      for (const WordId s : shared)
        if (!actors_of(s).empty()) return shared;
    }
    return subject_beside(verb, depth);
  }
  if (!governor) return {};
  if (r == "conj") return subjects_at(governor, depth + 1);
  if (is_infinitive(verb) || text::feat(word(verb), "VerbForm") == "Part") {
    // a finite auxiliary without a subject is a parse error more often than a subject left out
    if (r == "acl" || r == "advcl" || r == "xcomp" || r == "ccomp" || r == "obl" || r == "nmod" || r == "parataxis")
      return understood_subject(verb, depth);
  }
  return {};
}

bool Reading::is_finite(WordId id) const {
  if (text::feat(word(id), "VerbForm") == "Fin") return true;
  for (const WordId c : children(id))
    if (is_auxiliary(c) && text::feat(word(c), "VerbForm") == "Fin") return true;
  // an auxiliary that the parser hung elsewhere
  return id.value > 0 && word(WordId(id.value - 1)).upos == Upos::AUX &&
         text::feat(word(WordId(id.value - 1)), "VerbForm") == "Fin" && word(id).upos == Upos::VERB;
}

/// First word of the verb's group: auxiliaries, clitics, adverbs and negation before it.
std::uint32_t Reading::begin_of_group(WordId verb) const {
  const std::uint32_t first = doc_.sentences[doc_.sentence_of(verb).value].first_word;
  std::uint32_t at = verb.value;
  while (at > first) {
    const text::Word& w = word(WordId(at - 1));
    const bool clitic = w.upos == Upos::PRON && (relation(WordId(at - 1)) == "expl" || relation(WordId(at - 1)) == "obj" ||
                                                 relation(WordId(at - 1)) == "iobj");
    if (w.upos != Upos::AUX && w.upos != Upos::ADV && !(clitic && text::feat(w, "PronType") != "Rel") &&
        !(w.upos == Upos::PUNCT && w.form == "«"))
      break;
    --at;
  }
  return at;
}

/// A word that refers to someone and stands after no preposition.
bool Reading::can_be_subject(WordId id) const {
  const text::Word& w = word(id);
  if (actors_.actors_at(id).empty() || w.upos == Upos::DET || w.upos == Upos::ADJ) return false;
  return preposition(id).empty();
}

/// The subject by the order of words, where the tree has none: "qui" and what it stands for, a noun shared across "et",
/// else the first name or description between the clause before and the verb.
std::vector<WordId> Reading::subject_beside(WordId verb, int depth) const {
  const std::uint32_t first = doc_.sentences[doc_.sentence_of(verb).value].first_word;
  const std::uint32_t group = begin_of_group(verb);
  if (group == first) return {};
  const text::Word& before = word(WordId(group - 1));
  const bool relative = text::feat(before, "PronType") == "Rel";
  std::uint32_t begin = group;
  WordId verb_before;
  while (begin > first) {
    const text::Word& w = word(WordId(begin - 1));
    if (text::feat(w, "VerbForm") == "Fin" || w.form == ":" || w.form == ";") {
      if (w.form != ":" && w.form != ";") verb_before = WordId(begin - 1);
      break;
    }
    if (w.upos == Upos::SCONJ || (!relative && text::feat(w, "PronType") == "Rel")) break;
    --begin;
  }
  if (relative) {
    const WordId antecedent = actor_before(WordId(group - 1));
    return antecedent ? std::vector<WordId>{antecedent} : std::vector<WordId>{};
  }
  if (before.upos == Upos::CCONJ && verb_before) {
    const WordId shared = is_auxiliary(verb_before) && head(verb_before) ? head(verb_before) : verb_before;
    return shared < verb ? subjects_at(shared, depth + 1) : std::vector<WordId>{};
  }
  // "X, porte-parole de Y, a dit": the first of all; "comme le dit Y, X a dit": the first after the last comma
  std::uint32_t segment = begin;
  if (before.form != ",")
    for (std::uint32_t w = begin; w < group; ++w)
      if (word(WordId(w)).form == ",") segment = w + 1;
  for (const std::uint32_t from : {segment, begin})
    for (std::uint32_t w = from; w < group; ++w)
      if (can_be_subject(WordId(w))) return {WordId(w)};
  return {};
}

/// The nearest word before another in its sentence that refers to an actor.
WordId Reading::actor_before(WordId id) const {
  const std::uint32_t first = doc_.sentences[doc_.sentence_of(id).value].first_word;
  for (std::uint32_t w = id.value; w > first; --w) {
    const Upos upos = word(WordId(w - 1)).upos;
    if (!actors_.actors_at(WordId(w - 1)).empty() && upos != Upos::DET && upos != Upos::ADJ && upos != Upos::PRON) return WordId(w - 1);
  }
  return {};
}

std::vector<WordId> Reading::subjects(WordId verb) const { return subjects_at(verb, 0); }

std::vector<WordId> Reading::objects(WordId verb) const {
  std::vector<WordId> found;
  if (is_passive(verb)) return subjects(verb);
  for (const WordId c : children(verb))
    if (relation(c) == "obj" && (is_nominal(c) || word(c).upos == Upos::SCONJ) && text::feat(word(c), "Reflex") != "Yes") {
      // "la réunion que X a tenue", whose pronoun a tagger may take for a conjunction
      const bool relative = (text::feat(word(c), "PronType") == "Rel" || !is_nominal(c)) && relation(verb) == "acl" && head(verb);
      if (!relative && !is_nominal(c)) continue;
      found.push_back(relative ? head(verb) : c);
    }
  // the same, where the parser took it for one
  if (found.empty() && word(verb).deprel == "acl:relcl" && child(verb, "mark") && !own_subjects(verb).empty()) found.push_back(head(verb));
  if (found.empty())
    if (const WordId behind = name_behind_complement(verb)) found.push_back(behind);
  return found;
}

/// "a mis en examen Paul Morin", "a placé en garde à vue Paul Morin": the name, which the tree may take for an apposition to
/// the bare noun before it.
WordId Reading::name_behind_complement(WordId verb) const {
  const auto is_bare = [this](WordId noun) { return word(noun).upos == Upos::NOUN && !child(noun, "det"); };
  for (const WordId c : children(verb)) {
    if (relation(c) != "obl" || c < verb) continue;
    WordId noun = c;
    for (WordId below = noun; below && is_bare(below); below = child(noun, "nmod")) {
      noun = below;
      if (const WordId name = name_beside(noun)) return name;
    }
  }
  return {};
}

/// A name behind a noun with nothing between them.
WordId Reading::name_beside(WordId noun) const {
  for (const WordId d : children(noun)) {
    if (d < noun || word(d).upos != Upos::PROPN || (relation(d) != "appos" && relation(d) != "nmod")) continue;
    if (preposition(d).empty() && word(WordId(d.value - 1)).upos != Upos::PUNCT && !actors_of(d).empty()) return d;
  }
  return {};
}

std::vector<WordId> Reading::doers(WordId verb) const {
  if (!is_passive(verb)) return subjects(verb);
  std::vector<WordId> found;
  for (const WordId c : children(verb)) {
    const text::Word& w = word(c);
    const std::string p = preposition(c);
    if ((w.deprel == "obl:agent" && !lexicon_.is(Case::dative, p)) || (relation(c) == "obl" && lexicon_.is(Case::agent, p))) found.push_back(c);
  }
  return found;
}

void Reading::add_actors(WordId head, std::vector<ActorId>& out, int depth) const {
  const auto& here = actors_.actors_at(head);
  out.insert(out.end(), here.begin(), here.end());
  if (depth >= kDepth) return;
  const bool found = !here.empty();
  for (const WordId c : children(head)) {
    const auto r = relation(c);
    if (r == "conj" && is_nominal(c)) add_actors(c, out, depth + 1);
    if (!found && (r == "appos" || r == "flat")) add_actors(c, out, depth + 1);
  }
}

std::vector<ActorId> Reading::actors_of(WordId head) const {
  std::vector<ActorId> found;
  add_actors(head, found, 0);
  sort_unique(found);
  return found;
}

const actors::PlaceMention* Reading::place_at(WordId head) const {
  const auto it = places_.find(head);
  return it == places_.end() ? nullptr : it->second;
}

bool Reading::within(WordId w, WordId ancestor) const {
  for (int steps = 0; w && steps < 1000; ++steps, w = head(w))
    if (w == ancestor) return true;
  return false;
}

}  // namespace fabula::events
