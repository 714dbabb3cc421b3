#include "readable_date.hpp"

#include "fabula/base/edtf.hpp"

namespace fabula::output {
namespace {

constexpr std::size_t kMostDaysNamed = 3;  // a longer set of days is told by its bounds

}  // namespace

std::vector<Day> days_of_set(std::string_view edtf) {
  std::vector<Day> days;
  if (edtf.size() < 2 || edtf.front() != '[') return days;
  edtf.remove_prefix(1);
  while (!edtf.empty()) {
    const std::size_t end = edtf.find_first_of(",]");
    const auto day = parse_iso_day(edtf.substr(0, end));
    if (!day || days.size() == kMostDaysNamed || end == std::string_view::npos) return {};
    days.push_back(*day);
    edtf.remove_prefix(end + 1);
  }
  return days;
}

std::string day_text(const std::optional<Day>& day) { return day ? to_iso(*day) : std::string(); }

std::string readable_range(const DayRange& range) {
  if (range.open()) return "?";
  if (!range.earliest) return "≤ " + to_iso(*range.latest);
  if (!range.latest) return "≥ " + to_iso(*range.earliest);
  const std::string edtf = edtf_of(range);
  return edtf.find('/') == std::string::npos ? edtf : to_iso(*range.earliest) + " – " + to_iso(*range.latest);
}

std::string readable_date(const TimeValue& time) {
  std::string days;
  for (const Day day : days_of_set(time.edtf)) days += (days.empty() ? "" : " / ") + to_iso(day);
  return days.empty() ? readable_range(time.range) : days;
}

}  // namespace fabula::output
