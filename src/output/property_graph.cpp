#include "actor_roles.hpp"
#include "csv.hpp"
#include "fabula/base/edtf.hpp"
#include "fabula/graph/article_texts.hpp"
#include "fabula/graph/relations.hpp"
#include "fabula/output/property_graph.hpp"
#include "group_names.hpp"
#include "kept_things.hpp"
#include "relations_network.hpp"

namespace fabula::output {
namespace {

using graph::export_id;
using graph::StoryGraph;

PropertyNode article_node(const StoryGraph& story, ArticleId id) {
  const graph::Article& article = story.article(id);
  PropertyNode node;
  node.id = export_id(id);
  node.type = "article";
  node.label = article.title.value_or(article.file);
  node.time = article.published;
  node.source = article.source.value_or("");
  node.url = article.url.value_or("");
  node.language = article.language;
  node.file = article.file;
  return node;
}

PropertyNode actor_node(const StoryGraph& story, ActorId id) {
  const actors::Actor& actor = story.actor(id);
  PropertyNode node;
  node.id = export_id(id);
  node.type = "actor";
  node.kind = actors::name(actor.kind);
  node.label = actor.name;
  node.mentions = static_cast<std::uint32_t>(actor.mentions.size());
  node.aliases = joined(actor.aliases);
  node.roles = joined(roles_of(story, actor));
  node.key = actor.key;
  return node;
}

PropertyNode event_node(const StoryGraph& story, EventId id) {
  const graph::Event& event = story.event(id);
  PropertyNode node;
  node.id = export_id(id);
  node.type = "event";
  node.kind = events::name(event.type);
  node.label = event_title(event);
  if (event.act) node.act = events::name(*event.act);
  node.code = event.code;
  node.factuality = event.factuality;
  node.predicate = event.predicate;
  node.location = event.location;
  node.time = event.time;
  node.mentions = static_cast<std::uint32_t>(event.mentions.size());
  return node;
}

TimeValue time_of(const DayRange& range) { return {edtf_of(range), range, TimeBasis::unknown}; }

/// Collects edges and gives them their ids.
class Edges {
 public:
  explicit Edges(const StoryGraph& story) : story_(story), texts_(story) {}

  PropertyEdge& add(std::string from, std::string to, std::string_view type) {
    PropertyEdge edge;
    edge.id = "r" + std::to_string(edges_.size() + 1);
    edge.from = std::move(from);
    edge.to = std::move(to);
    edge.type = type;
    return edges_.emplace_back(std::move(edge));
  }

  void add_participations(EventId id) {
    for (const events::Participant& p : story_.participants(id))
      add(export_id(p.actor), export_id(id), events::name(p.role)).time = story_.event(id).time;
  }

  void add_tellings(EventId id) {
    for (const graph::Mention& m : story_.event(id).mentions) {
      PropertyEdge& edge = add(export_id(m.article), export_id(id), "tells");
      set_evidence(edge, m.article, m.sentence);
      edge.time = m.time;
      edge.factuality = events::name(m.factuality);
      if (m.claimed_by) edge.claimed_by = story_.actor(m.claimed_by).name;
    }
  }

  /// A link has no time of its own: it is there where both of its events are.
  void add_link(const graph::EventEdge& link) {
    PropertyEdge& edge = add(export_id(link.from), export_id(link.to), events::name(link.link.type));
    set_evidence(edge, link.link.article, link.link.span);
  }

  void add_position(const graph::Position& position) {
    PropertyEdge& edge = add(export_id(position.actor), export_id(position.event), "position");
    edge.detail = position.stance;
    edge.time = time_of(position.when);
    if (position.through) edge.claimed_by = story_.actor(position.through).name;
  }

  void add_affiliation(const graph::ActorEdge& a) {
    PropertyEdge& edge = add(export_id(a.from), export_id(a.to), "affiliation");
    edge.detail = a.affiliation.title;
    edge.time = time_of(a.affiliation.when);
    set_evidence(edge, a.affiliation.article, a.affiliation.span);
  }

  void add_relation(const graph::ActorRelation& relation) {
    PropertyEdge& edge = add(export_id(relation.from), export_id(relation.to), graph::name(relation.kind));
    std::vector<std::string> ids;
    for (const EventId id : relation.events) {
      ids.push_back(export_id(id));
      edge.intervals.push_back(story_.event(id).time.range);
    }
    edge.detail = joined(ids);
    edge.time = time_of(relation.when);
    edge.weight = static_cast<std::uint32_t>(relation.events.size());
    edge.mutual = relation.mutual;
  }

  std::vector<PropertyEdge> take() { return std::move(edges_); }

 private:
  void set_evidence(PropertyEdge& edge, ArticleId article, Span span) const {
    if (!article) return;
    edge.article = export_id(article);
    edge.span = span;
    edge.text = texts_.slice(article, span);
  }

  const StoryGraph& story_;
  graph::ArticleTexts texts_;
  std::vector<PropertyEdge> edges_;
};

}  // namespace

PropertyGraph story_property_graph(const StoryGraph& story, const graph::Filter& filter) {
  const KeptThings kept = kept_things(story, filter);
  PropertyGraph out;
  Edges edges(story);
  for (const ArticleId id : kept.articles) out.nodes.push_back(article_node(story, id));
  for (const ActorId id : kept.actors) out.nodes.push_back(actor_node(story, id));
  for (const EventId id : kept.events) {
    out.nodes.push_back(event_node(story, id));
    edges.add_participations(id);
    edges.add_tellings(id);
  }
  for (const graph::EventEdge& link : kept.links) edges.add_link(link);
  for (const graph::Position& position : kept.positions) edges.add_position(position);
  for (const graph::ActorEdge& a : kept.affiliations) edges.add_affiliation(a);
  out.edges = edges.take();
  return out;
}

PropertyGraph relations_property_graph(const StoryGraph& story, const RelationsDiagramOptions& options) {
  const RelationsNetwork network = relations_network(story, options);
  const std::vector<double> centrality = graph::actor_centrality(story, network.relations);
  PropertyGraph out;
  Edges edges(story);
  for (const ActorId id : network.actors) {
    out.nodes.push_back(actor_node(story, id));
    out.nodes.back().centrality = centrality[id.value];
  }
  for (const graph::ActorRelation& relation : network.relations) edges.add_relation(relation);
  for (const graph::ActorEdge& a : network.affiliations) edges.add_affiliation(a);
  out.edges = edges.take();
  return out;
}

}  // namespace fabula::output
