#include "fabula/actors/actor.hpp"

#include <array>

namespace fabula::actors {
namespace {
constexpr std::array<std::string_view, 5> kKinds = {"person", "organization", "media", "state", "group"};
}  // namespace

std::string_view name(ActorKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<ActorKind> actor_kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kKinds.size(); ++i)
    if (kKinds[i] == name) return static_cast<ActorKind>(i);
  return std::nullopt;
}

}  // namespace fabula::actors
