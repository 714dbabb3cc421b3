#pragma once

#include <span>

#include "fabula/text/doc.hpp"
#include "syntax/linear_model.hpp"

namespace fabula::syntax {

/// Hashes of what a tagger sees of a sentence's words.
class TagFeatures {
 public:
  explicit TagFeatures(std::span<const text::Word> words);
  std::span<const std::uint64_t> of(std::size_t at, std::uint32_t tag1, std::uint32_t tag2);

 private:
  struct View {
    std::uint64_t form = 0, shape = 0, suffix[5] = {}, prefix[3] = {};
  };
  const View& view(std::ptrdiff_t at) const;
  std::vector<View> views_;
  std::vector<std::uint64_t> features_;
};

/// Gives every word of a sentence its Upos, left to right.
void tag_sentence(const LinearModel& model, std::span<text::Word> words);

}  // namespace fabula::syntax
