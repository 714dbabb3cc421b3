#include "events/label.hpp"

#include <algorithm>

#include "events/phrase.hpp"
#include "events/roles.hpp"
#include "fabula/base/capitalised.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr std::size_t kLongest = 100;      // code points
constexpr std::size_t kLongestQuote = 60;  // code points of what is said
constexpr std::size_t kMostActors = 3;

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

/// Whether nothing but blanks stands between a word and a span.
bool is_before(const Reading& r, WordId word, Span span) {
  const Span own = r.word(word).span;
  if (own.end > span.begin) return false;
  const std::string_view between = r.doc().slice({own.end, span.begin});
  return between.find_first_not_of(" \n\r\t") == std::string_view::npos;
}

/// The article that stands before an actor's name or description in the text, with its blank: "l'" + "Iran", "un " +
/// "homme". Not one before another name of it ("le groupe X", "la République").
std::string article_of(const Reading& r, const actors::Actor& actor) {
  const std::string name = fold(actor.name);
  for (const actors::ActorMention& m : actor.mentions) {
    if ((m.form != actors::MentionForm::name && m.form != actors::MentionForm::description) || !m.head) continue;
    const bool with_article = fold(r.doc().slice(m.span)).ends_with(" " + name) || fold(r.doc().slice(m.span)).ends_with("'" + name);
    if (fold(r.doc().slice(m.span)) != name && !with_article) continue;
    for (const WordId c : r.children(m.head)) {
      const text::Word& w = r.word(c);
      const bool definite = text::feat(w, "Definite") == "Def";
      if (c > m.head || w.upos != Upos::DET || (!definite && (m.form == actors::MentionForm::name || text::feat(w, "PronType") != "Art"))) continue;
      if (with_article ? w.span.begin != m.span.begin : !is_before(r, c, m.span)) continue;
      const std::string form = lower(w.form);
      return form.ends_with('\'') || form.ends_with("’") ? form : form + " ";
    }
  }
  return {};
}

std::string named(const Reading& r, ActorId id) {
  const actors::Actor& actor = r.actors().actors[id.value];
  if (actor.kind == actors::ActorKind::person) return actor.name;
  return article_of(r, actor) + actor.name;
}

std::vector<ActorId> players(const EventMention& m, ParticipantRole role) {
  std::vector<ActorId> ids;
  for (const Participant& p : m.participants)
    if (p.role == role) ids.push_back(p.actor);
  return ids;
}

std::string names(const Reading& r, const LabelWords& words, const std::vector<ActorId>& ids) {
  std::string text;
  const std::size_t n = std::min(ids.size(), kMostActors);
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) text += i + 1 == ids.size() ? words.word("and") : ", ";
    text += named(r, ids[i]);
  }
  return ids.size() > n ? text + "…" : text;
}

bool is_plural(const Reading& r, const std::vector<ActorId>& ids) {
  return ids.size() > 1 || (ids.size() == 1 && r.actors().actors[ids.front().value].number == 'p');
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
    const bool object = rel == "obj" || rel == "iobj";
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

std::string verb_words(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb, bool plural) {
  const WordId clitic = clitic_object(r, verb);
  const auto person = r.finite(verb, "Person");
  if (person == "1" || person == "2") return verb_as_written(r, verb);
  if (r.is_negated(verb) || (is_finite(r, verb) && keeps_its_words(m))) return verb_as_written(r, verb);
  if (clitic && r.actors_of(clitic).empty()) return verb_as_written(r, verb);
  const std::string present = r.is_causative(verb) ? causative(r, words, verb, plural) : words.present(r.verb_key(verb), plural);
  return present.empty() ? verb_as_written(r, verb) : present;
}

/// A verb that nobody is said to be the subject of: its infinitive.
std::string bare_verb(const Reading& r, WordId verb) {
  return r.is_infinitive(verb) || is_finite(r, verb) ? verb_as_written(r, verb) : r.verb_lemma(verb);
}

/// A pronoun as it stands before its verb: "-t-il" as "il".
std::string pronoun(const Reading& r, WordId word) {
  const std::string& form = r.word(word).form;
  const std::size_t hyphen = form.rfind('-');
  return hyphen == std::string::npos ? form : form.substr(hyphen + 1);
}

std::string quoted(const Reading& r, const LabelWords& words, const EventMention& m) {
  if (m.quotes.empty()) return {};
  const std::string said(r.doc().slice(m.quotes.front()));
  return words.word("said") + words.word("open") + shortened(said, kLongestQuote) + words.word("close");
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

/// Objects and complements after the verb, a pronoun's by its name; what is said where the verb is one of speech.
std::string complements(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb, WordId without) {
  const bool speech = m.type == EventType::statement;
  std::string text;
  if (const WordId clitic = clitic_object(r, verb); clitic && !r.is_negated(verb) && !keeps_its_words(m) && !names_an_agent(r, m, clitic))
    append(text, names(r, words, r.actors_of(clitic)));
  for (const WordId c : r.children(verb)) {
    if (c < verb || c == without) continue;
    const auto rel = r.relation(c);
    const bool clause = rel == "ccomp" || rel == "xcomp";
    if (clause && m.quotes.empty() && speech) append(text, phrase_text(r, c, {.most_words = 14}));
    if (clause && !speech && r.word(c).upos != Upos::VERB) append(text, phrase_text(r, c));
    const bool nominal = r.is_nominal(c) && r.word(c).upos != Upos::PRON && !names_an_agent(r, m, c);
    if (nominal && (rel == "obj" || rel == "iobj" || (rel == "obl" && !speech))) append(text, phrase_text(r, c));
  }
  return text;
}

std::string verb_label(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m) {
  std::string label;
  const bool passive = r.is_passive(t.verb);
  WordId inverted;
  const auto agents = players(m, ParticipantRole::agent);
  if (passive && !agents.empty() && m.type == EventType::statement) {
    append(label, names(r, words, agents));
    append(label, words.present(r.verb_key(t.verb), is_plural(r, agents)));
    return label + quoted(r, words, m);
  }
  if (passive) {
    const auto subjects = r.subjects(t.verb);
    if (!subjects.empty()) append(label, phrase_text(r, subjects.front(), {.with_preposition = false}));
    append(label, is_finite(r, t.verb) ? verb_as_written(r, t.verb) : r.word(t.verb).form);
  } else {
    append(label, names(r, words, agents));
    auto subjects = agents.empty() ? r.subjects(t.verb) : std::vector<WordId>{};
    bool plural = is_plural(r, agents);
    if (agents.empty() && subjects.empty()) {
      inverted = inverted_subject(r, m, t.verb);
      if (inverted) subjects.push_back(inverted);
    }
    if (!subjects.empty()) {
      const WordId s = subjects.front();
      append(label, r.word(s).upos == Upos::PRON ? pronoun(r, s) : phrase_text(r, s, {.with_preposition = false}));
      plural = text::feat(r.word(s), "Number") == "Plur";
    }
    append(label, label.empty() ? bare_verb(r, t.verb) : verb_words(r, words, m, t.verb, plural));
  }
  append(label, complements(r, words, m, t.verb, inverted));
  const bool told = !m.quotes.empty() && label.find(r.doc().slice(m.quotes.front())) != std::string::npos;
  return told ? label : label + quoted(r, words, m);  // "qualifie X d'irresponsable": the quotation is a complement
}

/// As labels begin and end: with a capital, without a mark.
std::string finished(std::string label) {
  constexpr std::string_view kMarks = " ,;:.-";
  label.erase(0, std::min(label.find_first_not_of(kMarks), label.size()));
  label.erase(label.find_last_not_of(kMarks) + 1);
  return shortened(capitalised(label), kLongest);
}

/// "Livraisons de drones iraniens (Iran)".
std::string noun_label(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m) {
  std::string label = phrase_text(r, t.word, {.most_words = 10, .with_preposition = false, .with_determiner = false});
  std::vector<ActorId> unnamed;
  const std::string folded = fold(label);
  for (const ActorId id : players(m, ParticipantRole::agent)) {
    const std::string& name = r.actors().actors[id.value].name;
    if (folded.find(fold(name)) == std::string::npos) unnamed.push_back(id);
  }
  if (!unnamed.empty()) {
    std::string holders;
    for (const ActorId id : unnamed) holders += (holders.empty() ? "" : ", ") + r.actors().actors[id.value].name;
    label += words.word("holder_open") + holders + words.word("holder_close");
  }
  return label + quoted(r, words, m);
}

}  // namespace

std::string label_of(const Reading& r, const Trigger& t, const LabelWords& words, const EventMention& m) {
  if (t.verb) return finished(verb_label(r, t, words, m));
  if (!t.source && r.word(t.word).upos == Upos::NOUN) return finished(noun_label(r, t, words, m));
  std::string label = names(r, words, players(m, ParticipantRole::agent));
  if (label.empty() && t.speaker) label = phrase_text(r, t.speaker, {.with_preposition = false});
  if (label.empty()) label = r.word(t.word).form;
  if (!m.quotes.empty()) return finished(label + quoted(r, words, m));
  if (t.clause) label += words.word("said") + phrase_text(r, t.clause, {.most_words = 14, .without = t.word});
  return finished(label);
}

}  // namespace fabula::events
