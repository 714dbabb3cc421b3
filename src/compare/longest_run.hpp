#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace fabula::compare {

/// Positions of a longest subsequence that never falls, ascending.
/// @cost   n log n
/// @source Fredman 1975 (patience sorting)
template <class T>
std::vector<std::size_t> longest_run(const std::vector<T>& values) {
  std::vector<std::size_t> ends, previous(values.size());  // ends[k]: last position of the best run of k + 1
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at = std::upper_bound(ends.begin(), ends.end(), i,
                                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    previous[i] = at == ends.begin() ? i : *(at - 1);
    if (at == ends.end()) ends.push_back(i);
    else *at = i;
  }
  std::vector<std::size_t> run(ends.size());
  if (!ends.empty())
    for (std::size_t k = ends.size(), i = ends.back(); k-- > 0; i = previous[i]) run[k] = i;
  return run;
}

}  // namespace fabula::compare
