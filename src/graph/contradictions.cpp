#include <map>

#include "findings.hpp"
#include "teller.hpp"

namespace fabula::graph {
namespace {

bool affirms(const Position& p) {
  return p.stance == "asserts" || p.stance == "confirms" || p.stance == "reports" || p.stance == "accuses";
}

struct Sides {
  const Position* yes = nullptr;
  const Position* no = nullptr;
};

}  // namespace

std::vector<Finding> contradictions(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording) {
  const Teller teller(story, wording);
  std::map<EventId, Sides> events;
  for (const Position& p : story.positions) {  // by event, then time: the first of each side
    if (p.through) continue;
    Sides& sides = events[p.event];
    if (affirms(p) && !sides.yes) sides.yes = &p;
    if (p.stance == "denies" && !sides.no) sides.no = &p;
  }
  std::vector<Finding> out;
  for (const auto& [event, sides] : events) {
    if (!sides.yes || !sides.no || sides.yes->actor == sides.no->actor || sides.yes->statement == sides.no->statement) continue;
    Finding f;
    f.kind = "contradiction";
    f.events = {event};
    f.statements = {sides.yes->statement, sides.no->statement};
    teller.set_articles(f);
    teller.tell(f, "contradiction", {{"event", teller.event(event)},
                                     {"first", story.actor(sides.yes->actor).name},
                                     {"first_date", teller.date(sides.yes->when)},
                                     {"second", story.actor(sides.no->actor).name},
                                     {"second_date", teller.date(sides.no->when)}});
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace fabula::graph
