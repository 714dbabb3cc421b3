#pragma once

#include <cstddef>
#include <vector>

namespace fabula::output {

/// A place in a grid of equal boxes.
struct Cell {
  std::size_t row = 0, column = 0;
  bool operator==(const Cell&) const = default;
};

struct Point {
  double x = 0, y = 0;  ///< y grows downwards
};

/// Sizes of a grid: `rows` × `columns` boxes of one size with gutters between them and around them.
struct GridSpec {
  std::size_t rows = 0, columns = 0;
  double box_width = 0, box_height = 0;
  double min_gutter = 12;  ///< of gutters without lines in them
};

/// The grid as laid out: gutters as wide as their lines need.
struct GridLayout {
  std::vector<double> column_x;  ///< left edge of each column
  std::vector<double> row_y;     ///< upper edge of each row's boxes
  double width = 0, height = 0;  ///< including the outer gutters
  std::vector<std::vector<Point>> lines;  ///< a right-angled line for each connection, from its box to its box
};

struct Connection {
  std::size_t from = 0, to = 0;  ///< positions in `cells`, never the same
};

/// Lays out boxes and routes connections through the gutters, so that no line crosses a box or lies on another.
///
/// Lines take at most one horizontal and one vertical gutter; tracks of a gutter are given by the left-edge method
/// (Hashimoto & Stevens 1971). Time is O(c log c) in the connections for a gutter; crossings are not minimised.
GridLayout lay_out_grid(const GridSpec& spec, const std::vector<Cell>& cells, const std::vector<Connection>& connections);

}  // namespace fabula::output
