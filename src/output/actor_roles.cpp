#include "actor_roles.hpp"

#include <algorithm>

namespace fabula::output {
namespace {

std::string role_text(const graph::StoryGraph& story, const actors::ActorRole& role) {
  return role.of ? role.title + " (" + story.actor(role.of).name + ")" : role.title;
}

}  // namespace

std::vector<std::string> roles_of(const graph::StoryGraph& story, const actors::Actor& actor) {
  std::vector<std::string> roles;
  for (const actors::ActorRole& role : actor.roles) {
    std::string text = role_text(story, role);
    if (std::find(roles.begin(), roles.end(), text) == roles.end()) roles.push_back(std::move(text));
  }
  return roles;
}

}  // namespace fabula::output
