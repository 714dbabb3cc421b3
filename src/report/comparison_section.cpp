#include <algorithm>
#include <cstdio>
#include <map>

#include "fabula/base/edtf.hpp"
#include "output/group_names.hpp"
#include "passage.hpp"
#include "sections.hpp"

namespace fabula::report {
namespace {

using Differences = std::map<EventId, std::vector<const compare::Difference*>>;

std::string two_digits(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

void write_cells(Html& html, const char* tag, const std::vector<std::string>& cells) {
  html.open("tr");
  for (const std::string& cell : cells) html.element(tag, {}, cell);
  html.close();
}

void open_table(Html& html, const std::string& label) {
  html.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", label}}).open("table");
}

void write_groups(Html& html, const Context& context) {
  const Words& words = context.words;
  open_table(html, words("groups"));
  html.open("thead");
  write_cells(html, "th", {words("group"), words("articles"), words("events"), words("told_alone"), words("out_of_order")});
  html.close().open("tbody");
  const auto& c = context.comparison;
  for (std::size_t g = 0; g < c.groups.size(); ++g) {
    const compare::Telling& t = c.alignment.tellings[g];
    html.open("tr").open("th", {{"scope", "row"}}).element("span", {{"class", "letter"}}, output::group_letter(g)).close();
    html.element("td", {}, output::group_title(context.story, c.groups[g]));
    for (const std::size_t count : {t.events.size(), t.only.size(), t.out_of_order.size()})
      html.element("td", {{"class", "number"}}, std::to_string(count));
    html.close();
  }
  html.close().close().close();
}

void write_pairs(Html& html, const Context& context) {
  const auto& pairs = context.comparison.alignment.pairs;
  if (pairs.empty()) return;
  const Words& words = context.words;
  html.element("h3", {}, words("alignment"));
  open_table(html, words("alignment"));
  html.open("thead");
  write_cells(html, "th", {words("pair"), words("shared"), words("in_order"), words("score")});
  html.close().open("tbody");
  for (const compare::PairAlignment& p : pairs)
    write_cells(html, "td", {output::group_letter(p.first) + "–" + output::group_letter(p.second), std::to_string(p.shared),
                             std::to_string(p.in_order), two_digits(p.score)});
  html.close().close().close();
}

bool is_of(const compare::Group& group, ArticleId article) {
  return std::find(group.articles.begin(), group.articles.end(), article) != group.articles.end();
}

/// What one group says of an event: each of its places, with date and certainty.
void write_telling(Html& html, const Context& context, const compare::Group& group, const graph::Event& event) {
  html.open("td");
  for (const graph::Mention& m : event.mentions) {
    if (!is_of(group, m.article)) continue;
    write_mention_passage(html, context, m, {});
    html.open("p", {{"class", "claim"}});
    write_tag(html, "factuality", events::name(m.factuality), context.words.value({"factuality"}, events::name(m.factuality)));
    html.text(" " + context.words.date(m.time)).close();
  }
  html.close();
}

std::string side_words(const Words& words, const compare::Difference& difference, const compare::Side& side) {
  if (difference.aspect != compare::Aspect::date) return words.value({"stance", "factuality", "side"}, side.value);
  const auto range = edtf_range(side.value);
  return range ? words.date(TimeValue{side.value, *range, TimeBasis::unknown}) : side.value;
}

/// What one group says of the aspect in which groups differ.
void write_difference_cell(Html& html, const Context& context, const compare::Difference& difference, std::size_t group) {
  html.open("td");
  for (const compare::Side& side : difference.sides) {
    if (std::find(side.groups.begin(), side.groups.end(), group) == side.groups.end()) continue;
    html.open("p").text(side_words(context.words, difference, side));
    if (!side.actors.empty()) {
      html.text(" · ");
      write_actor_links(html, context, side.actors);
    }
    html.close();
  }
  html.close();
}

std::string aspect_words(const Words& words, const compare::Difference& d) {
  const std::string aspect = words.value({"aspect"}, name(d.aspect));
  return d.detail.empty() ? aspect : aspect + " (" + words.value({"role", "measure"}, d.detail) + ")";
}

void write_shared_table(Html& html, const Context& context, const compare::SharedEvent& shared, const Differences& differences) {
  const graph::Event& event = context.story.event(shared.event);
  open_table(html, context.label(shared.event));
  html.open("thead").open("tr").element("td", {}, "");
  for (const std::size_t g : shared.groups)
    html.open("th", {{"scope", "col"}}).element("span", {{"class", "letter"}}, output::group_letter(g)).text(" " + context.comparison.groups[g].name).close();
  html.close().close().open("tbody").open("tr").element("th", {{"scope", "row"}}, context.words("passages"));
  for (const std::size_t g : shared.groups) write_telling(html, context, context.comparison.groups[g], event);
  html.close();
  if (const auto found = differences.find(shared.event); found != differences.end())
    for (const compare::Difference* d : found->second) {
      html.open("tr", {{"class", d->conflict ? "conflict" : "differs"}}).element("th", {{"scope", "row"}}, aspect_words(context.words, *d));
      for (const std::size_t g : shared.groups) write_difference_cell(html, context, *d, g);
      html.close();
    }
  html.close().close().close();
}

void write_shared_event(Html& html, const Context& context, const compare::SharedEvent& shared, const Differences& differences) {
  html.open("li").open("details").open("summary");
  html.element("span", {{"class", "when"}}, context.words.date(context.story.event(shared.event).time)).text(" ");
  html.element("span", {{"class", "label"}}, context.label(shared.event)).text(" ");
  html.open("span", {{"class", "tags"}});
  if (const auto found = differences.find(shared.event); found != differences.end())
    for (const compare::Difference* d : found->second) {
      write_tag(html, "difference", d->conflict ? "conflict" : "other", aspect_words(context.words, *d));
      html.text(" ");
    }
  for (const std::size_t g : shared.groups) html.element("span", {{"class", "letter"}}, output::group_letter(g)).text(" ");
  html.close().close().open("div", {{"class", "body"}});
  write_shared_table(html, context, shared, differences);
  html.open("p");
  write_event_link(html.text("→ "), context, shared.event);
  html.close().close().close().close();
}

void write_shared(Html& html, const Context& context) {
  Differences differences;
  for (const compare::Difference& d : context.comparison.differences) differences[d.event].push_back(&d);
  const auto& shared = context.comparison.alignment.shared;
  html.element("h3", {}, context.words.counted("shared_events", shared.size()));
  if (shared.empty()) return;
  html.open("ol", {{"class", "event-list"}});
  for (const compare::SharedEvent& s : shared) write_shared_event(html, context, s, differences);
  html.close();
}

void write_only(Html& html, const Context& context, std::size_t group) {
  const auto& only = context.comparison.alignment.tellings[group].only;
  if (only.empty()) return;
  html.open("details").open("summary");
  html.element("span", {{"class", "letter"}}, output::group_letter(group));
  html.text(" " + context.words.counted("told_only", only.size())).close().open("ul", {{"class", "links body"}});
  for (const EventId id : only) {
    html.open("li").element("small", {}, context.words.date(context.story.event(id).time)).text(" ");
    write_event_link(html, context, id);
    html.close();
  }
  html.close().close();
}

}  // namespace

void write_comparison(Html& html, const Context& context) {
  if (!context.compares()) return;
  html.open("section", {{"id", "comparison"}, {"aria-labelledby", "comparison-title"}});
  html.element("h2", {{"id", "comparison-title"}}, context.words("comparison"));
  write_groups(html, context);
  write_pairs(html, context);
  write_shared(html, context);
  html.element("h3", {}, context.words("told_alone"));
  for (std::size_t g = 0; g < context.comparison.groups.size(); ++g) write_only(html, context, g);
  html.close();
}

}  // namespace fabula::report
