#include "story_items.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "fabula/base/edtf.hpp"
#include "fabula/base/unicode.hpp"
#include "time_order.hpp"

namespace fabula::output {
namespace {

using graph::StoryGraph;

/// Who speaks or acts, then what: the label alone where it already names them.
std::string text_of(const StoryGraph& story, EventId id) {
  const graph::Event& e = story.event(id);
  std::string who;
  for (const ActorId actor : story.participants(id, events::ParticipantRole::agent)) {
    const std::string& name = story.actor(actor).name;
    if (fold_accents(e.label).find(fold_accents(name)) != std::string::npos) continue;
    who += (who.empty() ? "" : ", ") + name;
  }
  return who.empty() ? e.label : who + ": " + e.label;
}

Item item_of(const StoryGraph& story, EventId id) {
  const graph::Event& e = story.event(id);
  const auto agents = story.participants(id, events::ParticipantRole::agent);
  return {{id}, e.type, e.code, e.factuality, text_of(story, id), e.time, agents.empty() ? ActorId() : agents.front()};
}

/// First day of the period that a day falls in.
Day period_of(Day day, Collapse collapse) {
  if (collapse == Collapse::week) return day - (std::chrono::weekday(day) - std::chrono::Monday);
  const std::chrono::year_month_day ymd(day);
  return collapse == Collapse::month ? Day(ymd.year() / ymd.month() / 1) : day;
}

Day period_end(Day first, Collapse collapse) {
  if (collapse == Collapse::week) return first + std::chrono::days(6);
  const std::chrono::year_month_day ymd(first);
  return collapse == Collapse::month ? Day(ymd.year() / ymd.month() / std::chrono::last) : first;
}

/// "3 statements: "; several at least.
std::string counted(const graph::Wording& words, events::EventType type, std::size_t count) {
  const bool statement = type == events::EventType::statement;
  const char* key = statement ? "count_statements.many" : "count_actions.many";
  const std::string number = std::to_string(count);
  return (words.contains(key) ? graph::tell(words, key, {{"n", number}}) : number + (statement ? " statements" : " actions")) + ": ";
}

/// An item for all events of one period and type, named by its first ones.
Item fold(const StoryGraph& story, const std::vector<EventId>& events, Day period, const StoryDiagramOptions& options) {
  if (events.size() == 1) return item_of(story, events.front());
  Item item = item_of(story, events.front());
  item.events = events;
  item.text = counted(options.words, item.type, events.size());
  for (std::size_t i = 0; i < events.size() && i < 3; ++i) item.text += (i ? "; " : "") + text_of(story, events[i]);
  if (events.size() > 3) item.text += "; …";
  for (const EventId id : events) {
    if (story.event(id).code != item.code) item.code.clear();
    if (story.event(id).factuality != item.factuality) item.factuality = "asserted";
  }
  item.time.range = {period, period_end(period, options.collapse)};
  item.time.edtf = edtf_of(item.time.range);
  return item;
}

/// Events whose bounds lie in one period fold; the others stand for themselves.
std::vector<Item> folded(const StoryGraph& story, const std::vector<EventId>& events, const StoryDiagramOptions& options) {
  const Collapse collapse = options.collapse;
  std::map<std::pair<Day, events::EventType>, std::vector<EventId>> periods;
  std::vector<Item> items;
  for (const EventId id : events) {
    const DayRange& when = story.event(id).time.range;
    const bool fits = collapse != Collapse::none && when.earliest && when.latest &&
                      period_of(*when.earliest, collapse) == period_of(*when.latest, collapse);
    if (fits) periods[{period_of(*when.earliest, collapse), story.event(id).type}].push_back(id);
    else items.push_back(item_of(story, id));
  }
  for (const auto& [key, list] : periods) items.push_back(fold(story, list, key.first, options));
  return items;
}

auto time_key(const Item& item) {
  const DayRange& when = item.time.range;
  const Day first = when.earliest ? *when.earliest : when.latest.value_or(Day::max());
  return std::tuple(when.open(), first, when.latest.value_or(Day::max()), item.events.front());
}

std::vector<ItemLink> links_between(const StoryGraph& story, const std::vector<Item>& items) {
  std::map<EventId, std::size_t> item_of_event;
  for (std::size_t i = 0; i < items.size(); ++i)
    for (const EventId id : items[i].events) item_of_event[id] = i;
  std::map<std::tuple<std::size_t, std::size_t, events::LinkType>, std::size_t> counts;
  for (const graph::EventEdge& edge : story.links()) {
    const auto from = item_of_event.find(edge.from);
    const auto to = item_of_event.find(edge.to);
    if (from == item_of_event.end() || to == item_of_event.end() || from->second == to->second) continue;
    ++counts[{from->second, to->second, edge.link.type}];
  }
  std::vector<ItemLink> links;
  for (const auto& [key, count] : counts) links.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), count});
  return links;
}

}  // namespace

Items story_items(const StoryGraph& story, const StoryDiagramOptions& options) {
  Items out;
  out.items = folded(story, in_time_order(story, graph::select_events(story, options.filter)), options);
  std::sort(out.items.begin(), out.items.end(), [](const Item& a, const Item& b) { return time_key(a) < time_key(b); });
  out.links = links_between(story, out.items);
  return out;
}

}  // namespace fabula::output
