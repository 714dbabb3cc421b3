#include "fabula/output/story_json.hpp"
#include "extraction_json.hpp"
#include "json_values.hpp"
#include "names.hpp"

namespace fabula::output {
namespace {

using graph::export_id;

Json optional_text(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

/// Fields beyond the format's own are left out where they say nothing.
void set_unless_empty(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

void set_place(Json& json, ArticleId article, Span span) {
  json["article"] = export_id(article);
  json["begin"] = span.begin;
  json["end"] = span.end;
}

Json article_json(const graph::Article& a, ArticleId id, const JsonOptions& options) {
  Json json = {{"id", export_id(id)},
               {"file", a.file},
               {"title", optional_text(a.title)},
               {"source", optional_text(a.source)},
               {"language", a.language},
               {"published", text_or_null(a.published.edtf)},
               {"published_basis", a.published_basis},
               {"sha256", a.sha256},
               {"characters", a.characters}};
  if (a.url) json["url"] = *a.url;
  if (options.text) json["text"] = a.text;
  return json;
}

Json role_json(const actors::ActorRole& r) {
  Json json = {{"title", r.title}, {"of", id_or_null(r.of)}};
  set_place(json, r.article, r.span);
  json["earliest"] = day_json(r.when.earliest);
  json["latest"] = day_json(r.when.latest);
  return json;
}

Json actor_mention_json(const actors::ActorMention& m) {
  Json json;
  set_place(json, m.article, m.span);
  json["form"] = name(m.form);
  return json;
}

Json actor_json(const actors::Actor& a, ActorId id) {
  Json json = {{"id", export_id(id)},
               {"kind", actors::name(a.kind)},
               {"name", a.name},
               {"aliases", a.aliases},
               {"roles", array_of(a.roles, role_json)},
               {"mentions", array_of(a.mentions, actor_mention_json)}};
  set_unless_empty(json, "key", a.key);
  if (!a.merged_because.empty()) json["merged_because"] = a.merged_because;
  return json;
}

Json participants_json(const std::vector<events::Participant>& participants) {
  return array_of(participants, [](const events::Participant& p) {
    return Json{{"role", events::name(p.role)}, {"actor", export_id(p.actor)}};
  });
}

Json mention_json(const graph::Mention& m) {
  Json json;
  set_place(json, m.article, m.span);
  json["sentence"] = span_json(m.sentence);
  json["quotes"] = array_of(m.quotes, span_json);
  json["factuality"] = events::name(m.factuality);
  json["claimed_by"] = id_or_null(m.claimed_by);
  json["claim_event"] = id_or_null(m.claim_event);
  json["time"] = time_json(m.time);
  json["predicate"] = m.predicate;
  json["label"] = m.label;
  json["participants"] = participants_json(m.participants);
  set_unless_empty(json, "location", m.location);
  set_unless_empty(json, "rule", m.rule);
  set_unless_empty(json, "dated_because", m.dated_because);
  return json;
}

Json event_json(const graph::StoryGraph& story, EventId id) {
  const graph::Event& e = story.event(id);
  Json json = {{"id", export_id(id)},
               {"type", events::name(e.type)},
               {"act", e.act ? Json(events::name(*e.act)) : Json(nullptr)},
               {"predicate", e.predicate},
               {"label", e.label},
               {"code", text_or_null(e.code)},
               {"factuality", e.factuality},
               {"participants", participants_json(story.participants(id))},
               {"time", time_json(e.time)},
               {"mentions", array_of(e.mentions, mention_json)}};
  set_unless_empty(json, "predicate_class", e.predicate_class);
  set_unless_empty(json, "location", e.location);
  set_unless_empty(json, "merged_because", e.merged_because);
  return json;
}

Json link_json(const graph::EventEdge& edge) {
  Json json = {{"from", export_id(edge.from)}, {"to", export_id(edge.to)}, {"type", events::name(edge.link.type)}};
  set_place(json, edge.link.article, edge.link.span);
  return json;
}

Json position_json(const graph::Position& p) {
  Json json = {{"event", export_id(p.event)},
               {"actor", export_id(p.actor)},
               {"stance", p.stance},
               {"statement", export_id(p.statement)},
               {"earliest", day_json(p.when.earliest)},
               {"latest", day_json(p.when.latest)}};
  if (p.through) json["through"] = export_id(p.through);
  return json;
}

Json evidence_json(const graph::Evidence& e) {
  Json json = {{"text", e.text}, {"claimed_by", id_or_null(e.claimed_by)}, {"statement", id_or_null(e.statement)}};
  set_place(json, e.article, e.span);
  return json;
}

Json finding_json(const graph::Finding& f) {
  const auto ids = [](const auto& list) { return array_of(list, [](auto id) { return Json(export_id(id)); }); };
  Json json = {{"kind", f.kind},
               {"actor", id_or_null(f.actor)},
               {"events", ids(f.events)},
               {"statements", ids(f.statements)},
               {"articles", ids(f.articles)},
               {"text", f.text}};
  if (!f.evidence.empty()) json["evidence"] = array_of(f.evidence, evidence_json);
  return json;
}

/// Adds the extractions as the last field, one line an article: indented like the rest they would be most of the file.
std::string with_extractions(std::string json, const graph::StoryGraph& story) {
  if (story.extractions.empty()) return json;
  json.erase(json.rfind("\n}"));
  json += ",\n \"extractions\": [";
  for (std::size_t i = 0; i < story.extractions.size(); ++i)
    json += (i ? ",\n  " : "\n  ") + extraction_line(story.extractions[i], ArticleId(i));
  return json + "\n ]\n}\n";
}

}  // namespace

std::string write_story_json(const graph::StoryGraph& story, const JsonOptions& options) {
  Json json = {{"format", "fabula.story"},
               {"version", 1},
               {"generator", {{"name", "fabula"}, {"version", FABULA_VERSION}}},
               {"articles", Json::array()},
               {"actors", Json::array()},
               {"events", Json::array()}};
  for (std::size_t i = 0; i < story.article_count(); ++i)
    json["articles"].push_back(article_json(story.article(ArticleId(i)), ArticleId(i), options));
  for (std::size_t i = 0; i < story.actor_count(); ++i)
    json["actors"].push_back(actor_json(story.actor(ActorId(i)), ActorId(i)));
  for (std::size_t i = 0; i < story.event_count(); ++i) json["events"].push_back(event_json(story, EventId(i)));
  json["links"] = array_of(story.links(), link_json);
  json["positions"] = array_of(story.positions, position_json);
  json["findings"] = array_of(story.findings, finding_json);
  return with_extractions(dump(json), story);
}

}  // namespace fabula::output
