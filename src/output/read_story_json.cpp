#include <algorithm>

#include "fabula/base/edtf.hpp"
#include "fabula/base/unicode.hpp"
#include "extraction_json.hpp"
#include "fabula/output/story_json.hpp"
#include "json_reader.hpp"
#include "names.hpp"

namespace fabula::output {
namespace {

constexpr int kMaxDepth = 64;  // a story nests 7 deep

/// Ids of one kind as the file names them.
template <class IdType>
class Names {
 public:
  void read(const JsonReader& list) {
    for (const JsonReader& item : list.items())
      if (!of_.emplace(item["id"].string(), IdType(of_.size())).second) item.fail("FAB-IN-024", "the id is used twice");
  }
  IdType operator()(const JsonReader& field) const {
    const auto it = of_.find(field.string());
    if (it == of_.end()) field.fail("FAB-IN-023", "\"" + field.string() + "\" names nothing in this story");
    return it->second;
  }
  IdType or_none(const JsonReader& owner, const char* key) const {
    const auto field = owner.find(key);
    return field ? (*this)(*field) : IdType();
  }
  std::vector<IdType> all(const JsonReader& list) const {
    std::vector<IdType> out;
    for (const JsonReader& item : list.items()) out.push_back((*this)(item));
    return out;
  }

 private:
  std::map<std::string, IdType> of_;
};

class StoryReader {
 public:
  explicit StoryReader(const JsonReader& root) : root_(root) {}

  graph::StoryGraph read() {
    articles_.read(root_["articles"]);
    actors_.read(root_["actors"]);
    events_.read(root_["events"]);
    for (const JsonReader& item : root_["articles"].items()) story_.add(article(item));
    for (const JsonReader& item : root_["actors"].items()) story_.add(actor(item));
    story_.add_affiliations_of_roles();
    for (const JsonReader& item : root_["events"].items()) story_.add(event(item));
    for (const JsonReader& item : root_["links"].items()) add_link(item);
    for (const JsonReader& item : root_["positions"].items()) story_.positions.push_back(position(item));
    for (const JsonReader& item : root_["findings"].items()) story_.findings.push_back(finding(item));
    if (const auto list = root_.find("extractions")) read_extractions(*list);
    return std::move(story_);
  }

 private:
  void read_extractions(const JsonReader& list) {
    const auto items = list.items();
    if (items.size() != story_.article_count()) list.fail("FAB-IN-024", "there must be one extraction for each article");
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (articles_(items[i]["article"]) != ArticleId(i)) items[i]["article"].fail("FAB-IN-024", "the extractions are not in the order of the articles");
      story_.extractions.push_back(read_extraction(items[i], story_.article(ArticleId(i)).characters));
    }
  }

  static std::optional<std::string> optional_text(const JsonReader& owner, const char* key) {
    const auto field = owner.find(key);
    return field ? std::optional(field->string()) : std::nullopt;
  }

  graph::Article article(const JsonReader& json) const {
    graph::Article a;
    a.file = json["file"].string();
    a.title = optional_text(json, "title");
    a.source = optional_text(json, "source");
    a.url = optional_text(json, "url");
    a.language = json["language"].string();
    if (const auto published = json.find("published")) {
      const auto range = edtf_range(published->string());
      if (!range) published->fail("FAB-IN-024", "\"" + published->string() + "\" is not an EDTF date");
      a.published = {published->string(), *range, TimeBasis::explicit_};
    }
    a.published_basis = json["published_basis"].string();
    a.sha256 = json["sha256"].string();
    a.characters = json["characters"].number();
    a.text = json.text_or_empty("text");
    if (!a.text.empty() && code_points(a.text) != a.characters)
      json.fail("FAB-IN-024", "the text is not as long as \"characters\" says");
    return a;
  }

  /// A span that lies within its article.
  Span within(const JsonReader& json, ArticleId article, Span span) const {
    if (span.end > story_.article(article).characters) json.fail("FAB-IN-024", "the span ends after its article");
    return span;
  }

  actors::Actor actor(const JsonReader& json) const {
    actors::Actor a;
    a.kind = json["kind"].one_of(actors::actor_kind_of);
    a.name = json["name"].string();
    a.aliases = json["aliases"].strings();
    a.key = json.text_or_empty("key");
    if (const auto why = json.find("merged_because")) a.merged_because = why->strings();
    for (const JsonReader& item : json["roles"].items()) {
      const ArticleId where = articles_(item["article"]);
      a.roles.push_back({item["title"].string(), actors_.or_none(item, "of"), where,
                         within(item, where, item.span("begin", "end")), {item["earliest"].day(), item["latest"].day()}});
    }
    for (const JsonReader& item : json["mentions"].items()) {
      const ArticleId where = articles_(item["article"]);
      const auto form = item.find("form");
      a.mentions.push_back({where, within(item, where, item.span("begin", "end")), WordId(),
                            form ? form->one_of(mention_form_of) : actors::MentionForm::name});
    }
    return a;
  }

  std::vector<events::Participant> participants(const JsonReader& json) const {
    std::vector<events::Participant> out;
    for (const JsonReader& item : json.items())
      out.push_back({item["role"].one_of(events::participant_role_of), actors_(item["actor"])});
    return out;
  }

  graph::Mention mention(const JsonReader& json, const graph::Event& event) const {
    graph::Mention m;
    m.article = articles_(json["article"]);
    m.span = within(json, m.article, json.span("begin", "end"));
    m.sentence = within(json, m.article, json["sentence"].span());
    for (const JsonReader& quote : json["quotes"].items()) m.quotes.push_back(within(quote, m.article, quote.span()));
    m.factuality = json["factuality"].one_of(events::factuality_of);
    m.claimed_by = actors_.or_none(json, "claimed_by");
    m.claim_event = events_.or_none(json, "claim_event");
    m.time = json["time"].time();
    m.predicate = json.find("predicate") ? json["predicate"].string() : event.predicate;
    m.label = json.find("label") ? json["label"].string() : event.label;
    if (const auto who = json.find("participants")) m.participants = participants(*who);
    m.location = json.text_or_empty("location");
    m.rule = json.text_or_empty("rule");
    m.dated_because = json.text_or_empty("dated_because");
    return m;
  }

  graph::Event event(const JsonReader& json) const {
    graph::Event e;
    e.type = json["type"].one_of(event_type_of);
    if (const auto act = json.find("act")) e.act = act->one_of(events::act_of);
    e.predicate = json["predicate"].string();
    e.predicate_class = json.text_or_empty("predicate_class");
    e.code = json.text_or_empty("code");
    e.label = json["label"].string();
    e.location = json.text_or_empty("location");
    e.factuality = json["factuality"].string();
    if (e.factuality != "disputed") json["factuality"].one_of(events::factuality_of);
    e.time = json["time"].time();
    e.merged_because = json.text_or_empty("merged_because");
    for (const JsonReader& item : json["mentions"].items()) e.mentions.push_back(mention(item, e));
    if (e.mentions.empty()) json["mentions"].fail("FAB-IN-024", "an event needs a mention");
    keep_participants(e, participants(json["participants"]));
    std::stable_sort(e.mentions.begin(), e.mentions.end(),
                     [](const graph::Mention& a, const graph::Mention& b) { return std::tie(a.article, a.span) < std::tie(b.article, b.span); });
    return e;
  }

  /// Participants of the event that no mention names (a file by another program) go to its first mention.
  static void keep_participants(graph::Event& event, const std::vector<events::Participant>& all) {
    for (const events::Participant& p : all) {
      const bool told = std::any_of(event.mentions.begin(), event.mentions.end(), [&](const graph::Mention& m) {
        return std::find(m.participants.begin(), m.participants.end(), p) != m.participants.end();
      });
      if (!told) event.mentions.front().participants.push_back(p);
    }
  }

  void add_link(const JsonReader& json) {
    graph::Link link;
    link.type = json["type"].one_of(events::link_type_of);
    link.article = articles_(json["article"]);
    link.span = within(json, link.article, json.span("begin", "end"));
    story_.add(events_(json["from"]), events_(json["to"]), link);
  }

  graph::Position position(const JsonReader& json) const {
    return {events_(json["event"]),   actors_(json["actor"]),       actors_.or_none(json, "through"),
            json["stance"].string(),  events_(json["statement"]),   {json["earliest"].day(), json["latest"].day()}};
  }

  graph::Finding finding(const JsonReader& json) const {
    graph::Finding f{json["kind"].string(),          actors_.or_none(json, "actor"),    events_.all(json["events"]),
                     events_.all(json["statements"]), articles_.all(json["articles"]), json["text"].string(), {}};
    if (const auto all = json.find("evidence"))
      for (const JsonReader& item : all->items()) f.evidence.push_back(evidence(item));
    return f;
  }

  graph::Evidence evidence(const JsonReader& json) const {
    graph::Evidence e;
    e.article = articles_(json["article"]);
    e.span = within(json, e.article, json.span("begin", "end"));
    e.claimed_by = actors_.or_none(json, "claimed_by");
    e.statement = events_.or_none(json, "statement");
    e.text = json["text"].string();
    return e;
  }

  JsonReader root_;
  graph::StoryGraph story_;
  Names<ArticleId> articles_;
  Names<ActorId> actors_;
  Names<EventId> events_;
};

}  // namespace

graph::StoryGraph read_story_json(std::string_view json, std::string_view file) {
  const nlohmann::json document = JsonReader::parse(json, file, kMaxDepth);
  const JsonReader root(document, file);
  const bool is_story = document.is_object() && document.value("format", nlohmann::json()) == "fabula.story";
  if (!is_story) root.fail("FAB-IN-021", "not a fabula story (\"format\" is not \"fabula.story\"); give a story.json made by 'fabula build'");
  if (root["version"].number() != 1) root.fail("FAB-IN-021", "a story of a newer version than this program reads (1)");
  return StoryReader(root).read();
}

}  // namespace fabula::output
