#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "fabula/text/doc.hpp"

namespace fabula::syntax {

/// A class that the tagger chooses from: tag and features together.
struct TagLabel {
  text::Upos upos = text::Upos::X;
  std::string feats;
  auto operator<=>(const TagLabel&) const = default;
};

/// What both layers of the network make of the universal tag of one word.
struct TagVotes {
  static constexpr std::size_t kTags = 17;
  std::array<float, kTags> first{};   ///< probability by the first layer, over all labels of the tag
  std::array<float, kTags> both{};    ///< geometric mean of what the first and the second layer give it
  std::array<std::size_t, kTags> likeliest{};  ///< its best label by the first layer

  /// The universal tag with the most votes of both.
  std::size_t best() const;
};

/// Counts votes; `labels` of the same tag stand together.
class TagCounter {
 public:
  explicit TagCounter(const std::vector<TagLabel>& labels);

  /// @param labels  probability of each label by the first layer
  /// @param upos    probability of each universal tag by the second
  TagVotes count(const float* labels, const float* upos) const;

 private:
  struct Range {
    std::size_t upos = 0, begin = 0, end = 0;
  };
  std::vector<Range> ranges_;
};

}  // namespace fabula::syntax
