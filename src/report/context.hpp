#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "fabula/graph/article_texts.hpp"
#include "html.hpp"
#include "words.hpp"

namespace fabula::report {

/// What every section of the page is made from. The story and the comparison must outlive it.
class Context {
 public:
  Context(const graph::StoryGraph& story, const compare::Comparison& comparison, const Words& words);

  const graph::StoryGraph& story;
  const compare::Comparison& comparison;
  const Words& words;
  const graph::ArticleTexts texts;

  /// Articles of the groups, ascending.
  const std::vector<ArticleId>& articles() const { return articles_; }
  /// Events that these tell: by earliest (latest where there is none), then latest, then id; the undated last.
  const std::vector<EventId>& events() const { return events_; }
  /// Actors of these events, ascending.
  const std::vector<ActorId>& actors() const { return actors_; }
  bool shows(ArticleId id) const { return shown_articles_[id.value]; }
  bool shows(EventId id) const { return shown_events_[id.value]; }
  bool compares() const { return comparison.groups.size() > 1; }

  /// The event that is told at a place; none where no event has that trigger.
  EventId event_at(ArticleId article, Span trigger) const;
  /// The label of an event, its predicate where it has none.
  std::string label(EventId id) const;
  /// What an article is called: title, else source, else file.
  std::string title(ArticleId id) const;
  /// The places where some actors are named within a part of an article, by place.
  std::vector<Span> named(ArticleId article, Span part, const std::vector<ActorId>& actors) const;

 private:
  void choose_articles();
  void choose_events();
  void index_names();

  std::vector<ArticleId> articles_;
  std::vector<EventId> events_;
  std::vector<ActorId> actors_;
  std::vector<bool> shown_articles_, shown_events_;
  std::map<std::pair<ArticleId, Span>, EventId> places_;
  std::vector<std::vector<std::pair<Span, ActorId>>> names_;  // by article, then place
};

/// "#e12": where an event, actor or article stands on the page.
template <class Id>
std::string anchor(Id id) {
  return "#" + graph::export_id(id);
}

/// A link to an event on the page: its label.
void write_event_link(Html& html, const Context& context, EventId id);
/// Links to actors, joined by commas.
void write_actor_links(Html& html, const Context& context, const std::vector<ActorId>& actors);
/// A short word in a box ("nié"), of a class for its colour.
void write_tag(Html& html, std::string_view family, std::string_view value, std::string_view word);

}  // namespace fabula::report
