#include "fabula/base/time_value.hpp"

#include <array>
#include <cstdio>

namespace fabula {

std::string to_iso(Day day) {
  const std::chrono::year_month_day ymd{day};
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return buffer.data();
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    parts[part] = parts[part] * 10 + (text[i] - '0');
  }
  const std::chrono::year_month_day ymd{std::chrono::year{parts[0]},
                                        std::chrono::month{static_cast<unsigned>(parts[1])},
                                        std::chrono::day{static_cast<unsigned>(parts[2])}};
  if (!ymd.ok()) return std::nullopt;
  return Day{ymd};
}

std::string_view name(TimeBasis basis) {
  switch (basis) {
    case TimeBasis::explicit_: return "explicit";
    case TimeBasis::relative: return "relative";
    case TimeBasis::context: return "context";
    case TimeBasis::inferred: return "inferred";
    case TimeBasis::published: return "published";
    case TimeBasis::unknown: break;
  }
  return "unknown";
}

}  // namespace fabula
