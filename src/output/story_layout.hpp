#pragma once

#include <string>
#include <vector>

#include "grid_router.hpp"
#include "story_items.hpp"

namespace fabula::output {

/// The items of one date: a stripe of the diagram with its date beside the axis.
struct Band {
  std::string date;
  DayRange when;
  std::size_t first_row = 0, end_row = 0;
};

/// How the items fall into the grid and how their texts are broken.
struct StoryLayout {
  std::vector<Band> bands;                      ///< downwards in time; the undated last
  std::vector<Cell> cells;                      ///< of each item
  std::vector<std::vector<std::string>> lines;  ///< text of each item
  std::vector<ActorId> lanes;                   ///< actor of each column, where lanes were asked for; none: "others"
  GridSpec spec;
  GridLayout grid;
};

constexpr double kFontSize = 9;

/// Chooses the number of columns and the size of the boxes that let the whole be largest on a landscape A4 page, then
/// places the items and routes their links.
///
/// @param options  `lanes`: one column (or more) for each of the actors who act most; `words` for the undated
StoryLayout lay_out_story(const Items& items, const StoryDiagramOptions& options);

}  // namespace fabula::output
