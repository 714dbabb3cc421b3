#include "fabula/graph/view.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::graph {
namespace {

bool within(const DayRange& when, const Filter& filter) {
  if (!filter.from && !filter.to) return true;
  if (when.open()) return false;
  if (filter.to && when.earliest && *when.earliest > *filter.to) return false;
  return !(filter.from && when.latest && *when.latest < *filter.from);
}

bool takes_part(const StoryGraph& story, EventId id, const std::vector<ActorId>& actors) {
  if (actors.empty()) return true;
  const auto who = story.participants(id);
  return std::any_of(who.begin(), who.end(), [&](const events::Participant& p) {
    return std::find(actors.begin(), actors.end(), p.actor) != actors.end();
  });
}

bool keeps(const StoryGraph& story, EventId id, const Filter& filter) {
  const Event& event = story.event(id);
  if (filter.type && event.type != *filter.type) return false;
  if (!filter.codes.empty() && std::find(filter.codes.begin(), filter.codes.end(), event.code) == filter.codes.end())
    return false;
  return within(event.time.range, filter) && takes_part(story, id, filter.actors);
}

/// How much an event matters in its story: mentions and links tell, a date of its own helps to place it.
std::size_t weight(const StoryGraph& story, EventId id) {
  const Event& event = story.event(id);
  const bool dated = event.time.basis != TimeBasis::published && !event.time.range.open();
  return 2 * event.mentions.size() + 2 * (story.links_from(id).size() + story.links_to(id).size()) +
         story.participants(id).size() + (dated ? 1 : 0);
}

std::vector<EventId> heaviest(const StoryGraph& story, const std::vector<EventId>& events, std::size_t top) {
  if (top == 0 || events.size() <= top) return events;
  std::vector<std::pair<std::size_t, EventId>> weighed;
  for (const EventId id : events) weighed.emplace_back(weight(story, id), id);
  std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<EventId> kept;
  for (std::size_t i = 0; i < top; ++i) kept.push_back(weighed[i].second);
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace

std::vector<EventId> select_events(const StoryGraph& story, const Filter& filter) {
  std::vector<EventId> kept;
  for (std::size_t i = 0; i < story.event_count(); ++i)
    if (keeps(story, EventId(i), filter)) kept.push_back(EventId(i));
  return heaviest(story, kept, filter.top);
}

View view(const StoryGraph& story, const Filter& filter) {
  std::vector<bool> kept(boost::num_vertices(story.graph()), filter.empty());
  for (const EventId id : select_events(story, filter)) {
    kept[story.vertex(id)] = true;
    for (const events::Participant& p : story.participants(id)) kept[story.vertex(p.actor)] = true;
    for (const Mention& m : story.event(id).mentions) kept[story.vertex(m.article)] = true;
  }
  return {story.graph(), boost::keep_all(), KeptVertices(std::move(kept))};
}

std::vector<ActorId> actors_named(const StoryGraph& story, std::string_view name) {
  const std::string wanted = fold_accents(name);
  std::vector<ActorId> found;
  for (std::size_t i = 0; i < story.actor_count(); ++i) {
    const actors::Actor& actor = story.actor(ActorId(i));
    const bool hit = export_id(ActorId(i)) == name || fold_accents(actor.name) == wanted ||
                     std::any_of(actor.aliases.begin(), actor.aliases.end(),
                                 [&](const std::string& alias) { return fold_accents(alias) == wanted; });
    if (hit) found.push_back(ActorId(i));
  }
  return found;
}

}  // namespace fabula::graph
