#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "support/graph_builder.hpp"

namespace fabula::test {

struct StoryShape {
  std::size_t articles = 8;
  std::size_t per_affair = 4;   ///< articles that tell of one affair
  std::size_t shared = 6;       ///< events of an affair of which each article tells about two thirds
  std::size_t alone = 4;        ///< events that one article alone tells
  std::size_t outlets = 3;
};

/// Invents affairs that several outlets tell, and tell differently: days, tolls, places, voices, words, order, certainty
/// and omissions vary. The same seed gives the same story.
class RandomStory {
 public:
  RandomStory(std::uint32_t seed, const StoryShape& shape) : random_(seed), shape_(shape) {
    for (std::size_t first = 0; first < shape.articles; first += shape.per_affair) add_affair(first);
  }

  GraphBuilder make;

  /// An article on something else, after all others.
  ArticleId add_unrelated() {
    shared_.clear();
    last_statement_ = {};
    people_ = {make.actor(actors::ActorKind::person, "Une passante")};
    return add_article("Ailleurs", 3);
  }

 private:
  struct Sentence {
    EventId event;
    std::string trigger;
    bool statement = false;
  };

  std::size_t below(std::size_t n) { return random_() % n; }
  bool often() { return below(3) != 0; }
  bool rarely() { return below(5) == 0; }

  void add_affair(std::size_t first) {
    people_.clear();
    for (int i = 0; i < 4; ++i) people_.push_back(make.actor(i < 2 ? actors::ActorKind::person : actors::ActorKind::state, "Acteur " + number()));
    shared_.clear();
    for (std::size_t i = 0; i < shape_.shared; ++i) shared_.push_back(make.event("Fait " + number()));
    untold_ = shared_;
    for (std::size_t i = first; i < std::min(first + shape_.per_affair, shape_.articles); ++i)
      add_article("Journal " + std::to_string(below(shape_.outlets)), shape_.alone);
  }

  std::string number() { return std::to_string(next_++); }

  std::string sentence(const std::string& trigger) {
    static const std::vector<std::string> kTails = {" a tué ", " a fait ", " a blessé "}, kWhat = {" personnes", " morts", " drones"};
    std::string text = "Ce jour-là, " + trigger;
    if (rarely()) text += kTails[below(3)] + std::to_string(2 + below(4)) + kWhat[below(3)];
    return text + " dans la ville. ";
  }

  ArticleId add_article(const std::string& source, std::size_t alone) {
    std::vector<Sentence> told;
    for (const EventId event : std::exchange(untold_, {})) told.push_back({event, "w" + number()});
    const bool first = !told.empty();  // every event is told at least once
    for (const EventId event : shared_)
      if (!first && often()) told.push_back({event, "w" + number()});
    for (std::size_t i = 0; i < alone; ++i) {
      const bool statement = often();
      const EventId event = make.event("Fait " + number(), statement ? events::EventType::statement : events::EventType::action);
      told.push_back({event, "w" + number(), statement});
    }
    std::shuffle(told.begin(), told.end(), random_);
    std::string text;
    for (const Sentence& s : told) text += sentence(s.trigger);
    const ArticleId article = make.article(source, "2024-03-" + std::to_string(10 + below(15)), text);
    for (const Sentence& s : told) tell(article, s);
    for (const Sentence& s : told) connect(article, s, told);
    return article;
  }

  void tell(ArticleId article, const Sentence& s) {
    static const std::vector<std::string> kPlaces = {"Valdoria", "Montclair", "Sarnac"};
    static const std::vector<std::string> kWords = {"invasion", "opération", "invasion"};
    graph::Mention& m = make.tell(s.event, article, s.trigger, rarely() ? "2024-03-0" + std::to_string(1 + below(9)) : "");
    m.predicate = kWords[below(3)];
    m.factuality = static_cast<events::Factuality>(below(7));
    if (rarely()) m.location = kPlaces[below(3)];
    if (s.statement || often()) m.participants.push_back({events::ParticipantRole::agent, people_[below(people_.size())]});
    if (rarely()) m.participants.push_back({events::ParticipantRole::patient, people_[below(people_.size())]});
  }

  void connect(ArticleId article, const Sentence& s, const std::vector<Sentence>& told) {
    using events::LinkType;
    const Sentence& other = told[below(told.size())];
    if (other.event == s.event) return;
    if (s.statement) make.link(s.event, other.event, often() ? LinkType::about : LinkType::denies, article);
    else if (!other.statement) make.link(s.event, other.event, often() ? LinkType::causes : LinkType::before, article);
    if (!s.statement || !other.statement) return;
    std::vector<ArticleId> articles = {article};
    if (last_statement_ && last_article_ != article && often()) articles.insert(articles.begin(), last_article_);
    make.findings.push_back({"contradiction", {}, {shared_.empty() ? s.event : shared_.front()},
                             {articles.size() > 1 ? last_statement_ : other.event, s.event}, articles, "versions " + number(), {}});
    last_statement_ = s.event;
    last_article_ = article;
  }

  std::mt19937 random_;
  StoryShape shape_;
  std::size_t next_ = 1;
  std::vector<ActorId> people_;
  std::vector<EventId> shared_, untold_;
  EventId last_statement_;
  ArticleId last_article_;
};

}  // namespace fabula::test
