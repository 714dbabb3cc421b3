#include <algorithm>

#include "drawing.hpp"
#include "fabula/output/diagram.hpp"
#include "fabula/output/words.hpp"
#include "legend.hpp"
#include "readable_date.hpp"
#include "spline.hpp"
#include "story_layout.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

constexpr double kDateGap = 10;      // between a date and the axis
constexpr double kBracketStep = 7;   // between the brackets of uncertain dates
constexpr double kHeaderHeight = 22;  // names of lanes
constexpr std::string_view kStripe = "#F3F3F3";

/// A stretch of the axis that a band of uncertain date may lie in.
struct Bracket {
  std::size_t band = 0;
  double top = 0, bottom = 0;
  bool open_above = false, open_below = false;
  std::size_t track = 0;
};

class StoryDrawing {
 public:
  StoryDrawing(const Items& items, const StoryDiagramOptions& options, const graph::StoryGraph& story)
      : items_(items), story_(story), words_(options.words), layout_(lay_out_story(items, options)), dot_(positioned_graph("story")) {
    make_brackets();
    grid_x_ = axis_x() + kDateGap + kBracketStep * static_cast<double>(bracket_tracks_);
    grid_y_ = layout_.lanes.empty() ? 0 : kHeaderHeight;
  }

  std::string draw() {
    draw_stripes();
    draw_axis();
    draw_brackets();
    draw_lane_names();
    draw_items();
    draw_links();
    draw_legend(dot_, items_, {0, grid_y_ + layout_.grid.height + 8}, grid_x_ + layout_.grid.width, words_);
    return dot_.write();
  }

 private:
  double date_width() const {
    double width = 40;
    for (const Band& band : layout_.bands) width = std::max(width, text_width(band.date, kFontSize));
    return width;
  }
  double axis_x() const { return date_width() + kDateGap; }
  double row_top(std::size_t row) const { return layout_.grid.row_y[row]; }
  double row_bottom(std::size_t row) const { return layout_.grid.row_y[row] + layout_.spec.box_height; }
  double band_top(const Band& band) const { return row_top(band.first_row); }
  double band_bottom(const Band& band) const { return row_bottom(band.end_row - 1); }

  /// Where the days of an uncertain band begin and end on the axis, as far as other bands tell.
  void make_brackets() {
    for (std::size_t i = 0; i < layout_.bands.size(); ++i) {
      const Band& band = layout_.bands[i];
      const DayRange& when = band.when;
      if (when.open() || when.earliest == when.latest) continue;
      Bracket bracket{i, band_top(band), band_bottom(band), !when.earliest, !when.latest};
      for (const Band& other : layout_.bands) {
        if (other.when.open()) continue;
        const Day day = other.when.earliest ? *other.when.earliest : *other.when.latest;
        if ((when.earliest && day < *when.earliest) || (when.latest && day > *when.latest)) continue;
        bracket.top = std::min(bracket.top, band_top(other));
        bracket.bottom = std::max(bracket.bottom, band_bottom(other));
      }
      brackets_.push_back(bracket);
    }
    assign_bracket_tracks();
  }

  void assign_bracket_tracks() {
    std::vector<double> ends;
    for (Bracket& b : brackets_) {
      const auto free = std::find_if(ends.begin(), ends.end(), [&](double end) { return end < b.top; });
      b.track = static_cast<std::size_t>(free - ends.begin());
      if (free == ends.end()) ends.push_back(b.bottom);
      else *free = b.bottom;
    }
    bracket_tracks_ = ends.size();
  }

  void draw_stripes() {
    for (std::size_t i = 0; i < layout_.bands.size(); i += 2) {
      const double pad = layout_.spec.min_gutter / 2 - 1;
      const double top = grid_y_ + band_top(layout_.bands[i]) - pad;
      const double bottom = grid_y_ + band_bottom(layout_.bands[i]) + pad;
      const DotGraph::Node stripe = dot_.node("stripe" + std::to_string(i));
      const double width = grid_x_ + layout_.grid.width;
      dot_.set(stripe, "pos", position({width / 2, (top + bottom) / 2}));
      set_size(dot_, stripe, width, bottom - top);
      dot_.set(stripe, "style", "filled");
      dot_.set(stripe, "color", kStripe);
      dot_.set(stripe, "fillcolor", kStripe);
    }
  }

  void draw_axis() {
    const double x = axis_x();
    for (std::size_t i = 0; i < layout_.bands.size(); ++i) {
      const Band& band = layout_.bands[i];
      const double y = grid_y_ + (row_top(band.first_row) + row_bottom(band.first_row)) / 2;
      const double width = text_width(band.date, kFontSize);
      draw_text(dot_, "date" + std::to_string(i), {x - kDateGap - width / 2, y}, band.date, kFontSize);
      if (!band.when.open()) draw_line(dot_, "tick" + std::to_string(i), {x - 5, y}, {x, y}, kInk, "1");
    }
    const bool dated = !layout_.bands.empty() && !layout_.bands.front().when.open();
    if (!dated) return;
    const auto last = std::find_if(layout_.bands.rbegin(), layout_.bands.rend(), [](const Band& b) { return !b.when.open(); });
    const Point top{x, grid_y_ + band_top(layout_.bands.front())};
    const Point bottom{x, grid_y_ + band_bottom(*last) + 8};
    const auto axis = draw_line(dot_, "axis", top, bottom, kInk, "1.4");
    dot_.set(axis, "pos", spline({top, bottom}, kArrow));
    dot_.set(axis, "arrowhead", "normal");
  }

  void draw_brackets() {
    for (const Bracket& b : brackets_) {
      const double x = axis_x() + kBracketStep * (static_cast<double>(b.track) + 1);
      const Point top{x, grid_y_ + b.top};
      const Point bottom{x, grid_y_ + b.bottom};
      const std::string name = "span" + std::to_string(b.band);
      const auto bar = draw_line(dot_, name, top, bottom, kBracketColor, "1.6");
      if (b.open_above || b.open_below) dot_.set(bar, "style", "dashed");
      if (!b.open_above) draw_line(dot_, name + "top", top, {x - 4, top.y}, kBracketColor, "1.6");
      if (!b.open_below) draw_line(dot_, name + "bottom", bottom, {x - 4, bottom.y}, kBracketColor, "1.6");
      draw_dot(name + "at", {x, grid_y_ + (row_top(layout_.bands[b.band].first_row) + row_bottom(layout_.bands[b.band].first_row)) / 2});
    }
  }

  /// Marks on a bracket which date it belongs to.
  void draw_dot(const std::string& name, Point at) {
    const auto dot = draw_anchor(dot_, name, at);
    dot_.set(dot, "style", "filled");
    dot_.set(dot, "color", kBracketColor);
    set_size(dot_, dot, 5, 5);
  }

  void draw_lane_names() {
    for (std::size_t c = 0; c < layout_.lanes.size(); ++c) {
      const std::string name = layout_.lanes[c] ? shorten(story_.actor(layout_.lanes[c]).name, 40) : word(words_, "diagram.others", "others");
      const std::string text = wrap(name, layout_.spec.box_width, 10, 1).front();
      draw_text(dot_, "lane" + std::to_string(c), {grid_x_ + layout_.grid.column_x[c] + layout_.spec.box_width / 2, kHeaderHeight / 2}, text, 10);
    }
  }

  void draw_items() {
    for (std::size_t i = 0; i < items_.items.size(); ++i) {
      const Item& item = items_.items[i];
      const Cell cell = layout_.cells[i];
      const Point centre{grid_x_ + layout_.grid.column_x[cell.column] + layout_.spec.box_width / 2,
                         grid_y_ + row_top(cell.row) + layout_.spec.box_height / 2};
      const auto node = draw_box(dot_, node_name(item), centre, layout_.spec.box_width, layout_.spec.box_height, item.type,
                                 kind_of_code(item.code), item.factuality);
      std::string text;
      for (const std::string& line : layout_.lines[i]) text += (text.empty() ? "" : "\n") + line;
      dot_.label(node, text);
      dot_.label(node, readable_date(item.time) + " · " + item.factuality + (item.code.empty() ? "" : " · " + item.code) + " · " +
                           shorten(item.text, 400), "tooltip");
      nodes_.push_back(node);
    }
  }
  static std::string node_name(const Item& item) {
    return (item.events.size() > 1 ? "fold_" : "") + graph::export_id(item.events.front());
  }

  void draw_links() {
    for (std::size_t i = 0; i < items_.links.size(); ++i) {
      const ItemLink& link = items_.links[i];
      std::vector<Point> line = layout_.grid.lines[i];
      for (Point& p : line) p = {p.x + grid_x_, p.y + grid_y_};
      const auto edge = draw_link(dot_, nodes_[link.from], nodes_[link.to], std::string(events::name(link.type)), line,
                                  style_of(link.type));
      dot_.set(edge, "tooltip", style_of(link.type).name);
    }
  }

  const Items& items_;
  const graph::StoryGraph& story_;
  const graph::Wording& words_;
  StoryLayout layout_;
  DotGraph dot_;
  std::vector<Bracket> brackets_;
  std::size_t bracket_tracks_ = 0;
  double grid_x_ = 0, grid_y_ = 0;
  std::vector<DotGraph::Node> nodes_;
};

}  // namespace

std::string story_dot(const graph::StoryGraph& story, const StoryDiagramOptions& options) {
  const Items items = story_items(story, options);
  return StoryDrawing(items, options, story).draw();
}

}  // namespace fabula::output
