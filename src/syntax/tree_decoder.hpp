#pragma once

#include <cstdint>
#include <vector>

#include "syntax/matrix.hpp"

namespace fabula::syntax {

constexpr std::int32_t kRootHead = -1;

/// The tree with the highest sum of arc scores that has exactly one root (Chu & Liu 1965, Edmonds 1967; crossing arcs are
/// allowed).
///
/// @param scores  row d: how well word d - column 0 - the root, column h + 1 - word h goes as its head
/// @return head of each word, kRootHead for the root's
std::vector<std::int32_t> best_tree(const Matrix& scores);

}  // namespace fabula::syntax
