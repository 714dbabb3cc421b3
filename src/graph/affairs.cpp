#include "affairs.hpp"

#include <algorithm>

#include "fabula/base/unicode.hpp"

namespace fabula::graph {
namespace {

constexpr std::chrono::days kSeason{45};
constexpr int kClose = 3;

/// A group without a name of its own ("les manifestants") is anywhere.
int weight_of(const actors::Actor& actor) {
  using actors::ActorKind;
  switch (actor.kind) {
    case ActorKind::person:
    case ActorKind::organization: return 2;
    case ActorKind::state: return 1;
    case ActorKind::group: {
      const std::u32string name = to_utf32(actor.name);
      return !name.empty() && is_upper(name.front()) ? 2 : 0;
    }
    case ActorKind::media: break;
  }
  return 0;
}

bool within_season(const DayRange& a, const DayRange& b) {
  const auto after = [](const DayRange& x, const DayRange& y) { return x.earliest && y.latest && *x.earliest > *y.latest + kSeason; };
  return !a.open() && !b.open() && !after(a, b) && !after(b, a);
}

/// Calls `visit` with each actor that both lists hold, until it returns true.
template <class Visit>
bool any_common(const std::vector<ActorId>& x, const std::vector<ActorId>& y, const Visit& visit) {
  for (auto i = x.begin(), k = y.begin(); i != x.end() && k != y.end();) {
    if (*i == *k && visit(*i)) return true;
    if (*i == *k) ++i, ++k;
    else if (*i < *k) ++i;
    else ++k;
  }
  return false;
}

}  // namespace

Affairs::Affairs(const StoryInput& input) : input_(input), named_(input.articles.size()) {
  for (std::size_t i = 0; i < input.actors.size(); ++i) {
    weight_.push_back(weight_of(input.actors[i]));
    for (const actors::ActorMention& m : input.actors[i].mentions)
      if (m.article && (named_[m.article.value].empty() || named_[m.article.value].back() != ActorId(i)))
        named_[m.article.value].push_back(ActorId(i));
  }
}

bool Affairs::same(ArticleId a, ArticleId b) const {
  return a == b || any_common(named_[a.value], named_[b.value], [](ActorId) { return true; });
}

bool Affairs::close(ArticleId a, ArticleId b) const {
  if (!within_season(input_.articles[a.value]->article.published.range, input_.articles[b.value]->article.published.range)) return false;
  int weight = 0;
  return any_common(named_[a.value], named_[b.value], [&](ActorId id) { return (weight += weight_[id.value]) >= kClose; });
}

bool Affairs::names(ArticleId article, ActorId actor) const {
  return std::binary_search(named_[article.value].begin(), named_[article.value].end(), actor);
}

}  // namespace fabula::graph
