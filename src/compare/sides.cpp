#include "sides.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace fabula::compare {
namespace {

template <class T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<Side> pick(const std::vector<Side>& sides, const std::set<std::size_t>& which) {
  std::vector<Side> out;
  for (const std::size_t i : which) out.push_back(sides[i]);
  sort_sides(out);
  return out;
}

}  // namespace

std::size_t SideList::position(const std::string& value) {
  const auto [it, fresh] = position_.try_emplace(value, sides_.size());
  if (fresh) sides_.push_back({value, {}, {}, {}});
  return it->second;
}

void SideList::add(const std::string& value, std::size_t group, const Passage& passage, ActorId by) {
  Side& side = sides_[position(value)];
  side.groups.push_back(group);
  side.passages.push_back(passage);
  if (by) side.actors.push_back(by);
}

std::vector<Side> SideList::sides() const {
  std::vector<Side> out = sides_;
  for (Side& side : out) {
    sort_once(side.groups);
    sort_once(side.actors);
    sort_once(side.passages);
  }
  return out;
}

Conflicts conflicts(const std::vector<Side>& sides, const std::function<bool(std::size_t, std::size_t)>& exclude) {
  std::set<std::size_t> across, within;
  for (std::size_t i = 0; i < sides.size(); ++i)
    for (std::size_t j = i + 1; j < sides.size(); ++j)
      if (exclude(i, j)) {
        auto& which = share_a_group(sides[i].groups, sides[j].groups) ? within : across;
        which.insert({i, j});
      }
  return {pick(sides, across), pick(sides, within)};
}

void sort_sides(std::vector<Side>& sides) {
  std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
    return std::tie(a.passages, a.value) < std::tie(b.passages, b.value);
  });
}

}  // namespace fabula::compare
