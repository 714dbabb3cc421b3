#include "positions_table.hpp"

#include <algorithm>
#include <tuple>

namespace fabula::report {
namespace {

/// The dates of the statements, earliest first, the unknown last.
std::vector<DayRange> columns_of(const std::vector<graph::Position>& positions) {
  std::vector<DayRange> dates;
  for (const graph::Position& p : positions)
    if (std::find(dates.begin(), dates.end(), p.when) == dates.end()) dates.push_back(p.when);
  const auto key = [](const DayRange& d) {
    return std::tuple(d.open(), d.earliest ? *d.earliest : d.latest.value_or(Day::max()), d.latest.value_or(Day::max()), d.earliest.has_value());
  };
  std::sort(dates.begin(), dates.end(), [&](const DayRange& a, const DayRange& b) { return key(a) < key(b); });
  return dates;
}

std::vector<ActorId> rows_of(const std::vector<graph::Position>& positions) {
  std::vector<ActorId> actors;
  for (const graph::Position& p : positions)
    if (std::find(actors.begin(), actors.end(), p.actor) == actors.end()) actors.push_back(p.actor);
  return actors;
}

void write_stance(Html& html, const Context& context, const graph::Position& p) {
  html.open("a", {{"href", anchor(p.statement)}, {"class", "tag stance stance-" + p.stance}}).text(context.words.value({"stance"}, p.stance)).close();
  if (p.through)
    html.text(" ").element("small", {}, context.words("through", {{"actor", context.story.actor(p.through).name}}));
}

void write_cell(Html& html, const Context& context, const std::vector<graph::Position>& positions, ActorId actor, const DayRange& when) {
  html.open("td");
  bool first = true;
  for (const graph::Position& p : positions) {
    if (p.actor != actor || p.when != when) continue;
    if (!first) html.empty("br", {});
    write_stance(html, context, p);
    first = false;
  }
  html.close();
}

}  // namespace

void write_positions_table(Html& html, const Context& context, const std::vector<graph::Position>& positions) {
  const Words& words = context.words;
  const std::vector<DayRange> dates = columns_of(positions);
  html.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", words("positions")}});
  html.open("table", {{"class", "positions"}}).open("thead").open("tr").element("th", {{"scope", "col"}}, words("actor"));
  for (const DayRange& date : dates) html.element("th", {{"scope", "col"}}, words.date(date));
  html.close().close().open("tbody");
  for (const ActorId actor : rows_of(positions)) {
    html.open("tr").open("th", {{"scope", "row"}});
    write_actor_links(html, context, {actor});
    html.close();
    for (const DayRange& date : dates) write_cell(html, context, positions, actor, date);
    html.close();
  }
  html.close().close().close();
}

}  // namespace fabula::report
