#include "events/order_bounds.hpp"

#include "events/time_values.hpp"

namespace fabula::events {
namespace {

void tighten(EventMention& m, std::optional<Day> earliest, std::optional<Day> latest) {
  DayRange range = m.time.basis == TimeBasis::inferred ? m.time.range : DayRange{};
  if (earliest && (!range.earliest || *earliest > *range.earliest)) range.earliest = earliest;
  if (latest && (!range.latest || *latest < *range.latest)) range.latest = latest;
  if (range.earliest && range.latest && *range.latest < *range.earliest) return;
  m.time = bounded(range.earliest, range.latest);
}

}  // namespace

void bound_by_order(ArticleEvents& events) {
  for (const EventLink& link : events.links) {
    EventMention& from = events.mentions[link.from.value];
    EventMention& to = events.mentions[link.to.value];
    if (link.type == LinkType::before) {
      if (is_firm(to.time) && !is_firm(from.time)) tighten(from, std::nullopt, to.time.range.latest);
      if (is_firm(from.time) && !is_firm(to.time)) tighten(to, from.time.range.earliest, std::nullopt);
    } else if (link.type == LinkType::during) {
      if (is_firm(to.time) && !is_firm(from.time)) from.time = with_basis(to.time, TimeBasis::inferred);
    }
  }
}

}  // namespace fabula::events
