#include "syntax/transitions.hpp"

namespace fabula::syntax {

ArcHybrid::ArcHybrid(std::int32_t n) : n_(n) {
  const auto size = static_cast<std::size_t>(n) + 1;
  for (auto* links : {&heads_, &left_, &left2_, &right_, &right2_}) links->assign(size, kNone);
  labels_.assign(size, 0);
  left_count_.assign(size, 0);
  right_count_.assign(size, 0);
}

bool ArcHybrid::can(Move move) const {
  switch (move) {
    case kShift: return front_ < n_;
    case kLeft: return !stack_.empty() && (front_ < n_ || stack_.size() == 1);
    case kRight: return stack_.size() >= 2;
  }
  return false;
}

void ArcHybrid::apply(Move move, std::uint16_t label) {
  if (move == kShift) {
    stack_.push_back(front_++);
    return;
  }
  const std::int32_t dependent = stack_.back();
  stack_.pop_back();
  attach(move == kLeft ? front_ : stack_.back(), dependent, label);
}

void ArcHybrid::attach(std::int32_t head, std::int32_t dependent, std::uint16_t label) {
  heads_[dependent] = head;
  labels_[dependent] = label;
  if (dependent < head) {
    left2_[head] = left_[head];
    left_[head] = dependent;
    ++left_count_[head];
  } else {
    right2_[head] = right_[head];
    right_[head] = dependent;
    ++right_count_[head];
  }
}

int ArcHybrid::cost(Move move, std::span<const std::int32_t> gold) const {
  int lost = 0;
  const auto waits = [&](std::int32_t w) { return w >= front_; };  // the root waits too
  if (move == kShift) {
    const std::int32_t b = front_;
    for (std::size_t i = 0; i < stack_.size(); ++i) {
      if (gold[stack_[i]] == b) ++lost;
      if (i + 1 < stack_.size() && gold[b] == stack_[i]) ++lost;
    }
    return lost;
  }
  const std::int32_t s = stack_.back();
  for (std::int32_t w = front_; w < n_; ++w)
    if (gold[w] == s) ++lost;
  if (move == kLeft) {
    if (gold[s] != front_ && waits(gold[s])) ++lost;
    if (stack_.size() >= 2 && gold[s] == stack_[stack_.size() - 2]) ++lost;
  } else if (waits(gold[s])) {
    ++lost;
  }
  return lost;
}

}  // namespace fabula::syntax
