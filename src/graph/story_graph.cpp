#include "fabula/graph/story_graph.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace fabula::graph {
namespace {

using Edge = boost::graph_traits<Graph>::edge_descriptor;

template <class T>
const T& at(const Graph& graph, Vertex v) {
  return std::get<T>(graph[v]);
}

/// Participations of all mentions, each once.
std::set<events::Participant> all_participants(const Event& event) {
  std::set<events::Participant> all;
  for (const Mention& m : event.mentions) all.insert(m.participants.begin(), m.participants.end());
  return all;
}

}  // namespace

ArticleId StoryGraph::add(Article article) {
  const ArticleId id(articles_.size());
  articles_.push_back(boost::add_vertex(Node(std::move(article)), graph_));
  index_.push_back(id.value);
  return id;
}

ActorId StoryGraph::add(actors::Actor actor) {
  const ActorId id(actors_.size());
  std::set<ArticleId> told_in;
  for (const actors::ActorMention& m : actor.mentions) told_in.insert(m.article);
  actors_.push_back(boost::add_vertex(Node(std::move(actor)), graph_));
  index_.push_back(id.value);
  for (const ArticleId a : told_in)
    if (a.valid()) boost::add_edge(vertex(a), vertex(id), Relation(Telling{}), graph_);
  return id;
}

EventId StoryGraph::add(Event event) {
  const EventId id(events_.size());
  const std::set<events::Participant> who = all_participants(event);
  std::set<ArticleId> told_in;
  for (const Mention& m : event.mentions) told_in.insert(m.article);
  events_.push_back(boost::add_vertex(Node(std::move(event)), graph_));
  index_.push_back(id.value);
  for (const ArticleId a : told_in) boost::add_edge(vertex(a), vertex(id), Relation(Telling{}), graph_);
  for (const events::Participant& p : who)
    boost::add_edge(vertex(p.actor), vertex(id), Relation(Participation{p.role}), graph_);
  return id;
}

void StoryGraph::add(EventId from, EventId to, Link link) {
  boost::add_edge(vertex(from), vertex(to), Relation(link), graph_);
}

void StoryGraph::add(ActorId from, ActorId to, Affiliation affiliation) {
  boost::add_edge(vertex(from), vertex(to), Relation(std::move(affiliation)), graph_);
}

void StoryGraph::add_affiliations_of_roles() {
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    const std::vector<actors::ActorRole> roles = actor(ActorId(i)).roles;
    for (const actors::ActorRole& role : roles)
      if (role.of && role.of != ActorId(i)) add(ActorId(i), role.of, {role.title, role.article, role.span, role.when});
  }
}

const Article& StoryGraph::article(ArticleId id) const { return at<Article>(graph_, vertex(id)); }
const actors::Actor& StoryGraph::actor(ActorId id) const { return at<actors::Actor>(graph_, vertex(id)); }
const Event& StoryGraph::event(EventId id) const { return at<Event>(graph_, vertex(id)); }
Event& StoryGraph::event(EventId id) { return std::get<Event>(graph_[vertex(id)]); }

EventId StoryGraph::event_at(Vertex v) const {
  return std::holds_alternative<Event>(graph_[v]) ? EventId(index_[v]) : EventId();
}

ActorId StoryGraph::actor_at(Vertex v) const {
  return std::holds_alternative<actors::Actor>(graph_[v]) ? ActorId(index_[v]) : ActorId();
}

std::vector<events::Participant> StoryGraph::participants(EventId id) const {
  std::vector<events::Participant> found;
  for (auto [it, end] = boost::in_edges(vertex(id), graph_); it != end; ++it)
    if (const auto* p = std::get_if<Participation>(&graph_[*it]))
      found.push_back({p->role, actor_at(boost::source(*it, graph_))});
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<ActorId> StoryGraph::participants(EventId id, events::ParticipantRole role) const {
  std::vector<ActorId> found;
  for (const events::Participant& p : participants(id))
    if (p.role == role) found.push_back(p.actor);
  return found;
}

std::vector<EventId> StoryGraph::events_of(ActorId id) const {
  std::set<EventId> found;
  for (auto [it, end] = boost::out_edges(vertex(id), graph_); it != end; ++it)
    if (std::holds_alternative<Participation>(graph_[*it])) found.insert(event_at(boost::target(*it, graph_)));
  return {found.begin(), found.end()};
}

std::vector<EventEdge> StoryGraph::links_from(EventId id) const {
  std::vector<EventEdge> found;
  for (auto [it, end] = boost::out_edges(vertex(id), graph_); it != end; ++it)
    if (const auto* link = std::get_if<Link>(&graph_[*it])) found.push_back({id, event_at(boost::target(*it, graph_)), *link});
  return found;
}

std::vector<EventEdge> StoryGraph::links_to(EventId id) const {
  std::vector<EventEdge> found;
  for (auto [it, end] = boost::in_edges(vertex(id), graph_); it != end; ++it)
    if (const auto* link = std::get_if<Link>(&graph_[*it])) found.push_back({event_at(boost::source(*it, graph_)), id, *link});
  return found;
}

std::vector<EventEdge> StoryGraph::links() const {
  std::vector<EventEdge> found;
  for (auto [it, end] = boost::edges(graph_); it != end; ++it)
    if (const auto* link = std::get_if<Link>(&graph_[*it]))
      found.push_back({event_at(boost::source(*it, graph_)), event_at(boost::target(*it, graph_)), *link});
  return found;
}

std::vector<ActorEdge> StoryGraph::affiliations_of(ActorId id) const {
  std::vector<ActorEdge> found;
  for (auto [it, end] = boost::out_edges(vertex(id), graph_); it != end; ++it)
    if (const auto* a = std::get_if<Affiliation>(&graph_[*it])) found.push_back({id, actor_at(boost::target(*it, graph_)), *a});
  return found;
}

std::vector<ActorEdge> StoryGraph::affiliations() const {
  std::vector<ActorEdge> found;
  for (std::size_t i = 0; i < actors_.size(); ++i)
    for (ActorEdge& edge : affiliations_of(ActorId(i))) found.push_back(std::move(edge));
  return found;
}

std::string export_id(ArticleId id) { return "a" + std::to_string(id.value + 1); }
std::string export_id(ActorId id) { return "p" + std::to_string(id.value + 1); }
std::string export_id(EventId id) { return "e" + std::to_string(id.value + 1); }

}  // namespace fabula::graph
