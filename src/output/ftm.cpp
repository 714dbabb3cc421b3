#include <cinttypes>
#include <cstdio>

#include "fabula/base/edtf.hpp"
#include "fabula/graph/article_texts.hpp"
#include "fabula/output/exports.hpp"
#include "group_names.hpp"
#include "json_values.hpp"
#include "kept_things.hpp"
#include "relations_network.hpp"

namespace fabula::output {
namespace {

using graph::StoryGraph;

/// What all ids begin with: differs between stories of other articles (FNV-1a over their hashes), is the same for the same.
std::string story_key(const StoryGraph& story) {
  std::uint64_t hash = 14695981039346656037u;
  for (std::size_t i = 0; i < story.article_count(); ++i)
    for (const char c : story.article(ArticleId(i)).sha256) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  char text[32];
  std::snprintf(text, sizeof text, "fabula-%016" PRIx64 "-", hash);
  return text;
}

const char* schema_of(actors::ActorKind kind) {
  switch (kind) {
    case actors::ActorKind::person: return "Person";
    case actors::ActorKind::organization:
    case actors::ActorKind::media: return "Organization";
    case actors::ActorKind::state: return "PublicBody";
    case actors::ActorKind::group: break;
  }
  return "LegalEntity";
}

/// Properties of an entity: each a list of texts; empty texts and repetitions are left out.
class Entity {
 public:
  Entity(std::string id, const char* schema) : json_{{"id", std::move(id)}, {"schema", schema}, {"properties", Json::object()}} {}

  void add(const char* property, const std::string& value) {
    if (value.empty()) return;
    Json& values = json_["properties"][property];
    for (const Json& present : values)
      if (present == value) return;
    values.push_back(value);
  }

  /// FollowTheMoney has ISO prefixes but no ranges: what is more goes into start and end, and as EDTF into the summary.
  void add_time(const TimeValue& time) {
    const std::string edtf = edtf_of(time.range);
    if (!time.range.open() && edtf.find_first_of("/X") == std::string::npos) add("date", edtf);
    if (time.range.earliest) add("startDate", to_iso(*time.range.earliest));
    if (time.range.latest) add("endDate", to_iso(*time.range.latest));
    if (!time.edtf.empty()) add("summary", "EDTF " + time.edtf + " (" + std::string(name(time.basis)) + ")");
  }

  std::string line() const { return json_line(json_); }

 private:
  Json json_;
};

class FtmWriter {
 public:
  explicit FtmWriter(const StoryGraph& story) : story_(story), texts_(story), key_(story_key(story)) {}

  void write_article(ArticleId id) {
    const graph::Article& article = story_.article(id);
    Entity entity(id_of(id), "Article");
    entity.add("name", article.title.value_or(article.file));
    entity.add("fileName", article.file);
    entity.add("title", article.title.value_or(""));
    entity.add("publisher", article.source.value_or(""));
    entity.add("sourceUrl", article.url.value_or(""));
    entity.add("language", article.language);
    const std::string published = edtf_of(article.published.range);
    if (published.find_first_of("/X") == std::string::npos) entity.add("publishedAt", published);
    entity.add("bodyText", article.text);
    out_ += entity.line();
  }

  void write_actor(ActorId id) {
    const actors::Actor& actor = story_.actor(id);
    Entity entity(id_of(id), schema_of(actor.kind));
    entity.add("name", actor.name);
    for (const std::string& alias : actor.aliases) entity.add("alias", alias);
    for (const actors::ActorRole& role : actor.roles)
      if (actor.kind == actors::ActorKind::person) entity.add("position", role.title);
    out_ += entity.line();
  }

  void write_affiliation(const graph::ActorEdge& edge, std::size_t number) {
    Entity entity(key_ + "m" + std::to_string(number), "UnknownLink");
    entity.add("subject", id_of(edge.from));
    entity.add("object", id_of(edge.to));
    entity.add("role", edge.affiliation.title);
    if (edge.affiliation.when.earliest) entity.add("startDate", to_iso(*edge.affiliation.when.earliest));
    if (edge.affiliation.when.latest) entity.add("endDate", to_iso(*edge.affiliation.when.latest));
    if (edge.affiliation.article) add_source(entity, edge.affiliation.article, edge.affiliation.span);
    out_ += entity.line();
  }

  void write_relation(const graph::ActorRelation& relation, std::size_t number) {
    Entity entity(key_ + "r" + std::to_string(number), "UnknownLink");
    entity.add("subject", id_of(relation.from));
    entity.add("object", id_of(relation.to));
    entity.add("role", std::string(graph::name(relation.kind)));
    if (relation.when.earliest) entity.add("startDate", to_iso(*relation.when.earliest));
    if (relation.when.latest) entity.add("endDate", to_iso(*relation.when.latest));
    entity.add("summary", std::to_string(relation.events.size()) + "×");
    out_ += entity.line();
  }

  void write_event(EventId id) {
    const graph::Event& event = story_.event(id);
    Entity entity(id_of(id), "Event");
    entity.add("name", event_title(event));
    for (const events::Participant& p : story_.participants(id))
      entity.add(p.role == events::ParticipantRole::agent ? "organizer" : "involved", id_of(p.actor));
    entity.add("location", event.location);
    entity.add_time(event.time);
    entity.add("keywords", event.factuality);
    entity.add("keywords", std::string(event.act ? events::name(*event.act) : events::name(event.type)));
    entity.add("keywords", event.code);
    for (const graph::Mention& mention : event.mentions) entity.add("proof", id_of(mention.article));
    out_ += entity.line();
    for (std::size_t i = 0; i < event.mentions.size(); ++i) write_evidence(id, event.mentions[i], i + 1);
  }

  std::string take() { return std::move(out_); }

 private:
  template <class Id>
  std::string id_of(Id id) const {
    return key_ + graph::export_id(id);
  }

  /// Where a link is told: it can have no `proof`, which only things have.
  void add_source(Entity& entity, ArticleId id, Span span) const {
    const graph::Article& article = story_.article(id);
    entity.add("publisher", article.source.value_or(article.file));
    entity.add("sourceUrl", article.url.value_or(""));
    entity.add("description", texts_.slice(id, span));
  }

  /// Where an article tells an event: the sentence, and what it claims.
  void write_evidence(EventId id, const graph::Mention& mention, std::size_t number) {
    Entity entity(id_of(id) + "-" + std::to_string(number), "Documentation");
    entity.add("document", id_of(mention.article));
    entity.add("entity", id_of(id));
    entity.add("role", std::string(events::name(mention.factuality)));
    entity.add("description", texts_.slice(mention.article, mention.sentence));
    entity.add("recordId", std::to_string(mention.span.begin) + "-" + std::to_string(mention.span.end));
    entity.add_time(mention.time);
    out_ += entity.line();
  }

  const StoryGraph& story_;
  graph::ArticleTexts texts_;
  std::string key_;

  std::string out_;
};

}  // namespace

std::string write_ftm(const StoryGraph& story, const graph::Filter& filter) {
  const KeptThings kept = kept_things(story, filter);
  FtmWriter writer(story);
  for (const ArticleId id : kept.articles) writer.write_article(id);
  for (const ActorId id : kept.actors) writer.write_actor(id);
  for (std::size_t i = 0; i < kept.affiliations.size(); ++i) writer.write_affiliation(kept.affiliations[i], i + 1);
  for (const EventId id : kept.events) writer.write_event(id);
  return writer.take();
}

std::string write_ftm_relations(const StoryGraph& story, const RelationsDiagramOptions& options) {
  const RelationsNetwork network = relations_network(story, options);
  FtmWriter writer(story);
  for (const ActorId id : network.actors) writer.write_actor(id);
  for (std::size_t i = 0; i < network.affiliations.size(); ++i) writer.write_affiliation(network.affiliations[i], i + 1);
  for (std::size_t i = 0; i < network.relations.size(); ++i) writer.write_relation(network.relations[i], i + 1);
  return writer.take();
}

}  // namespace fabula::output
