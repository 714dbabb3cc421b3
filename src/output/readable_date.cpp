#include "readable_date.hpp"

#include <algorithm>

#include "fabula/base/edtf.hpp"

namespace fabula::output {
namespace {

constexpr std::size_t kMostDaysNamed = 3;  // a longer set of days is told by its bounds

/// "[a,b]" as "a / b"; empty for any other value and for sets that are too long.
std::string alternatives(const std::string& edtf) {
  if (edtf.size() < 2 || edtf.front() != '[' || edtf.find("..") != std::string::npos) return {};
  if (static_cast<std::size_t>(std::count(edtf.begin(), edtf.end(), ',')) >= kMostDaysNamed) return {};
  std::string out;
  for (const char c : edtf.substr(1, edtf.size() - 2)) {
    if (c == ',') out += " / ";
    else out += c;
  }
  return out;
}

}  // namespace

std::string readable_range(const DayRange& range) {
  if (range.open()) return "?";
  if (!range.earliest) return "≤ " + to_iso(*range.latest);
  if (!range.latest) return "≥ " + to_iso(*range.earliest);
  const std::string edtf = edtf_of(range);
  return edtf.find('/') == std::string::npos ? edtf : to_iso(*range.earliest) + " – " + to_iso(*range.latest);
}

std::string readable_date(const TimeValue& time) {
  const std::string days = alternatives(time.edtf);
  return days.empty() ? readable_range(time.range) : days;
}

}  // namespace fabula::output
