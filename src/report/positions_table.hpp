#pragma once

#include <vector>

#include "context.hpp"

namespace fabula::report {

/// The positions on one event as a table: a row for each actor, a column for each date of a statement, in the order of
/// time; each cell leads to the statement.
/// @param positions  of one event, not empty
void write_positions_table(Html& html, const Context& context, const std::vector<graph::Position>& positions);

}  // namespace fabula::report
