#include "spline.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace fabula::output {
namespace {

constexpr double kCorner = 5;

double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// The point `d` away from a towards b.
Point toward(Point a, Point b, double d) {
  const double length = distance(a, b);
  if (length == 0) return a;
  return {a.x + (b.x - a.x) * d / length, a.y + (b.y - a.y) * d / length};
}

/// Control points of one cubic after another; the first point stands alone.
class Curve {
 public:
  explicit Curve(Point start) : points_{start} {}
  void line_to(Point b) {
    const Point a = points_.back();
    curve_to({a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3}, {a.x + 2 * (b.x - a.x) / 3, a.y + 2 * (b.y - a.y) / 3}, b);
  }
  void curve_to(Point c1, Point c2, Point b) {
    points_.push_back(c1);
    points_.push_back(c2);
    points_.push_back(b);
  }
  std::string text() const {
    std::string out;
    for (const Point p : points_) out += (out.empty() ? "" : " ") + position(p);
    return out;
  }

 private:
  std::vector<Point> points_;
};

}  // namespace

std::string position(Point p) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.2f,%.2f", p.x, p.y == 0 ? 0.0 : -p.y);
  return buffer;
}

std::string spline(const std::vector<Point>& line, double arrow) {
  const Point tip = line.back();
  const Point before = line[line.size() - 2];
  const Point end = toward(tip, before, std::min(arrow, distance(before, tip) * 0.8));
  Curve curve(line.front());
  Point at = line.front();
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const Point corner = line[i];
    const Point next = i + 2 == line.size() ? end : line[i + 1];
    const double radius = std::min({kCorner, distance(at, corner) / 2, distance(corner, next) / 2});
    const Point in = toward(corner, at, radius);
    const Point out = toward(corner, next, radius);
    curve.line_to(in);
    curve.curve_to(corner, corner, out);
    at = out;
  }
  curve.line_to(end);
  return (arrow > 0 ? "e," + position(tip) + " " : "") + curve.text();
}

}  // namespace fabula::output
