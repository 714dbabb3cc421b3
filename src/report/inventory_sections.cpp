#include <algorithm>
#include <map>
#include <set>

#include "sections.hpp"

namespace fabula::report {
namespace {

/// Bounds of everything an actor takes part in.
DayRange span_of(const graph::StoryGraph& story, const std::vector<EventId>& events) {
  DayRange all;
  for (const EventId id : events) {
    const DayRange& when = story.event(id).time.range;
    if (!when.earliest || !when.latest) continue;
    all.earliest = all.earliest ? std::min(*all.earliest, *when.earliest) : *when.earliest;
    all.latest = all.latest ? std::max(*all.latest, *when.latest) : *when.latest;
  }
  return all;
}

std::string period(const Words& words, const DayRange& range) {
  if (range.earliest == range.latest) return words.day(*range.earliest);
  return words("period", {{"from", words.day(*range.earliest)}, {"to", words.day(*range.latest)}});
}

std::vector<EventId> shown_events_of(const Context& context, ActorId id) {
  std::vector<EventId> events = context.story.events_of(id);
  std::erase_if(events, [&](EventId e) { return !context.shows(e); });
  return events;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

void write_head(Html& html, const Words& words, std::initializer_list<std::string_view> columns) {
  html.open("thead").open("tr");
  for (const std::string_view column : columns) html.element("th", {{"scope", "col"}}, words(column));
  html.close().close().open("tbody");
}

void open_section(Html& html, const Words& words, const std::string& id) {
  html.open("section", {{"id", id}, {"aria-labelledby", id + "-title"}}).element("h2", {{"id", id + "-title"}}, words(id));
  html.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", words(id)}}).open("table");
}

void close_section(Html& html) { html.close().close().close().close(); }

/// Titles, each with the body it is of, each once.
std::vector<std::string> titles(const graph::StoryGraph& story, const actors::Actor& actor) {
  std::vector<std::string> out;
  for (const actors::ActorRole& role : actor.roles) {
    std::string title = role.title;
    if (role.of) title += " (" + story.actor(role.of).name + ")";
    if (std::find(out.begin(), out.end(), title) == out.end()) out.push_back(std::move(title));
  }
  return out;
}

void write_actor(Html& html, const Context& context, ActorId id, const std::vector<EventId>& events) {
  const actors::Actor& actor = context.story.actor(id);
  html.open("tr", {{"id", graph::export_id(id)}});
  html.element("th", {{"scope", "row"}}, actor.name);
  html.element("td", {}, context.words.value({"actor_kind"}, actors::name(actor.kind)));
  html.element("td", {}, joined(titles(context.story, actor)));
  html.element("td", {}, joined(actor.aliases));
  html.element("td", {{"class", "number"}}, std::to_string(events.size()));
  const DayRange when = span_of(context.story, events);
  html.element("td", {}, when.open() ? "" : period(context.words, when));
  html.close();
}

void write_article(Html& html, const Context& context, ArticleId id, std::size_t events) {
  const graph::Article& article = context.story.article(id);
  html.open("tr", {{"id", graph::export_id(id)}}).open("th", {{"scope", "row"}});
  const bool linked = article.url && (article.url->starts_with("https://") || article.url->starts_with("http://"));
  if (linked) html.element("a", {{"href", *article.url}, {"rel", "noopener noreferrer"}}, context.title(id));
  else html.text(context.title(id));
  html.close();
  html.element("td", {}, article.source.value_or(""));
  html.element("td", {}, article.published.edtf.empty() ? context.words("date.unknown") : context.words.date(article.published));
  html.element("td", {}, context.words.value({"published_basis"}, article.published_basis));
  html.element("td", {}, context.words.value({"language"}, article.language));
  html.element("td", {{"class", "file"}}, article.file);
  html.element("td", {{"class", "number"}}, std::to_string(events));
  html.close();
}

}  // namespace

void write_actors(Html& html, const Context& context) {
  std::vector<std::pair<ActorId, std::vector<EventId>>> actors;
  for (const ActorId id : context.actors()) actors.emplace_back(id, shown_events_of(context, id));
  std::stable_sort(actors.begin(), actors.end(), [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  open_section(html, context.words, "actors");
  write_head(html, context.words, {"actor", "what", "functions", "aliases", "events", "when"});
  for (const auto& [id, events] : actors) write_actor(html, context, id, events);
  close_section(html);
}

void write_articles(Html& html, const Context& context) {
  std::map<ArticleId, std::size_t> counts;
  for (const EventId id : context.events()) {
    std::set<ArticleId> tellers;
    for (const graph::Mention& m : context.story.event(id).mentions) tellers.insert(m.article);
    for (const ArticleId article : tellers) ++counts[article];
  }
  open_section(html, context.words, "articles");
  write_head(html, context.words, {"article", "source", "published_on", "known_by", "language", "file", "events"});
  for (const ArticleId id : context.articles()) write_article(html, context, id, counts[id]);
  close_section(html);
}

}  // namespace fabula::report
