#include "timeline_entries.hpp"

namespace fabula::output {
namespace {

using graph::export_id;
using graph::StoryGraph;

Json participants_json(const StoryGraph& story, EventId id) {
  Json out = Json::array();
  for (const events::Participant& p : story.participants(id))
    out.push_back({{"role", events::name(p.role)}, {"actor", export_id(p.actor)}, {"name", story.actor(p.actor).name}});
  return out;
}

Json optional_text(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

Json evidence_json(const StoryGraph& story, const graph::Mention& m, const graph::ArticleTexts& texts) {
  const graph::Article& article = story.article(m.article);
  return {{"article", export_id(m.article)},
          {"title", optional_text(article.title)},
          {"source", optional_text(article.source)},
          {"published", text_or_null(article.published.edtf)},
          {"begin", m.span.begin},
          {"end", m.span.end},
          {"sentence", text_or_null(texts.slice(m.article, m.sentence))},
          {"factuality", events::name(m.factuality)},
          {"claimed_by", m.claimed_by ? Json(story.actor(m.claimed_by).name) : Json(nullptr)}};
}

Json agents_json(const StoryGraph& story, EventId id) {
  Json out = Json::array();
  for (const ActorId actor : story.participants(id, events::ParticipantRole::agent)) out.push_back(story.actor(actor).name);
  return out;
}

Json connection_json(const StoryGraph& story, const graph::EventEdge& edge, bool outgoing) {
  const EventId other = outgoing ? edge.to : edge.from;
  return {{"type", events::name(edge.link.type)},
          {"direction", outgoing ? "out" : "in"},
          {"event", export_id(other)},
          {"label", story.event(other).label},
          {"actors", agents_json(story, other)}};
}

}  // namespace

Json timeline_entry(const StoryGraph& story, EventId id, const graph::ArticleTexts& texts) {
  const graph::Event& e = story.event(id);
  Json json = {{"event", export_id(id)},
               {"type", events::name(e.type)},
               {"label", e.label},
               {"act", e.act ? Json(events::name(*e.act)) : Json(nullptr)},
               {"code", text_or_null(e.code)},
               {"factuality", e.factuality},
               {"time", time_json(e.time)},
               {"participants", participants_json(story, id)},
               {"evidence", Json::array()},
               {"connections", Json::array()}};
  for (const graph::Mention& m : e.mentions) json["evidence"].push_back(evidence_json(story, m, texts));
  for (const graph::EventEdge& edge : story.links_from(id)) json["connections"].push_back(connection_json(story, edge, true));
  for (const graph::EventEdge& edge : story.links_to(id)) json["connections"].push_back(connection_json(story, edge, false));
  return json;
}

}  // namespace fabula::output
