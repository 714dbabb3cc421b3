#include "align.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "alike.hpp"
#include "longest_run.hpp"

namespace fabula::compare {
namespace {

/// Events of a group by their first mention.
std::vector<std::vector<EventId>> tellings(const StoryIndex& index) {
  using Place = std::tuple<ArticleId, Span, EventId>;
  std::vector<std::vector<Place>> places(index.groups().size());
  for (const EventId event : index.events()) {
    std::set<std::size_t> seen;
    for (const Told& t : index.told(event))  // sorted by place: the first mention of each group counts
      if (seen.insert(t.group).second) places[t.group].push_back({t.mention->article, t.mention->span, event});
  }
  std::vector<std::vector<EventId>> out(places.size());
  for (std::size_t g = 0; g < places.size(); ++g) {
    std::sort(places[g].begin(), places[g].end());
    for (const Place& place : places[g]) out[g].push_back(std::get<EventId>(place));
  }
  return out;
}

/// Dated events that stand outside the longest run that follows time, and certainly out of its order.
std::vector<EventId> out_of_order(const graph::StoryGraph& story, const std::vector<EventId>& telling) {
  std::vector<EventId> dated;
  std::vector<Day> key;
  for (const EventId id : telling) {
    const DayRange& range = story.event(id).time.range;
    if (!range.earliest || !range.latest) continue;
    dated.push_back(id);
    key.push_back(*range.earliest);
  }
  std::vector<bool> in_run(dated.size());
  for (const std::size_t i : longest_run(key)) in_run[i] = true;
  std::vector<Day> soonest_after(dated.size() + 1, Day::max());
  for (std::size_t i = dated.size(); i-- > 0;)
    soonest_after[i] = in_run[i] ? std::min(soonest_after[i + 1], *story.event(dated[i]).time.range.latest) : soonest_after[i + 1];
  std::vector<EventId> out;
  Day last_before = Day::min();
  for (std::size_t i = 0; i < dated.size(); ++i) {
    const DayRange& range = story.event(dated[i]).time.range;
    if (in_run[i]) last_before = std::max(last_before, *range.earliest);
    else if (*range.latest < last_before || soonest_after[i] < *range.earliest) out.push_back(dated[i]);
  }
  return out;
}

/// For each pair of groups the places of their shared events in both tellings, in the order of the first.
std::vector<PairAlignment> pairs(const StoryIndex& index, const std::vector<Telling>& tellings) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> places_in_second;
  std::vector<std::map<EventId, std::size_t>> place(tellings.size());
  for (std::size_t g = 0; g < tellings.size(); ++g)
    for (std::size_t i = 0; i < tellings[g].events.size(); ++i)
      if (index.tellers(tellings[g].events[i]).size() > 1) place[g][tellings[g].events[i]] = i;
  for (std::size_t g = 0; g < tellings.size(); ++g)
    for (const EventId event : tellings[g].events)
      for (const std::size_t other : index.tellers(event))
        if (other > g) places_in_second[{g, other}].push_back(place[other].at(event));
  std::vector<PairAlignment> out;
  for (const auto& [groups, places] : places_in_second) {
    const auto [a, b] = groups;
    const std::size_t in_order = longest_run(places).size();
    const double all = static_cast<double>(tellings[a].events.size() + tellings[b].events.size());
    out.push_back({a, b, places.size(), in_order, 2.0 * static_cast<double>(in_order) / all});
  }
  return out;
}

}  // namespace

Alignment align(const StoryIndex& index) {
  Alignment out;
  for (std::vector<EventId>& events : tellings(index)) {
    Telling telling;
    for (const EventId id : events)
      if (index.tellers(id).size() == 1) telling.only.push_back(id);
    telling.out_of_order = out_of_order(index.story(), events);
    telling.events = std::move(events);
    out.tellings.push_back(std::move(telling));
  }
  for (const EventId id : index.events()) {
    const auto& tellers = index.tellers(id);
    if (tellers.size() < 2) continue;
    out.shared.push_back({id, tellers});
    if (tellers.size() == index.groups().size()) out.core.push_back(id);
  }
  out.alike = alike_events(index);
  out.pairs = pairs(index, out.tellings);
  return out;
}

}  // namespace fabula::compare
