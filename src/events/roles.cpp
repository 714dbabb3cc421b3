#include "events/roles.hpp"

#include <algorithm>

#include "events/trigger.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr std::uint32_t kInverted = 6;  // words after a verb in which its inverted subject begins

class RoleFinder {
 public:
  RoleFinder(const Reading& r, const Trigger& t) : r_(r), t_(t) {}

  std::vector<Participant> find() {
    if (t_.speaker) add(ParticipantRole::agent, t_.speaker);
    if (t_.light && t_.verb) fill(t_.light->frame, t_.verb);
    if (t_.entry) fill(*t_.entry->frame, t_.word);
    if (!t_.entry && t_.verb) fill(r_.lexicon().frame("tr"), t_.word);
    inverted_speaker();
    attacked_state();
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  void fill(const Frame& frame, WordId at) {
    for (const Slot& slot : frame.slots)
      for (const WordId w : words(slot, at)) {
        if (slot.owner) add_owner(slot.role, w);
        else add(slot.role, w);
        if (slot.kind == Slot::Kind::subject && slot.role == ParticipantRole::agent) add_whose(w);
      }
  }

  std::vector<WordId> words(const Slot& slot, WordId at) const {
    if (r_.word(at).upos != Upos::NOUN) return verb_words(slot, at);
    std::vector<WordId> found;
    for (const WordId c : r_.children(at)) {
      const auto rel = r_.relation(c);
      switch (slot.kind) {
        case Slot::Kind::adjective:
          if (rel == "amod") found.push_back(c);
          break;
        case Slot::Kind::possessive:
          if (rel == "det" && text::feat(r_.word(c), "Poss") == "Yes") found.push_back(c);
          if (rel == "nsubj" && !r_.preposition(at).empty()) found.push_back(c);  // "les ouvriers sont en grève"
          break;
        case Slot::Kind::theme:
          if (rel == "nmod")
            for (const WordId a : r_.children(c))
              if (r_.relation(a) == "amod") found.push_back(a);
          break;
        case Slot::Kind::preposition:
          if (rel == "amod" && is(Case::genitive, slot))
            for (const WordId d : r_.after_preposition(c, slot.preposition)) found.push_back(d);
          if ((rel == "nmod" || rel == "obl") && r_.preposition(c) == slot.preposition) found.push_back(c);
          if (rel == "acl" && r_.word(c).lemma == slot.preposition)  // "visant l'armée"
            for (const WordId o : r_.objects(c)) found.push_back(o);
          break;
        default: break;
      }
    }
    if (slot.kind == Slot::Kind::preposition && found.empty() && !is(Case::genitive, slot) && !is(Case::agent, slot))
      beside(slot, at, found);
    if (slot.kind == Slot::Kind::preposition && is(Case::agent, slot) && !t_.light) made_by(at, found);
    return found;
  }

  bool is(Case use, const Slot& slot) const { return r_.lexicon().is(use, slot.preposition); }

  std::vector<WordId> verb_words(const Slot& slot, WordId at) const {
    switch (slot.kind) {
      case Slot::Kind::subject: return r_.doers(at);
      case Slot::Kind::object: return r_.objects(at);
      case Slot::Kind::preposition: {
        auto found = r_.after_preposition(at, slot.preposition);
        return found.empty() ? on_object(slot, at) : found;
      }
      default: return {};
    }
  }

  /// "a livré des camions à X", "a reçu une lettre de X": the verb's phrase, hung on its object. What is of the object
  /// itself ("salue l'armée de X") is not the verb's.
  std::vector<WordId> on_object(const Slot& slot, WordId verb) const {
    std::vector<WordId> found;
    if (is(Case::genitive, slot) && slot.role != ParticipantRole::agent) return found;
    for (const WordId o : r_.objects(verb))
      if (r_.actors_of(o).empty())
        for (const WordId w : r_.after_preposition(o, slot.preposition)) found.push_back(w);
    return found;
  }

  /// "a imposé des sanctions contre X": the phrase hangs on the verb, or on a noun within the noun's own phrase.
  void beside(const Slot& slot, WordId noun, std::vector<WordId>& found) const {
    const WordId above = r_.head(noun);
    if (above && r_.word(above).upos == Upos::VERB && above < noun)
      for (const WordId c : r_.after_preposition(above, slot.preposition))
        if (c > noun) found.push_back(c);
    for (const WordId c : r_.children(noun))
      if (r_.relation(c) == "nmod" || r_.relation(c) == "acl" || r_.relation(c) == "amod")
        for (const WordId d : r_.after_preposition(c, slot.preposition)) found.push_back(d);
  }

  /// "l'accord conclu par X": the by-phrase of a participle on the noun.
  void made_by(WordId noun, std::vector<WordId>& found) const {
    for (const WordId c : r_.children(noun))
      if (r_.relation(c) == "acl" && r_.is_participle(c, "Past") && !r_.is_infinitive(c))  // not "pour avoir menti"
        for (const WordId d : r_.doers(c)) found.push_back(d);
  }

  void add(ParticipantRole role, WordId head) {
    for (const ActorId a : r_.actors_of(head)) add(role, a);
  }

  void add(ParticipantRole role, ActorId actor) {
    for (const Participant& p : found_)
      if (p.actor == actor) return;  // the first slot of the frame wins
    const bool person = r_.actors().actors[actor.value].kind == actors::ActorKind::person;
    if (role == ParticipantRole::location && person) role = ParticipantRole::recipient;  // to someone, not at someone
    found_.push_back({role, actor});
  }

  /// Whoever does or owns what the noun says: "condamne l'attaque de X", "dénonce la politique américaine".
  void add_owner(ParticipantRole role, WordId noun) {
    if (!r_.actors_of(noun).empty() || r_.word(noun).upos != Upos::NOUN) return;
    for (const WordId c : r_.children(noun)) {
      const auto rel = r_.relation(c);
      const bool possessive = rel == "det" && text::feat(r_.word(c), "Poss") == "Yes";
      if (possessive || rel == "amod" || (rel == "nmod" && r_.lexicon().is(Case::genitive, r_.preposition(c)))) add(role, c);
    }
  }

  /// "…, a déclaré le ministre", "comme l'a dit le ministre": a finite verb has a subject; where neither the tree nor a
  /// verb it is joined with gives one, it stands after the verb and the parser took it for something else.
  void inverted_speaker() {
    if (!t_.verb || !t_.is_statement() || has(ParticipantRole::agent) || r_.is_passive(t_.verb)) return;
    const bool finite = r_.is_finite(t_.verb) && r_.finite(t_.verb, "Mood") != "Imp";
    if ((t_.quotes.empty() && !finite) || !r_.subjects(t_.verb).empty()) return;
    const auto end = r_.doc().sentences[r_.doc().sentence_of(t_.verb).value].end_word;
    for (std::uint32_t w = t_.verb.value + 1; w < end && w < t_.verb.value + kInverted; ++w) {
      const auto here = r_.actors().actors_at(WordId(w));
      if (r_.word(WordId(w)).upos == Upos::PUNCT) return;
      if (here.empty() || r_.word(WordId(w)).upos == Upos::DET || !r_.preposition(WordId(w)).empty()) continue;
      std::erase_if(found_, [&](const Participant& p) { return std::find(here.begin(), here.end(), p.actor) != here.end(); });
      return add(ParticipantRole::agent, WordId(w));
    }
  }

  /// "des avions turcs ont bombardé", "l'équipe du Brésil": those whose means they are act, where the subject is nobody
  /// itself. Not "l'universitaire belge".
  void add_whose(WordId subject) {
    if (!r_.lexicon().is(Cue::means, r_.word(subject).lemma) || !r_.actors_of(subject).empty()) return;
    for (const WordId c : r_.children(subject)) {
      const auto rel = r_.relation(c);
      if (rel == "amod" || (rel == "nmod" && r_.lexicon().is(Case::genitive, r_.preposition(c)))) add(ParticipantRole::agent, c);
    }
  }

  /// A blow struck on a state's soil is struck at it.
  void attacked_state() {
    if (!t_.entry || t_.entry->code != "ASSAULT" || has(ParticipantRole::patient)) return;
    for (Participant& p : found_)
      if (p.role == ParticipantRole::location && r_.actors().actors[p.actor.value].kind == actors::ActorKind::state)
        p.role = ParticipantRole::patient;
  }

  bool has(ParticipantRole role) const {
    return std::any_of(found_.begin(), found_.end(), [role](const Participant& p) { return p.role == role; });
  }

  const Reading& r_;
  const Trigger& t_;
  std::vector<Participant> found_;
};

}  // namespace

std::vector<Participant> participants_of(const Reading& r, const Trigger& t) { return RoleFinder(r, t).find(); }

std::string place_of(const Reading& r, const Trigger& t) {
  for (const WordId at : {t.word, t.verb}) {
    if (!at) continue;
    for (const WordId c : r.children(at)) {
      const auto rel = r.relation(c);
      if (rel != "obl" && rel != "nmod") continue;
      if (const actors::PlaceMention* p = r.place_at(c)) return p->name;
    }
  }
  return {};
}

std::vector<WordId> role_words(const Reading& r, const Trigger& t, ParticipantRole role) {
  if (t.speaker && role == ParticipantRole::agent) return {t.speaker};
  const WordId verb = t.verb;
  if (!verb) return {};
  return role == ParticipantRole::agent ? r.doers(verb) : r.objects(verb);
}

}  // namespace fabula::events
