#include <algorithm>
#include <array>
#include <set>

#include "differences.hpp"
#include "fabula/base/unicode.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

using events::Factuality;

constexpr double kFactuality = 0.7;
constexpr double kWording = 0.6;
constexpr double kQuoted = 0.7;
constexpr std::size_t kStem = 4;  // letters that words of one family have in common at least

/// How far a mention vouches for its event, best first.
int ground(Factuality f) {
  constexpr std::array<Factuality, 7> kOrder = {Factuality::asserted, Factuality::claimed, Factuality::alleged, Factuality::negated,
                                                Factuality::denied,   Factuality::planned, Factuality::hypothetical};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), f) - kOrder.begin());
}

/// Claims and hearsay are both told at second hand; plans and suppositions both not told as having been.
int kind(Factuality f) {
  switch (f) {
    case Factuality::asserted: return 0;
    case Factuality::claimed:
    case Factuality::alleged: return 1;
    case Factuality::negated:
    case Factuality::denied: return 2;
    case Factuality::planned:
    case Factuality::hypothetical: return 3;
  }
  return 0;
}

/// The mention of each group that vouches most.
std::map<std::size_t, const graph::Mention*> best_mentions(const StoryIndex& index, EventId event) {
  std::map<std::size_t, const graph::Mention*> best;
  for (const Told& t : index.told(event)) {
    const graph::Mention*& m = best[t.group];
    if (!m || ground(t.mention->factuality) < ground(m->factuality)) m = t.mention;
  }
  return best;
}

/// "livrer" and "livraison": the first letters, and most of the shorter word, agree.
bool one_family(const std::string& a, const std::string& b) {
  const std::u32string x = to_utf32(fold_accents(a)), y = to_utf32(fold_accents(b));
  const std::size_t shorter = std::min(x.size(), y.size());
  const std::size_t common = static_cast<std::size_t>(std::mismatch(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(shorter), y.begin()).first - x.begin());
  return common >= std::min(kStem, shorter) && common * 2 >= shorter;
}

}  // namespace

void compare_factuality(const StoryIndex& index, EventId event, Compared& out) {
  SideList list;
  std::set<int> kinds;
  for (const auto& [group, mention] : best_mentions(index, event)) {
    list.add(std::string(events::name(mention->factuality)), group, passage(*mention), mention->claimed_by);
    kinds.insert(kind(mention->factuality));
  }
  if (kinds.size() < 2) return;
  std::vector<Side> sides = list.sides();
  sort_sides(sides);
  const bool opposed = kinds.contains(2) && (kinds.contains(0) || kinds.contains(1));
  out.across.push_back({event, Aspect::factuality, "", opposed, kFactuality, std::move(sides)});
}

void compare_wording(const StoryIndex& index, EventId event, Compared& out) {
  if (index.story().event(event).type != events::EventType::action) return;
  SideList list;
  for (const Told& t : index.told(event)) list.add(t.mention->predicate, t.group, passage(*t.mention));
  const std::vector<Side> sides = list.sides();
  Conflicts split = conflicts(sides, [&](std::size_t i, std::size_t j) { return !one_family(sides[i].value, sides[j].value); });
  if (!split.across.empty()) out.across.push_back({event, Aspect::wording, "", false, kWording, std::move(split.across)});
}

void compare_quoted(const StoryIndex& index, EventId event, Compared& out) {
  std::map<std::size_t, std::set<ActorId>> quoted;
  std::map<std::size_t, std::vector<Passage>> where;
  for (const graph::EventEdge& edge : index.story().links_to(event)) {
    using events::LinkType;
    if (edge.link.type != LinkType::about && edge.link.type != LinkType::denies && edge.link.type != LinkType::confirms) continue;
    for (const Told& t : index.told(edge.from))
      for (const events::Participant& p : t.mention->participants)
        if (p.role == events::ParticipantRole::agent) {
          quoted[t.group].insert(p.actor);
          where[t.group].push_back(passage(*t.mention));
        }
  }
  if (quoted.empty()) return;
  SideList list;
  for (const auto& [group, mention] : best_mentions(index, event)) {
    std::string names;
    for (const ActorId id : quoted[group]) names += (names.empty() ? "" : ", ") + index.story().actor(id).name;
    for (const ActorId id : quoted[group])
      for (const Passage& place : where[group]) list.add(names, group, place, id);
    if (quoted[group].empty()) list.add("", group, passage(*mention));
  }
  std::vector<Side> sides = list.sides();
  if (sides.size() < 2) return;
  sort_sides(sides);
  out.across.push_back({event, Aspect::quoted, "", false, kQuoted, std::move(sides)});
}

}  // namespace fabula::compare
