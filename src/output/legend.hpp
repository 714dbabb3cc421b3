#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "diagram_style.hpp"
#include "dot_graph.hpp"
#include "grid_router.hpp"
#include "story_items.hpp"

namespace fabula::output {

/// Lays the samples of a legend out from left to right, in rows no wider than `width`.
class LegendWriter {
 public:
  /// @param origin  upper left corner
  LegendWriter(DotGraph& dot, Point origin, double width);

  /// Begins a new row with a word that says what it explains.
  void heading(std::string_view text);
  /// A sample of `kSampleWidth` × `kSampleHeight` points and what it means.
  /// @param draw  makes the sample at a centre, under a node name that is free
  void sample(std::string_view text, const std::function<void(const std::string& name, Point centre)>& draw);
  void line(const LineStyle& style, std::string_view text);
  /// Words without a sample.
  void note(std::string_view text);
  double height() const;

  static constexpr double kSampleWidth = 30, kSampleHeight = 12;

 private:
  std::string name() { return "legend" + std::to_string(++count_); }
  void next_row();
  void reserve(std::string_view text);
  void place_text(std::string_view text, std::string_view color);

  DotGraph& dot_;
  Point origin_;
  double width_;
  Point at_;
  int count_ = 0;
};

/// The legend of what the items of a story diagram use.
/// @return its height
double draw_legend(DotGraph& dot, const Items& items, Point origin, double width, const graph::Wording& words);

}  // namespace fabula::output
