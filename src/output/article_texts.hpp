#pragma once

#include <string>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::output {

/// The articles' texts, addressed by code points.
class ArticleTexts {
 public:
  explicit ArticleTexts(const graph::StoryGraph& story);
  /// Characters of a span as UTF-8, white space runs made one blank; empty where the story has no text.
  std::string slice(ArticleId article, Span span) const;

 private:
  std::vector<std::u32string> texts_;
};

}  // namespace fabula::output
