#include "positions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace fabula::graph {
namespace {

using events::Act;
using events::Factuality;
using events::LinkType;

std::optional<std::string_view> stance_of(Act act) {
  switch (act) {
    case Act::say:
    case Act::announce: return "asserts";
    case Act::report: return "reports";
    case Act::confirm: return "confirms";
    case Act::deny: return "denies";
    case Act::accuse: return "accuses";
    case Act::condemn: return "condemns";
    case Act::warn: return "warns";
    case Act::promise: return "promises";
    case Act::demand: return "demands";
    case Act::support: return "supports";
    case Act::ask:
    case Act::propose:
    case Act::concern: break;  // says nothing of whether it is so
  }
  return std::nullopt;
}

/// What a speaker's own words make of an event, by its mention in them.
std::optional<std::string_view> stance_of_content(Factuality f, std::string_view otherwise) {
  switch (f) {
    case Factuality::denied:
    case Factuality::negated: return "denies";
    case Factuality::hypothetical: return std::nullopt;
    case Factuality::planned: return otherwise == "asserts" ? std::optional<std::string_view>() : otherwise;
    default: return otherwise;
  }
}

class Collector {
 public:
  Collector(const StoryGraph& story, const Principals& principals) : story_(story), principals_(principals) {}

  void collect() {
    for (const EventEdge& edge : story_.links()) add_link(edge);
    for (std::size_t i = 0; i < story_.event_count(); ++i)
      for (const Mention& m : story_.event(EventId(i)).mentions)
        if (m.claim_event && !linked_.contains({m.claim_event, EventId(i)})) add_claim(EventId(i), m);
  }

  std::vector<Position> take() {
    std::sort(found_.begin(), found_.end(), [](const Position& a, const Position& b) { return key(a) < key(b); });
    return std::move(found_);
  }

 private:
  static std::tuple<EventId, Day, EventId, ActorId, ActorId> key(const Position& p) {
    const Day day = p.when.earliest ? *p.when.earliest : p.when.latest.value_or(Day::max());
    return {p.event, day, p.statement, p.through ? p.through : p.actor, p.through ? p.actor : ActorId(std::size_t{0})};
  }

  void add_link(const EventEdge& edge) {
    const LinkType type = edge.link.type;
    if (type != LinkType::about && type != LinkType::denies && type != LinkType::confirms) return;
    linked_.insert({edge.from, edge.to});
    if (type == LinkType::denies) return add_denial(edge);
    if (type == LinkType::confirms) return add(edge.to, edge.from, "confirms");
    add_by_act(edge.to, edge.from, content_factuality(edge.to, edge.from, edge.link));
  }
  /// Whoever denies what somebody said denies what that was about: "a nié ces accusations".
  void add_denial(const EventEdge& edge) {
    const EventId event = edge.to, statement = edge.from;
    if (told_before(edge) && !concerns(event, statement)) return;
    add(event, statement, "denies");
    if (story_.event(event).type != events::EventType::statement || story_.event(event).act == Act::deny) return;
    if (share_speaker(event, statement)) return;  // nobody denies his own words: the link was read wrongly
    std::set<EventId> contents;
    for (const EventEdge& said : story_.links_from(event))
      if (said.link.type == LinkType::about) contents.insert(said.to);
    for (const EventId content : contents)
      if (content != statement && is_mere_claim(content) && concerns(content, statement)) add(content, statement, "denies");
  }
  /// The denial names an action only by a word that points back to an earlier sentence.
  bool told_before(const EventEdge& edge) const {
    if (story_.event(edge.to).type != events::EventType::action) return false;
    const auto tells = [&](EventId id, auto holds) {
      const std::vector<Mention>& mentions = story_.event(id).mentions;
      return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.article == edge.link.article && holds(m); });
    };
    return !tells(edge.from, [&](const Mention& denial) {
      return tells(edge.to, [&](const Mention& m) { return m.claim_event == edge.from || denial.sentence.contains(m.span); });
    });
  }
  /// The speakers or those they speak for take part: "ces accusations" are not all that was said before.
  bool concerns(EventId event, EventId statement) const {
    const auto speakers = story_.participants(statement, events::ParticipantRole::agent);
    const auto cast = story_.participants(event);
    return std::any_of(cast.begin(), cast.end(), [&](const events::Participant& p) {
      return std::any_of(speakers.begin(), speakers.end(), [&](ActorId speaker) { return principals_.same_side(speaker, p.actor); });
    });
  }
  /// An action that the articles do not vouch for themselves: what everybody tells is background, not what is denied.
  bool is_mere_claim(EventId id) const {
    return story_.event(id).type == events::EventType::action && story_.event(id).factuality != "asserted";
  }
  bool share_speaker(EventId a, EventId b) const {
    const auto x = story_.participants(a, events::ParticipantRole::agent);
    const auto y = story_.participants(b, events::ParticipantRole::agent);
    return std::any_of(x.begin(), x.end(), [&](ActorId id) { return std::find(y.begin(), y.end(), id) != y.end(); });
  }
  void add_claim(EventId event, const Mention& m) { add_by_act(event, m.claim_event, m.factuality); }

  void add_by_act(EventId event, EventId statement, std::optional<Factuality> content) {
    const auto& act = story_.event(statement).act;
    const auto stance = act ? stance_of(*act) : std::nullopt;
    if (!stance) return;
    const auto held = content ? stance_of_content(*content, *stance) : stance;
    if (held) add(event, statement, *held);
  }

  /// Factuality of the mention of the event that the statement makes: the one that names it, else the one in the link's
  /// span. That another statement denies it there says nothing of this one.
  std::optional<Factuality> content_factuality(EventId event, EventId statement, const Link& link) const {
    const std::vector<Mention>& mentions = story_.event(event).mentions;
    for (const Mention& m : mentions)
      if (m.claim_event == statement) return m.factuality;
    for (const Mention& m : mentions)
      if (m.article == link.article && link.span.contains(m.span)) {
        const bool of_another = m.factuality == Factuality::denied && m.claim_event;
        return of_another ? Factuality::claimed : m.factuality;
      }
    return std::nullopt;
  }

  void add(EventId event, EventId statement, std::string_view stance) {
    const Event& said = story_.event(statement);
    if (said.type != events::EventType::statement || said.factuality == "negated" || said.factuality == "hypothetical") return;
    for (const ActorId speaker : story_.participants(statement, events::ParticipantRole::agent)) {
      add_position({event, speaker, ActorId(), std::string(stance), statement, said.time.range});
      for (const ActorId principal : principals_.of(speaker))
        add_position({event, principal, speaker, std::string(stance), statement, said.time.range});
    }
  }
  void add_position(Position p) {
    if (seen_.emplace(p.event, p.actor, p.stance, p.statement).second) found_.push_back(std::move(p));
  }

  const StoryGraph& story_;
  const Principals& principals_;
  std::set<std::pair<EventId, EventId>> linked_;
  std::set<std::tuple<EventId, ActorId, std::string, EventId>> seen_;
  std::vector<Position> found_;
};

}  // namespace

std::vector<Position> find_positions(const StoryGraph& story, const Principals& principals) {
  Collector collector(story, principals);
  collector.collect();
  return collector.take();
}

}  // namespace fabula::graph
