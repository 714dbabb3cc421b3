#pragma once

#include <string>
#include <vector>

#include "grid_router.hpp"

namespace fabula::output {

/// "x,y" as Graphviz has positions: points, two decimals, y upwards.
std::string position(Point p);

/// The `pos` of an edge along a right-angled line: cubic splines with rounded corners, stopping short of the arrowhead's
/// tip by `arrow` points (0: no arrowhead).
/// @param line  at least two points
std::string spline(const std::vector<Point>& line, double arrow);

}  // namespace fabula::output
