#include "story_input.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace fabula::graph {
namespace {

/// Old positions in their new order; equal keys keep their order.
template <class Key>
std::vector<std::size_t> sorted_positions(std::size_t count, Key key) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

template <class IdType>
std::vector<IdType> new_ids(const std::vector<std::size_t>& order) {
  std::vector<IdType> of(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) of[order[i]] = IdType(i);
  return of;
}

std::vector<std::size_t> article_order(std::span<const ArticleExtraction> articles) {
  return sorted_positions(articles.size(), [&](std::size_t i) {
    const Article& a = articles[i].article;
    return std::tuple(std::string_view(a.published.edtf), std::string_view(a.file), std::string_view(a.sha256));
  });
}

/// Articles of mentions and roles renumbered, mentions and roles put in text order.
std::vector<actors::Actor> renumber_articles(const std::vector<actors::Actor>& actors, const std::vector<ArticleId>& article_of) {
  std::vector<actors::Actor> out = actors;
  for (actors::Actor& actor : out) {
    for (actors::ActorMention& m : actor.mentions)
      if (m.article) m.article = article_of[m.article.value];
    for (actors::ActorRole& r : actor.roles)
      if (r.article) r.article = article_of[r.article.value];
    const auto by_place = [](const auto& a, const auto& b) { return std::tie(a.article, a.span) < std::tie(b.article, b.span); };
    std::stable_sort(actor.mentions.begin(), actor.mentions.end(), by_place);
    std::stable_sort(actor.roles.begin(), actor.roles.end(), by_place);
  }
  return out;
}

std::vector<std::size_t> actor_order(const std::vector<actors::Actor>& actors) {
  return sorted_positions(actors.size(), [&](std::size_t i) {
    const actors::Actor& a = actors[i];
    const bool named = !a.mentions.empty();
    return std::tuple(named ? a.mentions.front().article : ArticleId(), named ? a.mentions.front().span : Span(),
                      std::string_view(a.name), std::string_view(a.key));
  });
}

events::EventMention with_story_actors(events::EventMention m, const std::vector<ActorId>& local,
                                       const std::vector<ActorId>& actor_of) {
  const auto story_id = [&](ActorId id) {
    return id.valid() && id.value < local.size() && local[id.value].valid() ? actor_of[local[id.value].value] : ActorId();
  };
  for (events::Participant& p : m.participants) p.actor = story_id(p.actor);
  std::erase_if(m.participants, [](const events::Participant& p) { return !p.actor; });
  std::sort(m.participants.begin(), m.participants.end());
  m.participants.erase(std::unique(m.participants.begin(), m.participants.end()), m.participants.end());
  m.claimed_by = story_id(m.claimed_by);
  return m;
}

void add_mentions(StoryInput& input, const ArticleExtraction& extraction, ArticleId article,
                  const std::vector<ActorId>& local, const std::vector<ActorId>& actor_of) {
  const auto& mentions = extraction.events.mentions;
  const auto order = sorted_positions(mentions.size(), [&](std::size_t i) { return std::tuple(mentions[i].span, mentions[i].type); });
  std::vector<std::size_t> at(mentions.size());
  for (const std::size_t i : order) {
    at[i] = input.mentions.size();
    input.mentions.push_back({article, i, with_story_actors(mentions[i], local, actor_of)});
  }
  input.at.push_back(std::move(at));
}

}  // namespace

StoryInput order_input(std::span<const ArticleExtraction> articles, const actors::StoryActors& actors) {
  StoryInput input;
  const auto order = article_order(articles);
  const auto article_of = new_ids<ArticleId>(order);
  const auto placed = renumber_articles(actors.actors, article_of);
  const auto by_first = actor_order(placed);
  const auto actor_of = new_ids<ActorId>(by_first);
  for (const std::size_t i : by_first) input.actors.push_back(placed[i]);
  for (actors::Actor& actor : input.actors)
    for (actors::ActorRole& role : actor.roles)
      if (role.of) role.of = actor_of[role.of.value];
  static const std::vector<ActorId> kNoActors;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t old = order[i];
    input.articles.push_back(&articles[old]);
    add_mentions(input, articles[old], ArticleId(i), old < actors.of.size() ? actors.of[old] : kNoActors, actor_of);
  }
  return input;
}

}  // namespace fabula::graph
