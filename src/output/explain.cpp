#include <algorithm>
#include <cctype>

#include "fabula/base/unicode.hpp"
#include "fabula/graph/article_texts.hpp"
#include "fabula/output/explanation.hpp"
#include "names.hpp"
#include "readable_date.hpp"

namespace fabula::output {
namespace {

using graph::export_id;

/// Adds a fact unless it says nothing.
void add(std::vector<Fact>& facts, std::string name, std::string value) {
  if (!value.empty()) facts.push_back({std::move(name), {std::move(value)}});
}
void add(std::vector<Fact>& facts, std::string name, std::vector<std::string> values) {
  if (!values.empty()) facts.push_back({std::move(name), std::move(values)});
}

std::string with_basis(const TimeValue& time) {
  return readable_date(time) + " (" + std::string(name(time.basis)) + ")";
}

/// "say_verbs.tsv:12" out of "verb:accuser (say_verbs.tsv:12)": every table and line that a rule names.
std::vector<std::string> places_in(std::string_view rule) {
  constexpr std::string_view kMark = ".tsv:";
  std::vector<std::string> places;
  for (std::size_t at = rule.find(kMark); at != std::string_view::npos; at = rule.find(kMark, at + 1)) {
    std::size_t begin = at, end = at + kMark.size();
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(rule[begin - 1])) != 0 || rule[begin - 1] == '_')) --begin;
    while (end < rule.size() && std::isdigit(static_cast<unsigned char>(rule[end])) != 0) ++end;
    places.emplace_back(rule.substr(begin, end - begin));
  }
  return places;
}

class Explainer {
 public:
  Explainer(const graph::StoryGraph& story, const ExplanationSources& sources)
      : story_(story), sources_(sources), texts_(story) {}

  Explanation event(EventId id) const {
    const graph::Event& e = story_.event(id);
    Explanation out{export_id(id), std::string(name(e.type)), e.label, {}, {}};
    if (e.act) add(out.facts, "act", std::string(name(*e.act)));
    add(out.facts, "predicate", e.predicate);
    add(out.facts, "class", e.predicate_class);
    add(out.facts, "code", e.code);
    add(out.facts, "participants", participants(story_.participants(id)));
    add(out.facts, "location", e.location);
    add(out.facts, "factuality", e.factuality);
    add(out.facts, "time", with_basis(e.time));
    add(out.facts, "merged", e.merged_because);
    add(out.facts, "links", links(id));
    for (const graph::Mention& m : e.mentions) out.evidence.push_back(evidence(m));
    return out;
  }

  Explanation actor(ActorId id) const {
    const actors::Actor& a = story_.actor(id);
    Explanation out{export_id(id), std::string(name(a.kind)), a.name, {}, {}};
    add(out.facts, "aliases", a.aliases);
    add(out.facts, "roles", roles(a));
    add(out.facts, "merged", a.merged_because);
    add(out.facts, "events", events_of(id));
    for (const actors::ActorMention& m : a.mentions) add_mention(out.evidence, m);
    return out;
  }

 private:
  std::string named(ActorId id) const { return export_id(id) + " " + story_.actor(id).name; }
  std::string named(EventId id) const { return export_id(id) + " " + story_.event(id).label; }

  std::vector<std::string> participants(const std::vector<events::Participant>& list) const {
    std::vector<std::string> values;
    for (const events::Participant& p : list) values.push_back(std::string(name(p.role)) + " " + named(p.actor));
    return values;
  }

  std::vector<std::string> links(EventId id) const {
    std::vector<std::string> values;
    for (const graph::EventEdge& edge : story_.links_from(id)) values.push_back(std::string(name(edge.link.type)) + " " + named(edge.to));
    for (const graph::EventEdge& edge : story_.links_to(id)) values.push_back("from " + named(edge.from) + ": " + std::string(name(edge.link.type)));
    return values;
  }

  std::vector<std::string> roles(const actors::Actor& a) const {
    std::vector<std::string> values;
    for (const actors::ActorRole& r : a.roles) {
      const std::string value = r.of ? r.title + " (" + named(r.of) + ")" : r.title;
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
    return values;
  }

  std::vector<std::string> events_of(ActorId id) const {
    std::vector<std::string> values;
    for (const EventId event : story_.events_of(id)) values.push_back(named(event));
    return values;
  }

  std::string where(ArticleId id, Span span) const {
    const graph::Article& a = story_.article(id);
    std::string text = export_id(id) + " " + a.file;
    if (a.source) text += ", " + *a.source;
    if (!a.published.edtf.empty()) text += ", " + readable_date(a.published);
    return text + ", characters " + std::to_string(span.begin) + "–" + std::to_string(span.end);
  }

  Evidence place(ArticleId article, Span span, Span sentence) const {
    Evidence e{article, where(article, span), sentence, {}, {}, {}, {}, {}};
    if (sources_.sentence) e.tree = sources_.sentence(article, span);
    if (sentence.empty()) e.sentence = e.tree ? e.tree->span : span;
    e.text = to_utf8(texts_.view(article, e.sentence));
    return e;
  }

  Evidence evidence(const graph::Mention& m) const {
    Evidence e = place(m.article, m.span, m.sentence);
    e.marks.push_back({m.span, "trigger"});
    for (const Span quote : m.quotes) e.marks.push_back({quote, "quote"});
    mark_participants(m, e);
    std::stable_sort(e.marks.begin(), e.marks.end(), [](const Mark& a, const Mark& b) { return a.span < b.span; });
    add(e.facts, "label", m.label);
    add(e.facts, "participants", participants(m.participants));
    add(e.facts, "factuality", claim(m));
    add(e.facts, "time", with_basis(m.time));
    add(e.facts, "dated", m.dated_because);
    add(e.facts, "rule", m.rule);
    if (sources_.row)
      for (const std::string& at : places_in(m.rule))
        if (auto row = sources_.row(m.article, at)) e.rows.push_back(std::move(*row));
    return e;
  }

  std::string claim(const graph::Mention& m) const {
    std::string text(name(m.factuality));
    if (m.claimed_by) text += " by " + named(m.claimed_by);
    if (m.claim_event) text += " in " + named(m.claim_event);
    return text;
  }

  void mark_participants(const graph::Mention& m, Evidence& e) const {
    for (const events::Participant& p : m.participants)
      for (const actors::ActorMention& at : story_.actor(p.actor).mentions)
        if (at.article == m.article && m.sentence.contains(at.span)) e.marks.push_back({at.span, std::string(name(p.role))});
  }

  /// Mentions in one sentence are one place.
  void add_mention(std::vector<Evidence>& places, const actors::ActorMention& m) const {
    const bool same = !places.empty() && places.back().article == m.article && places.back().sentence.contains(m.span);
    if (!same) places.push_back(place(m.article, m.span, Span()));
    places.back().marks.push_back({m.span, std::string(name(m.form))});
  }

  const graph::StoryGraph& story_;
  const ExplanationSources& sources_;
  graph::ArticleTexts texts_;
};

}  // namespace

Explanation explain(const graph::StoryGraph& story, EventId id, const ExplanationSources& sources) {
  return Explainer(story, sources).event(id);
}

Explanation explain(const graph::StoryGraph& story, ActorId id, const ExplanationSources& sources) {
  return Explainer(story, sources).actor(id);
}

}  // namespace fabula::output
