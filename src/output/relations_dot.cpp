#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include "drawing.hpp"
#include "fabula/output/diagram.hpp"
#include "fabula/output/words.hpp"
#include "graphviz_engine.hpp"
#include "legend.hpp"
#include "readable_date.hpp"
#include "relations_network.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

using graph::ActorRelation;
using graph::StoryGraph;

constexpr std::size_t kMostForDot = 90;        // edges; beyond, dot takes seconds and its picture is a mat
constexpr std::size_t kMostCentral = 3;
constexpr double kLeastFont = 9, kMostFont = 17, kEdgeFont = 8;

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  return buffer;
}

class RelationsDrawing {
 public:
  RelationsDrawing(const StoryGraph& story, RelationsNetwork net, const graph::Wording& words)
      : story_(story), words_(words), net_(std::move(net)), dot_("relations") {
    for (const ActorRelation& r : net_.relations) {
      weight_[r.from] += r.events.size();
      weight_[r.to] += r.events.size();
    }
    find_central();
  }

  std::string draw() {
    set_defaults();
    for (const ActorId actor : net_.actors) draw_actor(actor);
    for (std::size_t i = 0; i < net_.relations.size(); ++i) draw_relation(net_.relations[i]);
    for (const graph::ActorEdge& a : net_.affiliations) draw_affiliation(a);
    if (net_.actors.empty()) return dot_.write();
    return with_legend(run_graphviz(dot_.write(), "dot"));
  }

 private:
  bool small() const { return net_.relations.size() + net_.affiliations.size() <= kMostForDot; }

  void find_central() {
    const auto centrality = graph::actor_centrality(story_, net_.relations);
    std::vector<std::pair<double, ActorId>> order;
    for (const ActorId actor : net_.actors)
      if (centrality[actor.value] > 0) order.emplace_back(-centrality[actor.value], actor);
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size() && i < kMostCentral; ++i) central_.insert(order[i].second);
  }

  void set_defaults() {
    dot_.set("layout", small() ? "dot" : "sfdp");
    dot_.set("rankdir", "LR");
    dot_.set("overlap", "prism");
    dot_.set("nodesep", "0.35");
    dot_.set("ranksep", "0.9");
    dot_.set("bgcolor", "white");
    dot_.set("pad", "0.25");
    dot_.set("charset", "UTF-8");
    for (const auto& [key, value] : {std::pair{"fontname", kFont}, std::pair{"fontcolor", kInk}}) {
      dot_.node_default(key, value);
      dot_.edge_default(key, value);
    }
    dot_.node_default("margin", "0.12,0.06");
    dot_.edge_default("fontsize", number(kEdgeFont));
    dot_.edge_default("arrowsize", "0.7");
  }

  double font_size(ActorId actor) const {
    std::size_t most = 1;
    for (const auto& [id, weight] : weight_) most = std::max(most, weight);
    const auto it = weight_.find(actor);
    const double share = it == weight_.end() ? 0 : static_cast<double>(it->second) / static_cast<double>(most);
    return kLeastFont + (kMostFont - kLeastFont) * std::sqrt(share);
  }

  void draw_actor(ActorId id) {
    const actors::Actor& actor = story_.actor(id);
    const ActorStyle style = style_of(actor.kind);
    const DotGraph::Node node = dot_.node(graph::export_id(id));
    std::string text;
    for (const std::string& line : wrap(actor.name, 120, kLeastFont, 3)) text += (text.empty() ? "" : "\n") + line;
    dot_.label(node, text);
    dot_.set(node, "shape", style.shape);
    dot_.set(node, "style", style.style);
    dot_.set(node, "fillcolor", style.fill);
    dot_.set(node, "fontsize", number(font_size(id)));
    dot_.set(node, "penwidth", central_.contains(id) ? "2.6" : "1");
    dot_.label(node, shorten(actor.name, 200), "tooltip");
    nodes_[id] = node;
  }

  DotGraph::Edge draw_edge(ActorId from, ActorId to, const std::string& key, const LineStyle& style) {
    const DotGraph::Edge edge = dot_.edge(nodes_.at(from), nodes_.at(to), key);
    dot_.set(edge, "color", style.color);
    dot_.set(edge, "style", style.style);
    dot_.set(edge, "arrowhead", style.arrowhead);
    dot_.set(edge, "penwidth", style.width);
    return edge;
  }

  /// An edge and what stands beside it: Graphviz finds the place, then the text gets a node of its own there, so that it
  /// covers lines instead of being crossed by them.
  struct EdgeLabel {
    ActorId from, to;
    std::string key;
    std::string text{};
    std::string_view color{};
  };
  void label_edge(DotGraph::Edge edge, EdgeLabel label, std::string text, std::string_view color) {
    dot_.label(edge, text);
    label.text = std::move(text);
    label.color = color;
    labels_.push_back(std::move(label));
  }

  void draw_labels(DotGraph& dot) const {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const EdgeLabel& label = labels_[i];
      const auto edge = dot.edge(dot.node(graph::export_id(label.from)), dot.node(graph::export_id(label.to)), label.key);
      double x = 0, y = 0;
      if (std::sscanf(dot.get(edge, "lp").c_str(), "%lf,%lf", &x, &y) != 2) continue;
      draw_label(dot, "label" + std::to_string(i), {x, -y}, label.text, kEdgeFont, label.color);
      dot.set(edge, "label", "");
      dot.set(edge, "lp", "");
    }
  }

  void draw_relation(const ActorRelation& r) {
    const LineStyle style = style_of(r.kind);
    const std::string key = "k" + std::to_string(static_cast<int>(r.kind)) + (r.mutual ? "m" : "");
    const DotGraph::Edge edge = draw_edge(r.from, r.to, key, style);
    const std::string dates = r.when.open() ? "" : "\n" + readable_range(r.when);
    const double width = std::stod(std::string(style.width)) + std::log2(static_cast<double>(r.events.size()));
    dot_.set(edge, "penwidth", number(std::min(width, 6.0)));
    if (r.mutual) {
      dot_.set(edge, "dir", "both");
      dot_.set(edge, "arrowtail", style.arrowhead);
    }
    if (small()) label_edge(edge, {r.from, r.to, key}, std::to_string(r.events.size()) + "×" + dates, style.color);
    dot_.label(edge, std::string(style.name) + ", " + std::to_string(r.events.size()) + "×" + dates, "tooltip");
  }

  void draw_affiliation(const graph::ActorEdge& a) {
    const LineStyle style = affiliation_style();
    const DotGraph::Edge edge = draw_edge(a.from, a.to, "of", style);
    if (small()) label_edge(edge, {a.from, a.to, "of"}, shorten(a.affiliation.title, 28), kFaint);
    dot_.label(edge, shorten(a.affiliation.title, 200), "tooltip");
  }

  std::string with_legend(const std::string& positioned) const {
    DotGraph dot = DotGraph::parse(positioned);
    const DotGraph::Box box = dot.bounding_box();
    dot.set("layout", "nop2");
    dot.set("outputorder", "edgesfirst");
    draw_labels(dot);
    LegendWriter legend(dot, {box.left, -box.bottom + 14}, std::max(box.right - box.left, 420.0));
    std::set<actors::ActorKind> kinds;
    for (const ActorId actor : net_.actors) kinds.insert(story_.actor(actor).kind);
    legend.heading(word(words_, "actors", "Actors"));
    for (const actors::ActorKind kind : kinds) actor_sample(legend, dot, style_of(kind), word(words_, "actor_kind." + std::string(actors::name(kind)), style_of(kind).name), "1");
    if (!central_.empty()) actor_sample(legend, dot, style_of(actors::ActorKind::person), word(words_, "diagram.central", "most central"), "2.6");
    legend.heading(word(words_, "relations", "Relations"));
    std::set<graph::RelationKind> lines;
    for (const ActorRelation& r : net_.relations) lines.insert(r.kind);
    for (const graph::RelationKind kind : lines) legend.line(style_of(kind), word(words_, "relation." + std::string(graph::name(kind)), style_of(kind).name));
    if (!net_.affiliations.empty()) legend.line(affiliation_style(), word(words_, "diagram.belongs_to", affiliation_style().name));
    if (small() && !net_.relations.empty()) explain(legend);
    dot.set_bounding_box({box.left, box.bottom - 14 - legend.height(), std::max(box.right, box.left + 420), box.top});
    return dot.write();
  }

  /// What size and numbers mean.
  void explain(LegendWriter& legend) const {
    legend.note(word(words_, "diagram.larger", "larger name: more events"));
    legend.note(word(words_, "diagram.counts", "2×: number of events, then from the first to the last day"));
  }

  static void actor_sample(LegendWriter& legend, DotGraph& dot, const ActorStyle& style, std::string_view text, std::string_view width) {
    legend.sample(text, [&](const std::string& name, Point centre) {
      const DotGraph::Node node = draw_anchor(dot, name, centre);
      dot.set(node, "shape", style.shape);
      dot.set(node, "style", style.style);
      dot.set(node, "fillcolor", style.fill);
      dot.set(node, "penwidth", width);
      set_size(dot, node, LegendWriter::kSampleWidth, LegendWriter::kSampleHeight);
    });
  }

  const StoryGraph& story_;
  const graph::Wording& words_;
  RelationsNetwork net_;
  DotGraph dot_;
  std::map<ActorId, std::size_t> weight_;
  std::set<ActorId> central_;
  std::map<ActorId, DotGraph::Node> nodes_;
  std::vector<EdgeLabel> labels_;
};

}  // namespace

std::string relations_dot(const graph::StoryGraph& story, const RelationsDiagramOptions& options) {
  return RelationsDrawing(story, relations_network(story, options), options.words).draw();
}

std::vector<ActorPlace> actor_places(const graph::StoryGraph& story, const std::string& relations_dot) {
  const DotGraph dot = DotGraph::parse(relations_dot);
  std::vector<ActorPlace> places;
  for (std::size_t i = 0; i < story.actor_count(); ++i)
    if (const auto place = dot.place_of(graph::export_id(ActorId(i)))) places.push_back({ActorId(i), place->x, place->y});
  return places;
}

}  // namespace fabula::output
