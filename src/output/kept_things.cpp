#include "kept_things.hpp"

#include <set>

namespace fabula::output {
namespace {

/// The ids 0 … count-1 whose vertices a view keeps.
template <class Id>
std::vector<Id> kept_ids(const graph::StoryGraph& story, const graph::View& view, std::size_t count) {
  std::vector<Id> ids;
  for (std::size_t i = 0; i < count; ++i)
    if (view.m_vertex_pred(story.vertex(Id(i)))) ids.push_back(Id(i));
  return ids;
}

}  // namespace

KeptThings kept_things(const graph::StoryGraph& story, const graph::Filter& filter) {
  const graph::View view = graph::view(story, filter);
  const auto keeps = [&](auto id) { return view.m_vertex_pred(story.vertex(id)); };
  KeptThings out;
  out.events = kept_ids<EventId>(story, view, story.event_count());
  const auto actors = kept_ids<ActorId>(story, view, story.actor_count());
  std::set<ActorId> named(actors.begin(), actors.end());
  const auto articles = kept_ids<ArticleId>(story, view, story.article_count());
  std::set<ArticleId> cited(articles.begin(), articles.end());
  for (graph::EventEdge& link : story.links())
    if (keeps(link.from) && keeps(link.to)) out.links.push_back(std::move(link));
  for (const graph::Position& position : story.positions) {
    if (!keeps(position.event)) continue;
    named.insert(position.actor);
    out.positions.push_back(position);
  }
  for (graph::ActorEdge& affiliation : story.affiliations()) {
    if (!keeps(affiliation.from)) continue;
    named.insert(affiliation.to);
    if (affiliation.affiliation.article) cited.insert(affiliation.affiliation.article);
    out.affiliations.push_back(std::move(affiliation));
  }
  out.articles.assign(cited.begin(), cited.end());
  out.actors.assign(named.begin(), named.end());
  return out;
}

}  // namespace fabula::output
