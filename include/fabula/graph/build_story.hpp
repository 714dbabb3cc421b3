#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "fabula/actors/resolve.hpp"
#include "fabula/events/event_mention.hpp"
#include "fabula/graph/story_graph.hpp"
#include "fabula/graph/wording.hpp"

namespace fabula::graph {

/// What one article gives to the story.
struct ArticleExtraction {
  Article article;
  events::ArticleEvents events;  ///< its ActorIds are the article's own
  std::vector<actors::Actor> actors;  ///< the article's own, kept for merging
};

/// What a language's lexicons say beyond predicate classes of which words can name one happening (table `coreference`).
struct CoreferenceLexicon {
  std::set<std::pair<std::string, std::string>> related;  ///< predicate classes that can name one happening of one theme ("supply", "arrive"); either order
  std::set<std::string> general;  ///< predicates that name a whole of many happenings ("offensive"): never one with a single one
  std::map<std::string, std::string, std::less<>> senses;  ///< words that name one kind of happening, by the one that stands for all: "fermeture" → "fermer"
  std::set<std::string> once;     ///< predicate classes of what befalls a person but once ("die"): two days are a conflict, not two happenings
};

struct BuildOptions {
  CoreferenceLexicon coreference;
  std::map<std::string, Wording, std::less<>> wording;  ///< by language code; a language without one gives findings in key words
};

/// Makes the story of several articles: orders them (published, file, sha256), joins the mentions that tell one
/// happening, carries over links and claims, and derives times, positions and findings.
///
/// The same story whatever the order of `articles`: ids follow the order of the articles and of the first mention.
///
/// @param articles  may be empty
/// @param actors    `resolve` of the same articles in the same order
StoryGraph build_story(std::span<const ArticleExtraction> articles, const actors::StoryActors& actors,
                       const BuildOptions& options = {});

}  // namespace fabula::graph
