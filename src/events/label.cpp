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

/// The definite article that stands before an actor's name in the text, with its blank: "l'" + "Iran", "les " + ….
/// Other names may take another one ("la République").
std::string article_of(const Reading& r, const actors::Actor& actor) {
  const std::string name = fold(actor.name);
  for (const actors::ActorMention& m : actor.mentions) {
    if (m.form != actors::MentionForm::name || !fold(r.doc().slice(m.span)).ends_with(name)) continue;
    for (const WordId c : r.children(m.head)) {
      const text::Word& w = r.word(c);
      if (c > m.head || w.upos != Upos::DET || text::feat(w, "Definite") != "Def") continue;
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
    if (r.is_auxiliary(c) || clitic || (rel == "advmod" && r.lexicon().is(Cue::negation, r.word(c).lemma)))
      words.push_back(c);
  }
  std::sort(words.begin(), words.end());
  std::string text;
  for (const WordId w : words) append(text, r.word(w).form);
  return text;
}

bool keeps_its_words(const EventMention& m) {
  return m.factuality == Factuality::negated || m.factuality == Factuality::planned ||
         m.factuality == Factuality::hypothetical;
}

std::string verb_words(const Reading& r, const LabelWords& words, const EventMention& m, WordId verb, bool plural) {
  const bool finite = !r.finite(verb, "Mood").empty();
  if (r.is_negated(verb) || (finite && keeps_its_words(m))) return verb_as_written(r, verb);
  const std::string present = words.present(r.verb_key(verb), plural);
  return present.empty() ? verb_as_written(r, verb) : present;
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

/// Objects and complements after the verb; what is said where the verb is one of speech.
std::string complements(const Reading& r, const EventMention& m, WordId verb) {
  const bool speech = m.type == EventType::statement;
  std::string text;
  for (const WordId c : r.children(verb)) {
    if (c < verb) continue;
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
  const auto agents = players(m, ParticipantRole::agent);
  if (passive && !agents.empty() && m.type == EventType::statement) {
    append(label, names(r, words, agents));
    append(label, words.present(r.verb_key(t.verb), is_plural(r, agents)));
    return label + quoted(r, words, m);
  }
  if (passive) {
    const auto subjects = r.subjects(t.verb);
    if (!subjects.empty()) append(label, phrase_text(r, subjects.front(), {.with_preposition = false}));
    append(label, verb_as_written(r, t.verb));
  } else {
    append(label, names(r, words, agents));
    const auto subjects = agents.empty() ? r.subjects(t.verb) : std::vector<WordId>{};
    bool plural = is_plural(r, agents);
    if (!subjects.empty() && r.word(subjects.front()).upos != Upos::PRON) {
      append(label, phrase_text(r, subjects.front(), {.with_preposition = false}));
      plural = text::feat(r.word(subjects.front()), "Number") == "Plur";
    }
    append(label, verb_words(r, words, m, t.verb, plural));
  }
  append(label, complements(r, m, t.verb));
  return label + quoted(r, words, m);
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
  if (t.verb) return shortened(capitalised(verb_label(r, t, words, m)), kLongest);
  if (!t.source && r.word(t.word).upos == Upos::NOUN) return shortened(capitalised(noun_label(r, t, words, m)), kLongest);
  std::string label = names(r, words, players(m, ParticipantRole::agent));
  if (label.empty()) label = r.word(t.word).form;
  if (!m.quotes.empty()) return shortened(capitalised(label + quoted(r, words, m)), kLongest);
  if (t.clause) label += words.word("said") + phrase_text(r, t.clause, {.most_words = 14});
  return shortened(capitalised(label), kLongest);
}

}  // namespace fabula::events
