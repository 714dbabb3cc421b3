#pragma once

#include <span>
#include <vector>

#include "fabula/actors/find_actors.hpp"

namespace fabula::actors {

/// The actors of a story, and for each article which of them its own actors are.
struct StoryActors {
  std::vector<Actor> actors;                 ///< mentions and roles of all articles, `article` set
  std::vector<std::vector<ActorId>> of;      ///< of[article][ActorId of the article] → ActorId of the story
};

/// Joins the actors of several articles: same key, same name up to spelling and transliteration, initials, and short
/// names where one full name fits. Candidates come from an index, never all pairs.
///
/// Actors of different keys are never joined by name. Independent of the order of the articles up to ids, which follow the
/// first mention.
///
/// @param overrules  goes before all that; what the articles' finders joined is not taken apart again
StoryActors resolve(std::span<const ArticleActors> articles, const Overrules& overrules = {});

}  // namespace fabula::actors
