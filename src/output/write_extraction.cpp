#include "extraction_json.hpp"
#include "json_values.hpp"
#include "names.hpp"

namespace fabula::output {
namespace {

template <class Tag>
Json position_or_null(Id<Tag> id) {
  return id.valid() ? Json(id.value) : Json(nullptr);
}

Json actor_json(const actors::Actor& a) {
  Json json = {{"kind", actors::name(a.kind)}, {"name", a.name}, {"aliases", a.aliases}, {"key", a.key},
               {"gender", std::string(1, a.gender)}, {"number", std::string(1, a.number)},
               {"roles", Json::array()}, {"mentions", Json::array()}, {"merged_because", a.merged_because}};
  for (const actors::ActorRole& r : a.roles)
    json["roles"].push_back({{"title", r.title}, {"of", position_or_null(r.of)}, {"begin", r.span.begin}, {"end", r.span.end},
                             {"earliest", day_json(r.when.earliest)}, {"latest", day_json(r.when.latest)}});
  for (const actors::ActorMention& m : a.mentions)
    json["mentions"].push_back({{"begin", m.span.begin}, {"end", m.span.end}, {"form", name(m.form)}});
  return json;
}

Json mention_json(const events::EventMention& m) {
  Json json = {{"type", events::name(m.type)},
               {"act", m.act ? Json(events::name(*m.act)) : Json(nullptr)},
               {"predicate", m.predicate},
               {"predicate_class", m.predicate_class},
               {"code", m.code},
               {"label", m.label},
               {"nominal", m.nominal},
               {"themes", m.themes},
               {"begin", m.span.begin},
               {"end", m.span.end},
               {"sentence", Json::array({m.sentence.begin, m.sentence.end})},
               {"quotes", Json::array()},
               {"participants", Json::array()},
               {"location", m.location},
               {"time", time_json(m.time)},
               {"dated_because", m.dated_because},
               {"factuality", events::name(m.factuality)},
               {"claimed_by", position_or_null(m.claimed_by)},
               {"claim_event", position_or_null(m.claim_event)},
               {"rule", m.rule}};
  for (const Span quote : m.quotes) json["quotes"].push_back({quote.begin, quote.end});
  for (const events::Participant& p : m.participants)
    json["participants"].push_back({{"role", events::name(p.role)}, {"actor", position_or_null(p.actor)}});
  return json;
}

}  // namespace

std::string extraction_line(const graph::Extraction& extraction, ArticleId article) {
  Json json = {{"article", graph::export_id(article)}, {"actors", Json::array()}, {"mentions", Json::array()}, {"links", Json::array()}};
  for (const actors::Actor& a : extraction.actors) json["actors"].push_back(actor_json(a));
  for (const events::EventMention& m : extraction.events.mentions) json["mentions"].push_back(mention_json(m));
  for (const events::EventLink& l : extraction.events.links)
    json["links"].push_back({{"from", l.from.value}, {"to", l.to.value}, {"type", events::name(l.type)},
                             {"begin", l.span.begin}, {"end", l.span.end}, {"rule", l.rule}});
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fabula::output
