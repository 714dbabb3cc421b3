#include <algorithm>
#include <set>

#include "inline_svg.hpp"
#include "sections.hpp"

namespace fabula::report {
namespace {

void write_option(Html& html, const std::string& value, const std::string& text) { html.element("option", {{"value", value}}, text); }

void open_select(Html& html, const Words& words, const std::string& id) {
  html.open("label", {{"for", "filter-" + id}}).text(words(id)).close();
  html.open("select", {{"id", "filter-" + id}});
  write_option(html, "", words("all"));
}

void write_actor_filter(Html& html, const Context& context) {
  std::vector<std::pair<std::string, std::string>> names;  // folded by the order of names as they are
  for (const ActorId id : context.actors()) names.emplace_back(context.story.actor(id).name, graph::export_id(id));
  std::sort(names.begin(), names.end());
  html.open("div");
  open_select(html, context.words, "actor");
  for (const auto& [name, id] : names) write_option(html, id, name);
  html.close().close();
}

/// Types, then acts of statements, then codes of actions: what an event is.
void write_kind_filter(Html& html, const Context& context) {
  std::set<std::string> acts, codes;
  for (const EventId id : context.events()) {
    const graph::Event& event = context.story.event(id);
    if (event.act) acts.insert(std::string(events::name(*event.act)));
    if (!event.code.empty()) codes.insert(event.code);
  }
  const Words& words = context.words;
  html.open("div");
  open_select(html, words, "kind");
  for (const auto type : {events::EventType::statement, events::EventType::action})
    write_option(html, "type:" + std::string(events::name(type)), words.value({"type"}, events::name(type)));
  html.open("optgroup", {{"label", words("act")}});
  for (const std::string& act : acts) write_option(html, "act:" + act, words.value({"act"}, act));
  html.close().open("optgroup", {{"label", words("code")}});
  for (const std::string& code : codes) write_option(html, "code:" + code, words.value({"code"}, code));
  html.close().close().close();
}

void write_article_filter(Html& html, const Context& context) {
  html.open("div");
  open_select(html, context.words, "article");
  for (const ArticleId id : context.articles()) write_option(html, graph::export_id(id), context.title(id));
  html.close().close();
}

void write_factuality_filter(Html& html, const Context& context) {
  std::set<std::string> found;
  for (const EventId id : context.events()) found.insert(context.story.event(id).factuality);
  html.open("div");
  open_select(html, context.words, "factuality");
  for (const std::string& value : found) write_option(html, value, context.words.value({"factuality"}, value));
  html.close().close();
}

void write_day_filter(Html& html, const Words& words, const std::string& id) {
  html.open("div").open("label", {{"for", "filter-" + id}}).text(words(id)).close();
  html.empty("input", {{"type", "date"}, {"id", "filter-" + id}}).close();
}

void write_button(Html& html, const Words& words, const std::string& id, const std::string& sign) {
  html.element("button", {{"type", "button"}, {"id", id}, {"title", words(id)}, {"aria-label", words(id)}}, sign);
}

/// The buttons of a widget, its place, and what stands there without it.
void write_widget(Html& html, const Context& context, const std::string& name, const std::string& svg, const std::string& note) {
  const Words& words = context.words;
  html.open("section", {{"id", name + "-section"}, {"aria-labelledby", name + "-title"}}).element("h2", {{"id", name + "-title"}}, words(name));
  html.open("div", {{"id", name + "-widget"}, {"class", "widget"}, {"hidden", ""}});
  html.open("div", {{"class", "tools"}, {"role", "group"}, {"aria-label", words(name)}});
  write_button(html, words, name + "-in", "+");
  write_button(html, words, name + "-out", "−");
  write_button(html, words, name + "-left", "←");
  write_button(html, words, name + "-right", "→");
  write_button(html, words, name + "-fit", "⤢");
  html.element("span", {{"class", "note"}}, words(name + "_hint")).close();
  html.open("div", {{"id", name}, {"class", "canvas"}, {"role", "group"}, {"aria-label", words(name + "_label")}}).close();
  html.open("p", {{"class", "legend"}, {"id", name + "-legend"}}).close().close();
  if (!svg.empty()) {
    html.open("details", {{"class", "picture"}, {"id", name + "-picture"}, {"open", ""}}).element("summary", {}, words("picture"));
    if (!note.empty()) html.element("p", {{"class", "note"}}, note);
    html.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", words("picture")}});
    html.markup(inline_svg(svg, words(name + "_label"))).close().close();
  }
  html.close();
}

}  // namespace

void write_filters(Html& html, const Context& context) {
  const Words& words = context.words;
  html.open("form", {{"id", "filters"}, {"role", "search"}, {"aria-label", words("filters")}, {"hidden", ""}});
  html.open("div", {{"class", "wide"}}).open("label", {{"for", "filter-text"}}).text(words("search")).close();
  html.empty("input", {{"type", "search"}, {"id", "filter-text"}, {"autocomplete", "off"}}).close();
  write_actor_filter(html, context);
  write_kind_filter(html, context);
  write_factuality_filter(html, context);
  write_article_filter(html, context);
  write_day_filter(html, words, "from");
  write_day_filter(html, words, "to");
  html.open("div", {{"class", "end"}}).element("button", {{"type", "reset"}}, words("reset"));
  html.open("output", {{"id", "filter-count"}, {"aria-live", "polite"}}).close().close();
  html.close();
}

void write_timeline(Html& html, const Context& context, const Picture& picture) { write_widget(html, context, "timeline", picture.svg, picture.note); }
void write_relations(Html& html, const Context& context, const Picture& picture) { write_widget(html, context, "relations", picture.svg, picture.note); }

}  // namespace fabula::report
