#pragma once

#include <cassert>
#include <string>
#include <vector>

#include "fabula/base/edtf.hpp"
#include "fabula/base/unicode.hpp"
#include "fabula/graph/story_graph.hpp"

namespace fabula::test {

/// Makes a story by hand, joined events and all, so that what comes after the graph is tested without coreference.
class GraphBuilder {
 public:
  ArticleId article(std::string source, std::string published, std::string text) {
    graph::Article a;
    a.file = source + ".txt";
    a.source = std::move(source);
    a.language = "fr";
    a.published = {published, edtf_range(published).value_or(DayRange{}), TimeBasis::explicit_};
    a.published_basis = "head";
    a.sha256 = std::string(64, static_cast<char>('0' + articles_.size() % 10));
    a.characters = static_cast<std::uint32_t>(code_points(text));
    a.text = std::move(text);
    articles_.push_back(std::move(a));
    return ArticleId(articles_.size() - 1);
  }
  ActorId actor(actors::ActorKind kind, std::string name) {
    actors::Actor a;
    a.kind = kind;
    a.name = std::move(name);
    actors_.push_back(std::move(a));
    return ActorId(actors_.size() - 1);
  }
  EventId event(std::string label, events::EventType type = events::EventType::action) {
    graph::Event e;
    e.type = type;
    e.label = std::move(label);
    e.factuality = "asserted";
    events_.push_back(std::move(e));
    return EventId(events_.size() - 1);
  }
  /// Adds a mention whose trigger is the first occurrence of a word of the article; its sentence ends at full stops.
  /// Mentions of an event are added by article, then place.
  graph::Mention& tell(EventId event, ArticleId article, const std::string& trigger, std::string edtf = {}) {
    const std::u32string text = to_utf32(articles_[article.value].text), word = to_utf32(trigger);
    const std::size_t at = text.find(word);
    assert(at != std::u32string::npos);
    graph::Mention m;
    m.article = article;
    m.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size())};
    const std::size_t stop = at == 0 ? std::u32string::npos : text.rfind(U". ", at - 1);
    const std::size_t end = text.find(U'.', at);
    m.sentence = {stop == std::u32string::npos ? 0u : static_cast<std::uint32_t>(stop + 2),
                  static_cast<std::uint32_t>(end == std::u32string::npos ? text.size() : end + 1)};
    m.predicate = trigger;
    if (!edtf.empty()) m.time = {edtf, edtf_range(edtf).value(), TimeBasis::explicit_};
    auto& mentions = events_[event.value].mentions;
    mentions.push_back(std::move(m));
    if (mentions.size() == 1) {
      events_[event.value].predicate = trigger;
      events_[event.value].time = mentions.front().time;
    }
    return mentions.back();
  }
  void link(EventId from, EventId to, events::LinkType type, ArticleId article, Span span = {0, 1}) {
    links_.push_back({from, to, {type, article, span}});
  }
  std::vector<graph::Position> positions;
  std::vector<graph::Finding> findings;

  graph::StoryGraph build() const {
    graph::StoryGraph story;
    for (const auto& a : articles_) story.add(a);
    for (const auto& a : actors_) story.add(a);
    for (const auto& e : events_) story.add(e);
    for (const auto& l : links_) story.add(l.from, l.to, l.link);
    story.positions = positions;
    story.findings = findings;
    return story;
  }

 private:
  std::vector<graph::Article> articles_;
  std::vector<actors::Actor> actors_;
  std::vector<graph::Event> events_;
  std::vector<graph::EventEdge> links_;
};

}  // namespace fabula::test
