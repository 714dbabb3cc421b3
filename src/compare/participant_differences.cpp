#include <algorithm>
#include <set>

#include "differences.hpp"
#include "fabula/base/unicode.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

using events::ParticipantRole;

constexpr double kMoreNames = 0.7;
constexpr double kOtherNames = 0.5;
constexpr double kOtherPlaces = 0.4;  // one place may lie in the other

/// Nobody of one list can be anybody of the other: all of one kind, and no group of people who may be anyone.
bool exclude(const graph::StoryGraph& story, const std::vector<ActorId>& a, const std::vector<ActorId>& b) {
  for (const ActorId x : a)
    for (const ActorId y : b) {
      const actors::ActorKind kind = story.actor(x).kind;
      if (kind != story.actor(y).kind || kind == actors::ActorKind::group || stand_for(story, x, y)) return false;
    }
  return true;
}

std::string names(const graph::StoryGraph& story, const std::set<ActorId>& actors) {
  std::string out;
  for (const ActorId id : actors) out += (out.empty() ? "" : ", ") + story.actor(id).name;
  return out;
}

void compare_role(const StoryIndex& index, EventId event, ParticipantRole role, Compared& out) {
  std::map<std::size_t, std::set<ActorId>> who;
  std::map<std::size_t, std::vector<Passage>> where;
  for (const Told& t : index.told(event))
    for (const events::Participant& p : t.mention->participants)
      if (p.role == role) {
        who[t.group].insert(p.actor);
        where[t.group].push_back(passage(*t.mention));
      }
  SideList list;
  for (const auto& [group, actors] : who)
    for (const Passage& place : where[group])
      for (const ActorId actor : actors) list.add(names(index.story(), actors), group, place, actor);
  std::vector<Side> sides = list.sides();
  if (sides.size() < 2) return;
  Conflicts split = conflicts(sides, [&](std::size_t i, std::size_t j) { return exclude(index.story(), sides[i].actors, sides[j].actors); });
  const std::string detail(events::name(role));
  if (!split.across.empty()) out.across.push_back({event, Aspect::participants, detail, true, kOtherNames, std::move(split.across)});
  else {
    sort_sides(sides);
    out.across.push_back({event, Aspect::participants, detail, false, kMoreNames, std::move(sides)});
  }
}

bool may_be_one_place(const std::string& a, const std::string& b) {
  const std::string x = fold_accents(a), y = fold_accents(b);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

}  // namespace

bool stand_for(const graph::StoryGraph& story, ActorId a, ActorId b) {
  // "assemblée nationale" and "assemblée nationale de Nordanie": one name is the other cut short
  const auto begins = [&](ActorId longer, ActorId shorter) {
    return story.actor(longer).kind != actors::ActorKind::person &&
           fold_accents(story.actor(longer).name).starts_with(fold_accents(story.actor(shorter).name) + " ");
  };
  if (begins(a, b) || begins(b, a)) return true;
  const auto holds = [&](ActorId holder, ActorId body) {
    const auto edges = story.affiliations_of(holder);
    return std::any_of(edges.begin(), edges.end(), [&](const graph::ActorEdge& e) { return e.to == body; });
  };
  return a == b || holds(a, b) || holds(b, a);
}

void compare_participants(const StoryIndex& index, EventId event, Compared& out) {
  for (const ParticipantRole role : {ParticipantRole::agent, ParticipantRole::patient, ParticipantRole::recipient})
    compare_role(index, event, role, out);
}

void compare_places(const StoryIndex& index, EventId event, Compared& out) {
  SideList list;
  for (const Told& t : index.told(event))
    if (!t.mention->location.empty()) list.add(t.mention->location, t.group, passage(*t.mention), t.mention->claimed_by);
  const std::vector<Side> sides = list.sides();
  Conflicts split = conflicts(sides, [&](std::size_t i, std::size_t j) { return !may_be_one_place(sides[i].value, sides[j].value); });
  if (!split.across.empty()) out.across.push_back({event, Aspect::place, "", true, kOtherPlaces, std::move(split.across)});
}

}  // namespace fabula::compare
