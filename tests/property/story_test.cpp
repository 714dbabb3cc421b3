// Laws of whole stories, over generated ones: what joins mentions is an equivalence, and neither the order of the
// articles nor an article about something else changes what the others tell.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "fabula/actors/resolve.hpp"
#include "fabula/graph/build_story.hpp"
#include "support/synthetic_story.hpp"

namespace fabula::graph {
namespace {

using Articles = std::vector<ArticleExtraction>;

constexpr std::uint32_t kSeeds = 12;
constexpr std::size_t kArticles = 30;  // an affair and a half

actors::StoryActors resolved(const Articles& articles) {
  std::vector<actors::ArticleActors> found(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) found[i].actors = articles[i].actors;
  return actors::resolve(found);
}

StoryGraph story_of(const Articles& articles) { return build_story(articles, resolved(articles), fabula::testing::synthetic_options()); }

std::string place(const StoryGraph& story, const Mention& m) {
  return story.article(m.article).file + ":" + std::to_string(m.span.begin);
}

/// Everything that the articles of some files tell, in words that do not depend on the story's numbering: events by their
/// mentions, with times and factuality; links, positions and findings by the events they join.
std::multiset<std::string> told(const StoryGraph& story, const std::set<std::string>& files) {
  std::multiset<std::string> out;
  std::map<EventId, std::string> names;
  for (std::size_t i = 0; i < story.event_count(); ++i) {
    const Event& event = story.event(EventId(i));
    std::string& name = names[EventId(i)];
    for (const Mention& m : event.mentions)
      if (files.contains(story.article(m.article).file)) name += place(story, m) + " ";
    if (!name.empty()) out.insert(name + event.time.edtf + std::string(fabula::name(event.time.basis)) + event.factuality);
  }
  for (const EventEdge& e : story.links())
    if (files.contains(story.article(e.link.article).file))
      out.insert(names[e.from] + std::string(events::name(e.link.type)) + " " + names[e.to]);
  for (const Position& p : story.positions)
    if (!names[p.event].empty()) out.insert(names[p.event] + p.stance + " " + story.actor(p.actor).name + " " + names[p.statement]);
  for (const Finding& f : story.findings) {
    std::string finding = f.kind;
    for (const EventId id : f.events) finding += " | " + names[id];
    for (const Evidence& e : f.evidence) finding += " / " + e.text;
    if (!f.events.empty() && !names[f.events.front()].empty()) out.insert(finding);
  }
  return out;
}

std::set<std::string> files_of(const Articles& articles) {
  std::set<std::string> files;
  for (const ArticleExtraction& a : articles) files.insert(a.article.file);
  return files;
}

TEST(StoryLaws, CoreferenceIsAnEquivalence) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const Articles articles = fabula::testing::StoryMaker(seed).articles(kArticles);
    const StoryGraph story = story_of(articles);
    std::multiset<std::string> wanted, found;
    std::size_t joined = 0;
    for (const ArticleExtraction& a : articles)
      for (const events::EventMention& m : a.events.mentions) wanted.insert(a.article.file + ":" + std::to_string(m.span.begin));
    for (std::size_t i = 0; i < story.event_count(); ++i) {
      joined += story.event(EventId(i)).mentions.size() > 1;
      for (const Mention& m : story.event(EventId(i)).mentions) found.insert(place(story, m));
    }
    EXPECT_EQ(found, wanted) << seed;  // each mention in exactly one class
    EXPECT_GT(joined, 10u) << seed;    // and not each in one of its own
  }
}

TEST(StoryLaws, MentionsOfOneEventAgree) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const StoryGraph story = story_of(fabula::testing::StoryMaker(seed).articles(kArticles));
    for (std::size_t i = 0; i < story.event_count(); ++i) {
      std::set<std::string> days;
      for (const Mention& m : story.event(EventId(i)).mentions)
        if (m.time.basis == TimeBasis::explicit_) days.insert(m.time.edtf);
      EXPECT_LE(days.size(), 1u) << seed;  // single days all
    }
  }
}

TEST(StoryLaws, NothingDependsOnTheOrderOfTheArticles) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const Articles articles = fabula::testing::StoryMaker(seed).articles(kArticles);
    const actors::StoryActors actors = resolved(articles);
    std::vector<std::size_t> order(articles.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random(seed);
    std::shuffle(order.begin(), order.end(), random);
    Articles shuffled;
    actors::StoryActors moved{actors.actors, {}};
    std::vector<ArticleId> now(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      shuffled.push_back(articles[order[i]]);
      moved.of.push_back(actors.of[order[i]]);
      now[order[i]] = ArticleId(i);
    }
    for (actors::Actor& actor : moved.actors)
      for (actors::ActorMention& m : actor.mentions)
        if (m.article) m.article = now[m.article.value];
    EXPECT_EQ(told(build_story(shuffled, moved, fabula::testing::synthetic_options()), files_of(articles)),
              told(story_of(articles), files_of(articles)))
        << seed;
  }
}

TEST(StoryLaws, AnArticleAboutSomethingElseChangesNothing) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const Articles articles = fabula::testing::StoryMaker(seed).articles(kArticles);
    Articles more = articles;
    for (ArticleExtraction other : fabula::testing::StoryMaker(seed + 1000).articles(5)) {
      other.article.file = "other-" + other.article.file;
      more.insert(more.begin() + static_cast<std::ptrdiff_t>(more.size() / 2), std::move(other));
    }
    EXPECT_EQ(told(story_of(more), files_of(articles)), told(story_of(articles), files_of(articles))) << seed;
  }
}

}  // namespace
}  // namespace fabula::graph
