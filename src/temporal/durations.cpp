#include "durations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace fabula::temporal {
namespace {

struct Letter {
  Unit unit;
  const char* letter;
  int times;  ///< how many of TIMEX3's unit one of ours is
};

constexpr std::array<Letter, 12> kLetters = {{{Unit::second, "S", 1}, {Unit::minute, "M", 1}, {Unit::hour, "H", 1},
                                              {Unit::day, "D", 1}, {Unit::weekend, "D", 2}, {Unit::week, "W", 1},
                                              {Unit::fortnight, "W", 2}, {Unit::month, "M", 1}, {Unit::quarter, "M", 3},
                                              {Unit::half, "M", 6}, {Unit::year, "Y", 1}, {Unit::decade, "Y", 10}}};

bool is_clock_unit(Unit unit) { return unit <= Unit::hour; }

std::string count_text(double count, int times) {
  if (count < 0) return "X";
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%g", count * times);
  return buffer.data();
}

Unit finer(Unit unit) {
  switch (unit) {
    case Unit::year: case Unit::half: case Unit::quarter: return Unit::month;
    case Unit::decade: case Unit::century: return Unit::year;
    default: return Unit::day;
  }
}

int parts_of(Unit unit) {
  switch (unit) {
    case Unit::year: return 12;
    case Unit::half: return 6;
    case Unit::quarter: return 3;
    case Unit::month: return 30;
    case Unit::week: return 7;
    case Unit::decade: return 10;
    case Unit::century: return 100;
    default: return 0;
  }
}

bool is_whole(double count) { return std::abs(count - std::round(count)) < 1e-9; }

}  // namespace

std::vector<Length> lengths(const Node& node) {
  std::vector<Length> all;
  if (node.op == Op::dur && node.args.size() == 2 && node.args[1]->op == Op::unit) {
    all.push_back({std::clamp(node.args[0]->number, -1.0, 1e5), node.args[1]->unit});
  } else if (node.op == Op::plus) {
    for (const NodePtr& arg : node.args)
      for (const Length& l : lengths(*arg)) all.push_back(l);
  } else if (node.op == Op::more && node.args.size() == 2) {
    all = lengths(*node.args[0]);
    if (!all.empty()) all.back().count += node.args[1]->number;
  }
  return all;
}

std::string duration_value(const std::vector<Length>& all) {
  std::string value = "P";
  bool clock = false;
  for (const Length& l : all) {
    if (is_clock_unit(l.unit) && !clock) {
      value += 'T';
      clock = true;
    }
    for (const Letter& letter : kLetters)
      if (letter.unit == l.unit) value += count_text(l.count, letter.times) + letter.letter;
    if (l.unit == Unit::century) value += count_text(l.count, 100) + "Y";
    if (l.unit == Unit::season) value += count_text(l.count, 1) + "SEASON";
  }
  return value;
}

Day moved(Day day, const std::vector<Length>& all, int sign, int vague_count) {
  for (const Length& l : all) {
    const double count = l.count < 0 ? vague_count : l.count;
    const double whole = std::floor(count);
    day = add_units(day, l.unit, sign * static_cast<int>(whole));
    if (!is_whole(count))
      day = add_units(day, finer(l.unit), sign * static_cast<int>(std::lround((count - whole) * parts_of(l.unit))));
  }
  return day;
}

Unit precision(const std::vector<Length>& all) {
  Unit finest = Unit::century;
  for (const Length& l : all) finest = std::min(finest, is_whole(l.count) ? l.unit : finer(l.unit));
  return finest;
}

bool is_vague(const std::vector<Length>& all) {
  return std::any_of(all.begin(), all.end(), [](const Length& l) { return l.count < 0; });
}

}  // namespace fabula::temporal
