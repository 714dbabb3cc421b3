#include "fabula/base/day_range.hpp"
#include "fabula/base/edtf.hpp"
#include "differences.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

constexpr double kStatedDates = 0.8;

bool inside(const DayRange& inner, const DayRange& outer) { return contains(outer, inner) && inner != outer; }

}  // namespace

void compare_dates(const StoryIndex& index, EventId event, Compared& out) {
  SideList list;
  std::vector<DayRange> ranges;
  for (const Told& t : index.told(event)) {
    const TimeValue& time = t.mention->time;
    if (!is_stated(time)) continue;
    const std::string value = time.edtf.empty() ? edtf_of(time.range) : time.edtf;
    if (list.position(value) == ranges.size()) ranges.push_back(time.range);
    list.add(value, t.group, passage(*t.mention), t.mention->claimed_by);
  }
  const std::vector<Side> sides = list.sides();
  Conflicts split = conflicts(sides, [&](std::size_t i, std::size_t j) { return !overlap(ranges[i], ranges[j]); });
  if (!split.across.empty()) out.across.push_back({event, Aspect::date, "", true, kStatedDates, std::move(split.across)});
  if (!split.within.empty()) out.within.push_back({event, Aspect::date, "", true, kStatedDates, std::move(split.within)});
  Conflicts finer = conflicts(sides, [&](std::size_t i, std::size_t j) { return inside(ranges[i], ranges[j]) || inside(ranges[j], ranges[i]); });
  if (!finer.across.empty()) out.across.push_back({event, Aspect::date, "precision", false, kStatedDates, std::move(finer.across)});
}

}  // namespace fabula::compare
