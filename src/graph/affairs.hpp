#pragma once

#include <vector>

#include "story_input.hpp"

namespace fabula::graph {

/// Which articles tell of one affair, by whom they name.
class Affairs {
 public:
  /// `input` must outlive this.
  explicit Affairs(const StoryInput& input);

  /// They are one article, or somebody is named in both.
  bool same(ArticleId a, ArticleId b) const;
  /// They came out within a season and name several of the same people and bodies: what two such articles tell in words for
  /// the same is likely the same. States and media name too much to count as much.
  bool close(ArticleId a, ArticleId b) const;
  bool names(ArticleId article, ActorId actor) const;

 private:
  const StoryInput& input_;
  std::vector<std::vector<ActorId>> named_;  // by article, ascending
  std::vector<int> weight_;                  // by actor
};

}  // namespace fabula::graph
