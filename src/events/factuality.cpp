#include "events/factuality.hpp"

#include <algorithm>
#include <unordered_map>

#include "events/requests.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr int kClimb = 16;

/// What the words around one event say of it.
struct Signs {
  bool negated = false, avoided = false, alleged = false, hypothetical = false, planned = false, conditional = false;
};

class Judge {
 public:
  Judge(const Reading& r, const std::vector<Trigger>& triggers, const std::vector<Content>& contents,
        std::span<const ConnectiveMatch> connectives, std::vector<EventMention>& mentions)
      : r_(r), triggers_(triggers), contents_(contents), mentions_(mentions) {
    for (const ConnectiveMatch& m : connectives)
      if (m.complement) marked_[m.complement].push_back(m.connective->kind);
  }

  void run() {
    for (std::size_t i = 0; i < triggers_.size(); ++i) judge(i);
  }

 private:
  void judge(std::size_t i) {
    EventMention& m = mentions_[i];
    const Content& content = contents_[i];
    const Trigger* statement = content.statement == kNoTrigger || content.presupposed ? nullptr : &triggers_[content.statement];
    // "a refusé la demande": it was made
    if (statement && m.nominal && is_request(m.act) && act_of_statement(*statement) == Act::deny) return;
    const Signs s = signs(i);
    if (statement) claim(m, content.statement);
    const bool own_doing = statement && m.claimed_by && acts(m, m.claimed_by);
    const std::optional<Act> act = statement ? act_of_statement(*statement) : std::nullopt;
    if (act == Act::deny && mentions_[content.statement].factuality != Factuality::negated) m.factuality = Factuality::denied;
    else if (s.negated && statement && !own_doing && !s.planned) m.factuality = Factuality::denied;
    else if (s.negated) m.factuality = Factuality::negated;
    else if (s.alleged || (s.conditional && !future_in_past(statement, own_doing) && !s.hypothetical)) m.factuality = Factuality::alleged;
    else if (s.hypothetical || act == Act::demand || act == Act::propose || act == Act::ask) m.factuality = Factuality::hypothetical;
    else if (s.planned || s.conditional || act == Act::promise) m.factuality = Factuality::planned;
    else if (statement) m.factuality = Factuality::claimed;
  }

  std::optional<Act> act_of_statement(const Trigger& t) const {
    if (t.source) return t.source->act;
    return t.entry ? t.entry->act : std::nullopt;
  }

  void claim(EventMention& m, std::size_t statement) {
    m.claim_event = MentionId(statement);
    for (const Participant& p : mentions_[statement].participants)
      if (p.role == ParticipantRole::agent) {
        m.claimed_by = p.actor;
        return;
      }
  }

  static bool acts(const EventMention& m, ActorId who) {
    return std::any_of(m.participants.begin(), m.participants.end(),
                       [who](const Participant& p) { return p.actor == who && p.role == ParticipantRole::agent; });
  }

  /// "a annoncé qu'il partirait": the conditional is a future seen from the past, where the speaker tells his own plans.
  bool future_in_past(const Trigger* statement, bool own_doing) const {
    if (!statement || !statement->entry) return false;
    const auto act = statement->entry->act;
    return own_doing || act == Act::announce || act == Act::promise;
  }

  /// Climbs from the event through the verbs that say how it is meant.
  Signs signs(std::size_t i) const {
    Signs s;
    const Trigger& t = triggers_[i];
    adjectives(t.word, s);
    for (WordId noun = t.word; r_.word(noun).upos == Upos::NOUN;) {  // "la possibilité d'une attaque"
      marked(noun, s);
      const WordId above = r_.head(noun);
      if (!above || r_.word(above).upos != Upos::NOUN || r_.relation(noun) != "nmod") break;
      if (r_.lexicon().is(Cue::possible, r_.word(above).lemma)) s.hypothetical = true;
      noun = above;
      if (r_.word(noun).upos == Upos::NOUN && noun == t.word) break;
    }
    WordId at = t.verb ? t.verb : clause_of_noun(t.word, s);
    if (t.source) return s;
    bool shared = false;    // reached from a conjunct
    bool own_mood = false;  // a finite conjunct shares the conjunction of the first, neither its mood nor its negation
    for (int steps = 0; at && steps < kClimb; ++steps) {
      const bool governs = at != t.verb;
      if (own_mood) marked(at, s);
      else clause(at, governs, shared, s);
      if (text::feat(r_.word(at), "VerbForm") == "Fin" && !is_conjunct(at)) break;
      if (is_conjunct(at) && !r_.finite(at, "Mood").empty()) own_mood = true;
      const WordId above = next_governor(at);
      if (!above) break;
      shared = is_conjunct(at);
      if (!shared) governor(above, s);
      at = above;
    }
    if (in_question(t.word)) s.hypothetical = true;
    return s;
  }

  bool is_conjunct(WordId w) const { return r_.relation(w) == "conj"; }

  /// The verb whose mood a bare event noun shares: a verb of wish, phase or avoidance that it is the object or subject of.
  WordId clause_of_noun(WordId noun, Signs& s) const {
    const WordId above = r_.head(noun);
    if (!above || r_.word(above).upos != Upos::VERB) return {};
    const auto rel = r_.relation(noun);
    if (rel != "obj" && rel != "obl" && rel != "nsubj") return {};
    const std::string key = r_.verb_key(above);
    const auto& lex = r_.lexicon();
    if (rel != "nsubj" || r_.is_passive(above)) {
      if (rel == "obl" && !lex.is(Case::linking, r_.preposition(noun))) return {};
      if (lex.is(Cue::intent, key) && lex.event_verbs(key).empty()) {
        s.planned = true;
        return above;
      }
      if (lex.is(Cue::avoid, key)) {
        s.negated = true;
        return above;
      }
    }
    return {};
  }

  void governor(WordId verb, Signs& s) const {
    const std::string key = r_.verb_key(verb);
    const auto& lex = r_.lexicon();
    if (lex.is(Cue::avoid, key)) {
      s.negated = !s.negated;
      s.avoided = true;
    } else if (lex.is(Cue::intent, key)) s.planned = true;
    else if (lex.is(Cue::modal, key)) modal(verb, s);
  }

  /// Ability and doubt are hypothetical, duty is planned, unless the tense tells that it came to pass.
  void modal(WordId verb, Signs& s) const {
    if (r_.finite(verb, "Mood") == "Ind" && r_.is_participle(verb, "Past") && r_.child(verb, "aux")) return;  // "a dû partir"
    if (r_.lexicon().is(Cue::possible, r_.word(verb).lemma)) s.hypothetical = true;
    else s.planned = true;
  }

  void clause(WordId at, bool governs, bool shared, Signs& s) const {
    marked(at, s);
    if (r_.is_negated(at)) s.negated = shared || !s.avoided || !s.negated;  // "n'a pas évité de tomber": it happened
    const bool modal_verb = r_.lexicon().is(Cue::modal, r_.word(at).lemma);
    const auto mood = r_.finite(at, "Mood");
    const auto tense = r_.finite(at, "Tense");
    if (mood == "Cnd" && !(governs && modal_verb)) s.conditional = true;
    if (mood == "Ind" && tense == "Fut") s.planned = true;
    for (const WordId c : r_.children(at)) {
      const std::string& lemma = r_.word(c).lemma;
      if (r_.relation(c) == "advmod" && r_.lexicon().is(Cue::hearsay, lemma)) s.alleged = true;
      if (r_.relation(c) == "advmod" && r_.lexicon().is(Cue::possible, lemma)) s.hypothetical = true;
      if (r_.relation(c) == "advcl" && mood == "Cnd" && is_marked(c, Connective::Kind::condition)) s.hypothetical = true;
    }
  }

  void adjectives(WordId word, Signs& s) const {
    for (const WordId c : r_.children(word)) {
      const auto rel = r_.relation(c);
      const std::string& lemma = r_.word(c).lemma;
      if (rel == "det" && r_.lexicon().is(Cue::negation, lemma)) s.negated = true;
      if (rel != "amod" && rel != "acl" && rel != "advmod") continue;
      if (r_.lexicon().is(Cue::hearsay, lemma)) s.alleged = true;
      if (r_.lexicon().is(Cue::possible, lemma)) s.hypothetical = true;
      if (r_.lexicon().is(Cue::future, lemma)) s.planned = true;
    }
  }

  bool is_marked(WordId at, Connective::Kind kind) const {
    const auto it = marked_.find(at);
    return it != marked_.end() && std::find(it->second.begin(), it->second.end(), kind) != it->second.end();
  }

  void marked(WordId at, Signs& s) const {
    if (is_marked(at, Connective::Kind::condition) || is_marked(at, Connective::Kind::question)) s.hypothetical = true;
    if (is_marked(at, Connective::Kind::purpose)) s.planned = true;
    if (is_marked(at, Connective::Kind::before) && r_.finite(at, "Mood") == "Sub") s.planned = true;  // "avant qu'il n'ait signé"
    if (is_marked(at, Connective::Kind::without)) s.negated = true;
  }

  /// The verb that an infinitive hangs on, as long as it is no verb of speech: those make claims instead.
  WordId next_governor(WordId at) const {
    const auto rel = r_.relation(at);
    const WordId above = r_.head(at);
    if (!above) return {};
    if (rel == "conj") return above;
    if (rel != "xcomp" && rel != "ccomp" && rel != "advcl" && rel != "obl" && rel != "acl") return {};
    if (rel == "acl") {
      const auto& lemma = r_.word(above).lemma;
      return r_.is_infinitive(at) && r_.lexicon().is(Cue::intent, lemma) ? above : WordId{};
    }
    if (!r_.is_infinitive(at)) return {};
    if (rel == "advcl" || rel == "obl") {
      const std::string p = r_.preposition(at);
      if (!r_.lexicon().is(Case::linking, p)) return {};
    }
    const std::string key = r_.verb_key(above);
    const auto& lex = r_.lexicon();
    for (const Cue cue : {Cue::aspect, Cue::modal, Cue::intent, Cue::avoid})
      if (lex.is(cue, key)) return above;
    return {};
  }

  bool in_question(WordId w) const {
    const text::Sentence& s = r_.doc().sentences[r_.doc().sentence_of(w).value];
    for (std::uint32_t t = s.end_token; t > s.first_token; --t) {
      const std::string& form = r_.doc().tokens[t - 1].form;
      if (form == "?") return true;
      if (r_.word(WordId(r_.doc().tokens[t - 1].first_word)).upos != Upos::PUNCT) return false;
    }
    return false;
  }

  const Reading& r_;
  const std::vector<Trigger>& triggers_;
  const std::vector<Content>& contents_;
  std::vector<EventMention>& mentions_;
  std::unordered_map<WordId, std::vector<Connective::Kind>> marked_;
};

}  // namespace

void judge_factuality(const Reading& r, const std::vector<Trigger>& triggers, const std::vector<Content>& contents,
                      std::span<const ConnectiveMatch> connectives, std::vector<EventMention>& mentions) {
  Judge(r, triggers, contents, connectives, mentions).run();
}

}  // namespace fabula::events
