#include <map>
#include <optional>
#include <set>

#include "fabula/base/day_range.hpp"
#include "findings.hpp"
#include "teller.hpp"

namespace fabula::graph {
namespace {

bool affirms(const Position& p) { return p.stance == "asserts" || p.stance == "confirms"; }
bool denies(const Position& p) { return p.stance == "denies"; }

struct Change {
  const Position* from = nullptr;
  const Position* to = nullptr;
};

std::optional<Change> first_change(const std::vector<const Position*>& positions) {
  for (const Position* p : positions)
    for (const Position* q : positions) {
      const bool opposed = (affirms(*p) && denies(*q)) || (denies(*p) && affirms(*q));
      if (opposed && before(p->when, q->when)) return Change{p, q};
    }
  return std::nullopt;
}

Finding make_finding(const StoryGraph& story, const Teller& teller, const Change& change) {
  Finding f;
  f.kind = "position_change";
  f.actor = change.to->actor;
  f.events = {change.to->event};
  f.statements = {change.from->statement, change.to->statement};
  teller.set_articles(f);
  const auto voice = [&](const Position& p) { return p.through ? story.actor(p.through).name : std::string(); };
  const auto by = [&](const Position& p) {  // "par Amid Morel": who spoke for the actor
    return p.through ? " " + teller.words(f, "position_change.by", {{"voice", voice(p)}}) : std::string();
  };
  const auto stance = [&](const Position& p) { return teller.words(f, "position_change." + p.stance, {}); };
  teller.tell(f, denies(*change.from) ? "position_change" : "position_change_to_denial",
              {{"actor", story.actor(f.actor).name},
               {"event", teller.event(change.to->event)},
               {"first_voice", voice(*change.from)},
               {"first_by", by(*change.from)},
               {"first_stance", stance(*change.from)},
               {"first_date", teller.date(change.from->when)},
               {"second_voice", voice(*change.to)},
               {"second_by", by(*change.to)},
               {"second_stance", stance(*change.to)},
               {"second_date", teller.date(change.to->when)}});
  return f;
}

}  // namespace

std::vector<Finding> position_changes(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording) {
  std::map<std::pair<EventId, ActorId>, std::vector<const Position*>> held;
  for (const Position& p : story.positions) held[{p.event, p.actor}].push_back(&p);
  const Teller teller(story, wording);
  // the same two statements are one change: of the one who spoke rather than of those spoken for
  std::map<std::tuple<EventId, EventId, EventId>, Change> changes;
  for (const auto& [key, positions] : held) {
    const auto change = first_change(positions);
    if (!change) continue;
    const auto borrowed = [](const Change& c) { return (c.from->through ? 1 : 0) + (c.to->through ? 1 : 0); };
    const auto [slot, fresh] = changes.try_emplace({key.first, change->from->statement, change->to->statement}, *change);
    if (!fresh && borrowed(*change) < borrowed(slot->second)) slot->second = *change;
  }
  std::vector<Finding> out;
  for (const auto& [key, change] : changes) out.push_back(make_finding(story, teller, change));
  return out;
}

}  // namespace fabula::graph
