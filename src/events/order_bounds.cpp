#include "events/order_bounds.hpp"

#include "events/time_values.hpp"
#include "fabula/base/day_range.hpp"

namespace fabula::events {
namespace {

/// Whether a date that is only carried over cannot be, if the event is before another whose date the text states.
bool gives_way(const TimeValue& carried_over, const TimeValue& stated, const TimeValue& earlier, const TimeValue& later) {
  return carried_over.basis == TimeBasis::context && stated.basis < TimeBasis::context && earlier.range.earliest &&
         later.range.latest && *earlier.range.earliest > *later.range.latest;
}

/// The date of publication stands where the order allows it.
void tighten(EventMention& m, std::optional<Day> earliest, std::optional<Day> latest) {
  if (m.time.basis == TimeBasis::published && contains({earliest, latest}, m.time.range)) return;
  const auto both = intersection(m.time.basis == TimeBasis::inferred ? m.time.range : DayRange{}, {earliest, latest});
  m.time = both ? bounded(both->earliest, both->latest) : bounded(earliest, latest);  // what the text says outweighs its tense
}

}  // namespace

void bound_by_order(ArticleEvents& events) {
  for (const EventLink& link : events.links) {
    EventMention& from = events.mentions[link.from.value];
    EventMention& to = events.mentions[link.to.value];
    if (link.type == LinkType::before) {
      const TimeValue earlier = from.time, later = to.time;
      if (is_firm(later) && (!is_firm(earlier) || gives_way(earlier, later, earlier, later)))
        tighten(from, std::nullopt, later.range.latest);
      if (is_firm(earlier) && (!is_firm(later) || gives_way(later, earlier, earlier, later)))
        tighten(to, earlier.range.earliest, std::nullopt);
    } else if (link.type == LinkType::during) {
      if (is_firm(to.time) && is_bounded(to.time) && !is_firm(from.time)) from.time = with_basis(to.time, TimeBasis::inferred);
    }
  }
}

}  // namespace fabula::events
