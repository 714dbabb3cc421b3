#include <algorithm>
#include <map>
#include <set>

#include "drawing.hpp"
#include "fabula/output/comparison.hpp"
#include "group_names.hpp"
#include "readable_date.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

constexpr double kBoxWidth = 190, kBoxHeight = 44, kGutter = 24, kHeader = 40, kFontSize = 9, kBadge = 13;
constexpr std::string_view kShared = "#56799C";
constexpr std::string_view kConflict = "#B3261E";
constexpr LineStyle kSharedLine{"shared", kShared, "solid", "none", "1.2"};
constexpr LineStyle kConflictLine{"conflict", kConflict, "bold", "none", "2.4"};

/// The events of a column, in the order of telling: those that are shared or that a finding is about, and the most connected of
/// the others.
std::vector<EventId> column(const graph::StoryGraph& story, const compare::Telling& telling, const std::set<EventId>& wanted,
                            std::size_t most) {
  std::vector<EventId> order = telling.events;
  const auto degree = [&](EventId id) { return story.links_from(id).size() + story.links_to(id).size(); };
  std::stable_sort(order.begin(), order.end(), [&](EventId a, EventId b) {
    const bool x = wanted.contains(a), y = wanted.contains(b);
    return x != y ? x : degree(a) > degree(b);
  });
  order.resize(std::min(order.size(), most));
  const std::set<EventId> kept(order.begin(), order.end());
  std::vector<EventId> out;
  std::copy_if(telling.events.begin(), telling.events.end(), std::back_inserter(out), [&](EventId id) { return kept.contains(id); });
  return out;
}

class Drawing {
 public:
  Drawing(const graph::StoryGraph& story, const compare::Comparison& c, const ComparisonDiagramOptions& options)
      : story_(story), c_(c), dot_(positioned_graph("comparison")) {
    std::set<EventId> wanted;
    for (const compare::SharedEvent& s : c.alignment.shared) wanted.insert(s.event);
    for (const compare::Difference& d : c.differences)
      if (d.conflict) conflicting_.insert(d.event);
    for (const compare::Finding& f : c.findings) {
      if (f.scope != compare::Scope::across) continue;
      wanted.insert(f.events.begin(), f.events.end());
      if (f.kind != "omission") conflicting_.insert(f.events.begin(), f.events.end());
    }
    for (const compare::Telling& t : c.alignment.tellings) columns_.push_back(column(story, t, wanted, options.most));
    place_rows();
    join();
  }

  std::string draw() {
    GridSpec spec;
    spec.columns = columns_.size();
    spec.rows = rows_;
    spec.box_width = kBoxWidth;
    spec.box_height = kBoxHeight;
    spec.min_gutter = kGutter;
    const GridLayout layout = lay_out_grid(spec, cells_, connections_);
    for (std::size_t g = 0; g < columns_.size(); ++g) draw_title(g, layout);
    for (std::size_t i = 0; i < cells_.size(); ++i) draw_event(i, layout);
    for (std::size_t i = 0; i < connections_.size(); ++i) draw_join(i, layout);
    draw_key(layout);
    return dot_.write();
  }

 private:
  /// Rows from top to bottom: an event that a column further left tells too stands beside it where the order allows.
  void place_rows() {
    for (std::size_t g = 0; g < columns_.size(); ++g) {
      std::size_t row = 0;
      for (const EventId id : columns_[g]) {
        for (std::size_t left = g; left-- > 0;) {
          const auto beside = at_.find({left, id});
          if (beside == at_.end()) continue;
          row = std::max(row, cells_[beside->second].row);
          break;
        }
        at_[{g, id}] = cells_.size();
        cells_.push_back({row++, g});
        events_.push_back(id);
      }
      rows_ = std::max(rows_, row);
    }
  }

  /// Each shared event is joined to its next telling to the right.
  void join() {
    for (const compare::SharedEvent& shared : c_.alignment.shared)
      for (std::size_t i = 0; i + 1 < shared.groups.size(); ++i) {
        const auto a = at_.find({shared.groups[i], shared.event}), b = at_.find({shared.groups[i + 1], shared.event});
        if (a != at_.end() && b != at_.end()) connections_.push_back({a->second, b->second});
      }
  }

  static Point below_header(Point p) { return {p.x, p.y + kHeader}; }

  void draw_title(std::size_t g, const GridLayout& layout) {
    const auto lines = wrap(group_letter(g) + "  " + group_title(story_, c_.groups[g]), kBoxWidth + kGutter / 2, 11, 2);
    for (std::size_t i = 0; i < lines.size(); ++i)
      draw_text(dot_, "title" + std::to_string(g) + "_" + std::to_string(i),
                {layout.column_x[g] + kBoxWidth / 2, 10 + 15 * static_cast<double>(i)}, lines[i], 11);
  }

  void draw_event(std::size_t i, const GridLayout& layout) {
    const graph::Event& event = story_.event(events_[i]);
    const Point corner = below_header({layout.column_x[cells_[i].column], layout.row_y[cells_[i].row]});
    const std::string name = "g" + std::to_string(cells_[i].column) + graph::export_id(events_[i]);
    const auto node = draw_box(dot_, name, {corner.x + kBoxWidth / 2, corner.y + kBoxHeight / 2}, kBoxWidth, kBoxHeight, event.type,
                               kind_of_code(event.code), event.factuality);
    std::string label;
    for (const std::string& line : wrap(event_title(event), kBoxWidth - 2 * kBadge, kFontSize, 2)) label += line + "\n";
    dot_.label(node, label + readable_date(event.time));
    nodes_.push_back(node);
    if (conflicting_.contains(events_[i])) draw_badge(name + "x", {corner.x + kBoxWidth - kBadge / 2 - 2, corner.y + kBadge / 2 + 2});
  }

  void draw_badge(const std::string& name, Point centre) {
    const auto node = draw_text(dot_, name, centre, "≠", kFontSize, "white");
    dot_.set(node, "shape", "circle");
    dot_.set(node, "style", "filled");
    dot_.set(node, "fillcolor", kConflict);
    dot_.set(node, "color", kConflict);
    set_size(dot_, node, kBadge, kBadge);
  }

  void draw_join(std::size_t i, const GridLayout& layout) {
    std::vector<Point> line;
    for (const Point p : layout.lines[i]) line.push_back(below_header(p));
    const auto [from, to] = connections_[i];
    const std::string key = "same" + graph::export_id(events_[from]) + "_" + std::to_string(cells_[from].column);
    draw_link(dot_, nodes_[from], nodes_[to], key, line, conflicting_.contains(events_[from]) ? kConflictLine : kSharedLine);
  }

  void draw_key(const GridLayout& layout) {
    const double y = layout.height + kHeader + 10;
    const auto sample = [&](const LineStyle& style, double x, const std::string& text) {
      const std::string name(style.name);
      draw_link(dot_, draw_anchor(dot_, name + "a", {x, y}), draw_anchor(dot_, name + "b", {x + 30, y}), name, {{x, y}, {x + 30, y}}, style);
      draw_text(dot_, name + "t", {x + 36 + text_width(text, kFontSize) / 2, y}, text, kFontSize);
    };
    sample(kSharedLine, layout.column_x.empty() ? 0 : layout.column_x.front(), "the same event");
    sample(kConflictLine, (layout.column_x.empty() ? 0 : layout.column_x.front()) + 130, "told in conflict (≠)");
  }

  const graph::StoryGraph& story_;
  const compare::Comparison& c_;
  DotGraph dot_;
  std::vector<std::vector<EventId>> columns_;
  std::map<std::pair<std::size_t, EventId>, std::size_t> at_;  // position of a group's event in the lists below
  std::vector<Cell> cells_;
  std::vector<EventId> events_;
  std::vector<DotGraph::Node> nodes_;
  std::vector<Connection> connections_;
  std::size_t rows_ = 0;
  std::set<EventId> conflicting_;
};

}  // namespace

std::string comparison_dot(const graph::StoryGraph& story, const compare::Comparison& comparison,
                           const ComparisonDiagramOptions& options) {
  return Drawing(story, comparison, options).draw();
}

}  // namespace fabula::output
