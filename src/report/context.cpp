#include "context.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace fabula::report {
namespace {

auto time_key(const graph::StoryGraph& story, EventId id) {
  const DayRange& when = story.event(id).time.range;
  const Day first = when.earliest ? *when.earliest : when.latest.value_or(Day::max());
  return std::tuple(when.open(), first, when.latest.value_or(Day::max()), id);
}

}  // namespace

Context::Context(const graph::StoryGraph& s, const compare::Comparison& c, const Words& w)
    : story(s), comparison(c), words(w), texts(s), shown_articles_(s.article_count()), shown_events_(s.event_count()) {
  choose_articles();
  choose_events();
  index_names();
}

void Context::choose_articles() {
  for (const compare::Group& group : comparison.groups)
    for (const ArticleId id : group.articles) shown_articles_[id.value] = true;
  for (std::size_t i = 0; i < shown_articles_.size(); ++i)
    if (shown_articles_[i]) articles_.push_back(ArticleId(i));
}

void Context::choose_events() {
  std::set<ActorId> actors;
  for (std::size_t i = 0; i < story.event_count(); ++i) {
    const EventId id(i);
    for (const graph::Mention& m : story.event(id).mentions) {
      places_.try_emplace({m.article, m.span}, id);
      if (!shows(m.article)) continue;
      shown_events_[i] = true;
      if (m.claimed_by) actors.insert(m.claimed_by);
    }
    if (!shown_events_[i]) continue;
    events_.push_back(id);
    for (const events::Participant& p : story.participants(id)) actors.insert(p.actor);
  }
  std::sort(events_.begin(), events_.end(), [&](EventId a, EventId b) { return time_key(story, a) < time_key(story, b); });
  actors_.assign(actors.begin(), actors.end());
}

void Context::index_names() {
  names_.resize(story.article_count());
  for (std::size_t i = 0; i < story.actor_count(); ++i)
    for (const actors::ActorMention& m : story.actor(ActorId(i)).mentions) names_[m.article.value].emplace_back(m.span, ActorId(i));
  for (auto& names : names_) std::sort(names.begin(), names.end());
}

EventId Context::event_at(ArticleId article, Span trigger) const {
  const auto found = places_.find({article, trigger});
  return found == places_.end() ? EventId() : found->second;
}

std::string Context::label(EventId id) const {
  const graph::Event& event = story.event(id);
  return event.label.empty() ? event.predicate : event.label;
}

std::string Context::title(ArticleId id) const {
  const graph::Article& article = story.article(id);
  if (article.title) return *article.title;
  return article.source ? *article.source : article.file;
}

std::vector<Span> Context::named(ArticleId article, Span part, const std::vector<ActorId>& actors) const {
  const auto& names = names_[article.value];
  std::vector<Span> out;
  for (auto it = std::lower_bound(names.begin(), names.end(), std::pair(Span{part.begin, part.begin}, ActorId(0)));
       it != names.end() && it->first.begin < part.end; ++it)
    if (std::find(actors.begin(), actors.end(), it->second) != actors.end()) out.push_back(it->first);
  return out;
}

void write_event_link(Html& html, const Context& context, EventId id) {
  html.element("a", {{"href", anchor(id)}}, context.label(id));
}

void write_actor_links(Html& html, const Context& context, const std::vector<ActorId>& actors) {
  bool first = true;
  for (const ActorId id : actors) {
    if (!first) html.text(", ");
    html.element("a", {{"href", anchor(id)}}, context.story.actor(id).name);
    first = false;
  }
}

void write_tag(Html& html, std::string_view family, std::string_view value, std::string_view word) {
  html.element("span", {{"class", "tag " + std::string(family) + " " + std::string(family) + "-" + std::string(value)}}, word);
}

}  // namespace fabula::report
