#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::graph {

/// The articles' texts, addressed by code points. A copy: the story need not outlive it.
class ArticleTexts {
 public:
  explicit ArticleTexts(const StoryGraph& story);
  /// The characters of a span; cut at the end of the text, so empty where the story has none. Valid as long as this is.
  std::u32string_view view(ArticleId article, Span span) const;
  /// The same as UTF-8, runs of white space made one blank.
  std::string slice(ArticleId article, Span span) const;

 private:
  std::vector<std::u32string> texts_;
};

}  // namespace fabula::graph
