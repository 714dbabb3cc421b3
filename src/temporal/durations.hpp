#pragma once

#include <string>
#include <vector>

#include "node.hpp"

namespace fabula::temporal {

/// A duration as counts of units: "un an et demi" is 1.5 years. A negative count is a vague one ("quelques jours").
struct Length {
  double count = 0;
  Unit unit = Unit::day;
};

/// The parts of a `dur`, `plus` or `more` node, coarsest as written first; empty for any other node.
std::vector<Length> lengths(const Node& node);

/// TIMEX3: P2.5Y, P3W, PT90M, PXD; several parts in one: P1Y2M.
std::string duration_value(const std::vector<Length>& lengths);

/// A day moved by a duration; halves go over into the next finer unit. Vague counts move by `vague_count`.
Day moved(Day day, const std::vector<Length>& lengths, int sign, int vague_count);

/// The finest unit that a duration is precise to: a month for "deux ans et demi".
Unit precision(const std::vector<Length>& lengths);

bool is_vague(const std::vector<Length>& lengths);

}  // namespace fabula::temporal
