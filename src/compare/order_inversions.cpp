#include <algorithm>
#include <map>
#include <set>

#include "fabula/base/day_range.hpp"
#include "findings.hpp"
#include "sides.hpp"

namespace fabula::compare {
namespace {

constexpr double kByDates = 0.75;
constexpr double kBySaying = 0.65;

/// "`first` came before `second`", said by a group.
struct Order {
  EventId first, second;
  auto operator<=>(const Order&) const = default;
};

struct Voices {
  SideList list;
  bool said = false;  ///< in words, not by two dates
};

/// Orders are read within one article: two events that an outlet tells in two articles need not belong together.
class Inversions {
 public:
  explicit Inversions(const StoryIndex& index) : index_(index), dated_(index.story().article_count()) {
    for (const EventId event : index.events())
      for (const graph::Mention& m : index.story().event(event).mentions)
        if (is_stated(m.time) && !index.groups_of(m.article).empty()) dated_[m.article.value].try_emplace(event, &m);
  }

  std::map<Order, Voices> run() {
    add_said();
    add_dated();
    std::map<Order, Voices> opposed;
    for (const auto& [order, voices] : orders_)
      if (orders_.contains({order.second, order.first})) opposed.emplace(order, voices);
    return opposed;
  }

 private:
  void add_said() {
    for (const graph::EventEdge& edge : index_.story().links()) {
      if (edge.link.type != events::LinkType::before || index_.groups_of(edge.link.article).empty()) continue;
      Voices& voices = orders_[{edge.from, edge.to}];
      voices.said = true;
      for (const std::size_t group : index_.groups_of(edge.link.article))
        voices.list.add("", group, {edge.link.article, edge.link.span, edge.link.span});
      for (const graph::Mention& m : index_.story().event(edge.to).mentions) add_dated(m.article, edge.to, edge.from);
    }
  }

  /// Two articles can only put a pair in opposite order by dates where they disagree on the date of one of the two: so it
  /// is enough to look at the pairs of these events.
  void add_dated() {
    for (const EventId event : index_.events())
      for (const ArticleId article : disagreeing(event))
        for (const auto& [other, mention] : dated_[article.value]) {
          if (other == event || index_.tellers(other).size() < 2) continue;
          add_dated(article, event, other);
          add_dated(article, other, event);
        }
  }

  /// The articles that date an event, where two of their dates do not meet.
  std::set<ArticleId> disagreeing(EventId event) const {
    std::set<ArticleId> articles;
    std::optional<Day> soonest_end, latest_begin;
    for (const graph::Mention& m : index_.story().event(event).mentions) {
      const auto it = dated_[m.article.value].find(event);
      if (it == dated_[m.article.value].end()) continue;
      articles.insert(m.article);
      const DayRange& range = it->second->time.range;
      if (range.latest && (!soonest_end || *range.latest < *soonest_end)) soonest_end = range.latest;
      if (range.earliest && (!latest_begin || *range.earliest > *latest_begin)) latest_begin = range.earliest;
    }
    const bool apart = soonest_end && latest_begin && *soonest_end < *latest_begin;
    return apart ? articles : std::set<ArticleId>();
  }

  void add_dated(ArticleId article, EventId first, EventId second) {
    const auto& dated = dated_[article.value];
    const auto a = dated.find(first), b = dated.find(second);
    if (a == dated.end() || b == dated.end() || !before(a->second->time.range, b->second->time.range)) return;
    SideList& list = orders_[{first, second}].list;
    for (const std::size_t group : index_.groups_of(article)) {
      list.add("", group, passage(*a->second), a->second->claimed_by);
      list.add("", group, passage(*b->second), b->second->claimed_by);
    }
  }

  const StoryIndex& index_;
  std::vector<std::map<EventId, const graph::Mention*>> dated_;  // by article: the first mention that states when an event was
  std::map<Order, Voices> orders_;
};

/// A conflict of times is about both events.
bool is_told(const std::vector<Finding>& told, const Order& order) {
  return std::any_of(told.begin(), told.end(), [&](const Finding& f) {
    const auto has = [&](EventId id) { return std::find(f.events.begin(), f.events.end(), id) != f.events.end(); };
    return f.kind == "time_conflict" && has(order.first) && has(order.second);
  });
}

Side side_of(const Voices& voices, const Order& order) {
  Side side = voices.list.sides().front();
  side.value = graph::export_id(order.first) + "<" + graph::export_id(order.second);
  return side;
}

}  // namespace

std::vector<Finding> order_inversions(const StoryIndex& index, const std::vector<Finding>& told, const Speaker& speaker) {
  const std::map<Order, Voices> opposed = Inversions(index).run();
  std::vector<Finding> out;
  for (const auto& [order, voices] : opposed) {
    if (order.second < order.first) continue;  // told from its other side
    const Order reverse{order.second, order.first};
    const bool both_said = voices.said && opposed.at(reverse).said;
    if (!both_said && is_told(told, order)) continue;
    Finding f;
    f.kind = "order_inversion";
    f.events = {order.first, order.second};
    f.sides = {side_of(voices, order), side_of(opposed.at(reverse), reverse)};
    if (f.sides[0].groups.empty() || f.sides[1].groups.empty()) continue;
    f.scope = share_a_group(f.sides[0].groups, f.sides[1].groups) ? Scope::within : Scope::across;
    f.confidence = voices.said || opposed.at(reverse).said ? kBySaying : kByDates;
    f.articles = articles_of(f.sides);
    speaker.tell(f, "order_inversion", {{"event", speaker.event(order.first)},
                                        {"other", speaker.event(order.second)},
                                        {"first_voice", speaker.voice(f.sides[0])},
                                        {"second_voice", speaker.voice(f.sides[1])}});
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace fabula::compare
