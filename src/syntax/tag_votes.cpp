#include "syntax/tag_votes.hpp"

#include <algorithm>
#include <cmath>

namespace fabula::syntax {

std::size_t TagVotes::best() const {
  return static_cast<std::size_t>(std::max_element(both.begin(), both.end()) - both.begin());
}

TagCounter::TagCounter(const std::vector<TagLabel>& labels) {
  for (std::size_t t = 0; t < labels.size(); ++t) {
    const auto upos = static_cast<std::size_t>(labels[t].upos);
    if (ranges_.empty() || ranges_.back().upos != upos) ranges_.push_back({upos, t, t});
    ranges_.back().end = t + 1;
  }
}

TagVotes TagCounter::count(const float* labels, const float* upos) const {
  TagVotes votes;
  std::array<float, TagVotes::kTags> top{};
  for (const Range& range : ranges_) {
    float sum = votes.first[range.upos];
    for (std::size_t t = range.begin; t < range.end; ++t) sum += labels[t];
    votes.first[range.upos] = sum;
    for (std::size_t t = range.begin; t < range.end; ++t)
      if (labels[t] > top[range.upos]) top[range.upos] = labels[t], votes.likeliest[range.upos] = t;
  }
  for (std::size_t u = 0; u < TagVotes::kTags; ++u) votes.both[u] = std::sqrt(votes.first[u] * upos[u]);
  return votes;
}

}  // namespace fabula::syntax
