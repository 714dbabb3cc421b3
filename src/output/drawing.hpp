#pragma once

#include <string>
#include <string_view>

#include "diagram_style.hpp"
#include "dot_graph.hpp"
#include "grid_router.hpp"

namespace fabula::output {

/// Pieces of diagrams whose places are known; x and y in points, y downwards.

constexpr double kArrow = 6;  ///< length of an arrowhead
constexpr std::string_view kBracketColor = "#56799C";  ///< of the brackets of uncertain dates

/// A graph whose positions are taken as they are (engine nop2), with the diagrams' fonts.
DotGraph positioned_graph(const std::string& name);

void set_size(DotGraph& dot, DotGraph::Node node, double width, double height);

/// A box of an event: shape by type, fill by kind, border by factuality.
DotGraph::Node draw_box(DotGraph& dot, const std::string& name, Point centre, double width, double height,
                        events::EventType type, CodeKind kind, std::string_view factuality);

/// Text alone, centred; its room is estimated so that pictures are not cut.
DotGraph::Node draw_text(DotGraph& dot, const std::string& name, Point centre, std::string_view text, double font_size,
                         std::string_view color = kInk);

/// Several lines of text on white ground, centred.
DotGraph::Node draw_label(DotGraph& dot, const std::string& name, Point centre, std::string_view text, double font_size,
                          std::string_view color);

/// A straight line without arrowheads.
DotGraph::Edge draw_line(DotGraph& dot, const std::string& name, Point a, Point b, std::string_view color, std::string_view width);

/// A node without extent, for lines to begin and end at.
DotGraph::Node draw_anchor(DotGraph& dot, const std::string& name, Point at);

/// A line in a given style, with its arrowhead where it has one.
DotGraph::Edge draw_link(DotGraph& dot, DotGraph::Node from, DotGraph::Node to, const std::string& key,
                         const std::vector<Point>& line, const LineStyle& style);

}  // namespace fabula::output
