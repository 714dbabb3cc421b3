#include "alike.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "differences.hpp"

namespace fabula::compare {
namespace {

constexpr std::size_t kMostOfOneGroup = 4;  // a group that tells more of a kind tells of several happenings

bool apart(const DayRange& a, const DayRange& b) {
  return (a.latest && b.earliest && *a.latest < *b.earliest) || (b.latest && a.earliest && *b.latest < *a.earliest);
}

/// Both fill a role, and with nobody who could be one.
bool cast_apart(const graph::StoryGraph& story, EventId a, EventId b) {
  using events::ParticipantRole;
  for (const ParticipantRole role : {ParticipantRole::agent, ParticipantRole::patient, ParticipantRole::recipient}) {
    const auto x = story.participants(a, role), y = story.participants(b, role);
    if (x.empty() || y.empty()) continue;
    const bool meet = std::any_of(x.begin(), x.end(), [&](ActorId p) {
      return std::any_of(y.begin(), y.end(), [&](ActorId q) { return stand_for(story, p, q); });
    });
    if (!meet) return true;
  }
  return false;
}

bool may_be_one(const StoryIndex& index, EventId a, EventId b) {
  const graph::StoryGraph& story = index.story();
  if (index.tellers(a) == index.tellers(b)) return false;
  const TimeValue &s = story.event(a).time, &t = story.event(b).time;
  return !(is_stated(s) && is_stated(t) && apart(s.range, t.range)) && !cast_apart(story, a, b);
}

/// Doings of a kind that matters (it has a code), told by one group alone and not as something that was not.
bool is_candidate(const StoryIndex& index, EventId id) {
  const graph::Event& e = index.story().event(id);
  return e.type == events::EventType::action && !e.predicate_class.empty() && !e.code.empty() && index.tellers(id).size() == 1 &&
         e.factuality != "negated" && e.factuality != "denied" && e.factuality != "hypothetical";
}

/// The events of one kind, put together as far as they may be one with an event of another group.
std::vector<AlikeEvents> join(const StoryIndex& index, const std::string& kind, std::vector<EventId> events) {
  std::vector<AlikeEvents> out;
  while (!events.empty()) {
    std::vector<EventId> open = {events.front()}, together;
    events.erase(events.begin());
    while (!open.empty()) {
      const EventId id = open.back();
      open.pop_back();
      together.push_back(id);
      std::erase_if(events, [&](EventId other) {
        if (!may_be_one(index, id, other)) return false;
        open.push_back(other);
        return true;
      });
    }
    std::set<std::size_t> groups;
    for (const EventId id : together) groups.insert(index.tellers(id).front());
    if (groups.size() < 2) continue;
    std::sort(together.begin(), together.end());
    out.push_back({kind, std::move(together), {groups.begin(), groups.end()}});
  }
  return out;
}

}  // namespace

std::vector<AlikeEvents> alike_events(const StoryIndex& index) {
  std::map<std::string, std::map<std::size_t, std::vector<EventId>>> kinds;
  for (const EventId id : index.events())
    if (is_candidate(index, id)) kinds[index.story().event(id).predicate_class][index.tellers(id).front()].push_back(id);
  std::vector<AlikeEvents> out;
  for (const auto& [kind, by_group] : kinds) {
    std::vector<EventId> events;
    for (const auto& [group, told] : by_group)
      if (told.size() <= kMostOfOneGroup) events.insert(events.end(), told.begin(), told.end());
    std::sort(events.begin(), events.end());
    for (AlikeEvents& a : join(index, kind, std::move(events))) out.push_back(std::move(a));
  }
  return out;
}

}  // namespace fabula::compare
