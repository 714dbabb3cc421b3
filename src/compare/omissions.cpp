#include <algorithm>
#include <map>
#include <set>

#include "findings.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

constexpr std::size_t kCentral = 3;         // linked events that make an event of one teller central
constexpr std::size_t kCommonGround = 2;    // what a group must tell of the affair to be expected to tell the event too
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

const std::string& kind_of(const graph::Event& e) { return e.predicate_class.empty() ? e.predicate : e.predicate_class; }

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

/// The events that each article tells.
std::vector<std::vector<EventId>> by_article(const StoryIndex& index) {
  std::vector<std::vector<EventId>> told(index.story().article_count());
  for (const EventId event : index.events())
    for (const graph::Mention& m : index.story().event(event).mentions) {
      auto& list = told[m.article.value];
      if (list.empty() || list.back() != event) list.push_back(event);
    }
  return told;
}

/// How much of the affair each other group tells: the events of the articles that tell this one, those that are linked with it
/// counted twice.
std::map<std::size_t, std::size_t> common_ground(const StoryIndex& index, EventId event, const std::set<EventId>& around,
                                                 const std::vector<std::vector<EventId>>& told) {
  std::set<EventId> affair = around;
  for (const graph::Mention& m : index.story().event(event).mentions)
    if (!index.groups_of(m.article).empty()) affair.insert(told[m.article.value].begin(), told[m.article.value].end());
  std::map<std::size_t, std::size_t> count;
  for (const EventId id : affair)
    for (const std::size_t group : index.tellers(id))
      if (!index.tells(group, event)) count[group] += around.contains(id) ? 2 : 1;
  return count;
}

/// The kinds of doings that each group tells: what it tells of the same kind may be the event in words that nothing joins to it.
std::vector<std::set<std::string>> kinds_told(const StoryIndex& index) {
  std::vector<std::set<std::string>> kinds(index.groups().size());
  for (const EventId id : index.events()) {
    const graph::Event& e = index.story().event(id);
    for (const std::size_t group : index.tellers(id)) kinds[group].insert(kind_of(e));
  }
  return kinds;
}

/// Who stands on a side of a finding across groups tells of its events.
std::map<EventId, std::set<std::size_t>> tellers_by_findings(const std::vector<Finding>& findings) {
  std::map<EventId, std::set<std::size_t>> tellers;
  for (const Finding& f : findings)
    for (const EventId event : f.events)
      for (const Side& side : f.sides)
        if (f.scope == Scope::across) tellers[event].insert(side.groups.begin(), side.groups.end());
  return tellers;
}

}  // namespace

std::vector<Finding> omissions(const StoryIndex& index, const std::vector<Finding>& findings, const Speaker& speaker) {
  auto contradicting = tellers_by_findings(findings);
  const auto told_by = by_article(index);
  const auto kinds = kinds_told(index);
  std::vector<Finding> out;
  for (const EventId event : index.events()) {
    const graph::Event& e = index.story().event(event);
    const std::size_t tellers = index.tellers(event).size();
    if (e.type != events::EventType::action || !is_told_as_fact(e.factuality) || tellers == index.groups().size()) continue;
    const std::set<EventId> around = neighbours(index.story(), event);
    if (tellers < 2 && around.size() < kCentral) continue;
    std::vector<std::size_t> missing;
    for (const auto& [group, count] : common_ground(index, event, around, told_by))
      if (count >= kCommonGround && !kinds[group].contains(kind_of(e)) && !could_not_know(index, group, event) &&
          !contradicting[event].contains(group))
        missing.push_back(group);
    if (missing.empty()) continue;
    Finding f;
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
