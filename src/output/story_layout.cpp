#include "story_layout.hpp"

#include <algorithm>
#include <map>

#include "fabula/output/words.hpp"
#include "readable_date.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

constexpr double kPageLong = 806, kPageShort = 559;  // A4 less 18 points of margin
constexpr double kAxisWidth = 130, kLegendHeight = 60;
constexpr double kLineHeight = 11, kBoxPad = 14, kBoxPadAbove = 10;  // two borders need 8
constexpr std::size_t kMostColumns = 9, kMostLines = 4, kMostLanes = 6;

struct Shape {
  std::size_t columns = 1, lines = 1;
  double width = 100;
};

std::vector<std::vector<std::size_t>> by_date(const Items& items) {
  std::vector<std::vector<std::size_t>> bands;
  for (std::size_t i = 0; i < items.items.size(); ++i) {
    const bool same = !bands.empty() && items.items[bands.back().front()].time.range == items.items[i].time.range &&
                      readable_date(items.items[bands.back().front()].time) == readable_date(items.items[i].time);
    if (!same) bands.emplace_back();
    bands.back().push_back(i);
  }
  return bands;
}

/// Width in one line that nine texts in ten do not exceed.
double usual_text_width(const Items& items) {
  std::vector<double> widths;
  for (const Item& item : items.items) widths.push_back(text_width(item.text, kFontSize));
  if (widths.empty()) return 100;
  std::sort(widths.begin(), widths.end());
  return widths[widths.size() * 9 / 10];
}

/// How large a page, upright or across, lets this shape be drawn.
double scale_of(const Shape& shape, const std::vector<std::vector<std::size_t>>& bands) {
  double rows = 0;
  for (const auto& band : bands) rows += static_cast<double>((band.size() + shape.columns - 1) / shape.columns);
  const double width = kAxisWidth + static_cast<double>(shape.columns) * (shape.width + 26);
  const double height = kLegendHeight + rows * (static_cast<double>(shape.lines) * kLineHeight + kBoxPadAbove + 20);
  return std::max(std::min(kPageLong / width, kPageShort / height), std::min(kPageShort / width, kPageLong / height));
}

Shape best_shape(const Items& items, const std::vector<std::vector<std::size_t>>& bands, std::size_t columns_wanted) {
  const double text = usual_text_width(items);
  Shape best;
  double best_scale = 0;
  for (std::size_t columns = 1; columns <= kMostColumns; ++columns) {
    if (columns_wanted && columns != columns_wanted) continue;
    for (std::size_t lines = 1; lines <= kMostLines; ++lines) {
      // broken lines do not fill their width: allow a sixth more
      const double width = std::clamp(text * (lines > 1 ? 1.17 : 1.0) / static_cast<double>(lines) + kBoxPad, 90.0, 400.0);
      const Shape shape{columns, lines, width};
      if (const double scale = scale_of(shape, bands); scale > best_scale) {
        best_scale = scale;
        best = shape;
      }
    }
  }
  return best;
}

/// The actors with most items; the last lane is everyone else's.
std::vector<ActorId> busiest(const Items& items) {
  std::map<ActorId, std::size_t> counts;
  for (const Item& item : items.items)
    if (item.lane) ++counts[item.lane];
  std::vector<std::pair<std::size_t, ActorId>> order;
  for (const auto& [actor, count] : counts) order.emplace_back(count, actor);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<ActorId> lanes;
  for (std::size_t i = 0; i < order.size() && i + 1 < kMostLanes; ++i) lanes.push_back(order[i].second);
  lanes.emplace_back();
  return lanes;
}

/// Places the items of one band from `row` on; @return the row after it.
std::size_t place_band(const std::vector<std::size_t>& band, const Items& items, std::size_t row, StoryLayout& out) {
  if (out.lanes.empty()) {
    for (std::size_t k = 0; k < band.size(); ++k) out.cells[band[k]] = {row + k / out.spec.columns, k % out.spec.columns};
    return row + (band.size() + out.spec.columns - 1) / out.spec.columns;
  }
  std::vector<std::size_t> next(out.lanes.size(), row);
  for (const std::size_t i : band) {
    const auto found = std::find(out.lanes.begin(), out.lanes.end(), items.items[i].lane);
    const auto lane = static_cast<std::size_t>((found == out.lanes.end() ? out.lanes.end() - 1 : found) - out.lanes.begin());
    out.cells[i] = {next[lane]++, lane};
  }
  return *std::max_element(next.begin(), next.end());
}

}  // namespace

StoryLayout lay_out_story(const Items& items, const StoryDiagramOptions& options) {
  StoryLayout out;
  const auto bands = by_date(items);
  if (options.lanes) out.lanes = busiest(items);
  const Shape shape = best_shape(items, bands, out.lanes.size());
  out.spec.columns = shape.columns;
  out.spec.box_width = shape.width;
  out.spec.box_height = static_cast<double>(shape.lines) * kLineHeight + kBoxPadAbove;
  out.cells.resize(items.items.size());
  std::size_t row = 0;
  for (const auto& band : bands) {
    const std::size_t end = place_band(band, items, row, out);
    const TimeValue& time = items.items[band.front()].time;
    out.bands.push_back({time.range.open() ? word(options.words, "diagram.undated", "undated") : readable_date(time), time.range, row, end});
    row = end;
  }
  out.spec.rows = row;
  for (const Item& item : items.items) out.lines.push_back(wrap(item.text, shape.width - kBoxPad, kFontSize, shape.lines));
  std::vector<Connection> connections;
  for (const ItemLink& link : items.links) connections.push_back({link.from, link.to});
  out.grid = lay_out_grid(out.spec, out.cells, connections);
  return out;
}

}  // namespace fabula::output
