#include "fabula/graph/relations.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/betweenness_centrality.hpp>
#include <map>
#include <tuple>

namespace fabula::graph {
namespace {

using events::EventType;
using events::ParticipantRole;

constexpr std::size_t kMostCoAgents = 6;  // a crowd acting together does not relate everyone to everyone

constexpr std::array<std::string_view, 6> kCooperation = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"};
constexpr std::array<std::string_view, 8> kConflict = {"ACCUSE",   "REJECT",   "THREATEN", "PROTEST",
                                                       "SANCTION", "MOBILIZE", "COERCE",   "ASSAULT"};

void widen(DayRange& range, const DayRange& by) {
  for (const std::optional<Day>& day : {by.earliest, by.latest}) {
    if (!day) continue;
    if (!range.earliest || *day < *range.earliest) range.earliest = day;
    if (!range.latest || *day > *range.latest) range.latest = day;
  }
}

class Collector {
 public:
  explicit Collector(const StoryGraph& story) : story_(story) {}

  void add(EventId id) {
    const auto agents = story_.participants(id, ParticipantRole::agent);
    std::vector<ActorId> others = story_.participants(id, ParticipantRole::patient);
    for (const ActorId r : story_.participants(id, ParticipantRole::recipient)) others.push_back(r);
    const bool statement = story_.event(id).type == EventType::statement;
    if (statement)
      for (const ActorId subject : subjects(id)) others.push_back(subject);
    const RelationKind kind = statement ? RelationKind::statement : relation_kind_of(story_.event(id).code);
    for (const ActorId a : agents)
      for (const ActorId b : others)
        if (a != b) note(a, b, kind, false, id);
    if (!statement && others.empty() && agents.size() <= kMostCoAgents)
      for (std::size_t i = 0; i < agents.size(); ++i)
        for (std::size_t j = i + 1; j < agents.size(); ++j) note(agents[i], agents[j], kind, true, id);
  }

  std::vector<ActorRelation> take() {
    std::vector<ActorRelation> out;
    for (auto& [key, relation] : relations_) out.push_back(std::move(relation));
    return out;
  }

 private:
  /// Who acts in what a statement is about.
  std::vector<ActorId> subjects(EventId id) const {
    std::vector<ActorId> out;
    for (const EventEdge& edge : story_.links_from(id)) {
      const events::LinkType type = edge.link.type;
      if (type != events::LinkType::about && type != events::LinkType::denies && type != events::LinkType::confirms) continue;
      for (const ActorId actor : story_.participants(edge.to, ParticipantRole::agent)) out.push_back(actor);
    }
    return out;
  }

  void note(ActorId a, ActorId b, RelationKind kind, bool mutual, EventId id) {
    if (mutual && b < a) std::swap(a, b);
    ActorRelation& relation = relations_[{a, b, kind, mutual}];
    relation.from = a;
    relation.to = b;
    relation.kind = kind;
    relation.mutual = mutual;
    if (!relation.events.empty() && relation.events.back() == id) return;
    relation.events.push_back(id);
    widen(relation.when, story_.event(id).time.range);
  }

  const StoryGraph& story_;
  std::map<std::tuple<ActorId, ActorId, RelationKind, bool>, ActorRelation> relations_;
};

}  // namespace

std::string_view name(RelationKind kind) {
  switch (kind) {
    case RelationKind::cooperation: return "cooperation";
    case RelationKind::conflict: return "conflict";
    case RelationKind::other: return "other";
    case RelationKind::statement: break;
  }
  return "statement";
}

RelationKind relation_kind_of(std::string_view code) {
  if (std::find(kCooperation.begin(), kCooperation.end(), code) != kCooperation.end()) return RelationKind::cooperation;
  if (std::find(kConflict.begin(), kConflict.end(), code) != kConflict.end()) return RelationKind::conflict;
  return RelationKind::other;
}

std::vector<ActorRelation> actor_relations(const StoryGraph& story, const Filter& filter) {
  Collector collector(story);
  for (const EventId id : select_events(story, filter)) collector.add(id);
  return collector.take();
}

std::vector<double> actor_centrality(const StoryGraph& story, const std::vector<ActorRelation>& relations) {
  using Undirected = boost::adjacency_list<boost::setS, boost::vecS, boost::undirectedS>;
  Undirected graph(story.actor_count());
  for (const ActorRelation& r : relations) boost::add_edge(r.from.value, r.to.value, graph);
  std::vector<double> centrality(story.actor_count(), 0.0);
  if (centrality.empty()) return centrality;
  const auto map = boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, graph));
  boost::brandes_betweenness_centrality(graph, map);
  if (centrality.size() > 2) boost::relative_betweenness_centrality(graph, map);
  return centrality;
}

}  // namespace fabula::graph
