#include "drawing.hpp"

#include <algorithm>
#include <cstdio>

#include "spline.hpp"
#include "text_metrics.hpp"

namespace fabula::output {
namespace {

constexpr double kPeripheryGap = 4;  // Graphviz draws a second border that far outside the first

std::string inches(double points) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4f", points / 72);
  return buffer;
}

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", value);
  return buffer;
}

}  // namespace

DotGraph positioned_graph(const std::string& name) {
  DotGraph dot(name);
  dot.set("layout", "nop2");
  dot.set("outputorder", "nodesfirst");
  dot.set("bgcolor", "white");
  dot.set("pad", "0.25");
  dot.set("charset", "UTF-8");
  dot.node_default("fontname", kFont);
  dot.node_default("fontsize", "9");
  dot.node_default("fontcolor", kInk);
  dot.node_default("shape", "box");
  dot.node_default("margin", "0");
  dot.node_default("label", " ");  // cgraph does not write an empty default, and then the name would be the label
  dot.edge_default("fontname", kFont);
  dot.edge_default("arrowsize", "0.6");
  return dot;
}

void set_size(DotGraph& dot, DotGraph::Node node, double width, double height) {
  dot.set(node, "fixedsize", "shape");  // "true" warns where a font is wider than estimated
  dot.set(node, "width", inches(width));
  dot.set(node, "height", inches(height));
}

DotGraph::Node draw_box(DotGraph& dot, const std::string& name, Point centre, double width, double height,
                        events::EventType type, CodeKind kind, std::string_view factuality) {
  const BorderStyle border = border_of(factuality);
  const DotGraph::Node node = dot.node(name);
  dot.set(node, "pos", position(centre));
  const double inset = border.peripheries == "2" ? 2 * kPeripheryGap : 0;
  set_size(dot, node, width - inset, height - inset);
  const std::string rounded = type == events::EventType::statement ? "rounded," : "";
  dot.set(node, "style", rounded + "filled," + std::string(border.style));
  dot.set(node, "fillcolor", style_of(kind).fill);
  dot.set(node, "color", kInk);
  dot.set(node, "penwidth", border.width);
  dot.set(node, "peripheries", border.peripheries);
  return node;
}

DotGraph::Node draw_text(DotGraph& dot, const std::string& name, Point centre, std::string_view text, double font_size,
                         std::string_view color) {
  const DotGraph::Node node = dot.node(name);
  dot.set(node, "shape", "plaintext");
  dot.set(node, "pos", position(centre));
  set_size(dot, node, text_width(text, font_size), font_size * 1.3);
  dot.set(node, "fontsize", number(font_size));
  dot.set(node, "fontcolor", color);
  dot.set(node, "margin", "0");
  dot.label(node, text);
  return node;
}

DotGraph::Node draw_label(DotGraph& dot, const std::string& name, Point centre, std::string_view text, double font_size,
                          std::string_view color) {
  double width = 0;
  double lines = 0;
  for (std::string_view rest = text; !rest.empty(); ++lines) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    width = std::max(width, text_width(line, font_size));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
  }
  const DotGraph::Node node = draw_text(dot, name, centre, text, font_size, color);
  dot.set(node, "style", "filled");
  dot.set(node, "fillcolor", "white");
  set_size(dot, node, width, lines * font_size * 1.2);
  return node;
}

DotGraph::Edge draw_line(DotGraph& dot, const std::string& name, Point a, Point b, std::string_view color, std::string_view width) {
  const auto edge = dot.edge(draw_anchor(dot, name + "a", a), draw_anchor(dot, name + "b", b), name);
  dot.set(edge, "pos", spline({a, b}, 0));
  dot.set(edge, "arrowhead", "none");
  dot.set(edge, "color", color);
  dot.set(edge, "penwidth", width);
  return edge;
}

DotGraph::Node draw_anchor(DotGraph& dot, const std::string& name, Point at) {
  const DotGraph::Node node = dot.node(name);
  dot.set(node, "shape", "point");
  dot.set(node, "label", " ");
  dot.set(node, "margin", "0");
  dot.set(node, "style", "invis");
  dot.set(node, "pos", position(at));
  set_size(dot, node, 0.72, 0.72);
  return node;
}

DotGraph::Edge draw_link(DotGraph& dot, DotGraph::Node from, DotGraph::Node to, const std::string& key,
                         const std::vector<Point>& line, const LineStyle& style) {
  const DotGraph::Edge edge = dot.edge(from, to, key);
  dot.set(edge, "pos", spline(line, style.arrowhead == "none" ? 0 : kArrow));
  dot.set(edge, "color", style.color);
  dot.set(edge, "style", style.style);
  dot.set(edge, "arrowhead", style.arrowhead);
  dot.set(edge, "penwidth", style.width);
  return edge;
}

}  // namespace fabula::output
