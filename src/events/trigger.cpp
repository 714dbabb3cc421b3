#include "events/trigger.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "events/roles.hpp"
#include "fabula/base/unicode.hpp"

namespace fabula::events {
namespace {

using text::Upos;

class TriggerFinder {
 public:
  TriggerFinder(const Reading& r, const std::vector<Quotation>& quotations, const Attribution& attribution)
      : r_(r), quotations_(quotations), attribution_(attribution) {
    for (const auto& actor : r.actors().actors)
      for (const auto& m : actor.mentions)
        if (m.form == actors::MentionForm::name) names_.push_back(m);
    std::sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
  }

  std::vector<Trigger> find() {
    const auto size = static_cast<std::uint32_t>(r_.doc().words.size());
    for (std::uint32_t w = 0; w < size; ++w) {
      if (r_.is_verb(WordId(w)) || r_.word(WordId(w)).upos == Upos::AUX) verb(WordId(w));
    }
    for (const ConnectiveMatch& m : find_connectives(r_)) source(m);
    for (std::uint32_t w = 0; w < size; ++w) noun(WordId(w));
    bare_quotations();
    std::sort(found_.begin(), found_.end(), [this](const Trigger& a, const Trigger& b) {
      return std::tie(a.word, a.type) < std::tie(b.word, b.type);
    });
    return std::move(found_);
  }

 private:
  void verb(WordId w) {
    if (r_.is_auxiliary(w) || in_name(w) || is_state(w)) return;
    const std::string key = r_.verb_key(w);
    verbs_.insert(w);
    if (phrase(w, key) || light(w, key)) return;
    if (speech(w, key) || r_.word(w).upos == Upos::AUX || is_impersonal(w)) return;
    const bool has_infinitive = governs_infinitive(w);
    if (has_infinitive && (is(Cue::aspect, key) || is(Cue::modal, key) || is(Cue::intent, key) || is(Cue::avoid, key))) return;
    const std::string& lemma = r_.verb_lemma(w);
    if (key != lemma && is(Cue::stative, key)) return;  // "s'agir" is not what "agir" is
    for (const std::string* k : {&key, &lemma}) {
      for (const Entry& e : r_.lexicon().event_verbs(*k)) {
        if ((e.needs == Needs::actor || is_bare_epithet(w)) && !has_actor(w, e)) continue;
        if (e.code.empty() && is_bare_epithet(w)) return;
        if (e.frame->name == "undergolight" && !has_noun_for_subject(w)) return;
        return add(EventType::action, w, w, &e, nullptr, "verb");
      }
      if (key == lemma || !r_.lexicon().say_verbs(*k).empty()) break;
    }
    unlisted(w, key);
  }

  /// "le pont reste fermé": a participle behind a verb that tells a state.
  bool is_state(WordId w) const {
    const WordId above = r_.head(w);
    return above && r_.relation(w) == "xcomp" && r_.is_participle(w, "Past") && !r_.child(w, "aux") && is(Cue::stative, r_.word(above).lemma);
  }

  /// "mettre en examen", "sonner l'alarme".
  bool phrase(WordId w, const std::string& key) {
    for (const WordId c : r_.children(w)) {  // "a fait savoir": the first verb of the phrase hangs on the second
      if (r_.word(c).deprel != "aux:caus") continue;
      for (const Entry& e : r_.lexicon().verb_phrases(r_.word(c).lemma)) {
        if (e.word != r_.word(w).lemma || !e.preposition.empty()) continue;
        add(e.act ? EventType::statement : EventType::action, w, w, &e, nullptr, "phrase");
        return true;
      }
    }
    const auto [e, second] = longest_phrase(w, key);
    if (e == nullptr) return false;
    used_.insert(second);
    if (e->frame->name == "stative") return true;
    if (e->frame->slots.empty()) return occurs(w, nullptr, e->source);
    add(e->act ? EventType::statement : EventType::action, w, w, e, nullptr, "phrase");
    return true;
  }

  /// "mettre en garde à vue" rather than "mettre en garde".
  std::pair<const Entry*, WordId> longest_phrase(WordId w, const std::string& key) const {
    const auto words_in = [](const Entry& e) { return std::count(e.word.begin(), e.word.end(), ' '); };
    std::pair<const Entry*, WordId> found{};
    for (const Entry& e : r_.lexicon().verb_phrases(key)) {
      if (found.first != nullptr && words_in(*found.first) >= words_in(e)) continue;
      if (const WordId second = phrase_word(w, e)) found = {&e, second};
    }
    return found;
  }

  WordId phrase_word(WordId w, const Entry& e) const {
    for (const WordId c : r_.children(w)) {
      if (!spells(c, e.word)) continue;
      const auto rel = r_.relation(c);
      if (rel == "nsubj" || rel == "punct" || rel == "det" || rel == "case" || rel == "mark") {
        if (!(rel == "nsubj" && r_.is_passive(w) && e.preposition.empty())) continue;
      }
      if (r_.preposition(c) == e.preposition) return c;
    }
    if (!e.preposition.empty() || !r_.is_participle(w, "Past")) return {};
    const WordId noun = r_.head(w);  // "la plainte déposée"
    return noun && r_.relation(w) == "acl" && spells(noun, e.word) ? noun : WordId{};
  }

  /// Whether the lemmas from a word on are those of a phrase, with a blank between two.
  bool spells(WordId first, std::string_view lemmas) const {
    const auto end = r_.doc().sentences[r_.doc().sentence_of(first).value].end_word;
    for (std::uint32_t w = first.value; w < end; ++w) {
      const std::string& lemma = r_.word(WordId(w)).lemma;
      if (!lemmas.starts_with(lemma)) return false;
      lemmas.remove_prefix(lemma.size());
      if (lemmas.empty()) return true;
      if (lemmas.front() != ' ') return false;
      lemmas.remove_prefix(1);
    }
    return false;
  }

  /// "l'attaque a eu lieu": the subject is the event.
  bool occurs(WordId verb, const LightVerb* lv, const std::string& source) {
    bool any = false;
    for (const WordId s : r_.subjects(verb)) any |= light_noun(s, verb, lv, source);
    return any || lv == nullptr;
  }

  bool light(WordId w, const std::string& key) {
    for (const LightVerb& lv : r_.lexicon().light_verbs(key)) {
      if (lv.slot == "subj") {
        if (occurs(w, &lv, lv.source)) return true;
        continue;
      }
      auto nouns = lv.slot == "obj" ? r_.objects(w) : r_.after_preposition(w, lv.slot);
      // "le soutien que X a fourni": a verb with a meaning of its own tells of the noun, which stands in another clause
      if (!r_.is_passive(w) && has_code(key)) std::erase(nouns, r_.head(w));
      bool any = false;
      for (const WordId n : nouns) any |= light_noun(n, w, &lv, lv.source);
      if (any) return true;
    }
    return false;
  }

  bool has_code(const std::string& verb) const {
    const auto& entries = r_.lexicon().event_verbs(verb);
    return std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return !e.code.empty(); });
  }

  bool light_noun(WordId noun, WordId verb, const LightVerb* lv, const std::string& source) {
    const auto& entries = r_.lexicon().event_nouns(r_.word(noun).lemma);
    if (entries.empty() || r_.word(noun).upos != Upos::NOUN || in_name(noun)) return false;
    if (!used_.insert(noun).second) return true;
    const Entry& e = entries.front();
    Trigger t = make(e.act ? EventType::statement : EventType::action, noun, verb, &e, "light");
    t.light = lv;
    t.rule += " + " + source;
    found_.push_back(std::move(t));
    return true;
  }

  bool speech(WordId w, const std::string& key) {
    const auto& entries = r_.lexicon().say_verbs(key);
    if (entries.empty() || is_mere_epithet(w, entries.front())) return false;
    if (is_remark(w)) return true;
    for (const Entry& e : entries) {
      if (!holds(w, e) || is_nobodys(w, e) || is_mute(w, e)) continue;
      Trigger t = make(EventType::statement, w, w, &e, "verb");
      if (const auto q = attribution_.quotes_of.find(w); q != attribution_.quotes_of.end()) t.quotes = q->second;
      found_.push_back(std::move(t));
      return true;
    }
    return false;
  }

  /// "les accords dits de …": a participle on a noun, by nobody and with nothing said.
  bool is_mere_epithet(WordId w, const Entry& e) const {
    return r_.relation(w) == "acl" && r_.is_participle(w, "Past") && r_.doers(w).empty() && !has_content_clause(r_, w) &&
           r_.word(w).deprel != "acl:relcl" && (attribution_.quotes_of.count(w) == 0 || !quotes_clause(w)) &&
           (e.act == Act::say || e.act == Act::confirm || e.act == Act::support);
  }

  /// "rappelons que", "on note que": the article itself says so, which is no statement that it tells of.
  bool is_remark(WordId w) const {
    if (attribution_.quotes_of.count(w) != 0) return false;
    const bool speaks_itself = r_.finite(w, "Person") == "1" || r_.finite(w, "Person") == "2";
    if (text::feat(r_.word(w), "Mood") == "Imp" || (speaks_itself && r_.subjects(w).empty())) return true;
    for (const WordId c : r_.children(w))
      if (r_.relation(c) == "nsubj" && c < w && is(Cue::anyone, r_.word(c).lemma) && r_.finite(w, "Tense") != "Past" &&
          !r_.child(w, "aux"))
        return true;
    return false;
  }

  /// "difficile de dire": an infinitive of saying that nobody known says.
  bool is_nobodys(WordId w, const Entry& e) const {
    return e.act == Act::say && r_.is_infinitive(w) && attribution_.quotes_of.count(w) == 0 && !has_agent(w, e);
  }

  /// "la chaleur explique ces incendies": what cannot speak, and says no sentence.
  bool is_mute(WordId w, const Entry& e) const {
    if ((e.act != Act::say && e.act != Act::report) || attribution_.quotes_of.count(w) != 0 || has_content_clause(r_, w)) return false;
    const auto doers = r_.doers(w);
    return !doers.empty() && std::all_of(doers.begin(), doers.end(), [this](WordId d) {
      return r_.word(d).upos == Upos::NOUN && r_.actors_of(d).empty() && !is(Cue::speaker, r_.word(d).lemma);
    });
  }

  bool has_agent(WordId w, const Entry& e) const {
    const auto all = participants_of(r_, make(EventType::statement, w, w, &e, ""));
    return std::any_of(all.begin(), all.end(), [](const Participant& p) { return p.role == ParticipantRole::agent; });
  }

  bool holds(WordId w, const Entry& e) const {
    const bool quoted = attribution_.quotes_of.count(w) != 0;
    switch (e.needs) {
      case Needs::content: return quoted || has_content_clause(r_, w);
      case Needs::infinitive: return governs_infinitive(w);
      case Needs::quote: return quoted && quotes_clause(w);
      case Needs::speech_object: return has_speech_object(w);
      case Needs::topic: return is_topic(w);
      case Needs::appeal: return !r_.after(w, Case::dative).empty() || governs_infinitive(w);
      default: return true;
    }
  }

  bool quotes_clause(WordId w) const {
    for (const std::size_t q : attribution_.quotes_of.at(w))
      if (quotations_[q].clause) return true;
    return false;
  }

  bool has_speech_object(WordId w) const {
    for (const WordId o : r_.objects(w)) {
      const std::string& lemma = r_.word(o).lemma;
      for (const Entry& e : r_.lexicon().event_nouns(lemma))
        if (e.act) return true;
      for (const LinkEntry& e : r_.lexicon().links(lemma))
        if (e.kind == LinkWord::anaphor || e.kind == LinkWord::saying) return true;
    }
    return false;
  }

  bool is_topic(WordId w) const {
    for (const WordId s : r_.doers(w))
      if (!r_.actors_of(s).empty()) {
        for (const WordId c : r_.children(w))
          if (r_.relation(c) == "obj" || r_.relation(c) == "obl" || r_.relation(c) == "ccomp") return true;
        return r_.is_passive(w);
      }
    return false;
  }

  bool governs_infinitive(WordId w) const {
    for (const WordId c : r_.children(w)) {
      const auto rel = r_.relation(c);
      if ((rel == "xcomp" || rel == "ccomp") && (r_.is_infinitive(c) || r_.word(c).upos == Upos::VERB)) return true;
      if ((rel == "advcl" || rel == "obl") && r_.is_infinitive(c) && r_.lexicon().is(Case::linking, r_.preposition(c))) return true;
    }
    return false;
  }

  bool has_actor(WordId w, const Entry& e) const {
    return !participants_of(r_, make(EventType::action, w, w, &e, "")).empty();
  }

  /// "il arrive que …", "il reste à …": a clause is the subject, and nothing happens but what it tells.
  bool is_impersonal(WordId w) const {
    for (const WordId c : r_.children(w))
      if (r_.word(c).deprel == "expl:subj") return has_content_clause(r_, w) || r_.child(w, "csubj");
    return false;
  }

  /// "un courrier piégé", "le gouvernement élu": a participle beside its noun with nothing said of it says what the noun
  /// is; it is told only of those to whom something was done.
  bool is_bare_epithet(WordId w) const {
    if (!r_.is_participle(w, "Past") || r_.word(w).deprel == "acl:relcl") return false;
    if (r_.relation(w) != "acl" && r_.relation(w) != "amod") return false;
    for (const WordId c : r_.children(w)) {
      const auto rel = r_.relation(c);
      if (rel != "advmod" && rel != "punct" && rel != "cc" && rel != "conj") return false;
    }
    return r_.head(w) && r_.word(r_.head(w)).upos == Upos::NOUN;
  }

  /// "la finale se déroule à Oslo": what takes place is the subject; "ce qui se produit" says nothing.
  bool has_noun_for_subject(WordId w) const {
    if (r_.relation(w) == "acl" && r_.is_participle(w, "Past")) return false;
    for (const WordId s : r_.subjects(w))
      if (r_.word(s).upos == Upos::NOUN || r_.word(s).upos == Upos::PROPN) return true;
    return false;
  }

  /// "circulait", "logeait": verbs that no table knows tell in the imperfect how things were.
  bool tells_a_state(WordId w) const { return r_.finite(w, "Tense") == "Imp" && r_.finite(w, "Mood") == "Ind" && !r_.child(w, "aux"); }

  /// A word with a capital within its sentence is a name, not a verb.
  bool is_capitalised_within(WordId w) const {
    const std::string& form = r_.word(w).form;
    return form != lower(form) && w.value > r_.doc().sentences[r_.doc().sentence_of(w).value].first_word;
  }

  /// A verb that no table knows is an event where an actor does it.
  void unlisted(WordId w, const std::string& key) {
    const bool verbal = r_.is_finite(w) || r_.is_infinitive(w) || r_.is_participle(w, "Past");
    if (r_.word(w).upos != Upos::VERB || !verbal || tells_a_state(w) || is_capitalised_within(w)) return;
    if (key == r_.verb_lemma(w) && !r_.lexicon().event_verbs(r_.lexicon().reflexive_prefix() + key).empty()) return;  // known as reflexive alone
    if (r_.is_participle(w, "Past") && !r_.is_finite(w) && !r_.child(w, "aux") && !r_.is_passive(w)) return;  // "jugée infondée"
    for (const WordId c : r_.children(w))  // a habit, not a happening
      if (r_.relation(c) == "advmod" && is(Cue::generic, r_.word(c).lemma)) return;
    for (const Cue cue : {Cue::aspect, Cue::modal, Cue::intent, Cue::stative, Cue::avoid})
      if (is(cue, key) || is(cue, r_.verb_lemma(w))) return;
    if (!r_.lexicon().say_verbs(key).empty() || r_.lexicon().links(key).size() > 0) return;
    for (const WordId s : r_.doers(w))
      if (!r_.actors_of(s).empty()) {
        Trigger t = make(EventType::action, w, w, nullptr, "unlisted verb");
        t.rule = "verb:" + key + " (in no table)";
        found_.push_back(std::move(t));
        return;
      }
  }

  void noun(WordId w) {
    if (r_.word(w).upos == Upos::ADJ) return adjective(w);
    if (r_.word(w).upos != Upos::NOUN || used_.count(w) != 0 || verbs_.count(w) != 0 || in_name(w) || is_designation(w)) return;
    for (const Entry& e : r_.lexicon().verb_phrases(r_.word(w).lemma)) {  // "mise en examen"
      const WordId second = phrase_word(w, e);
      if (!second) continue;
      used_.insert(second);
      if (e.frame->name == "stative") return;
      return add(e.act ? EventType::statement : EventType::action, w, WordId{}, &e, nullptr, "noun phrase");
    }
    for (const Entry& e : r_.lexicon().event_nouns(r_.word(w).lemma)) {
      const Trigger t = make(e.act ? EventType::statement : EventType::action, w, WordId{}, &e, "noun");
      const bool told = e.needs != Needs::any && is_told(w, e.needs == Needs::weak);
      if (e.needs == Needs::weak && !told) continue;
      const bool alone = participants_of(r_, t).empty();
      if (alone && !told && (e.needs == Needs::argument || qualifies(w))) continue;
      found_.push_back(t);
      return;
    }
  }

  /// "est mort", "blessées": a participle or event word that stands as an adjective.
  void adjective(WordId w) {
    if (verbs_.count(w) != 0 || in_name(w)) return;
    if (r_.child(w, "cop") || r_.child(w, "aux"))
      for (const Entry& e : r_.lexicon().event_nouns(r_.word(w).lemma))
        if (e.frame->name == "under") return add(EventType::action, w, w, &e, nullptr, "adjective");
    if (r_.relation(w) != "amod" && r_.relation(w) != "acl" && r_.relation(w) != "conj") return;
    const std::string* verb = r_.lexicon().verb_of_participle(fold(r_.word(w).form));
    if (!verb || r_.word(w).lemma == *verb || r_.child(w, "det")) return;
    for (const Entry& e : r_.lexicon().event_verbs(*verb))
      if (e.needs == Needs::any && !e.code.empty()) return add(EventType::action, w, w, &e, nullptr, "participle");
  }

  /// What a verb of speech has for object, or a verb of causing for object: told of, whatever else is known of it. A weak
  /// noun only where the speaker wants or announces it.
  bool is_told(WordId noun, bool weak) const {
    WordId at = noun;
    while (r_.relation(at) == "conj" && r_.head(at)) at = r_.head(at);
    const WordId above = r_.head(at);
    if (!above || !r_.is_verb(above)) return false;
    const bool object = r_.relation(at) == "obj" || (r_.relation(at) == "nsubj" && r_.is_passive(above));
    if (!object) return false;
    const std::string key = r_.verb_key(above);
    for (const Entry& e : r_.lexicon().say_verbs(key))
      if (e.act == Act::demand || e.act == Act::announce || e.act == Act::promise || e.act == Act::accuse || e.act == Act::condemn ||
          (!weak && e.act != Act::say && e.act != Act::report && e.act != Act::concern))
        return true;
    for (const LinkEntry& e : r_.lexicon().links(key))
      if (e.kind == LinkWord::causes) return true;
    return false;
  }

  /// A noun that names someone rather than what happens: it refers to an actor, or it is a bare complement of a noun that
  /// does ("la commission d'enquête"), or it is part of a connective ("en retour").
  bool is_designation(WordId noun) const {
    if (!r_.actors().actors_at(noun).empty() || connecting_.count(noun) != 0) return true;
    const WordId above = r_.head(noun);
    if (!above || r_.relation(noun) != "nmod" || r_.child(noun, "det") || r_.child(noun, "nmod")) return false;
    return !r_.actors().actors_at(above).empty();
  }

  /// "ligne d'arrivée", "avion de combat", "match retour": a noun without article or complement that says of what kind
  /// another is. Not where the other tells the event itself, or that one is tried, feared or planned.
  bool qualifies(WordId noun) const {
    const WordId above = r_.head(noun);
    if (!above || r_.word(above).upos != Upos::NOUN || above > noun || text::feat(r_.word(noun), "Number") == "Plur") return false;
    bool preposition = false;
    for (const WordId c : r_.children(noun)) {
      const auto rel = r_.relation(c);
      preposition |= rel == "case" && r_.lexicon().is(Case::genitive, r_.word(c).lemma);
      if (rel != "case" && rel != "punct") return false;
    }
    const auto rel = r_.relation(noun);
    if (preposition ? rel != "nmod" : rel == "conj" || rel == "appos" || rel == "parataxis" || above.value + 1 != noun.value) return false;
    const std::string& lemma = r_.word(above).lemma;
    if (!r_.lexicon().event_nouns(lemma).empty()) return !preposition;
    return !is(Cue::possible, lemma) && !is(Cue::intent, lemma) && !is(Cue::avoid, lemma) && !is(Cue::aspect, lemma);
  }

  void source(const ConnectiveMatch& m) {
    for (std::uint32_t w = m.first.value; w <= m.last.value; ++w) connecting_.insert(WordId(w));
    if (m.connective->kind != Connective::Kind::source || !m.complement) return;
    Trigger t;
    t.type = EventType::statement;
    t.word = m.first;
    t.source = m.connective;
    t.speaker = m.complement;
    t.clause = clause_above(m.governor);
    t.rule = "source:" + r_.word(m.first).form + " (" + m.connective->source + ")";
    if (r_.actors_of(m.complement).empty() && !speaks(t)) return;
    found_.push_back(std::move(t));
  }

  /// The clause that a word is in: what a source vouches for, though the tree hung it on a noun within.
  WordId clause_above(WordId word) const {
    WordId at = word;
    for (int steps = 0; at && steps < 8; ++steps) {
      if (r_.is_verb(at) || r_.child(at, "cop") || !r_.head(at)) break;
      const auto rel = r_.relation(at);
      if (rel == "parataxis" || rel == "appos" || rel == "conj") break;
      at = r_.head(at);
    }
    return at;
  }

  /// Someone the actors do not know but who can speak: "selon un témoin"; not "selon la loi", "selon les règles". Looks
  /// at the next words too: the head of a phrase is a frequent parse error.
  bool speaks(Trigger& t) const {
    const auto end = r_.doc().sentences[r_.doc().sentence_of(t.word).value].end_word;
    for (std::uint32_t w = t.word.value + 1; w < end && w < t.word.value + 6; ++w) {
      const text::Word& word = r_.word(WordId(w));
      if (word.upos == Upos::PUNCT || word.upos == Upos::VERB) return false;
      const bool refers = !r_.actors().actors_at(WordId(w)).empty() && word.upos != Upos::ADJ && word.upos != Upos::DET;
      if (!refers && !r_.lexicon().is(Cue::speaker, word.lemma)) continue;
      t.speaker = WordId(w);
      return true;
    }
    return false;
  }

  /// `X : « … »` with no verb at all.
  void bare_quotations() {
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      const Quotation& q = quotations_[i];
      if (attribution_.verb_of[i] || !q.clause) continue;
      std::uint32_t w = q.first.value;
      WordId colon;
      while (w > 0 && r_.word(WordId(w - 1)).upos == Upos::PUNCT)
        if (r_.word(WordId(--w)).form == ":") colon = WordId(w);
      if (!colon || w == 0) continue;
      const text::Sentence& s = r_.doc().sentences[r_.doc().sentence_of(WordId(w - 1)).value];
      if (s.paragraph != r_.doc().sentences[q.sentence.value].paragraph) continue;
      WordId speaker;
      for (std::uint32_t k = s.first_word; k < w && !speaker; ++k)
        if (r_.word(WordId(k)).upos == Upos::VERB) break;
        else if (!r_.actors().actors_at(WordId(k)).empty()) speaker = WordId(k);
      if (!speaker) continue;
      Trigger t;
      t.type = EventType::statement;
      t.word = colon;
      t.speaker = speaker;
      t.quotes = {i};
      t.rule = "quotation after a name and a colon";
      found_.push_back(std::move(t));
    }
  }

  /// Part of a name: "commission d'enquête", "Conférence de …".
  bool in_name(WordId w) const {
    const Span span = r_.word(w).span;
    auto it = std::upper_bound(names_.begin(), names_.end(), span, [](Span s, const auto& m) { return s < m.span; });
    for (int back = 0; it != names_.begin() && back < 4; ++back) {
      --it;
      if (it->span.contains(span)) return true;
    }
    return false;
  }

  bool is(Cue cue, const std::string& lemma) const { return r_.lexicon().is(cue, lemma); }

  Trigger make(EventType type, WordId word, WordId verb, const Entry* e, const char* kind) const {
    Trigger t;
    t.type = type;
    t.word = word;
    t.verb = verb;
    t.entry = e;
    if (e) t.rule = std::string(kind) + ":" + e->lemma + (e->word.empty() ? "" : " " + e->word) + " (" + e->source + ")";
    return t;
  }

  void add(EventType type, WordId word, WordId verb, const Entry* e, const LightVerb* lv, const char* kind) {
    Trigger t = make(type, word, verb, e, kind);
    t.light = lv;
    if (t.is_statement())
      if (const auto q = attribution_.quotes_of.find(word); q != attribution_.quotes_of.end()) t.quotes = q->second;
    found_.push_back(std::move(t));
  }

  const Reading& r_;
  const std::vector<Quotation>& quotations_;
  const Attribution& attribution_;
  std::vector<actors::ActorMention> names_;
  std::unordered_set<WordId> used_, verbs_, connecting_;
  std::vector<Trigger> found_;
};

}  // namespace

std::vector<WordId> content_clauses(const Reading& r, WordId verb) {
  std::vector<WordId> found;
  for (const WordId c : r.children(verb)) {
    const auto rel = r.relation(c);
    const Upos upos = r.word(c).upos;
    if (rel == "ccomp" || (rel == "xcomp" && upos != Upos::ADJ && upos != Upos::NOUN)) {
      found.push_back(c);
    } else if ((rel == "advcl" || rel == "obl") && r.is_infinitive(c)) {
      if (r.lexicon().is(Case::linking, r.preposition(c))) found.push_back(c);
    } else if (rel == "parataxis" && upos == Upos::VERB && (c < verb || r.subject_before_insertion(verb))) {
      found.push_back(c);
    }
  }
  return found;
}

bool has_content_clause(const Reading& r, WordId verb) {
  if (!content_clauses(r, verb).empty()) return true;
  // "…, explique X": the clause it reports is the one it is put beside
  return r.relation(verb) == "parataxis" && r.head(verb) && r.head(verb) < verb;
}

std::vector<Trigger> find_triggers(const Reading& r, const std::vector<Quotation>& quotations, const Attribution& attribution) {
  return TriggerFinder(r, quotations, attribution).find();
}

}  // namespace fabula::events
