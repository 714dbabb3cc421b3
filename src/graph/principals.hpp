#pragma once

#include <vector>

#include "fabula/actors/actor.hpp"

namespace fabula::graph {

/// For whom each actor speaks and acts: the bodies it holds a function of, theirs in turn, and so on.
class Principals {
 public:
  explicit Principals(const std::vector<actors::Actor>& actors);

  /// Ascending, without the actor itself; cycles in the roles are harmless.
  const std::vector<ActorId>& of(ActorId id) const { return of_[id.value]; }
  /// One and the same, or one of them speaks for the other.
  bool same_side(ActorId a, ActorId b) const;

 private:
  std::vector<std::vector<ActorId>> of_;
};

}  // namespace fabula::graph
