#include "events/links.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "events/orders.hpp"
#include "events/refutations.hpp"
#include "events/requests.hpp"

namespace fabula::events {
namespace {

using text::Upos;

constexpr const char* kRefusal = "refusal of what was asked";
constexpr std::size_t kAnaphorSentences = 6;  // how far back "ces accusations" is looked for

class LinkFinder {
 public:
  LinkFinder(const Reading& r, const std::vector<Trigger>& triggers, const TriggerIndex& index,
             const std::vector<Content>& contents, const std::vector<EventMention>& mentions)
      : r_(r), triggers_(triggers), index_(index), contents_(contents), mentions_(mentions) {}

  std::vector<EventLink> find(std::span<const ConnectiveMatch> connectives) {
    for (std::size_t i = 0; i < triggers_.size(); ++i) content(i);
    for (std::size_t i = 0; i < triggers_.size(); ++i) {
      anaphors(i);
      answers(i);
    }
    for (const Refutation& refutation : find_refutations(r_, triggers_, index_, contents_)) refute(refutation);
    causal_verbs();
    for (const ConnectiveMatch& m : connectives) connective(m);
    for (const auto& [earlier, later] : find_orders(r_, triggers_, index_, contents_, connectives)) order(earlier, later);
    std::vector<EventLink> out;
    for (auto& [key, link] : found_) out.push_back(std::move(link));
    return out;
  }

 private:
  std::optional<Act> act(std::size_t i) const { return mentions_[i].act; }
  SentenceId sentence(std::size_t i) const { return r_.doc().sentence_of(triggers_[i].word); }

  void content(std::size_t i) {
    const Content& c = contents_[i];
    if (c.statement == kNoTrigger || c.depth > 1 || (c.depth > 0 && c.aside)) return;
    if (triggers_[i].is_statement() && triggers_[i].source) return;
    add_content(c.statement, i, "content of the statement");
  }

  void add_content(std::size_t statement, std::size_t event, const char* rule, bool refuted = false) {
    LinkType type = LinkType::about;
    const auto a = act(statement);
    if (refuted || a == Act::deny) type = LinkType::denies;
    else if (a == Act::confirm) type = LinkType::confirms;
    else if (mentions_[event].factuality == Factuality::denied && contents_[event].statement == statement) type = LinkType::denies;
    else if (mentions_[event].factuality == Factuality::negated && contents_[event].statement == statement &&
             (a == Act::say || !a))
      type = LinkType::denies;
    if (type == LinkType::denies && !refuted && mentions_[event].nominal && is_request(mentions_[event].act)) {
      add(statement, event, LinkType::responds_to, kRefusal);  // "a refusé la demande"
      type = LinkType::about;
    }
    add(statement, event, type, rule);
  }

  /// "dément ces accusations", "cela a été annoncé": a noun or pronoun that stands for what was told before.
  void anaphors(std::size_t i) {
    const Trigger& t = triggers_[i];
    if (!t.is_statement() || !t.verb || t.verb != t.word) return;
    auto words = r_.objects(t.verb);
    for (const WordId w : words) {
      const text::Word& word = r_.word(w);
      if (word.upos == Upos::PRON && text::feat(word, "PronType") == "Dem") previous_events(i);
      if (word.upos != Upos::NOUN || !refers_back(w)) continue;
      for (const LinkEntry& e : r_.lexicon().links(word.lemma)) {
        if (e.kind == LinkWord::anaphor) previous_statement(i, word.lemma);
        else if (e.kind == LinkWord::anaphor_event) previous_events(i);
      }
    }
  }

  void refute(const Refutation& refutation) {
    for (const std::size_t event : refutation.told) add_content(refutation.statement, event, "called false", true);
    if (refutation.told.empty()) previous_statement(refutation.statement, r_.word(refutation.noun).lemma, true);
  }

  /// A definite or demonstrative noun that says nothing more of what it means.
  bool refers_back(WordId noun) const {
    bool definite = false;
    for (const WordId c : r_.children(noun)) {
      const text::Word& w = r_.word(c);
      const auto rel = r_.relation(c);
      if (rel == "det") definite |= text::feat(w, "PronType") == "Dem" || text::feat(w, "Definite") == "Def" || text::feat(w, "PronType") == "Art" || text::feat(w, "Poss") == "Yes";
      if (rel == "nmod" && r_.actors_of(c).empty() && r_.lexicon().is(Case::genitive, r_.preposition(c))) return false;
    }
    return definite;
  }

  /// The statement before this one that the noun fits, by someone else, and what it said.
  void previous_statement(std::size_t i, const std::string& noun, bool refuted = false) {
    std::optional<Act> wanted;
    for (const Entry& e : r_.lexicon().event_nouns(noun)) wanted = e.act;
    std::size_t chosen = kNoTrigger;
    for (std::size_t j = i; j-- > 0 && sentence(i).value - sentence(j).value <= kAnaphorSentences;) {
      if (!triggers_[j].is_statement() || same_speaker(i, j) || contents_[j].statement == i) continue;
      if (r_.word(triggers_[j].word).upos == Upos::NOUN && sentence(i) == sentence(j)) continue;
      if (chosen == kNoTrigger) chosen = j;
      if (wanted == Act::accuse && (act(j) == Act::accuse || act(j) == Act::report)) {
        chosen = j;
        break;
      }
      if (wanted != Act::accuse) break;
    }
    if (chosen == kNoTrigger) return;
    const bool refusal = act(i) == Act::deny && is_request(wanted) && is_request(act(chosen));  // "a rejeté cette proposition"
    if (refusal) add(i, chosen, LinkType::responds_to, kRefusal);
    else add_content(i, chosen, "noun that refers to what was said", refuted);
    const char* rule = "content of what the noun refers to";
    for (std::size_t j = 0; j < triggers_.size(); ++j) {
      if (contents_[j].statement != chosen || contents_[j].depth != 0 || j == i) continue;
      if (refusal) add(i, j, LinkType::about, rule);
      else add_content(i, j, rule, refuted);
    }
  }

  /// The main events of the sentence before.
  void previous_events(std::size_t i) {
    const SentenceId here = sentence(i);
    if (here.value == 0) return;
    for (std::size_t j = i; j-- > 0;) {
      const SentenceId s = sentence(j);
      if (s == here) continue;
      if (s.value + 1 != here.value) break;
      if (!triggers_[j].is_statement() && contents_[j].depth == 0) {
        add_content(i, j, "pronoun for the sentence before");
        return;
      }
    }
  }

  bool same_speaker(std::size_t a, std::size_t b) const {
    for (const Participant& p : mentions_[a].participants)
      for (const Participant& q : mentions_[b].participants)
        if (p.role == ParticipantRole::agent && q.role == ParticipantRole::agent && p.actor == q.actor) return true;
    return false;
  }

  bool has_speaker(std::size_t i) const {
    return std::any_of(mentions_[i].participants.begin(), mentions_[i].participants.end(),
                       [](const Participant& p) { return p.role == ParticipantRole::agent; });
  }

  /// "a rétorqué", "dément": answers the last statement by someone else.
  void answers(std::size_t i) {
    const Trigger& t = triggers_[i];
    if (!t.is_statement() || !t.verb || t.verb != t.word) return;
    bool responds = false;
    for (const LinkEntry& e : r_.lexicon().links(r_.verb_key(t.verb))) responds |= e.kind == LinkWord::responds;
    if (!responds) return;
    // what it denies or is about, where that is someone's statement; else the statement before
    for (auto it = found_.lower_bound({i, 0, 0}); it != found_.end() && std::get<0>(it->first) == i; ++it) {
      const auto [from, j, slot] = it->first;
      if (slot != 0 || !triggers_[j].is_statement() || same_speaker(i, j)) continue;
      add(i, j, LinkType::responds_to, "verb of answering");
      return;
    }
    answer_previous(i, "verb of answering");
  }

  void answer_previous(std::size_t i, const char* rule) {
    for (std::size_t j = i; j-- > 0 && sentence(i).value - sentence(j).value <= kAnaphorSentences;) {
      if (!triggers_[j].is_statement() || same_speaker(i, j) || !has_speaker(j)) continue;
      if (contents_[j].statement == i || contents_[i].statement == j) continue;
      add(i, j, LinkType::responds_to, rule);
      return;
    }
  }

  /// Verbs of causing, events themselves or not: "l'attaque a provoqué la mort de …".
  void causal_verbs() {
    const auto size = static_cast<std::uint32_t>(r_.doc().words.size());
    for (std::uint32_t w = 0; w < size; ++w)
      if (r_.word(WordId(w)).upos == Upos::VERB) causes_of(WordId(w));
  }

  void causes_of(WordId verb) {
    for (const LinkEntry& e : r_.lexicon().links(r_.verb_key(verb))) {
      if (e.kind == LinkWord::causes) {
        for (const WordId s : r_.doers(verb))
          for (const WordId o : r_.objects(verb)) cause(s, o, "verb of causing");
      } else if (e.kind == LinkWord::caused_by) {
        for (const WordId s : r_.doers(verb))
          for (const WordId o : r_.after_preposition(verb, e.preposition)) cause(o, s, "verb of resulting");
      }
    }
  }

  void cause(WordId from, WordId to, const char* rule) {
    if (!from || !to || r_.word(from).upos == Upos::PRON) return;
    const std::size_t a = index_.event_of(r_, from, 1);
    if (a == kNoTrigger) return;
    add_all(a, to, LinkType::causes, rule);
  }

  /// A link to the event of a word and to those of its conjuncts.
  void add_all(std::size_t from, WordId to, LinkType type, const char* rule) {
    const std::size_t b = index_.event_of(r_, to, 1);
    if (b != kNoTrigger) add(from, b, type, rule);
    for (const WordId c : r_.children(to))
      if (r_.relation(c) == "conj")
        if (const std::size_t d = index_.event_of(r_, c, 1); d != kNoTrigger) add(from, d, type, rule);
  }

  void connective(const ConnectiveMatch& m) {
    using Kind = Connective::Kind;
    const Kind kind = m.connective->kind;
    if (kind == Kind::turn) {
      if (const std::size_t e = governing_event(m.governor); e != kNoTrigger && triggers_[e].is_statement())
        answer_previous(e, "connective of turn");
      return;
    }
    if (!m.complement || kind == Kind::source || kind == Kind::purpose || kind == Kind::condition || kind == Kind::question ||
        kind == Kind::without)
      return;
    const std::size_t inner = index_.event_of(r_, m.complement, 2);
    const std::size_t outer = within_content(governing_event(m.governor), inner);
    if (inner == kNoTrigger || outer == kNoTrigger || inner == outer) return;
    const char* rule = m.connective->source.c_str();
    switch (kind) {
      case Kind::cause: add(inner, outer, LinkType::causes, rule); break;
      case Kind::response: add(outer, inner, LinkType::responds_to, rule); break;
      case Kind::before: add(outer, inner, LinkType::before, rule); break;
      case Kind::after: add(inner, outer, LinkType::before, rule); break;
      case Kind::during: add(outer, inner, LinkType::during, rule); break;
      default: break;
    }
  }

  /// An order that the tenses tell, unless a connective says which.
  void order(std::size_t earlier, std::size_t later) {
    for (const LinkType type : {LinkType::before, LinkType::during})
      for (const auto& [from, to] : {std::pair(earlier, later), std::pair(later, earlier)})
        if (found_.contains({from, to, static_cast<int>(type)})) return;
    add(earlier, later, LinkType::before, kTenseRule);
  }

  /// The event a phrase hangs on, or the one above it.
  std::size_t governing_event(WordId w) const {
    for (int steps = 0; w && steps < 6; ++steps, w = r_.head(w))
      if (const auto& here = index_.at(w); !here.empty()) return here.front();
    return kNoTrigger;
  }

  /// What a statement tells happens before or because of what it also tells, not the telling itself: its last content
  /// ahead of `inner` where `inner` is one of its contents; else `outer` as it is.
  std::size_t within_content(std::size_t outer, std::size_t inner) const {
    if (outer == kNoTrigger || inner == kNoTrigger || !triggers_[outer].is_statement()) return outer;
    if (mentions_[inner].claim_event != MentionId(outer)) return outer;
    for (std::size_t i = inner; i-- > outer;)
      if (mentions_[i].claim_event == MentionId(outer) && mentions_[i].type == EventType::action) return i;
    return outer;
  }

  void add(std::size_t from, std::size_t to, LinkType type, const std::string& rule) {
    if (from == to) return;
    const int slot = type == LinkType::about || type == LinkType::denies || type == LinkType::confirms ? 0 : static_cast<int>(type);
    EventLink link{MentionId(from), MentionId(to), type, cover(mentions_[from].sentence, mentions_[to].sentence), rule};
    if (sentence(from) == sentence(to)) link.span = cover(mentions_[from].span, mentions_[to].span);
    const auto [it, fresh] = found_.emplace(std::tuple{from, to, slot}, link);
    if (!fresh && slot == 0 && it->second.type == LinkType::about) it->second = std::move(link);
  }

  const Reading& r_;
  const std::vector<Trigger>& triggers_;
  const TriggerIndex& index_;
  const std::vector<Content>& contents_;
  const std::vector<EventMention>& mentions_;
  std::map<std::tuple<std::size_t, std::size_t, int>, EventLink> found_;
};

}  // namespace

std::vector<EventLink> find_links(const Reading& r, const std::vector<Trigger>& triggers, const TriggerIndex& index,
                                  const std::vector<Content>& contents, std::span<const ConnectiveMatch> connectives,
                                  const std::vector<EventMention>& mentions) {
  return LinkFinder(r, triggers, index, contents, mentions).find(connectives);
}

}  // namespace fabula::events
