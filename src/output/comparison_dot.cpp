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

constexpr double kBoxWidth = 190, kBoxHeight = 44, kRowGap = 14, kColumnGap = 90, kHeader = 34, kFontSize = 9;
constexpr std::string_view kShared = "#56799C";
constexpr std::string_view kConflict = "#D55E00";
constexpr LineStyle kSharedLine{"shared", kShared, "solid", "none", "1.2"};
constexpr LineStyle kConflictLine{"conflict", kConflict, "bold", "none", "2.4"};

/// The events of a column: all shared ones and the most connected of the others, in the order of telling.
std::vector<EventId> column(const graph::StoryGraph& story, const compare::Telling& telling, std::size_t most) {
  const std::set<EventId> alone(telling.only.begin(), telling.only.end());
  std::vector<EventId> order = telling.events;
  const auto degree = [&](EventId id) { return story.links_from(id).size() + story.links_to(id).size(); };
  std::stable_sort(order.begin(), order.end(), [&](EventId a, EventId b) {
    const bool x = alone.contains(a), y = alone.contains(b);
    return x != y ? y : degree(a) > degree(b);
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
    for (const compare::Difference& d : c.differences)
      if (d.conflict) conflicting_.insert(d.event);
    for (const compare::Finding& f : c.findings)
      if (f.scope == compare::Scope::across && f.kind != "omission") conflicting_.insert(f.events.begin(), f.events.end());
    for (const compare::Telling& t : c.alignment.tellings) columns_.push_back(column(story, t, options.most));
    place_rows();
  }

  std::string draw() {
    for (std::size_t g = 0; g < columns_.size(); ++g) draw_column(g);
    draw_joins();
    draw_key();
    return dot_.write();
  }

 private:
  /// Rows from top to bottom: an event that the column before tells too stands beside it where the order allows.
  void place_rows() {
    for (std::size_t g = 0; g < columns_.size(); ++g) {
      std::map<EventId, std::size_t> rows;
      std::size_t row = 0;
      for (const EventId id : columns_[g]) {
        for (std::size_t left = g; left-- > 0;) {
          const auto beside = row_[left].find(id);
          if (beside == row_[left].end()) continue;
          row = std::max(row, beside->second);
          break;
        }
        rows[id] = row++;
      }
      last_row_ = std::max(last_row_, row);
      row_.push_back(std::move(rows));
    }
  }

  static double x_of(std::size_t g) { return kBoxWidth / 2 + static_cast<double>(g) * (kBoxWidth + kColumnGap); }
  static double y_of(std::size_t row) { return kHeader + kBoxHeight / 2 + static_cast<double>(row) * (kBoxHeight + kRowGap); }
  static std::string node_name(std::size_t g, EventId id) { return "g" + std::to_string(g) + graph::export_id(id); }

  void draw_column(std::size_t g) {
    const std::string title = wrap(group_letter(g) + "  " + group_title(story_, c_.groups[g]), kBoxWidth + kColumnGap - 20, 11, 1).front();
    draw_text(dot_, "title" + std::to_string(g), {x_of(g), 8}, title, 11);
    for (const EventId id : columns_[g]) {
      const graph::Event& event = story_.event(id);
      const auto node = draw_box(dot_, node_name(g, id), {x_of(g), y_of(row_[g].at(id))}, kBoxWidth, kBoxHeight, event.type,
                                 kind_of_code(event.code), event.factuality);
      std::string label;
      for (const std::string& line : wrap(event_title(event), kBoxWidth - 12, kFontSize, 2)) label += line + "\n";
      dot_.label(node, label + readable_date(event.time));
      if (conflicting_.contains(id)) dot_.set(node, "color", kConflict);
      nodes_[{g, id}] = node;
    }
  }

  /// Each shared event is joined to its next telling to the right.
  void draw_joins() {
    for (const compare::SharedEvent& shared : c_.alignment.shared)
      for (std::size_t i = 0; i + 1 < shared.groups.size(); ++i) draw_join(shared.event, shared.groups[i], shared.groups[i + 1]);
  }
  void draw_join(EventId id, std::size_t left, std::size_t right) {
    const auto a = nodes_.find({left, id}), b = nodes_.find({right, id});
    if (a == nodes_.end() || b == nodes_.end()) return;
    const Point from{x_of(left) + kBoxWidth / 2, y_of(row_[left].at(id))};
    const Point to{x_of(right) - kBoxWidth / 2, y_of(row_[right].at(id))};
    const LineStyle& style = conflicting_.contains(id) ? kConflictLine : kSharedLine;
    draw_link(dot_, a->second, b->second, "same" + graph::export_id(id), {from, to}, style);
  }

  void draw_key() {
    const double y = y_of(last_row_) + 6;
    const auto sample = [&](const LineStyle& style, double x, const std::string& text) {
      const std::string name(style.name);
      draw_link(dot_, draw_anchor(dot_, name + "a", {x, y}), draw_anchor(dot_, name + "b", {x + 30, y}), name, {{x, y}, {x + 30, y}}, style);
      draw_text(dot_, name + "t", {x + 36 + text_width(text, kFontSize) / 2, y}, text, kFontSize);
    };
    sample(kSharedLine, 0, "the same event");
    sample(kConflictLine, 130, "told in conflict");
  }

  const graph::StoryGraph& story_;
  const compare::Comparison& c_;
  DotGraph dot_;
  std::vector<std::vector<EventId>> columns_;
  std::vector<std::map<EventId, std::size_t>> row_;
  std::size_t last_row_ = 0;
  std::set<EventId> conflicting_;
  std::map<std::pair<std::size_t, EventId>, DotGraph::Node> nodes_;
};

}  // namespace

std::string comparison_dot(const graph::StoryGraph& story, const compare::Comparison& comparison,
                           const ComparisonDiagramOptions& options) {
  return Drawing(story, comparison, options).draw();
}

}  // namespace fabula::output
