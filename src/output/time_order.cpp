#include "time_order.hpp"

#include <algorithm>
#include <tuple>

namespace fabula::output {
namespace {

auto time_key(const graph::StoryGraph& story, EventId id) {
  const DayRange& when = story.event(id).time.range;
  const Day first = when.earliest ? *when.earliest : when.latest.value_or(Day::max());
  return std::tuple(when.open(), first, when.latest.value_or(Day::max()), id);
}

}  // namespace

std::vector<EventId> in_time_order(const graph::StoryGraph& story, std::vector<EventId> events) {
  std::sort(events.begin(), events.end(), [&](EventId a, EventId b) { return time_key(story, a) < time_key(story, b); });
  return events;
}

}  // namespace fabula::output
