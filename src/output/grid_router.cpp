#include "grid_router.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <tuple>

namespace fabula::output {
namespace {

constexpr double kTrackSpacing = 4.5;
constexpr double kGutterPad = 7;

enum class Side { top, bottom, left, right };

/// A line's way: out of a box's side, along a horizontal gutter, along a vertical one, into a box's side. Gutter i lies
/// before row or column i.
struct Way {
  Side out = Side::bottom, in = Side::top;
  std::optional<std::size_t> horizontal, vertical;
  std::size_t horizontal_track = 0, vertical_track = 0;
  double out_at = 0.5, in_at = 0.5;  // share of the side's length
};

Way way_between(Cell a, Cell b) {
  Way way;
  const bool down = b.row > a.row;
  if (a.row == b.row) {
    const bool adjacent = a.column + 1 == b.column || b.column + 1 == a.column;
    if (adjacent) return {a.column < b.column ? Side::right : Side::left, a.column < b.column ? Side::left : Side::right, {}, {}};
    way.out = way.in = Side::top;
    way.horizontal = a.row;
    return way;
  }
  const bool next_row = down ? a.row + 1 == b.row : b.row + 1 == a.row;
  if (a.column == b.column && !next_row) {
    way.out = way.in = Side::right;
    way.vertical = a.column + 1;
    return way;
  }
  way.out = down ? Side::bottom : Side::top;
  if (a.column != b.column) way.horizontal = down ? a.row + 1 : a.row;
  if (next_row) {
    way.in = down ? Side::top : Side::bottom;
    return way;
  }
  way.in = a.column < b.column ? Side::left : Side::right;
  way.vertical = a.column < b.column ? b.column : b.column + 1;
  return way;
}

class Router {
 public:
  Router(const GridSpec& spec, const std::vector<Cell>& cells, const std::vector<Connection>& connections)
      : spec_(spec), cells_(cells), connections_(connections) {}

  GridLayout run() {
    for (const Connection& c : connections_) ways_.push_back(way_between(cells_[c.from], cells_[c.to]));
    place_ports();
    horizontal_tracks_ = assign_tracks(spec_.rows + 1, true);
    vertical_tracks_ = assign_tracks(spec_.columns + 1, false);
    place_boxes();
    for (std::size_t i = 0; i < ways_.size(); ++i) out_.lines.push_back(line(i));
    return std::move(out_);
  }

 private:
  /// Where a line touches a gutter, in columns (or rows), before sizes are known.
  double rough_x(std::size_t cell, Side side, double at) const {
    const double column = static_cast<double>(cells_[cell].column);
    if (side == Side::left) return column - 0.25;
    if (side == Side::right) return column + 1.25;
    return column + at;
  }

  /// Spreads the ends of lines over each side of each box, ordered by where the other end lies.
  void place_ports() {
    std::map<std::pair<std::size_t, Side>, std::vector<std::tuple<double, std::size_t, bool>>> ends;
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      const auto [from, to] = connections_[i];
      ends[{from, ways_[i].out}].emplace_back(toward(ways_[i].out, to), i, true);
      ends[{to, ways_[i].in}].emplace_back(toward(ways_[i].in, from), i, false);
    }
    for (auto& [side, list] : ends) {
      std::sort(list.begin(), list.end());
      for (std::size_t k = 0; k < list.size(); ++k) {
        const auto [position, i, is_out] = list[k];
        (is_out ? ways_[i].out_at : ways_[i].in_at) = static_cast<double>(k + 1) / static_cast<double>(list.size() + 1);
      }
    }
  }
  double toward(Side side, std::size_t other) const {
    const Cell cell = cells_[other];
    const bool by_column = side == Side::top || side == Side::bottom;
    return static_cast<double>(by_column ? cell.column : cell.row);
  }

  /// The stretch of a gutter that a line takes, if any.
  std::optional<std::pair<double, double>> stretch(std::size_t i, bool horizontal) const {
    const Way& way = ways_[i];
    const auto [from, to] = connections_[i];
    if (horizontal) {
      if (!way.horizontal) return std::nullopt;
      const double a = rough_x(from, way.out, way.out_at);
      const double b = way.vertical ? static_cast<double>(*way.vertical) : rough_x(to, way.in, way.in_at);
      return std::minmax(a, b);
    }
    if (!way.vertical) return std::nullopt;
    const double a = way.horizontal ? static_cast<double>(*way.horizontal) - 0.25 : static_cast<double>(cells_[from].row) + way.out_at;
    return std::minmax(a, static_cast<double>(cells_[to].row) + way.in_at);
  }

  /// @return number of tracks of each gutter
  std::vector<std::size_t> assign_tracks(std::size_t gutters, bool horizontal) {
    std::vector<std::vector<std::tuple<double, double, std::size_t>>> lists(gutters);
    for (std::size_t i = 0; i < ways_.size(); ++i)
      if (const auto s = stretch(i, horizontal)) {
        const std::size_t gutter = horizontal ? *ways_[i].horizontal : *ways_[i].vertical;
        lists[gutter].emplace_back(s->first, s->second, i);
      }
    std::vector<std::size_t> counts;
    for (auto& list : lists) {
      std::sort(list.begin(), list.end());
      std::vector<double> track_ends;
      for (const auto& [begin, end, i] : list) {
        const double first = begin;
        const auto free = std::find_if(track_ends.begin(), track_ends.end(), [&](double e) { return e + 0.05 < first; });
        (horizontal ? ways_[i].horizontal_track : ways_[i].vertical_track) = static_cast<std::size_t>(free - track_ends.begin());
        if (free == track_ends.end()) track_ends.push_back(end);
        else *free = end;
      }
      counts.push_back(track_ends.size());
    }
    return counts;
  }

  double gutter_size(std::size_t tracks) const {
    return std::max(spec_.min_gutter, 2 * kGutterPad + kTrackSpacing * static_cast<double>(tracks));
  }

  void place_boxes() {
    double x = 0;
    for (std::size_t c = 0; c <= spec_.columns; ++c) {
      gutter_x_.push_back(x);
      x += gutter_size(vertical_tracks_[c]);
      if (c == spec_.columns) break;
      out_.column_x.push_back(x);
      x += spec_.box_width;
    }
    double y = 0;
    for (std::size_t r = 0; r <= spec_.rows; ++r) {
      gutter_y_.push_back(y);
      y += gutter_size(horizontal_tracks_[r]);
      if (r == spec_.rows) break;
      out_.row_y.push_back(y);
      y += spec_.box_height;
    }
    out_.width = x;
    out_.height = y;
  }

  Point port(std::size_t box, Side side, double at) const {
    const double left = out_.column_x[cells_[box].column];
    const double top = out_.row_y[cells_[box].row];
    switch (side) {
      case Side::top: return {left + at * spec_.box_width, top};
      case Side::bottom: return {left + at * spec_.box_width, top + spec_.box_height};
      case Side::left: return {left, top + at * spec_.box_height};
      case Side::right: break;
    }
    return {left + spec_.box_width, top + at * spec_.box_height};
  }

  std::vector<Point> line(std::size_t i) const {
    const Way& way = ways_[i];
    const Point a = port(connections_[i].from, way.out, way.out_at);
    Point b = port(connections_[i].to, way.in, way.in_at);
    if (!way.horizontal && !way.vertical) {  // neighbours: straight across the gutter
      if (way.out == Side::left || way.out == Side::right) b.y = a.y;
      else b.x = a.x;
      return {a, b};
    }
    const double y = way.horizontal ? track(gutter_y_, *way.horizontal, way.horizontal_track) : a.y;
    const double x = way.vertical ? track(gutter_x_, *way.vertical, way.vertical_track) : b.x;
    std::vector<Point> points = {a};
    if (way.horizontal) points.push_back({a.x, y});
    points.push_back({x, y});
    if (way.vertical) points.push_back({x, b.y});
    points.push_back(b);
    return points;
  }
  static double track(const std::vector<double>& gutters, std::size_t gutter, std::size_t track) {
    return gutters[gutter] + kGutterPad + kTrackSpacing * (static_cast<double>(track) + 0.5);
  }

  const GridSpec& spec_;
  const std::vector<Cell>& cells_;
  const std::vector<Connection>& connections_;
  std::vector<Way> ways_;
  std::vector<std::size_t> horizontal_tracks_, vertical_tracks_;
  std::vector<double> gutter_x_, gutter_y_;
  GridLayout out_;
};

}  // namespace

GridLayout lay_out_grid(const GridSpec& spec, const std::vector<Cell>& cells, const std::vector<Connection>& connections) {
  return Router(spec, cells, connections).run();
}

}  // namespace fabula::output
