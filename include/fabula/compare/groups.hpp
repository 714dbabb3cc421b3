#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/graph/story_graph.hpp"

namespace fabula::compare {

/// Articles that speak with one voice in a comparison: one article, an outlet's, a language's.
struct Group {
  std::string name;                 ///< for people; empty where the story does not say
  std::vector<ArticleId> articles;  ///< ascending; an article may stand in several groups
};

/// What articles are put together by; `published` takes the date as the article states it, month or day.
enum class GroupBy { article, source, language, published };

std::optional<GroupBy> group_by_of(std::string_view name);

/// Every article of the story, ascending.
std::vector<ArticleId> all_articles(const graph::StoryGraph& story);

/// Groups in the order of their first article. Articles without the property (no source, no date) form one group whose
/// name is empty. A single article is named by its title, else its file.
///
/// @param articles  of this story, each once
std::vector<Group> make_groups(const graph::StoryGraph& story, GroupBy by, std::vector<ArticleId> articles);

}  // namespace fabula::compare
