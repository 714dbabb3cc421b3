#include <algorithm>
#include <map>
#include <set>

#include "findings.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

constexpr std::size_t kCentral = 3;         // linked events that make an event of one teller central
constexpr std::size_t kCommonGround = 2;    // of these, what a group must tell to be expected to tell the event too
constexpr double kBase = 0.4, kPerTeller = 0.1, kPerLink = 0.05, kMost = 0.9;

std::set<EventId> neighbours(const graph::StoryGraph& story, EventId event) {
  std::set<EventId> out;
  for (const graph::EventEdge& edge : story.links_from(event)) out.insert(edge.to);
  for (const graph::EventEdge& edge : story.links_to(event)) out.insert(edge.from);
  return out;
}

bool is_told_as_fact(const std::string& factuality) {
  return factuality == "asserted" || factuality == "claimed" || factuality == "alleged" || factuality == "disputed";
}

std::optional<Day> last_published(const StoryIndex& index, const std::vector<ArticleId>& articles) {
  std::optional<Day> last;
  for (const ArticleId id : articles) {
    const auto& latest = index.story().article(id).published.range.latest;
    if (!latest) return std::nullopt;
    if (!last || *latest > *last) last = latest;
  }
  return last;
}

std::optional<Day> first_published(const StoryIndex& index, const std::vector<Told>& told) {
  std::optional<Day> first;
  for (const Told& t : told) {
    const auto& earliest = index.story().article(t.mention->article).published.range.earliest;
    if (earliest && (!first || *earliest < *first)) first = earliest;
  }
  return first;
}

/// The group's articles came out before the event, or before anybody told it.
bool could_not_know(const StoryIndex& index, std::size_t group, EventId event) {
  const auto last = last_published(index, index.groups()[group].articles);
  if (!last) return false;
  const DayRange& when = index.story().event(event).time.range;
  if (when.earliest) return *last < *when.earliest;
  const auto first = first_published(index, index.told(event));
  return first && *last < *first;
}

/// How many events that hang together with this one each other group tells.
std::map<std::size_t, std::size_t> common_ground(const StoryIndex& index, EventId event, const std::set<EventId>& around) {
  std::map<std::size_t, std::size_t> count;
  for (const EventId id : around)
    for (const std::size_t group : index.tellers(id))
      if (!index.tells(group, event)) ++count[group];
  return count;
}

}  // namespace

std::vector<Finding> omissions(const StoryIndex& index, const Speaker& speaker) {
  std::vector<Finding> out;
  for (const EventId event : index.events()) {
    const graph::Event& e = index.story().event(event);
    const std::size_t tellers = index.tellers(event).size();
    if (e.type != events::EventType::action || !is_told_as_fact(e.factuality) || tellers == index.groups().size()) continue;
    const std::set<EventId> around = neighbours(index.story(), event);
    if (tellers < 2 && around.size() < kCentral) continue;
    Finding f;
    for (const auto& [group, count] : common_ground(index, event, around))
      if (count >= (tellers < 2 ? kCommonGround : 1) && !could_not_know(index, group, event)) f.sides.push_back({"omitted", {group}, {}, {}});
    if (f.sides.empty()) continue;
    std::vector<std::size_t> missing;
    for (const Side& side : f.sides) missing.push_back(side.groups.front());
    SideList told;
    for (const Told& t : index.told(event)) told.add("told", t.group, passage(*t.mention), t.mention->claimed_by);
    f.sides = {told.sides().front(), {"omitted", missing, {}, {}}};
    f.kind = "omission";
    f.scope = Scope::across;
    f.events = {event};
    f.articles = articles_of(f.sides);
    f.confidence = std::min(kMost, kBase + kPerTeller * static_cast<double>(tellers - 1) + kPerLink * static_cast<double>(around.size()));
    speaker.tell(f, "omission", {{"event", speaker.event(event)}, {"first_voice", speaker.groups(f.sides[0].groups)}, {"second_voice", speaker.groups(missing)}});
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace fabula::compare
