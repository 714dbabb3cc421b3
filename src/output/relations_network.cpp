#include "relations_network.hpp"

#include <deque>
#include <map>
#include <utility>

namespace fabula::output {
namespace {

using graph::ActorRelation;
using graph::StoryGraph;

/// Actors within some steps of one, over relations and affiliations in either direction.
std::set<ActorId> neighbourhood(const RelationsNetwork& net, ActorId centre, std::size_t depth) {
  std::map<ActorId, std::vector<ActorId>> near;
  const auto join = [&](ActorId a, ActorId b) {
    near[a].push_back(b);
    near[b].push_back(a);
  };
  for (const ActorRelation& r : net.relations) join(r.from, r.to);
  for (const graph::ActorEdge& a : net.affiliations) join(a.from, a.to);
  std::map<ActorId, std::size_t> steps = {{centre, 0}};
  std::deque<ActorId> queue = {centre};
  while (!queue.empty()) {
    const ActorId at = queue.front();
    queue.pop_front();
    if (steps[at] == depth) continue;
    for (const ActorId next : near[at])
      if (steps.try_emplace(next, steps[at] + 1).second) queue.push_back(next);
  }
  std::set<ActorId> out;
  for (const auto& [actor, n] : steps) out.insert(actor);
  return out;
}

}  // namespace

RelationsNetwork relations_network(const StoryGraph& story, const RelationsDiagramOptions& options) {
  RelationsNetwork net;
  for (ActorRelation& r : graph::actor_relations(story, options.filter))
    if (r.events.size() >= options.min_weight) net.relations.push_back(std::move(r));
  std::set<std::pair<ActorId, ActorId>> joined;  // someone's several titles in one body are one edge
  for (graph::ActorEdge& a : story.affiliations())
    if (joined.emplace(a.from, a.to).second) net.affiliations.push_back(std::move(a));
  for (const ActorRelation& r : net.relations) net.actors.insert({r.from, r.to});
  if (options.around) {
    net.actors = neighbourhood(net, options.around, options.depth);
    std::erase_if(net.relations, [&](const ActorRelation& r) { return !net.actors.contains(r.from) || !net.actors.contains(r.to); });
  }
  // affiliations explain the actors that are there; they bring in the bodies these belong to, not more people
  std::erase_if(net.affiliations, [&](const graph::ActorEdge& a) { return !net.actors.contains(a.from); });
  for (const graph::ActorEdge& a : net.affiliations) net.actors.insert(a.to);
  return net;
}

}  // namespace fabula::output
