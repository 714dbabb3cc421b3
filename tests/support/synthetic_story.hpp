#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fabula/base/edtf.hpp"
#include "fabula/graph/build_story.hpp"
#include "support/synthetic_actors.hpp"

namespace fabula::testing {

/// A world of affairs, each told by some twenty articles of a news feed: what happened, who says so, who denies it, and in
/// what order. Happenings, names and places are invented; a few great powers take part in everything, as in the news.
class StoryMaker {
 public:
  explicit StoryMaker(std::uint32_t seed) : make_(seed) {
    for (int i = 0; i < 12; ++i) powers_.push_back(make_.word(3));
  }

  /// @return articles as a pipeline would have extracted them: some ten actors, two dozen mentions and a dozen links each
  std::vector<graph::ArticleExtraction> articles(std::size_t count) {
    std::vector<graph::ArticleExtraction> out;
    while (out.size() < count) {
      const Affair affair = new_affair();
      for (std::size_t i = 0; i < kArticlesOfAffair && out.size() < count; ++i) out.push_back(article(affair, out.size()));
    }
    return out;
  }

 private:
  static constexpr std::size_t kArticlesOfAffair = 20, kHappenings = 24, kTold = 18;
  static constexpr int kFirstDay = 18000, kDays = 2000;

  struct Happening {
    std::size_t kind = 0, agent = 0, patient = 0;
    int day = 0;
    std::string place, theme;
  };
  struct Affair {
    std::vector<std::pair<actors::ActorKind, std::string>> cast;
    std::vector<Happening> happenings;  // in the order of time
    int begin = 0;
  };
  struct Kind {
    const char *predicate, *noun, *predicate_class;
  };
  static constexpr Kind kKinds[] = {{"livrer", "livraison", "supply"},    {"attaquer", "attaque", "attack"},
                                    {"rencontrer", "rencontre", "meet"},  {"arrêter", "arrestation", "arrest"},
                                    {"signer", "signature", "agree"},     {"exploser", "explosion", "explode"},
                                    {"bombarder", "offensive", "attack"}, {"démissionner", "démission", "resign"},
                                    {"arriver", "arrivée", "arrive"},     {"sanctionner", "sanction", "sanction"}};
  static constexpr std::size_t kKindCount = sizeof kKinds / sizeof kKinds[0];

  Affair new_affair() {
    Affair affair;
    affair.begin = kFirstDay + static_cast<int>(make_.below(kDays));
    for (int i = 0; i < 3; ++i) affair.cast.emplace_back(actors::ActorKind::state, powers_[make_.below(12)]);
    for (int i = 0; i < 8; ++i) affair.cast.emplace_back(actors::ActorKind::person, make_.word(2) + " " + make_.word(4));
    for (int i = 0; i < 4; ++i) affair.cast.emplace_back(actors::ActorKind::organization, "Conseil " + make_.word(4));
    const auto someone = [&] { return make_.below(static_cast<std::uint32_t>(affair.cast.size())); };
    for (std::size_t i = 0; i < kHappenings; ++i)
      affair.happenings.push_back({make_.below(kKindCount), someone(), someone(), affair.begin + static_cast<int>(2 * i),
                                   make_.below(3) ? std::string() : make_.word(3), make_.below(2) ? std::string() : make_.word(2)});
    return affair;
  }

  graph::ArticleExtraction article(const Affair& affair, std::size_t number) {
    graph::ArticleExtraction out;
    const int day = affair.begin + 20 + static_cast<int>(make_.below(60));
    out.article.file = std::to_string(number) + ".txt";
    out.article.language = "fr";
    out.article.published = on(day, TimeBasis::explicit_);
    out.article.sha256 = std::to_string(number);
    for (const auto& [kind, name] : affair.cast) {
      actors::Actor actor;
      actor.kind = kind;
      actor.name = name;
      out.actors.push_back(std::move(actor));
    }
    MentionId before;
    int before_day = 0;
    for (std::size_t i = 0; i < kTold; ++i) {
      const std::uint32_t which = make_.below(kHappenings);
      if (affair.happenings[which].day > day) continue;
      const bool claimed = make_.below(2) == 0;
      const MentionId statement = claimed ? add_statement(out, day, make_.below(static_cast<std::uint32_t>(affair.cast.size()))) : MentionId();
      const MentionId told = add_action(out, affair.happenings[which], day, statement);
      const int told_day = affair.happenings[which].day;
      if (before && told_day > before_day) add_order(out, before, told);
      if (before && told_day < before_day) add_order(out, told, before);
      before = told;
      before_day = told_day;
    }
    return out;
  }

  MentionId add(graph::ArticleExtraction& out, events::EventMention m) {
    const std::uint32_t at = 60 * static_cast<std::uint32_t>(out.events.mentions.size());
    m.span = {at, at + 8};
    m.sentence = {at / 120 * 120, at / 120 * 120 + 119};
    m.label = m.predicate;
    for (const events::Participant& p : m.participants)
      out.actors[p.actor.value].mentions.push_back({{}, {at + 10, at + 20}, WordId(at), actors::MentionForm::name});
    out.article.characters = at + 120;
    out.events.mentions.push_back(std::move(m));
    return MentionId(out.events.mentions.size() - 1);
  }

  MentionId add_statement(graph::ArticleExtraction& out, int day, std::uint32_t speaker) {
    static constexpr events::Act kActs[] = {events::Act::say, events::Act::say, events::Act::announce, events::Act::deny, events::Act::accuse};
    events::EventMention m;
    m.type = events::EventType::statement;
    m.act = kActs[make_.below(5)];
    m.predicate = std::string(events::name(*m.act));
    m.participants = {{events::ParticipantRole::agent, ActorId(std::size_t{speaker})}};
    m.time = on(day, TimeBasis::published);
    return add(out, std::move(m));
  }

  MentionId add_action(graph::ArticleExtraction& out, const Happening& what, int day, MentionId statement) {
    events::EventMention m;
    const Kind& kind = kKinds[what.kind];
    m.nominal = make_.below(3) == 0;
    m.predicate = m.nominal ? kind.noun : kind.predicate;
    m.predicate_class = kind.predicate_class;
    if (make_.below(4)) m.participants.push_back({events::ParticipantRole::agent, ActorId(what.agent)});
    if (make_.below(2)) m.participants.push_back({events::ParticipantRole::patient, ActorId(what.patient)});
    if (!what.theme.empty() && make_.below(2)) m.themes = {what.theme};
    if (make_.below(2)) m.location = what.place;
    m.time = make_.below(3) == 0 ? on(what.day, TimeBasis::explicit_) : on(day, TimeBasis::published);
    if (!statement) return add(out, std::move(m));
    const events::EventMention& said = out.events.mentions[statement.value];
    const bool denies = said.act == events::Act::deny;
    m.factuality = denies ? events::Factuality::denied : events::Factuality::claimed;
    m.claimed_by = said.participants.front().actor;
    m.claim_event = statement;
    const MentionId id = add(out, std::move(m));
    link(out, statement, id, denies ? events::LinkType::denies : events::LinkType::about);
    return id;
  }

  /// A pair in four is said to have an order: nearly always the true one.
  void add_order(graph::ArticleExtraction& out, MentionId earlier, MentionId later) {
    const std::uint32_t draw = make_.below(200);
    if (draw == 0) return link(out, later, earlier, events::LinkType::before);
    if (draw < 30) return link(out, earlier, later, events::LinkType::before);
    if (draw < 50) return link(out, earlier, later, events::LinkType::causes);
  }

  static void link(graph::ArticleExtraction& out, MentionId from, MentionId to, events::LinkType type) {
    const auto& all = out.events.mentions;
    out.events.links.push_back({from, to, type, cover(all[from.value].span, all[to.value].span), "synthetic"});
  }

  static TimeValue on(int day, TimeBasis basis) {
    const Day when{std::chrono::days{day}};
    return {to_iso(when), {when, when}, basis};
  }

  NameMaker make_;
  std::vector<std::string> powers_;
};

/// The words of coreference that go with StoryMaker's.
inline graph::BuildOptions synthetic_options() {
  graph::BuildOptions options;
  options.coreference.related = {{"supply", "arrive"}};
  options.coreference.general = {"offensive"};
  return options;
}

}  // namespace fabula::testing
