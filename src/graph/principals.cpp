#include "principals.hpp"

#include <algorithm>
#include <set>

namespace fabula::graph {
namespace {

constexpr std::size_t kMost = 16;  // a chain of functions is short; a longer one is an error of the text's reading

std::vector<ActorId> reachable(const std::vector<actors::Actor>& actors, ActorId start) {
  std::set<ActorId> seen = {start};
  std::vector<ActorId> queue = {start};
  for (std::size_t next = 0; next < queue.size() && queue.size() < kMost; ++next)
    for (const actors::ActorRole& role : actors[queue[next].value].roles)
      if (role.of && seen.insert(role.of).second) queue.push_back(role.of);
  seen.erase(start);
  return {seen.begin(), seen.end()};
}

bool contains(const std::vector<ActorId>& sorted, ActorId id) { return std::binary_search(sorted.begin(), sorted.end(), id); }

}  // namespace

Principals::Principals(const std::vector<actors::Actor>& actors) {
  for (std::size_t i = 0; i < actors.size(); ++i) of_.push_back(reachable(actors, ActorId(i)));
}

bool Principals::same_side(ActorId a, ActorId b) const { return a == b || contains(of(a), b) || contains(of(b), a); }

}  // namespace fabula::graph
