#include <map>
#include <set>

#include "findings.hpp"
#include "teller.hpp"

namespace fabula::graph {
namespace {

bool is_stated(const TimeValue& time) {
  return (time.basis == TimeBasis::explicit_ || time.basis == TimeBasis::relative) && !time.range.open();
}

/// A mention that dates `earlier` after the last day that `later` may have.
const Mention* contradicts_order(const Event& earlier, const Event& later) {
  if (!is_stated(later.time) || !later.time.range.latest) return nullptr;
  for (const Mention& m : earlier.mentions)
    if (is_stated(m.time) && m.time.range.earliest && *m.time.range.earliest > *later.time.range.latest) return &m;
  return nullptr;
}

/// The mention that a link's text holds, whose claim the order is.
const Mention* claim_of_link(const Event& event, const Link& link) {
  for (const Mention& m : event.mentions)
    if (m.article == link.article && link.span.contains(m.span)) return &m;
  return nullptr;
}

std::string source_of(const StoryGraph& story, const Mention& m) {
  if (m.claimed_by) return story.actor(m.claimed_by).name;
  const Article& article = story.article(m.article);
  return article.source.value_or(article.file);
}

Finding make_finding(const StoryGraph& story, const Teller& teller, const EventEdge& order, const Mention& dated) {
  const Mention* claim = claim_of_link(story.event(order.from), order.link);
  Finding f;
  f.kind = "time_conflict";
  f.events = {order.from, order.to};
  for (const Mention* m : {&dated, claim})
    if (m && m->claim_event) f.statements.push_back(m->claim_event);
  teller.set_articles(f, {dated.article, order.link.article});
  const Article& article = story.article(order.link.article);
  teller.tell(f, "time_conflict", {{"event", teller.event(order.from)},
                                   {"first", source_of(story, dated)},
                                   {"first_date", teller.date(dated.time.range)},
                                   {"second", claim ? source_of(story, *claim) : article.source.value_or(article.file)},
                                   {"other", teller.event(order.to)},
                                   {"second_date", teller.date(story.event(order.to).time.range)}});
  return f;
}

}  // namespace

std::vector<Finding> time_conflicts(const StoryGraph& story, const std::map<std::string, Wording, std::less<>>& wording) {
  const Teller teller(story, wording);
  std::vector<Finding> out;
  std::set<EventId> told;
  for (const EventEdge& edge : story.links()) {
    if (edge.link.type != events::LinkType::before || told.contains(edge.from)) continue;
    const Mention* dated = contradicts_order(story.event(edge.from), story.event(edge.to));
    if (!dated) continue;
    told.insert(edge.from);
    out.push_back(make_finding(story, teller, edge, *dated));
  }
  return out;
}

}  // namespace fabula::graph
