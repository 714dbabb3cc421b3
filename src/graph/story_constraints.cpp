#include <algorithm>

#include "story_times.hpp"

namespace fabula::graph {
namespace {

using events::Factuality;
using events::LinkType;

bool is_fact(Factuality f) { return f == Factuality::asserted || f == Factuality::claimed || f == Factuality::alleged; }
bool is_stated(const TimeValue& time) { return time.basis == TimeBasis::explicit_ || time.basis == TimeBasis::relative; }

Grounds grounds_of(const Mention& m) {
  Grounds grounds{m.claimed_by, m.claim_event, m.article, m.span};
  grounds.assumed = !is_fact(m.factuality) || (m.factuality == Factuality::alleged && !grounds.claimed());
  return grounds;
}

class Collector {
 public:
  Collector(const StoryGraph& story, const std::set<std::string>& general)
      : story_(story), general_(general), network_(story.event_count()) {}

  TimeNetwork collect() {
    for (std::size_t i = 0; i < story_.event_count(); ++i)
      for (const Mention& m : story_.event(EventId(i)).mentions) {
        if (!is_fact(m.factuality) && m.factuality != Factuality::planned) continue;
        add_date(EventId(i), m);
        if (m.claim_event && is_fact(m.factuality)) add_telling(EventId(i), m);
      }
    for (const EventEdge& edge : story_.links()) add_order(edge);
    return std::move(network_);
  }

 private:
  void add_date(EventId event, const Mention& m) {
    if (m.time.range.open() || m.time.basis == TimeBasis::unknown) return;
    Grounds grounds = graph::grounds_of(m);
    grounds.assumed |= !is_stated(m.time);
    DayRange days = m.time.range;
    if (m.time.basis == TimeBasis::published) days.earliest.reset();  // no more than that it had happened by then
    const auto kind = general_.contains(m.predicate) ? ConstraintKind::start : ConstraintKind::date;
    network_.add({kind, event, {}, days, grounds});
  }

  /// What is told as a fact was over when it was told.
  void add_telling(EventId event, const Mention& m) {
    if (m.claim_event == event) return;
    Grounds grounds{{}, {}, m.article, m.span, true};
    network_.add({ConstraintKind::ends_first, event, m.claim_event, {}, grounds});
  }

  void add_order(const EventEdge& edge) {
    const auto link = [&](ConstraintKind kind, EventId event, EventId other) {
      const auto grounds = order_grounds(edge);
      if (grounds) network_.add({kind, event, other, {}, *grounds});
    };
    switch (edge.link.type) {
      case LinkType::before: return link(ConstraintKind::before, edge.from, edge.to);
      case LinkType::during: return link(ConstraintKind::during, edge.from, edge.to);
      case LinkType::causes: return link(ConstraintKind::begins_first, edge.from, edge.to);
      case LinkType::responds_to: return link(ConstraintKind::begins_first, edge.to, edge.from);
      default: return;
    }
  }

  /// Whoever claims what a link joins claims their order too; nothing where one of them is told as no fact.
  std::optional<Grounds> order_grounds(const EventEdge& edge) const {
    Grounds grounds{{}, {}, edge.link.article, edge.link.span};
    for (const EventId id : {edge.to, edge.from})
      for (const Mention& m : story_.event(id).mentions) {
        if (m.article != edge.link.article || !edge.link.span.contains(m.span)) continue;
        if (!is_fact(m.factuality)) return std::nullopt;
        const Grounds told = graph::grounds_of(m);
        grounds.assumed |= told.assumed;
        if (!told.claimed() || m.claim_event == edge.from || m.claim_event == edge.to) continue;
        grounds.claimed_by = told.claimed_by;
        grounds.statement = told.statement;
      }
    return grounds;
  }

  const StoryGraph& story_;
  const std::set<std::string>& general_;
  TimeNetwork network_;
};

}  // namespace

TimeNetwork time_network_of(const StoryGraph& story, const std::set<std::string>& general) { return Collector(story, general).collect(); }

}  // namespace fabula::graph
