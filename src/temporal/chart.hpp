#pragma once

#include <cstdint>
#include <vector>

#include "grammar.hpp"

namespace fabula::temporal {

/// A stretch of atoms that some rules have read as a category.
struct Item {
  std::uint32_t begin = 0, end = 0;  ///< atoms, half open
  int category = -1;
  int score = 0;                     ///< sum of the weights of the rules that made it
  NodePtr node;
};

/// Everything the rules read in a row of atoms, bottom up until nothing new comes.
///
/// An item spans at most 28 atoms and a stretch keeps at most four readings of a category, so that the cost is linear in
/// the atoms whatever they are.
std::vector<Item> parse(const Grammar& grammar, const std::vector<Atom>& atoms);

}  // namespace fabula::temporal
