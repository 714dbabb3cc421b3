#include "extraction_json.hpp"
#include "names.hpp"

namespace fabula::output {
namespace {

class ExtractionReader {
 public:
  ExtractionReader(const JsonReader& json, std::uint32_t characters)
      : json_(json), characters_(characters), actors_(json["actors"].items()), mentions_(json["mentions"].items()) {}

  graph::Extraction read() const {
    graph::Extraction out;
    for (const JsonReader& item : actors_) out.actors.push_back(actor(item));
    for (const JsonReader& item : mentions_) out.events.mentions.push_back(mention(item));
    for (const JsonReader& item : json_["links"].items()) out.events.links.push_back(link(item));
    return out;
  }

 private:
  template <class IdType>
  IdType position(const JsonReader& field, std::size_t count) const {
    const std::uint32_t value = field.number();
    if (value >= count) field.fail("FAB-IN-023", std::to_string(value) + " names nothing in this article");
    return IdType(value);
  }
  template <class IdType>
  IdType position_or_none(const JsonReader& owner, const char* key, std::size_t count) const {
    const auto field = owner.find(key);
    return field ? position<IdType>(*field, count) : IdType();
  }
  Span within(const JsonReader& json, Span span) const {
    if (span.end > characters_) json.fail("FAB-IN-024", "the span ends after its article");
    return span;
  }
  /// "m", "f", "?" and the like.
  static char letter(const JsonReader& json) {
    const std::string text = json.string();
    if (text.size() != 1) json.fail("FAB-IN-024", "\"" + text + "\" is not one letter");
    return text.front();
  }

  actors::Actor actor(const JsonReader& json) const {
    actors::Actor a;
    a.kind = json["kind"].one_of(actors::actor_kind_of);
    a.name = json["name"].string();
    a.aliases = json["aliases"].strings();
    a.key = json["key"].string();
    a.gender = letter(json["gender"]);
    a.number = letter(json["number"]);
    a.merged_because = json["merged_because"].strings();
    for (const JsonReader& item : json["roles"].items())
      a.roles.push_back({item["title"].string(), position_or_none<ActorId>(item, "of", actors_.size()), ArticleId(),
                         within(item, item.span("begin", "end")), {item["earliest"].day(), item["latest"].day()}});
    for (const JsonReader& item : json["mentions"].items())
      a.mentions.push_back({ArticleId(), within(item, item.span("begin", "end")), WordId(), item["form"].one_of(mention_form_of)});
    return a;
  }

  events::EventMention mention(const JsonReader& json) const {
    events::EventMention m;
    m.type = json["type"].one_of(event_type_of);
    if (const auto act = json.find("act")) m.act = act->one_of(events::act_of);
    m.predicate = json["predicate"].string();
    m.predicate_class = json["predicate_class"].string();
    m.code = json["code"].string();
    m.label = json["label"].string();
    m.nominal = json["nominal"].boolean();
    m.themes = json["themes"].strings();
    m.span = within(json, json.span("begin", "end"));
    m.sentence = within(json, json["sentence"].span());
    for (const JsonReader& quote : json["quotes"].items()) m.quotes.push_back(within(quote, quote.span()));
    for (const JsonReader& item : json["participants"].items())
      m.participants.push_back({item["role"].one_of(events::participant_role_of), position_or_none<ActorId>(item, "actor", actors_.size())});
    m.location = json["location"].string();
    m.time = json["time"].time();
    m.dated_because = json.text_or_empty("dated_because");
    m.factuality = json["factuality"].one_of(events::factuality_of);
    m.claimed_by = position_or_none<ActorId>(json, "claimed_by", actors_.size());
    m.claim_event = position_or_none<MentionId>(json, "claim_event", mentions_.size());
    m.rule = json["rule"].string();
    return m;
  }

  events::EventLink link(const JsonReader& json) const {
    return {position<MentionId>(json["from"], mentions_.size()), position<MentionId>(json["to"], mentions_.size()),
            json["type"].one_of(events::link_type_of), within(json, json.span("begin", "end")), json["rule"].string()};
  }

  JsonReader json_;
  std::uint32_t characters_;
  std::vector<JsonReader> actors_, mentions_;
};

}  // namespace

graph::Extraction read_extraction(const JsonReader& json, std::uint32_t characters) {
  return ExtractionReader(json, characters).read();
}

}  // namespace fabula::output
