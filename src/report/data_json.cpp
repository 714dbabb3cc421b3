#include <nlohmann/json.hpp>
#include <set>

#include "fabula/graph/relations.hpp"
#include "fabula/output/diagram.hpp"
#include "sections.hpp"

namespace fabula::report {
namespace {

using Json = nlohmann::ordered_json;
using graph::export_id;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(to_iso(*day)) : Json(nullptr); }

Json event_json(const Context& context, EventId id) {
  const graph::Event& event = context.story.event(id);
  std::set<std::string> actors, articles;
  for (const events::Participant& p : context.story.participants(id)) actors.insert(export_id(p.actor));
  for (const graph::Mention& m : event.mentions) {
    articles.insert(export_id(m.article));
    if (m.claimed_by) actors.insert(export_id(m.claimed_by));
  }
  return {{"id", export_id(id)},
          {"type", events::name(event.type)},
          {"act", event.act ? Json(events::name(*event.act)) : Json(nullptr)},
          {"code", event.code},
          {"factuality", event.factuality},
          {"earliest", day_or_null(event.time.range.earliest)},
          {"latest", day_or_null(event.time.range.latest)},
          {"label", context.label(id)},
          {"actors", actors},
          {"articles", articles}};
}

/// Actors where the diagram has them, y downwards.
Json nodes_json(const Context& context, const std::vector<output::ActorPlace>& places) {
  Json nodes = Json::array();
  for (const output::ActorPlace& place : places) {
    const actors::Actor& actor = context.story.actor(place.actor);
    nodes.push_back({{"id", export_id(place.actor)}, {"name", actor.name}, {"kind", actors::name(actor.kind)}, {"x", place.x}, {"y", -place.y}});
  }
  return nodes;
}

Json edges_json(const Context& context, const std::set<ActorId>& drawn) {
  Json edges = Json::array();
  for (const graph::ActorRelation& r : graph::actor_relations(context.story)) {
    if (!drawn.contains(r.from) || !drawn.contains(r.to)) continue;
    Json events = Json::array();
    for (const EventId id : r.events)
      if (context.shows(id)) events.push_back(export_id(id));
    if (events.empty()) continue;
    edges.push_back({{"from", export_id(r.from)}, {"to", export_id(r.to)}, {"kind", graph::name(r.kind)}, {"mutual", r.mutual}, {"events", std::move(events)}});
  }
  return edges;
}

/// To whom actors belong, each pair once, with the first title.
Json affiliations_json(const Context& context, const std::set<ActorId>& drawn) {
  std::set<std::pair<ActorId, ActorId>> seen;
  Json affiliations = Json::array();
  for (const graph::ActorEdge& edge : context.story.affiliations())
    if (drawn.contains(edge.from) && drawn.contains(edge.to) && seen.emplace(edge.from, edge.to).second)
      affiliations.push_back({{"from", export_id(edge.from)}, {"to", export_id(edge.to)}, {"title", edge.affiliation.title}});
  return affiliations;
}

/// What the script says itself. Placeholders stay for it to fill.
Json words_json(const Words& words) {
  Json json = Json::object();
  for (const char* key : {"shown", "several_events", "undated_left_out", "statements", "actions", "only_these"})
    json[key] = words(key, {{"n", "{n}"}, {"total", "{total}"}});
  for (const char* kind : {"cooperation", "conflict", "other", "statement", "affiliation"}) json["relation." + std::string(kind)] = words("relation." + std::string(kind));
  for (const char* kind : {"certain", "uncertain", "open"}) json["bar." + std::string(kind)] = words("bar." + std::string(kind));
  return json;
}

}  // namespace

std::string data_json(const Context& context, const std::string& relations_dot) {
  const auto places = output::actor_places(context.story, relations_dot);
  Json json = {{"language", context.words.language()}, {"words", words_json(context.words)}, {"events", Json::array()}};
  for (const EventId id : context.events()) json["events"].push_back(event_json(context, id));
  json["nodes"] = nodes_json(context, places);
  std::set<ActorId> drawn;
  for (const output::ActorPlace& place : places) drawn.insert(place.actor);
  json["edges"] = edges_json(context, drawn);
  json["affiliations"] = affiliations_json(context, drawn);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fabula::report
