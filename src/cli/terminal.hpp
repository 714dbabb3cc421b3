#pragma once

#include <cstddef>

namespace fabula::cli {

/// Columns of the terminal that standard output is, else $COLUMNS, else 80.
std::size_t terminal_width();

/// Whether standard output takes colours: a terminal, and no NO_COLOR (https://no-color.org).
bool wants_colors();

}  // namespace fabula::cli
