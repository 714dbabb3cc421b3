#include "story_times.hpp"

#include <algorithm>
#include <set>

#include "event_summary.hpp"
#include "fabula/base/edtf.hpp"

namespace fabula::graph {
namespace {

/// The days of a set that a range keeps ("[2022-12-04,2022-12-11]"); empty for any other value.
std::vector<Day> kept_days(std::string_view edtf, const DayRange& range) {
  std::vector<Day> kept;
  if (edtf.size() < 2 || edtf.front() != '[') return kept;
  edtf = edtf.substr(1, edtf.size() - 2);
  for (std::size_t at = 0; at <= edtf.size();) {
    const std::size_t end = std::min(edtf.find(',', at), edtf.size());
    const auto day = parse_iso_day(edtf.substr(at, end - at));
    if (!day) return {};
    if ((!range.earliest || *day >= *range.earliest) && (!range.latest || *day <= *range.latest)) kept.push_back(*day);
    at = end + 1;
  }
  return kept;
}

TimeValue inferred(const TimeValue& own, const DayRange& range) {
  const std::vector<Day> days = kept_days(own.edtf, range);
  if (!days.empty()) return {edtf_of_set(days), {days.front(), days.back()}, TimeBasis::inferred};
  return {edtf_of(range), range, TimeBasis::inferred};
}

TimeValue narrowed(const TimeValue& own, const DayRange& bounds) {
  if (bounds.open()) return own;
  const auto both = common_days(own.range, bounds);
  if (both) return *both == own.range ? own : inferred(own, *both);
  const bool stated = own.basis == TimeBasis::explicit_ || own.basis == TimeBasis::relative;
  return stated ? own : inferred({}, bounds);  // stated dates that cannot hold are a finding; others were guesses
}

/// The actor that alone vouches for an event; none where an article does, or several actors.
ActorId only_claimant(const Event& event) {
  ActorId only;
  for (const Mention& m : event.mentions) {
    if (!is_told_as_fact(m.factuality)) continue;
    if (!m.claimed_by || (only && only != m.claimed_by)) return ActorId();
    only = m.claimed_by;
  }
  return only;
}

}  // namespace

void set_times(StoryGraph& story, const TimeNetwork& network, const std::vector<TimeConflict>& conflicts) {
  const TimeViews views(network, conflicts);
  std::vector<DayRange> bounds = views.common();
  std::map<ActorId, std::vector<EventId>> told_by;
  for (std::size_t i = 0; i < story.event_count(); ++i)
    if (const ActorId actor = only_claimant(story.event(EventId(i)))) told_by[actor].push_back(EventId(i));
  for (const auto& [actor, told] : told_by) {
    const auto seen = views.seen_by(actor);
    for (const EventId id : told)
      if (const auto own = seen.find(id); own != seen.end()) bounds[id.value] = own->second;
  }
  for (std::size_t i = 0; i < story.event_count(); ++i) {
    Event& event = story.event(EventId(i));
    event.time = narrowed(event_time(event.mentions), bounds[i]);
  }
}

}  // namespace fabula::graph
