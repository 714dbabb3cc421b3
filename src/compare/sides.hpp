#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "story_index.hpp"

namespace fabula::compare {

/// Gathers who says what of one aspect of an event: one side for each value.
class SideList {
 public:
  /// @param by  who says so or whom it is about; none where it is the article itself
  void add(const std::string& value, std::size_t group, const Passage& passage, ActorId by = {});
  /// Position of a value's side, in the order of first addition.
  std::size_t position(const std::string& value);
  bool empty() const { return sides_.empty(); }
  /// In the order of first addition; groups, actors and passages sorted.
  std::vector<Side> sides() const;

 private:
  std::vector<Side> sides_;
  std::map<std::string, std::size_t> position_;
};

/// Sides that exclude each other, told apart by whether one group holds both.
struct Conflicts {
  std::vector<Side> across, within;  ///< empty or at least two; by first passage
};

/// @param exclude  whether the values of two sides (positions in the list) cannot both be true
Conflicts conflicts(const std::vector<Side>& sides, const std::function<bool(std::size_t, std::size_t)>& exclude);

/// Puts sides in the order of their first passage.
void sort_sides(std::vector<Side>& sides);

}  // namespace fabula::compare
