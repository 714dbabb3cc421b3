#include "fabula/compare/groups.hpp"

#include <algorithm>
#include <map>

namespace fabula::compare {
namespace {

std::string article_name(const graph::Article& article) {
  return article.title && !article.title->empty() ? *article.title : article.file;
}

std::string property(const graph::Article& article, GroupBy by) {
  switch (by) {
    case GroupBy::article: return article_name(article);
    case GroupBy::source: return article.source.value_or("");
    case GroupBy::language: return article.language;
    case GroupBy::published: return article.published.edtf;
  }
  return "";
}

}  // namespace

std::optional<GroupBy> group_by_of(std::string_view name) {
  if (name == "article") return GroupBy::article;
  if (name == "source") return GroupBy::source;
  if (name == "language") return GroupBy::language;
  if (name == "published") return GroupBy::published;
  return std::nullopt;
}

std::vector<ArticleId> all_articles(const graph::StoryGraph& story) {
  std::vector<ArticleId> all;
  for (std::size_t i = 0; i < story.article_count(); ++i) all.push_back(ArticleId(i));
  return all;
}

std::vector<Group> make_groups(const graph::StoryGraph& story, GroupBy by, std::vector<ArticleId> articles) {
  std::sort(articles.begin(), articles.end());
  std::vector<Group> groups;
  std::map<std::string, std::size_t> at;
  for (const ArticleId id : articles) {
    const std::string value = property(story.article(id), by);
    const auto [it, added] = at.try_emplace(value, groups.size());
    if (added || by == GroupBy::article) groups.push_back({value, {id}});
    else groups[it->second].articles.push_back(id);
  }
  return groups;
}

}  // namespace fabula::compare
