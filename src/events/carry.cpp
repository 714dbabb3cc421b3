#include "events/carry.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace fabula::events {
namespace {

using text::Upos;

constexpr std::uint32_t kReach = 4;  // sentences back to the last speaker; a quotation of several may lie between

class Carrier {
 public:
  Carrier(const Reading& r, const std::vector<Trigger>& triggers, std::span<const ConnectiveMatch> connectives,
          std::vector<EventMention>& mentions)
      : r_(r), triggers_(triggers), mentions_(mentions) {
    using Kind = Connective::Kind;
    for (const ConnectiveMatch& m : connectives)
      if (m.connective->kind == Kind::before || m.connective->kind == Kind::after || m.connective->kind == Kind::during)
        in_time_.insert(m.complement);
    for (std::size_t i = 0; i < triggers.size(); ++i)
      if (triggers[i].verb == triggers[i].word) of_verb_.emplace(triggers[i].word, i);
  }

  void run() {
    for (std::size_t i = 0; i < triggers_.size(); ++i) {
      if (!has_agent(i)) pronoun(i);
      if (!has_agent(i)) adjunct(i);
    }
  }

 private:
  bool has_agent(std::size_t i) const {
    return std::any_of(mentions_[i].participants.begin(), mentions_[i].participants.end(),
                       [](const Participant& p) { return p.role == ParticipantRole::agent; });
  }

  void give(std::size_t i, ActorId actor) {
    auto& list = mentions_[i].participants;
    std::erase_if(list, [actor](const Participant& p) { return p.actor == actor; });
    list.push_back({ParticipantRole::agent, actor});
    std::sort(list.begin(), list.end());
  }

  void pronoun(std::size_t i) {
    const Trigger& t = triggers_[i];
    if (!t.verb || r_.is_passive(t.verb)) return;
    for (const WordId s : r_.subjects(t.verb)) {
      const text::Word& w = r_.word(s);
      if (w.upos != Upos::PRON || text::feat(w, "Person") != "3" || text::feat(w, "PronType") != "Prs") continue;
      const bool plural = text::feat(w, "Number") == "Plur";
      const auto gender = text::feat(w, "Gender");
      const std::uint32_t here = begin_of_speech(i);
      for (std::size_t j = i; j-- > 0;) {
        if (here > r_.doc().sentence_of(triggers_[j].word).value + kReach) return;
        if (mentions_[j].span.begin >= start_of_speech(i)) continue;
        const auto who = topic(j);
        if (who.empty()) continue;
        if (fits(who, plural, gender))
          for (const ActorId a : who) give(i, a);
        return;
      }
    }
  }

  /// Where the mention's quotation begins, if it has one: what is told within it is no context of its speaker.
  std::uint32_t start_of_speech(std::size_t i) const {
    std::uint32_t at = mentions_[i].span.begin;
    for (const Span q : mentions_[i].quotes) at = std::min(at, q.begin);
    return at;
  }
  std::uint32_t begin_of_speech(std::size_t i) const {
    const std::uint32_t at = start_of_speech(i);
    const auto& s = r_.doc().sentences;
    const auto it = std::upper_bound(s.begin(), s.end(), at, [](std::uint32_t a, const text::Sentence& b) { return a < b.span.begin; });
    return it == s.begin() ? 0 : static_cast<std::uint32_t>(it - s.begin() - 1);
  }

  /// Who a clause is about: the speaker of a statement, else the subject.
  std::vector<ActorId> topic(std::size_t j) const {
    std::vector<ActorId> who;
    if (triggers_[j].is_statement())
      for (const Participant& p : mentions_[j].participants)
        if (p.role == ParticipantRole::agent) who.push_back(p.actor);
    if (who.empty() && triggers_[j].verb)
      for (const WordId s : r_.subjects(triggers_[j].verb))
        for (const ActorId a : r_.actors_of(s)) who.push_back(a);
    return who;
  }

  bool fits(const std::vector<ActorId>& who, bool plural, std::string_view gender) const {
    for (const ActorId id : who) {
      const actors::Actor& a = r_.actors().actors[id.value];
      if ((gender == "Masc" && a.gender == 'f') || (gender == "Fem" && a.gender == 'm')) return false;
      if (!plural && a.number == 'p') return false;
    }
    return plural || who.size() == 1;
  }

  /// "lors d'une visite": whoever does what the clause tells.
  void adjunct(std::size_t i) {
    const Trigger& t = triggers_[i];
    if (t.verb || t.source || t.is_statement() || !t.entry || !mentions_[i].participants.empty()) return;
    const auto& slots = t.entry->frame->slots;
    if (std::none_of(slots.begin(), slots.end(), [](const Slot& s) {
          return s.kind == Slot::Kind::possessive && s.role == ParticipantRole::agent;
        }))
      return;
    if (in_time_.count(t.word) == 0 || (!t.entry->code.empty() && t.entry->code != "CONSULT")) return;
    WordId at = t.word;
    for (int steps = 0; at && steps < 3; ++steps) {
      at = r_.head(at);
      const auto it = at ? of_verb_.find(at) : of_verb_.end();
      if (it == of_verb_.end() || !has_agent(it->second)) continue;
      for (const Participant& p : std::vector<Participant>(mentions_[it->second].participants))
        if (p.role == ParticipantRole::agent) give(i, p.actor);
      return;
    }
  }

  const Reading& r_;
  const std::vector<Trigger>& triggers_;
  std::vector<EventMention>& mentions_;
  std::unordered_set<WordId> in_time_;                 // nouns after "lors de", "après", "avant"
  std::unordered_map<WordId, std::size_t> of_verb_;
};

}  // namespace

void carry_agents(const Reading& r, const std::vector<Trigger>& triggers, std::span<const ConnectiveMatch> connectives,
                  std::vector<EventMention>& mentions) {
  Carrier(r, triggers, connectives, mentions).run();
}

}  // namespace fabula::events
