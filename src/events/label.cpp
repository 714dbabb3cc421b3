#include "events/label.hpp"

#include <algorithm>

#include "events/label_names.hpp"
#include "events/phrase.hpp"
#include "events/players.hpp"
#include "events/roles.hpp"
#include "fabula/base/capitalised.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr std::size_t kLongest = 100;      // code points
constexpr std::size_t kLongestQuote = 60;  // code points of what is said
constexpr std::size_t kShortQuote = 3;     // words: too few to tell what is said

void append(std::string& label, const std::string& part) {
  if (part.empty()) return;
  const bool glued = label.empty() || label.ends_with('\'') || label.ends_with("’") || label.ends_with(' ');
  if (!glued) label += ' ';
  label += part;
}

std::string shortened(std::string label, std::size_t longest) {
  std::replace(label.begin(), label.end(), '\n', ' ');
  if (code_points(label) <= longest) return label;
  std::u32string text = to_utf32(label);
  std::size_t end = longest - 1;
  while (end > longest / 2 && text[end] != U' ') --end;
  text.resize(end);
  return to_utf8(text) + "…";
}

/// Auxiliaries, clitics and negation with the verb, as they stand: "n'a pas signé".
std::string verb_as_written(const Reading& r, WordId verb) {
  std::vector<WordId> words = {verb};
  for (const WordId c : r.children(verb)) {
    const auto rel = r.relation(c);
    const bool clitic = r.word(c).upos == Upos::PRON && c < verb && c.value + 4 > verb.value && rel != "nsubj";
    if (r.is_auxiliary(c) || clitic || (rel == "advmod" && r.is_negation(c)))
      words.push_back(c);
  }
  std::sort(words.begin(), words.end());
  std::string text;
  for (const WordId w : words) append(text, r.word(w).form);
  return text;
}

bool is_finite(const Reading& r, WordId verb) { return !r.finite(verb, "Mood").empty(); }

/// An object before the verb: "le démontre". Not "se", not "que".
WordId clitic_object(const Reading& r, WordId verb) {
  for (const WordId c : r.children(verb)) {
    const text::Word& w = r.word(c);
    const auto rel = r.relation(c);
    const bool object = rel == "obj" || rel == "iobj" || (w.deprel != "expl:subj" && rel == "expl" && !r.is_reflexive(verb));  // "l'emporte"
    if (object && c < verb && w.upos == Upos::PRON && text::feat(w, "Reflex") != "Yes" && text::feat(w, "PronType") != "Rel") return c;
  }
  return {};
}

/// The auxiliary of a causative with its infinitive: "fait savoir".
std::string causative(const Reading& r, const LabelWords& words, WordId verb, bool plural) {
  for (const WordId c : r.children(verb))
    if (r.word(c).deprel == "aux:caus") {
      const std::string first = words.present(r.word(c).lemma, plural);
      return first.empty() ? std::string() : first + " " + r.verb_lemma(verb);
    }
  return {};
}

bool keeps_its_words(const EventMention& m) {
  return m.factuality == Factuality::negated || m.factuality == Factuality::planned ||
         m.factuality == Factuality::hypothetical;
}

/// "ne pas partir" of someone: "ne part pas".
std::string negated_words(const Reading& r, const LabelWords& words, WordId verb, bool plural) {
  std::string negation;
  for (const WordId c : r.children(verb))
    if (r.is_negation(c) && !r.lexicon().is(Cue::particle, r.word(c).lemma) && negation.empty()) negation = r.word(c).form;
  const std::string present = words.present(r.verb_key(verb), plural);
  if (present.empty() || negation.empty()) return verb_as_written(r, verb);
  return words.before("particle", present) + " " + negation;
}

std::string verb_words(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb, bool plural) {
  const WordId clitic = clitic_object(r, verb);
  const auto person = r.finite(verb, "Person");
  if (person == "1" || person == "2") return verb_as_written(r, verb);
  if (r.is_negated(verb) && !is_finite(r, verb)) return negated_words(r, words, verb, plural);
  if (r.is_negated(verb) || (is_finite(r, verb) && keeps_its_words(m))) return verb_as_written(r, verb);
  const bool unknown = clitic && r.actors_of(clitic).empty();
  if (unknown && is_finite(r, verb)) return verb_as_written(r, verb);
  const std::string present = r.is_causative(verb) ? causative(r, words, verb, plural) : words.present(r.verb_key(verb), plural);
  if (present.empty()) return verb_as_written(r, verb);
  std::string text = unknown ? r.word(clitic).form : std::string();
  append(text, present);
  return text;
}

/// A verb that nobody is said to be the subject of: its infinitive, or as a headline has it ("Rentre au pays").
std::string bare_verb(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb) {
  if (is_finite(r, verb) && !r.is_reflexive(verb)) return verb_words(r, words, m, verb, r.finite(verb, "Number") == "Plur");
  return r.is_infinitive(verb) || is_finite(r, verb) ? verb_as_written(r, verb) : r.verb_lemma(verb);
}

/// A pronoun as it stands before its verb: "-t-il" as "il".
std::string pronoun(const Reading& r, WordId word) {
  const std::string& form = r.word(word).form;
  const std::size_t hyphen = form.rfind('-');
  return hyphen == std::string::npos ? form : form.substr(hyphen + 1);
}

bool is_plural_subject(const Reading& r, WordId subject, WordId verb) {
  if (text::feat(r.word(subject), "Number") == "Plur") return true;
  if (r.head(verb) == subject) return false;  // told of the noun alone
  return std::any_of(r.children(subject).begin(), r.children(subject).end(), [&](WordId c) {
    return r.relation(c) == "conj" || (r.relation(c) == "nummod" && text::feat(r.word(c), "Number") == "Plur");
  });
}

std::size_t words_in(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

/// The longest of the quotations; none where it is but a word or two within a clause that tells what is said.
std::string_view said_in(const Reading& r, const Trigger& t, const EventMention& m) {
  std::string_view longest;
  for (const Span q : m.quotes)
    if (r.doc().slice(q).size() > longest.size()) longest = r.doc().slice(q);
  if (longest.empty() || !t.verb || words_in(longest) > kShortQuote) return longest;
  const bool told_else = !content_clauses(r, t.verb).empty() || !r.objects(t.verb).empty() || !r.after(t.verb, Case::topic).empty();
  return told_else ? std::string_view() : longest;
}

std::string quoted(const LabelWords& words, std::string_view said) {
  if (said.empty()) return {};
  return words.word("said") + words.word("open") + shortened(std::string(said), kLongestQuote) + words.word("close");
}

/// An inverted subject that the tree took for an object.
bool names_an_agent(const Reading& r, const EventMention& m, WordId head) {
  const auto here = r.actors_of(head);
  const auto agents = players(m, ParticipantRole::agent);
  return std::any_of(agents.begin(), agents.end(),
                     [&](ActorId a) { return std::find(here.begin(), here.end(), a) != here.end(); });
}

/// "…, affirme le bureau": a subject after its verb that no actor is known for, taken for an object.
WordId inverted_subject(const Reading& r, const EventMention& m, WordId verb) {
  constexpr std::uint32_t kNear = 4;
  if (m.type != EventType::statement || m.quotes.empty()) return {};
  for (const WordId c : r.children(verb))
    if (verb < c && c.value < verb.value + kNear && r.relation(c) == "obj" && r.is_nominal(c) && r.word(c).upos != Upos::PRON) return c;
  return {};
}

/// The noun that makes a phrase of a verb: "met en garde".
bool is_phrase_word(const Reading& r, const Trigger& t, WordId word) {
  if (!t.entry || t.entry->word.empty() || r.preposition(word) != t.entry->preposition) return false;
  return t.entry->word.starts_with(r.word(word).lemma);
}

/// Objects and complements after the verb, a pronoun's by its name; what is said where the verb is one of speech.
std::string complements(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m, bool told, WordId without) {
  const WordId verb = t.verb;
  const bool speech = m.type == EventType::statement;
  const auto objects = r.objects(verb);
  std::string text;
  if (const WordId clitic = clitic_object(r, verb); clitic && !r.is_negated(verb) && !keeps_its_words(m) && !names_an_agent(r, m, clitic)) {
    const std::string whom = names(r, words, r.actors_of(clitic));
    append(text, r.relation(clitic) == "iobj" && !whom.empty() ? words.joined(words.word("dative"), whom) : whom);
  }
  for (const WordId c : r.children(verb)) {
    if (c < verb || c == without || r.word(c).deprel == "obl:agent") continue;
    const auto rel = r.relation(c);
    const bool clause = rel == "ccomp" || rel == "xcomp";
    if (clause && !told && speech) append(text, phrase_text(r, c, {.most_words = 14}));
    if (clause && !speech && r.word(c).upos != Upos::VERB) append(text, phrase_text(r, c));
    const bool nominal = r.is_nominal(c) && r.word(c).upos != Upos::PRON && !names_an_agent(r, m, c);
    const bool told_of = rel == "obl" && speech && !told && text.empty() && r.lexicon().is(Case::topic, r.preposition(c));
    const bool fixed = rel == "obl" && speech && is_phrase_word(r, t, c);
    if (nominal && (rel == "obj" || rel == "iobj" || (rel == "obl" && !speech) || told_of || fixed)) append(text, phrase_text(r, c));
    if (rel == "obl" && !speech)
      for (const WordId o : objects)
        if (r.head(o) != verb && r.within(o, c)) append(text, phrase_text(r, o));  // "met en examen Paul Morin"
  }
  for (const WordId o : objects)  // "les familles que X a rencontrées"
    if (!speech && o == r.head(verb) && !r.is_passive(verb) && !names_an_agent(r, m, o))
      append(text, phrase_text(r, o, {.with_preposition = false, .with_conjuncts = false, .noun_alone = true}));
  return text;
}

/// A word that heads a subject, as a label begins: its phrase; a pronoun by whom it stands for, where that is known. Of a
/// noun that the verb's participle stands beside, the noun alone.
std::string subject_text(const Reading& r, const LabelWords& words, WordId subject, WordId verb) {
  const text::Word& w = r.word(subject);
  const bool governs = r.head(verb) == subject;
  const auto type = text::feat(w, "PronType");
  if (w.upos != Upos::PRON || (type != "Prs" && type != "Rel")) return phrase_text(r, subject, {.with_preposition = r.head(subject) == verb, .with_conjuncts = !governs, .noun_alone = governs, .without = verb});
  const std::string who = names(r, words, r.actors_of(subject));
  if (!who.empty()) return who;
  return type == "Rel" ? std::string() : pronoun(r, subject);
}

/// The verb that says how an infinitive is meant ("doit", "refuse de"), in the present tense, with what links them; as it
/// stands where it is negated.
std::string governor_words(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb, bool plural) {
  const WordId governor = r.head(verb);
  if (!governor || !r.is_infinitive(verb)) return {};
  const bool adjective = r.word(governor).upos == Upos::ADJ;  // "est prêt à"
  if (!adjective && r.word(governor).upos != Upos::VERB) return {};
  const std::string key = r.verb_key(governor);
  const auto& lex = r.lexicon();
  const bool negated = r.is_negated(governor);
  const bool meant = keeps_its_words(m) && (lex.is(Cue::modal, key) || lex.is(Cue::intent, key) || lex.is(Cue::avoid, key));
  if (!meant && !(negated && lex.is(Cue::aspect, key))) return {};
  const auto person = r.finite(governor, "Person");
  const bool told = negated || person == "1" || person == "2";
  const WordId copula = r.child(governor, "cop");
  std::string text = told || adjective ? std::string() : words.present(key, plural);
  if (adjective && copula && !told) {
    text = words.present(r.word(copula).lemma, plural);
    append(text, r.word(governor).form);
  }
  if (text.empty()) text = verb_as_written(r, governor);
  for (const WordId c : r.children(verb))
    if (c < verb && (r.relation(c) == "case" || r.relation(c) == "mark")) append(text, r.word(c).form);
  return text;
}

/// A participle within a sentence: small where it begins its own ("Créé en 2008, …").
std::string participle(const Reading& r, WordId verb) {
  const bool first = verb.value == r.doc().sentences[r.doc().sentence_of(verb).value].first_word;
  return first ? lower(r.word(verb).form) : r.word(verb).form;
}

/// "est arrêté": the passive in the present tense; as it stands where the verb keeps its words or is an infinitive.
std::string passive_words(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb, bool plural) {
  if (r.is_infinitive(verb)) {
    std::string text = governor_words(r, words, m, verb, plural);
    if (!text.empty() || r.is_causative(verb)) {
      append(text, verb_as_written(r, verb));
      return text;
    }
  }
  if (r.is_negated(verb) || (is_finite(r, verb) && keeps_its_words(m))) return verb_as_written(r, verb);
  const std::string auxiliary = words.present(r.lexicon().passive_auxiliary(), plural);
  return auxiliary.empty() ? participle(r, verb) : auxiliary + " " + participle(r, verb);
}

/// Nouns without determiner begin headlines: "Violences commises".
bool has_determiner(const Reading& r, WordId noun) {
  return r.word(noun).upos != Upos::NOUN || r.child(noun, "det") || r.child(noun, "nummod");
}

std::string passive_label(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m, bool told) {
  std::string label;
  const auto agents = players(m, ParticipantRole::agent);
  const auto subjects = r.subjects(t.verb);
  const bool unknown = !subjects.empty() && r.word(subjects.front()).upos == Upos::PRON && r.actors_of(subjects.front()).empty();
  const bool own = !subjects.empty() && names_an_agent(r, m, subjects.front());  // "les élus sont opposés à"
  const bool turned = !agents.empty() && !unknown && !own && !r.is_negated(t.verb) && !keeps_its_words(m) && !r.is_causative(t.verb);
  const std::string active = turned ? words.present(r.verb_key(t.verb), is_plural(r, agents)) : std::string();
  std::string subject = subjects.empty() ? names(r, words, players(m, ParticipantRole::patient)) : subject_text(r, words, subjects.front(), t.verb);
  if (!active.empty()) {
    append(label, names(r, words, agents));
    append(label, active);
    append(label, subject);
  } else {
    append(label, subject);
    const bool bare = !subjects.empty() && r.head(t.verb) == subjects.front() && !has_determiner(r, subjects.front());
    const bool plural = text::feat(r.word(t.verb), "Number") == "Plur" || (unknown || subjects.empty() ? false : is_plural_subject(r, subjects.front(), t.verb));
    append(label, bare ? participle(r, t.verb) : passive_words(r, words, m, t.verb, plural));
  }
  append(label, complements(r, t, words, m, told, {}));
  return label;
}

std::string active_label(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m, bool told) {
  std::string label;
  const auto agents = players(m, ParticipantRole::agent);
  append(label, names(r, words, agents));
  const bool occurs = t.light && t.light->slot == "subj";
  auto subjects = occurs ? std::vector<WordId>{t.word} : agents.empty() ? r.subjects(t.verb) : std::vector<WordId>{};
  bool plural = is_plural(r, agents);
  WordId inverted;
  if (agents.empty() && subjects.empty()) {
    inverted = inverted_subject(r, m, t.verb);
    if (inverted) subjects.push_back(inverted);
  }
  if (!subjects.empty() && (agents.empty() || occurs)) {
    label = subject_text(r, words, subjects.front(), t.verb);
    plural = is_plural_subject(r, subjects.front(), t.verb);
    const auto person = text::feat(r.word(subjects.front()), "Person");
    if (r.is_infinitive(t.verb) && (person == "1" || person == "2")) label.clear();  // "nous avons choisi de partir"
  }
  const auto number = r.finite(t.verb, "Number");  // "le juge et maire démissionne": its own number tells better
  if (!number.empty() && !r.subjects(t.verb).empty()) plural = number == "Plur";
  if (label.empty()) append(label, bare_verb(r, words, m, t.verb));
  else if (const std::string governor = governor_words(r, words, m, t.verb, plural); !governor.empty()) {
    append(label, governor);
    append(label, verb_as_written(r, t.verb));
  } else append(label, verb_words(r, words, m, t.verb, plural));
  append(label, complements(r, t, words, m, told, inverted));
  return label;
}

/// "Le pont est fermé, a annoncé X": the clause before a verb of speech, where it governs nothing else that is said.
std::string beside(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb) {
  if (m.type != EventType::statement) return {};
  for (const WordId o : r.objects(verb))
    if (!names_an_agent(r, m, o)) return {};
  WordId clause = r.relation(verb) == "parataxis" ? r.head(verb) : WordId{};
  for (const WordId c : content_clauses(r, verb)) {
    if (verb < c || clause) return {};
    clause = c;
  }
  if (!clause || verb < clause) return {};
  return words.word("said") + phrase_text(r, clause, {.most_words = 14, .with_preposition = false, .without = verb});
}

std::string verb_label(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m) {
  const std::string_view said = said_in(r, t, m);
  if (!r.is_verb(t.verb) && r.relation(t.verb) == "amod" && r.is_nominal(r.head(t.verb)))  // "douze soldats blessés"
    return phrase_text(r, r.head(t.verb), {.with_preposition = false, .with_conjuncts = false, .noun_alone = true});
  const std::string label = r.is_passive(t.verb) ? passive_label(r, t, words, m, !said.empty()) : active_label(r, t, words, m, !said.empty());
  const bool told = !said.empty() && label.find(said) != std::string::npos;  // "qualifie X d'irresponsable": a complement
  return told ? label : label + (said.empty() ? beside(r, words, m, t.verb) : quoted(words, said));
}

/// As labels begin and end: with a capital, without a mark.
std::string finished(std::string label) {
  constexpr std::string_view kMarks = " ,;:.-";
  label.erase(0, std::min(label.find_first_not_of(kMarks), label.size()));
  label.erase(label.find_last_not_of(kMarks) + 1);
  return shortened(capitalised(label), kLongest);
}

/// Whether the words of a phrase speak of an actor, by name or adjective.
bool tells_of(const Reading& r, WordId head, const std::string& phrase, const actors::Actor& actor) {
  const std::string folded = fold(phrase);
  if (folded.find(fold(actor.name)) != std::string::npos) return true;
  return std::any_of(actor.mentions.begin(), actor.mentions.end(), [&](const actors::ActorMention& m) {
    return m.form != actors::MentionForm::pronoun && m.head && r.within(m.head, head) &&
           folded.find(fold(r.doc().slice(m.span))) != std::string::npos;
  });
}

/// "Livraisons de drones iraniens (Iran)".
std::string noun_label(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m) {
  const bool predicate = r.child(t.word, "cop") && r.child(t.word, "nsubj");  // "c'était un massacre", "sont en grève"
  std::string label = phrase_text(
      r, t.word, {.most_words = 10, .with_preposition = predicate, .with_determiner = predicate, .noun_alone = !predicate});
  std::vector<std::string> unnamed;
  for (const ActorId id : players(m, ParticipantRole::agent)) {
    const actors::Actor& actor = r.actors().actors[id.value];
    if (!tells_of(r, t.word, label, actor)) unnamed.push_back(actor.name);
  }
  if (!unnamed.empty()) {
    std::string holders;
    for (const std::string& name : unnamed) holders += (holders.empty() ? "" : ", ") + name;
    label += words.word("holder_open") + holders + words.word("holder_close");
  }
  return label + quoted(words, said_in(r, t, m));
}

}  // namespace

std::string label_of(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m) {
  if (t.verb) return finished(verb_label(r, t, words, m));
  if (!t.source && r.word(t.word).upos == Upos::NOUN) return finished(noun_label(r, t, words, m));
  std::string label = names(r, words, players(m, ParticipantRole::agent));
  if (label.empty() && t.speaker) label = phrase_text(r, t.speaker, {.with_preposition = false});
  if (label.empty()) label = r.word(t.word).form;
  if (!m.quotes.empty()) return finished(label + quoted(words, said_in(r, t, m)));
  if (t.clause) label += words.word("said") + phrase_text(r, t.clause, {.most_words = 14, .with_preposition = false, .without = t.word});
  return finished(label);
}

}  // namespace fabula::events
