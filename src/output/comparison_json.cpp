#include <set>

#include "fabula/graph/article_texts.hpp"
#include "fabula/output/comparison.hpp"
#include "group_names.hpp"
#include "json_values.hpp"

namespace fabula::output {
namespace {

using graph::export_id;

template <class Range, class Make>
Json array_of(const Range& range, Make make) {
  Json out = Json::array();
  for (const auto& item : range) out.push_back(make(item));
  return out;
}

template <class Range>
Json ids(const Range& range) {
  return array_of(range, [](auto id) { return Json(export_id(id)); });
}

/// Two decimals are more than a heuristic score has.
double rounded(double value) { return static_cast<double>(static_cast<long>(value * 100 + 0.5)) / 100; }

class Writer {
 public:
  Writer(const graph::StoryGraph& story, const compare::Comparison& comparison) : story_(story), comparison_(comparison), texts_(story) {}

  Json write() {
    Json json = {{"format", "fabula.comparison"}, {"version", 1}, {"generator", {{"name", "fabula"}, {"version", FABULA_VERSION}}}};
    json["groups"] = Json::array();
    for (std::size_t g = 0; g < comparison_.groups.size(); ++g) json["groups"].push_back(group(g));
    json["articles"] = Json::array();
    std::set<ArticleId> articles;
    for (const compare::Group& g : comparison_.groups) articles.insert(g.articles.begin(), g.articles.end());
    for (const ArticleId id : articles) json["articles"].push_back(article(id));
    json["alignment"] = alignment();
    json["differences"] = array_of(comparison_.differences, [&](const auto& d) { return difference(d); });
    json["findings"] = array_of(comparison_.findings, [&](const auto& f) { return finding(f); });
    json["events"] = Json::array();
    for (const EventId id : used_) json["events"].push_back(event(id));
    json["actors"] = Json::array();
    for (const ActorId id : actors_) json["actors"].push_back({{"id", export_id(id)}, {"name", story_.actor(id).name}});
    return json;
  }

 private:
  Json group(std::size_t g) {
    const compare::Telling& t = comparison_.alignment.tellings[g];
    use(t.events);
    return {{"id", group_letter(g)}, {"name", text_or_null(comparison_.groups[g].name)}, {"articles", ids(comparison_.groups[g].articles)},
            {"events", ids(t.events)}, {"only", ids(t.only)}, {"out_of_order", ids(t.out_of_order)}};
  }

  Json article(ArticleId id) const {
    const graph::Article& a = story_.article(id);
    return {{"id", export_id(id)}, {"file", a.file}, {"title", a.title ? Json(*a.title) : Json(nullptr)},
            {"source", a.source ? Json(*a.source) : Json(nullptr)}, {"language", a.language},
            {"published", text_or_null(a.published.edtf)}};
  }

  Json alignment() const {
    const compare::Alignment& a = comparison_.alignment;
    Json json = {{"core", ids(a.core)}};
    json["shared"] = array_of(a.shared, [&](const compare::SharedEvent& s) {
      return Json{{"event", export_id(s.event)}, {"groups", letters(s.groups)}};
    });
    json["alike"] = array_of(a.alike, [&](const compare::AlikeEvents& l) {
      return Json{{"kind", l.kind}, {"events", ids(l.events)}, {"groups", letters(l.groups)}};
    });
    json["pairs"] = array_of(a.pairs, [](const compare::PairAlignment& p) {
      return Json{{"groups", {group_letter(p.first), group_letter(p.second)}}, {"shared", p.shared}, {"in_order", p.in_order}, {"score", rounded(p.score)}};
    });
    return json;
  }

  static Json letters(const std::vector<std::size_t>& groups) {
    return array_of(groups, [](std::size_t g) { return Json(group_letter(g)); });
  }

  Json side(const compare::Side& s) {
    actors_.insert(s.actors.begin(), s.actors.end());
    Json json = {{"value", s.value}, {"groups", letters(s.groups)}, {"actors", ids(s.actors)}};
    json["passages"] = array_of(s.passages, [&](const compare::Passage& p) {
      return Json{{"article", export_id(p.article)}, {"begin", p.span.begin}, {"end", p.span.end},
                  {"sentence", {p.sentence.begin, p.sentence.end}}, {"text", text_or_null(texts_.slice(p.article, p.sentence))}};
    });
    return json;
  }

  Json sides(const std::vector<compare::Side>& all) {
    return array_of(all, [&](const compare::Side& s) { return side(s); });
  }

  Json difference(const compare::Difference& d) {
    return {{"event", export_id(d.event)}, {"aspect", name(d.aspect)}, {"detail", text_or_null(d.detail)},
            {"conflict", d.conflict}, {"confidence", rounded(d.confidence)}, {"sides", sides(d.sides)}};
  }

  Json finding(const compare::Finding& f) {
    use(f.events);
    use(f.statements);
    if (f.actor) actors_.insert(f.actor);
    return {{"kind", f.kind}, {"scope", name(f.scope)}, {"confidence", rounded(f.confidence)}, {"weight", f.weight},
            {"aspect", f.aspect ? Json(name(*f.aspect)) : Json(nullptr)}, {"detail", text_or_null(f.detail)},
            {"actor", id_or_null(f.actor)}, {"events", ids(f.events)}, {"statements", ids(f.statements)},
            {"articles", ids(f.articles)}, {"text", f.text}, {"sides", sides(f.sides)}};
  }

  Json event(EventId id) const {
    const graph::Event& e = story_.event(id);
    return {{"id", export_id(id)}, {"type", events::name(e.type)}, {"label", event_title(e)}, {"code", text_or_null(e.code)},
            {"factuality", e.factuality}, {"time", time_json(e.time)}};
  }

  void use(const std::vector<EventId>& events) { used_.insert(events.begin(), events.end()); }

  const graph::StoryGraph& story_;
  const compare::Comparison& comparison_;
  graph::ArticleTexts texts_;
  std::set<EventId> used_;
  std::set<ActorId> actors_;
};

}  // namespace

std::string write_comparison_json(const graph::StoryGraph& story, const compare::Comparison& comparison) {
  return dump(Writer(story, comparison).write());
}

}  // namespace fabula::output
