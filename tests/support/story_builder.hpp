#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/base/edtf.hpp"
#include "fabula/base/unicode.hpp"
#include "fabula/graph/build_story.hpp"

namespace fabula::test {

/// Makes the input of a story by hand, so that graph and output tests need neither parser nor lexicons. Spans are laid
/// out one after the other; every article shares the builder's actors.
class StoryBuilder {
 public:
  /// Adds an article; later mentions belong to it.
  StoryBuilder& article(std::string file, std::string published) {
    graph::ArticleExtraction a;
    a.article.file = std::move(file);
    a.article.language = "fr";
    a.article.published = {published, edtf_range(published).value_or(DayRange{}), TimeBasis::explicit_};
    a.article.published_basis = "head";
    a.article.sha256 = std::string(64, static_cast<char>('0' + articles_.size() % 10));
    articles_.push_back(std::move(a));
    return *this;
  }

  ActorId actor(actors::ActorKind kind, std::string name) {
    actors::Actor a;
    a.kind = kind;
    a.name = std::move(name);
    actors_.push_back(std::move(a));
    return ActorId(actors_.size() - 1);
  }
  void role(ActorId holder, std::string title, ActorId of) {
    actors_[holder.value].roles.push_back({std::move(title), of, ArticleId(articles_.size() - 1), {0, 1}, {}});
  }

  /// Adds a mention to the last article; its fields may be set afterwards through at().
  MentionId mention(events::EventType type, std::string predicate, std::string predicate_class,
                    std::vector<events::Participant> who = {}, std::string edtf = {}) {
    auto& article = articles_.back();
    events::EventMention m;
    m.type = type;
    m.predicate = predicate;
    m.predicate_class = std::move(predicate_class);
    m.label = predicate;
    const auto length = static_cast<std::uint32_t>(code_points(predicate));
    m.span = {article.article.characters, article.article.characters + length};
    m.sentence = m.span;
    article.article.text += predicate + ". ";
    article.article.characters += length + 2;
    for (const events::Participant& p : who) {
      m.participants.push_back(p);
      actors_[p.actor.value].mentions.push_back({ArticleId(articles_.size() - 1), m.span, WordId(), actors::MentionForm::name});
    }
    if (!edtf.empty()) m.time = {edtf, edtf_range(edtf).value(), TimeBasis::explicit_};
    article.events.mentions.push_back(std::move(m));
    return MentionId(article.events.mentions.size() - 1);
  }
  MentionId statement(events::Act act, ActorId speaker, std::string edtf = {}) {
    const MentionId id = mention(events::EventType::statement, std::string(events::name(act)), {},
                                 {{events::ParticipantRole::agent, speaker}}, std::move(edtf));
    at(id).act = act;
    return id;
  }
  events::EventMention& at(MentionId id) { return articles_.back().events.mentions[id.value]; }
  void link(MentionId from, MentionId to, events::LinkType type) {
    articles_.back().events.links.push_back({from, to, type, at(from).span, "test"});
  }

  std::vector<graph::ArticleExtraction>& articles() { return articles_; }
  actors::StoryActors actors() const {
    std::vector<ActorId> all;
    for (std::size_t i = 0; i < actors_.size(); ++i) all.push_back(ActorId(i));
    return {actors_, std::vector<std::vector<ActorId>>(articles_.size(), all)};
  }
  /// What a pipeline would have found in each article: every actor, with the mentions and roles of that article.
  std::vector<graph::ArticleExtraction> extractions() const {
    std::vector<graph::ArticleExtraction> out = articles_;
    for (std::size_t i = 0; i < out.size(); ++i)
      for (actors::Actor actor : actors_) {
        const auto elsewhere = [&](const auto& place) { return place.article != ArticleId(i); };
        std::erase_if(actor.mentions, elsewhere);
        std::erase_if(actor.roles, elsewhere);
        for (actors::ActorMention& m : actor.mentions) m.article = ArticleId();
        for (actors::ActorRole& r : actor.roles) r.article = ArticleId();
        out[i].actors.push_back(std::move(actor));
      }
    return out;
  }
  graph::StoryGraph build(const graph::BuildOptions& options = {}) const { return graph::build_story(extractions(), actors(), options); }

 private:
  std::vector<graph::ArticleExtraction> articles_;
  std::vector<actors::Actor> actors_;
};

inline events::Participant agent(ActorId id) { return {events::ParticipantRole::agent, id}; }
inline events::Participant patient(ActorId id) { return {events::ParticipantRole::patient, id}; }
inline events::Participant recipient(ActorId id) { return {events::ParticipantRole::recipient, id}; }

}  // namespace fabula::test
