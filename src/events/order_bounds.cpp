#include "events/order_bounds.hpp"

#include "events/time_values.hpp"
#include "fabula/base/day_range.hpp"

namespace fabula::events {
namespace {

/// The date of publication stands where the order allows it.
void tighten(EventMention& m, std::optional<Day> earliest, std::optional<Day> latest) {
  if (m.time.basis == TimeBasis::published && contains({earliest, latest}, m.time.range)) return;
  const auto both = intersection(m.time.basis == TimeBasis::inferred ? m.time.range : DayRange{}, {earliest, latest});
  if (both) m.time = bounded(both->earliest, both->latest);
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
