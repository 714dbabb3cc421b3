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
constexpr std::size_t kLargestGroupChecked = 64;

struct Edge {
  int score = 0;
  std::size_t distance = 0;  // in mentions, within one article
  std::size_t first = 0, second = 0;
  std::string because;
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
  using Key = std::tuple<std::string, char, std::uint32_t, std::string>;

  void insert(const Features& f, std::size_t i) {
    for (const std::string& cls : f.classes) {
      for (const events::Participant& p : f.participants) lists_[{cls, 'p', p.actor.value, {}}].push_back(i);
      for (const std::string& theme : f.themes) lists_[{cls, 't', f.article.value, theme}].push_back(i);
      lists_[{cls, 'a', f.article.value, {}}].push_back(i);
      if (f.general) lists_[{cls, 'g', 0, {}}].push_back(i);
    }
  }
  const std::map<Key, std::vector<std::size_t>>& lists() const { return lists_; }

 private:
  std::map<Key, std::vector<std::size_t>> lists_;
};

std::vector<Edge> find_edges(const std::vector<Features>& features, const Compatibility& compatible) {
  CandidateIndex index;
  for (std::size_t i = 0; i < features.size(); ++i) index.insert(features[i], i);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [key, list] : index.lists())
    for (std::size_t j = 1; j < list.size(); ++j)
      for (std::size_t k = j > kMostCompared ? j - kMostCompared : 0; k < j; ++k)
        pairs.emplace_back(static_cast<std::uint32_t>(list[k]), static_cast<std::uint32_t>(list[j]));
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<Edge> edges;
  for (const auto& [i, j] : pairs)
    if (auto evidence = compatible.evidence(features[i], features[j]))
      edges.push_back({evidence->score, features[i].article == features[j].article ? j - i : features.size(), i, j,
                       std::move(evidence->because)});
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::pair(-a.score, a.distance) < std::pair(-b.score, b.distance);
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

}  // namespace

Coreference find_coreference(const StoryInput& input, const Principals& principals, const CoreferenceLexicon& lexicon) {
  const std::vector<Features> features = features_of(input, lexicon);
  const Compatibility compatible(input, principals);
  Groups groups(features.size());
  std::map<std::size_t, std::string> because;  // by the smallest member of the pair that was joined
  for (const Edge& edge : find_edges(features, compatible)) {
    if (groups.root(edge.first) == groups.root(edge.second)) continue;
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
