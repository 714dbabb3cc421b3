#include "movable.hpp"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>

namespace fabula::temporal {
namespace {

constexpr double kMillisecondsADay = 86400000.0;

std::unique_ptr<icu::Calendar> calendar_of(int kind) {
  const char* name = kind == Movable::hebrew ? "en@calendar=hebrew" : "en@calendar=islamic-umalqura";
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(name), status));
  if (U_FAILURE(status)) return nullptr;
  return calendar;
}

/// The day of a feast in the other calendar's year that a day of ours lies in.
std::optional<Days> feast_near(icu::Calendar& calendar, const Movable& feast, Day day) {
  UErrorCode status = U_ZERO_ERROR;
  calendar.setTime(static_cast<double>(day.time_since_epoch().count()) * kMillisecondsADay, status);
  const int32_t year = calendar.get(UCAL_EXTENDED_YEAR, status);
  calendar.clear();
  calendar.set(UCAL_EXTENDED_YEAR, year);
  calendar.set(UCAL_MONTH, feast.month);
  calendar.set(UCAL_DATE, feast.day);
  const double time = calendar.getTime(status);
  const int length = feast.length > 0 ? feast.length : calendar.getActualMaximum(UCAL_DATE, status);
  if (U_FAILURE(status)) return std::nullopt;
  const Day first = Day{std::chrono::days{static_cast<int>(time / kMillisecondsADay) + feast.begins}};
  return Days{first, first + std::chrono::days{length - 1}};
}

}  // namespace

std::vector<Days> in_year(const Movable& feast, int year) {
  std::vector<Days> found;
  const auto calendar = calendar_of(feast.kind);
  if (!calendar) return found;
  // Every year of another calendar that touches ours holds the new year, midsummer or the last day.
  for (const int month : {1, 7, 12}) {
    const auto days = feast_near(*calendar, feast, Day{std::chrono::year{year} / month / (month == 12 ? 31 : 1)});
    if (days && year_of(days->first) == year && std::find(found.begin(), found.end(), *days) == found.end()) found.push_back(*days);
  }
  std::sort(found.begin(), found.end(), [](const Days& a, const Days& b) { return a.first < b.first; });
  return found;
}

}  // namespace fabula::temporal
