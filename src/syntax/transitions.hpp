#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// The arc-hybrid transition system (Kuhlmann et al. 2011) with the root behind the last word, over one sentence.
/// Words are 0 to n - 1, the root is n.
class ArcHybrid {
 public:
  enum Move : std::uint8_t { kShift, kLeft, kRight };
  static constexpr std::int32_t kNone = -1;

  explicit ArcHybrid(std::int32_t n);

  bool done() const { return front_ == n_ && stack_.empty(); }
  /// Only moves that lead to one tree with one root.
  bool can(Move move) const;
  void apply(Move move, std::uint16_t label);

  /// Gold arcs that each move makes impossible (Goldberg & Nivre 2013), kShift to kRight.
  int cost(Move move, std::span<const std::int32_t> gold) const;

  std::int32_t stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNone;
  }
  std::int32_t buffer(std::int32_t ahead) const { return front_ + ahead <= n_ ? front_ + ahead : kNone; }
  std::int32_t head(std::int32_t w) const { return heads_[w]; }
  std::uint16_t label(std::int32_t w) const { return labels_[w]; }
  std::int32_t left(std::int32_t w) const { return left_[w]; }
  std::int32_t left2(std::int32_t w) const { return left2_[w]; }
  std::int32_t right(std::int32_t w) const { return right_[w]; }
  std::int32_t right2(std::int32_t w) const { return right2_[w]; }
  int left_count(std::int32_t w) const { return left_count_[w]; }
  int right_count(std::int32_t w) const { return right_count_[w]; }
  std::int32_t root() const { return n_; }

 private:
  void attach(std::int32_t head, std::int32_t dependent, std::uint16_t label);

  std::int32_t n_, front_ = 0;
  std::vector<std::int32_t> stack_, heads_, left_, left2_, right_, right2_;
  std::vector<std::uint16_t> labels_;
  std::vector<int> left_count_, right_count_;
};

}  // namespace fabula::syntax
