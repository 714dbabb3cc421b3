#include <algorithm>

#include "output/group_names.hpp"
#include "passage.hpp"
#include "positions_table.hpp"
#include "sections.hpp"

namespace fabula::report {
namespace {

constexpr std::size_t kMostPassages = 4;  // of one side
constexpr std::size_t kMostSides = 8;

/// The value of an order is ids of events, no words for people: `shows_value` is false for it.
void write_side_head(Html& html, const Context& context, const compare::Side& side, bool shows_value) {
  html.open("p", {{"class", "side-head"}});
  if (context.compares())
    for (const std::size_t g : side.groups) html.element("span", {{"class", "letter"}}, output::group_letter(g)).text(" ");
  if (!side.actors.empty()) {
    write_actor_links(html, context, side.actors);
    html.text(" ");
  }
  if (shows_value && !side.value.empty()) write_tag(html, "stance", side.value, context.words.value({"stance", "factuality", "act", "side"}, side.value));
  html.close();
}

void write_side(Html& html, const Context& context, const compare::Side& side, bool shows_value) {
  html.open("div", {{"class", "side"}});
  write_side_head(html, context, side, shows_value);
  for (std::size_t i = 0; i < side.passages.size() && i < kMostPassages; ++i) {
    const compare::Passage& p = side.passages[i];
    write_passage(html, context, p.article, {p.sentence, p.span, {}, side.actors});
    if (const EventId event = context.event_at(p.article, p.span)) {
      html.open("p", {{"class", "claim"}}).text("→ ");
      write_event_link(html, context, event);
      html.text(" · " + context.words.date(context.story.event(event).time)).close();
    }
  }
  if (side.passages.size() > kMostPassages)
    html.element("p", {{"class", "note"}}, context.words("more_passages", {{"n", std::to_string(side.passages.size() - kMostPassages)}}));
  html.close();
}

/// The positions on the finding's events, where actors stand against each other or against what they said before.
void write_finding_positions(Html& html, const Context& context, const compare::Finding& finding) {
  for (const EventId event : finding.events) {
    std::vector<graph::Position> positions;
    for (const graph::Position& p : context.story.positions)
      if (p.event == event) positions.push_back(p);
    if (positions.size() < 2) continue;
    html.element(context.compares() ? "h4" : "h3", {}, context.words("positions_on", {{"event", context.label(event)}}));
    write_positions_table(html, context, positions);
  }
}

void write_finding(Html& html, const Context& context, const compare::Finding& finding, std::size_t number) {
  html.open("li", {{"class", "finding"}}).open("details");
  html.open("summary");
  write_tag(html, "kind", finding.kind, context.words.value({"kind"}, finding.kind));
  html.text(" ").element("span", {{"class", "label"}}, finding.text).close();
  html.open("div", {{"class", "body"}, {"id", "f" + std::to_string(number)}}).open("div", {{"class", "sides"}});
  for (std::size_t i = 0; i < finding.sides.size() && i < kMostSides; ++i) write_side(html, context, finding.sides[i], finding.kind != "order_inversion");
  html.close();
  write_finding_positions(html, context, finding);
  html.open("p", {{"class", "note"}});
  html.text(context.words("confidence", {{"percent", std::to_string(static_cast<int>(finding.confidence * 100 + 0.5))}}));
  for (const EventId event : finding.events) {
    html.text(" · ");
    write_event_link(html, context, event);
  }
  html.close().close().close().close();
}

void write_scope(Html& html, const Context& context, compare::Scope scope, std::size_t& number) {
  const auto& findings = context.comparison.findings;
  const auto count = std::count_if(findings.begin(), findings.end(), [&](const compare::Finding& f) { return f.scope == scope; });
  if (count == 0) return;
  if (context.compares())
    html.element("h3", {}, context.words(scope == compare::Scope::across ? "findings_across" : "findings_within"));
  html.open("ol", {{"class", "finding-list"}});
  for (const compare::Finding& f : findings)
    if (f.scope == scope) write_finding(html, context, f, ++number);
  html.close();
}

}  // namespace

void write_findings(Html& html, const Context& context) {
  html.open("section", {{"id", "findings"}, {"aria-labelledby", "findings-title"}});
  html.element("h2", {{"id", "findings-title"}}, context.words("findings"));
  if (context.comparison.findings.empty()) html.element("p", {{"class", "note"}}, context.words("no_findings"));
  std::size_t number = 0;
  write_scope(html, context, compare::Scope::across, number);
  write_scope(html, context, compare::Scope::within, number);
  html.close();
}

}  // namespace fabula::report
