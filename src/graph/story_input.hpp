#pragma once

#include <span>
#include <vector>

#include "fabula/graph/build_story.hpp"

namespace fabula::graph {

/// A mention on its way into a story: its ids are the story's, and where it came from is kept.
struct InputMention {
  ArticleId article;
  std::size_t index = 0;        ///< in the article's own list
  events::EventMention mention;  ///< ActorIds are the story's; claim_event is still the article's
};

/// The input of a story in the story's own order and numbering.
struct StoryInput {
  std::vector<const ArticleExtraction*> articles;  ///< by published, file, sha256; ArticleId is the position
  std::vector<actors::Actor> actors;               ///< by first mention
  std::vector<InputMention> mentions;              ///< by article, span, type
  std::vector<std::vector<std::size_t>> at;        ///< at[article][MentionId] → position in `mentions`
};

/// Orders and renumbers; the result does not depend on the order of `articles`.
StoryInput order_input(std::span<const ArticleExtraction> articles, const actors::StoryActors& actors);

}  // namespace fabula::graph
