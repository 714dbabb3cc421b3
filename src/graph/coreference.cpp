#include "coreference.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "compatibility.hpp"

namespace fabula::graph {
namespace {

constexpr std::size_t kMostCompared = 24;  // neighbours of a mention in one list of the index
constexpr std::size_t kMostSeen = 256;     // with those of other affairs, which are passed over
constexpr std::size_t kLargestGroupChecked = 64;

struct Edge {
  int score = 0;
  std::size_t distance = 0;  // in mentions, within one article
  std::size_t first = 0, second = 0;
  std::string because;
  bool alone = false;  // see Match
};

/// Disjoint groups of mentions, each with its members.
class Groups {
 public:
  explicit Groups(std::size_t count) : root_(count), members_(count) {
    std::iota(root_.begin(), root_.end(), std::size_t{0});
    for (std::size_t i = 0; i < count; ++i) members_[i] = {i};
  }
  std::size_t root(std::size_t i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }
  const std::vector<std::size_t>& members(std::size_t i) { return members_[root(i)]; }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    root_[b] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
  }

 private:
  std::vector<std::size_t> root_;
  std::vector<std::vector<std::size_t>> members_;
};

/// Lists of mentions that share a class and something that speaks for their being one.
class CandidateIndex {
 public:
  CandidateIndex(const std::vector<Features>& features, const Affairs& affairs) : features_(features), affairs_(affairs) {}

  /// Mentions inserted before that share a list with this one, the nearest of each list, ascending.
  std::vector<std::size_t> near(std::size_t i) const {
    std::vector<std::size_t> found;
    for (const Key& key : keys_of(features_[i]))
      if (const auto list = lists_.find(key); list != lists_.end()) add_nearest(list->second, i, found);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
  void insert(std::size_t i) {
    for (Key& key : keys_of(features_[i])) lists_[std::move(key)].push_back(i);
  }

 private:
  using Key = std::tuple<std::string, char, std::uint32_t, std::string>;

  static std::vector<Key> keys_of(const Features& f) {
    std::vector<Key> keys;
    for (const std::string& cls : f.classes) {
      for (const events::Participant& p : f.participants) keys.push_back({cls, 'p', p.actor.value, {}});
      for (const std::string& theme : f.themes) keys.push_back({cls, 't', f.article.value, theme});
      keys.push_back({cls, 'a', f.article.value, {}});
      if (!f.place.empty()) keys.push_back({cls, 'l', 0, f.place});
      if (const auto day = only_day(f)) keys.push_back({cls, 'd', static_cast<std::uint32_t>(day->time_since_epoch().count()), {}});
      if (f.general) keys.push_back({cls, 'g', 0, {}});
    }
    keys.push_back({f.sense, 's', 0, {}});
    return keys;
  }

  /// Mentions of other affairs do not count, so that they cannot crowd out the others.
  void add_nearest(const std::vector<std::size_t>& list, std::size_t i, std::vector<std::size_t>& out) const {
    std::size_t compared = 0, seen = 0;
    for (auto k = list.rbegin(); k != list.rend() && compared < kMostCompared && seen < kMostSeen; ++k, ++seen) {
      if (*k == i || !affairs_.same(features_[*k].article, features_[i].article)) continue;
      out.push_back(*k);
      ++compared;
    }
  }

  const std::vector<Features>& features_;
  const Affairs& affairs_;
  std::map<Key, std::vector<std::size_t>> lists_;
};

std::vector<Edge> find_edges(const std::vector<Features>& features, const Affairs& affairs, const Compatibility& compatible) {
  CandidateIndex index(features, affairs);
  std::vector<Edge> edges;
  for (std::size_t j = 0; j < features.size(); ++j) {
    for (const std::size_t i : index.near(j))
      if (auto match = compatible.evidence(features[i], features[j]))
        edges.push_back({match->score, features[i].article == features[j].article ? j - i : features.size(), i, j,
                         std::move(match->because), match->alone});
    index.insert(j);
  }
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tuple(a.alone, -a.score, a.distance, a.first, a.second) < std::tuple(b.alone, -b.score, b.distance, b.first, b.second);
  });
  return edges;
}

bool groups_agree(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b, const std::vector<Features>& features,
                  const Compatibility& compatible) {
  if (a.size() + b.size() > kLargestGroupChecked) return false;
  return std::all_of(a.begin(), a.end(), [&](std::size_t i) {
    return std::all_of(b.begin(), b.end(), [&](std::size_t j) { return !compatible.conflict(features[i], features[j]); });
  });
}

/// What each article tells in one word, and in words of one sense.
class Tellings {
 public:
  explicit Tellings(const std::vector<Features>& features) : features_(features) {
    for (std::size_t i = 0; i < features.size(); ++i) {
      words_[{features[i].article, features[i].predicate}].push_back(i);
      senses_[{features[i].article, features[i].sense}].push_back(i);
    }
  }
  /// Neither article tells another happening in the word that both use, else in words of their sense.
  bool are_alone(std::size_t i, std::size_t j, Groups& groups) const {
    const Features &a = features_[i], &b = features_[j];
    if (a.predicate == b.predicate) return is_alone(words_.at({a.article, a.predicate}), i, groups) && is_alone(words_.at({b.article, b.predicate}), j, groups);
    return is_alone(senses_.at({a.article, a.sense}), i, groups) && is_alone(senses_.at({b.article, b.sense}), j, groups);
  }

 private:
  static bool is_alone(const std::vector<std::size_t>& told, std::size_t i, Groups& groups) {
    return std::all_of(told.begin(), told.end(), [&](std::size_t k) { return groups.root(k) == groups.root(i); });
  }

  const std::vector<Features>& features_;
  std::map<std::pair<ArticleId, std::string>, std::vector<std::size_t>> words_, senses_;
};

}  // namespace

Coreference find_coreference(const StoryInput& input, const Principals& principals, const CoreferenceLexicon& lexicon) {
  const std::vector<Features> features = features_of(input, lexicon);
  const Affairs affairs(input);
  const Compatibility compatible(input, principals, affairs);
  const Tellings tellings(features);
  Groups groups(features.size());
  std::map<std::size_t, std::string> because;  // by the smallest member of the pair that was joined
  for (const Edge& edge : find_edges(features, affairs, compatible)) {
    if (groups.root(edge.first) == groups.root(edge.second)) continue;
    if (edge.alone && !tellings.are_alone(edge.first, edge.second, groups)) continue;
    if (!groups_agree(groups.members(edge.first), groups.members(edge.second), features, compatible)) continue;
    groups.join(edge.first, edge.second);
    because.try_emplace(edge.first, edge.because);
    because.try_emplace(edge.second, edge.because);
  }
  Coreference out;
  for (std::size_t i = 0; i < features.size(); ++i) {
    std::vector<std::size_t> members = groups.members(i);
    std::sort(members.begin(), members.end());
    if (members.front() != i) continue;
    out.because.push_back(members.size() > 1 ? because.at(i) : std::string());
    out.groups.push_back(std::move(members));
  }
  return out;
}

}  // namespace fabula::graph
