#include "syntax/tree_decoder.hpp"

#include <algorithm>
#include <limits>

namespace fabula::syntax {
namespace {

// Of several roots that the best unrestricted tree has, so many are tried alone; noise may have dozens.
constexpr std::size_t kRootsTried = 6;
constexpr float kNever = -std::numeric_limits<float>::infinity();

// A maximum spanning arborescence of a dense graph by repeated contraction; node 0 is the root. `score` is (n + 1) wide:
// score[d][h]. Nodes are contracted in place: a cycle's first node stands for all of it.
class Arborescence {
 public:
  explicit Arborescence(const Matrix& scores)
      : n_(scores.rows + 1), score_(n_, n_), origin_(n_ * n_), alive_(n_, 1), best_(n_, 0), members_(n_) {
    for (std::size_t d = 0; d < n_; ++d) members_[d] = {static_cast<std::uint32_t>(d)};
    for (std::size_t d = 0; d < n_; ++d)
      for (std::size_t h = 0; h < n_; ++h) {
        score_.row(d)[h] = d == 0 || d == h ? kNever : scores.row(d - 1)[h];
        origin_[d * n_ + h] = {static_cast<std::uint32_t>(d), static_cast<std::uint32_t>(h)};
      }
  }

  std::vector<std::int32_t> heads() {
    for (std::size_t d = 1; d < n_; ++d) choose(d);
    std::vector<std::size_t> cycle;
    while (find_cycle(cycle)) contract(cycle);
    std::vector<std::int32_t> head(n_, -2);
    for (std::size_t d = 1; d < n_; ++d)
      if (alive_[d]) {
        const Arc arc = origin_[d * n_ + best_[d]];
        head[arc.dependent] = static_cast<std::int32_t>(arc.head) - 1;
      }
    // Within each cycle, newest first, every arc stays but the one into the part that the outside arc reaches.
    for (std::size_t c = cycles_.size(); c-- > 0;)
      for (const Link& link : cycles_[c])
        if (!entered(head, link.words)) head[link.arc.dependent] = static_cast<std::int32_t>(link.arc.head) - 1;
    head.erase(head.begin());
    return head;
  }

 private:
  struct Arc {
    std::uint32_t dependent = 0, head = 0;
  };

  /// An arc of a cycle and the words that its dependent stands for.
  struct Link {
    Arc arc;
    std::vector<std::uint32_t> words;
  };

  static bool entered(const std::vector<std::int32_t>& head, const std::vector<std::uint32_t>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::uint32_t w) { return head[w] != -2; });
  }

  void choose(std::size_t d) {
    std::size_t best = 0;
    for (std::size_t h = 0; h < n_; ++h)
      if (alive_[h] && h != d && (best == d || score_.row(d)[h] > score_.row(d)[best])) best = h;
    best_[d] = best;
  }

  bool find_cycle(std::vector<std::size_t>& cycle) {
    std::vector<std::uint32_t> seen(n_, 0);
    for (std::size_t start = 1; start < n_; ++start) {
      if (!alive_[start]) continue;
      std::size_t at = start;
      while (at != 0 && seen[at] == 0) {
        seen[at] = static_cast<std::uint32_t>(start);
        at = best_[at];
      }
      if (at == 0 || seen[at] != start) continue;
      cycle.assign(1, at);
      for (std::size_t next = best_[at]; next != at; next = best_[next]) cycle.push_back(next);
      return true;
    }
    return false;
  }

  void contract(const std::vector<std::size_t>& cycle) {
    std::vector<Link> links;
    std::vector<std::uint32_t> words;
    std::vector<float> own;
    for (const std::size_t d : cycle) {
      links.push_back({origin_[d * n_ + best_[d]], members_[d]});
      words.insert(words.end(), members_[d].begin(), members_[d].end());
      own.push_back(score_.row(d)[best_[d]]);
      alive_[d] = 0;
    }
    cycles_.push_back(std::move(links));
    const std::size_t merged = cycle.front();
    members_[merged] = std::move(words);
    for (std::size_t x = 0; x < n_; ++x) {
      if (!alive_[x]) continue;
      // into the cycle from x: gain over the arc it replaces; out of the cycle to x
      float in = kNever, out = kNever;
      Arc in_arc, out_arc;
      for (std::size_t i = 0; i < cycle.size(); ++i) {
        const std::size_t c = cycle[i];
        const float gain = score_.row(c)[x] - own[i];
        if (gain > in || i == 0) in = gain, in_arc = origin_[c * n_ + x];
        if (score_.row(x)[c] > out || i == 0) out = score_.row(x)[c], out_arc = origin_[x * n_ + c];
      }
      score_.row(merged)[x] = in;
      origin_[merged * n_ + x] = in_arc;
      score_.row(x)[merged] = out;
      origin_[x * n_ + merged] = out_arc;
    }
    alive_[merged] = 1;
    for (std::size_t x = 1; x < n_; ++x) {
      if (!alive_[x] || x == merged) continue;
      for (const std::size_t c : cycle)
        if (best_[x] == c) best_[x] = merged;
    }
    choose(merged);
  }

  std::size_t n_;
  Matrix score_;
  std::vector<Arc> origin_;  // which words' arc a score stands for
  std::vector<char> alive_;
  std::vector<std::size_t> best_;
  std::vector<std::vector<std::uint32_t>> members_;  // the words that a node stands for
  std::vector<std::vector<Link>> cycles_;
};

float total(const Matrix& scores, const std::vector<std::int32_t>& heads) {
  float sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) sum += scores.row(d)[heads[d] + 1];
  return sum;
}

// Forbids every root but one.
Matrix rooted_at(const Matrix& scores, std::size_t root) {
  Matrix out = scores;
  for (std::size_t d = 0; d < out.rows; ++d)
    if (d != root) out.row(d)[0] = -1e9f;
  return out;
}

// Every word's best head, if that happens to be a tree already, as it mostly is; else nothing.
std::vector<std::int32_t> greedy_tree(const Matrix& scores) {
  const auto n = static_cast<std::int32_t>(scores.rows);
  std::vector<std::int32_t> heads(scores.rows);
  int roots = 0;
  for (std::int32_t d = 0; d < n; ++d) {
    const float* row = scores.row(static_cast<std::size_t>(d));
    std::int32_t best = 0;
    for (std::int32_t h = 0; h <= n; ++h)
      if (h != d + 1 && row[h] > row[best]) best = h;
    heads[static_cast<std::size_t>(d)] = best - 1;
    roots += best == 0 ? 1 : 0;
  }
  if (roots != 1) return {};
  std::vector<std::int32_t> seen(scores.rows, kRootHead);
  for (std::int32_t d = 0; d < n; ++d) {
    std::int32_t at = d;
    for (; at != kRootHead && seen[static_cast<std::size_t>(at)] == kRootHead; at = heads[static_cast<std::size_t>(at)])
      seen[static_cast<std::size_t>(at)] = d;
    if (at != kRootHead && seen[static_cast<std::size_t>(at)] == d) return {};
  }
  return heads;
}

}  // namespace

std::vector<std::int32_t> best_tree(const Matrix& scores) {
  if (scores.rows == 0) return {};
  if (std::vector<std::int32_t> heads = greedy_tree(scores); !heads.empty()) return heads;
  std::vector<std::int32_t> heads = Arborescence(scores).heads();
  std::vector<std::size_t> roots;
  for (std::size_t d = 0; d < heads.size(); ++d)
    if (heads[d] == kRootHead) roots.push_back(d);
  if (roots.size() <= 1) return heads;
  std::stable_sort(roots.begin(), roots.end(),
                   [&](std::size_t a, std::size_t b) { return scores.row(a)[0] > scores.row(b)[0]; });
  roots.resize(std::min(roots.size(), kRootsTried));
  std::vector<std::int32_t> best;
  float best_score = kNever;
  for (const std::size_t root : roots) {
    const Matrix rooted = rooted_at(scores, root);
    std::vector<std::int32_t> found = Arborescence(rooted).heads();
    const float score = total(rooted, found);
    if (best.empty() || score > best_score) best = std::move(found), best_score = score;
  }
  return best;
}

}  // namespace fabula::syntax
