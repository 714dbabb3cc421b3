#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <map>
#include <set>

#include "drawing.hpp"
#include "fabula/graph/relations.hpp"
#include "fabula/output/diagram.hpp"
#include "graphviz_engine.hpp"
#include "legend.hpp"
#include "readable_date.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

using graph::ActorRelation;
using graph::StoryGraph;

constexpr std::size_t kMostForDot = 90;        // edges; beyond, dot takes seconds and its picture is a mat
constexpr std::size_t kMostCentral = 3;
constexpr double kLeastFont = 9, kMostFont = 17;

/// What is drawn: relations and affiliations, and the actors they join.
struct Network {
  std::vector<ActorRelation> relations;
  std::vector<graph::ActorEdge> affiliations;
  std::set<ActorId> actors;
};

/// Actors within some steps of one, over relations and affiliations in either direction.
std::set<ActorId> neighbourhood(const Network& net, ActorId centre, std::size_t depth) {
  std::map<ActorId, std::vector<ActorId>> near;
  const auto join = [&](ActorId a, ActorId b) {
    near[a].push_back(b);
    near[b].push_back(a);
  };
  for (const ActorRelation& r : net.relations) join(r.from, r.to);
  for (const graph::ActorEdge& a : net.affiliations) join(a.from, a.to);
  std::map<ActorId, std::size_t> steps = {{centre, 0}};
  std::deque<ActorId> queue = {centre};
  while (!queue.empty()) {
    const ActorId at = queue.front();
    queue.pop_front();
    if (steps[at] == depth) continue;
    for (const ActorId next : near[at])
      if (steps.try_emplace(next, steps[at] + 1).second) queue.push_back(next);
  }
  std::set<ActorId> out;
  for (const auto& [actor, n] : steps) out.insert(actor);
  return out;
}

Network make_network(const StoryGraph& story, const RelationsDiagramOptions& options) {
  Network net;
  for (ActorRelation& r : graph::actor_relations(story, options.filter))
    if (r.events.size() >= options.min_weight) net.relations.push_back(std::move(r));
  std::set<std::pair<ActorId, ActorId>> joined;  // someone's several titles in one body are one edge
  for (graph::ActorEdge& a : story.affiliations())
    if (joined.emplace(a.from, a.to).second) net.affiliations.push_back(std::move(a));
  for (const ActorRelation& r : net.relations) net.actors.insert({r.from, r.to});
  if (options.around) {
    net.actors = neighbourhood(net, options.around, options.depth);
    std::erase_if(net.relations, [&](const ActorRelation& r) { return !net.actors.contains(r.from) || !net.actors.contains(r.to); });
  }
  // affiliations explain the actors that are there; they bring in the bodies these belong to, not more people
  std::erase_if(net.affiliations, [&](const graph::ActorEdge& a) { return !net.actors.contains(a.from); });
  for (const graph::ActorEdge& a : net.affiliations) net.actors.insert(a.to);
  return net;
}

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  return buffer;
}

class RelationsDrawing {
 public:
  RelationsDrawing(const StoryGraph& story, Network net) : story_(story), net_(std::move(net)), dot_("relations") {
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
    dot_.edge_default("fontsize", "8");
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
    dot_.set(edge, "fontcolor", style.color);
    if (small()) dot_.label(edge, std::to_string(r.events.size()) + "×" + dates);
    dot_.label(edge, std::string(style.name) + ", " + std::to_string(r.events.size()) + "×" + dates, "tooltip");
  }

  void draw_affiliation(const graph::ActorEdge& a) {
    const LineStyle style = affiliation_style();
    const DotGraph::Edge edge = draw_edge(a.from, a.to, "of", style);
    dot_.set(edge, "fontcolor", kFaint);
    if (small()) dot_.label(edge, shorten(a.affiliation.title, 28));
    dot_.label(edge, shorten(a.affiliation.title, 200), "tooltip");
  }

  std::string with_legend(const std::string& positioned) const {
    DotGraph dot = DotGraph::parse(positioned);
    const DotGraph::Box box = dot.bounding_box();
    dot.set("layout", "nop2");
    LegendWriter legend(dot, {box.left, -box.bottom + 14}, std::max(box.right - box.left, 420.0));
    std::set<actors::ActorKind> kinds;
    for (const ActorId actor : net_.actors) kinds.insert(story_.actor(actor).kind);
    legend.heading("Actors");
    for (const actors::ActorKind kind : kinds) actor_sample(legend, dot, style_of(kind), "1");
    if (!central_.empty()) actor_sample(legend, dot, {"most central", "ellipse", "filled", "#FFFFFF"}, "2.6");
    legend.heading("Lines");
    std::set<graph::RelationKind> lines;
    for (const ActorRelation& r : net_.relations) lines.insert(r.kind);
    for (const graph::RelationKind kind : lines) legend.line(style_of(kind));
    if (!net_.affiliations.empty()) legend.line(affiliation_style());
    dot.set_bounding_box({box.left, box.bottom - 14 - legend.height(), std::max(box.right, box.left + 420), box.top});
    return dot.write();
  }

  static void actor_sample(LegendWriter& legend, DotGraph& dot, const ActorStyle& style, std::string_view width) {
    legend.sample(style.name, [&](const std::string& name, Point centre) {
      const DotGraph::Node node = draw_anchor(dot, name, centre);
      dot.set(node, "shape", style.shape);
      dot.set(node, "style", style.style);
      dot.set(node, "fillcolor", style.fill);
      dot.set(node, "penwidth", width);
      set_size(dot, node, LegendWriter::kSampleWidth, LegendWriter::kSampleHeight);
    });
  }

  const StoryGraph& story_;
  Network net_;
  DotGraph dot_;
  std::map<ActorId, std::size_t> weight_;
  std::set<ActorId> central_;
  std::map<ActorId, DotGraph::Node> nodes_;
};

}  // namespace

std::string relations_dot(const graph::StoryGraph& story, const RelationsDiagramOptions& options) {
  return RelationsDrawing(story, make_network(story, options)).draw();
}

std::vector<ActorPlace> actor_places(const graph::StoryGraph& story, const std::string& relations_dot) {
  const DotGraph dot = DotGraph::parse(relations_dot);
  std::vector<ActorPlace> places;
  for (std::size_t i = 0; i < story.actor_count(); ++i)
    if (const auto place = dot.place_of(graph::export_id(ActorId(i)))) places.push_back({ActorId(i), place->x, place->y});
  return places;
}

}  // namespace fabula::output
