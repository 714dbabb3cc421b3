#include "fabula/pipeline/make_story.hpp"

#include <algorithm>
#include <tuple>

#include "fabula/base/error.hpp"

namespace fabula::pipeline {
namespace {

using graph::ArticleExtraction;

auto identity(const graph::Article& a) { return std::tie(a.published.edtf, a.file, a.sha256); }

bool same_reading(const ArticleExtraction& x, const ArticleExtraction& y) {
  const graph::Article &a = x.article, &b = y.article;
  return std::tie(a.title, a.source, a.url, a.language, a.published_basis) ==
             std::tie(b.title, b.source, b.url, b.language, b.published_basis) &&
         x.actors == y.actors && x.events == y.events;
}

void keep_once(std::vector<ArticleExtraction>& articles) {
  std::vector<ArticleExtraction> once;
  for (ArticleExtraction& a : articles) {
    if (once.empty() || identity(once.back().article) != identity(a.article)) {
      once.push_back(std::move(a));
      continue;
    }
    if (!same_reading(once.back(), a))
      throw InputError("FAB-IN-040", "the article was read in two different ways (another version, language or option); build it anew", a.article.file);
    if (once.back().article.text.empty()) once.back().article.text = std::move(a.article.text);
  }
  articles = std::move(once);
}

actors::StoryActors resolve_actors(const std::vector<ArticleExtraction>& articles, const actors::Overrules& overrules) {
  std::vector<actors::ArticleActors> found(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) found[i].actors = articles[i].actors;
  return actors::resolve(found, overrules);
}

}  // namespace

graph::StoryGraph make_story(std::vector<ArticleExtraction> articles, const graph::BuildOptions& options,
                             const actors::Overrules& overrules) {
  std::stable_sort(articles.begin(), articles.end(), [](const ArticleExtraction& a, const ArticleExtraction& b) {
    return identity(a.article) < identity(b.article);
  });
  keep_once(articles);
  return graph::build_story(articles, resolve_actors(articles, overrules), options);
}

graph::StoryGraph merge_stories(std::span<const graph::StoryGraph> stories, const graph::BuildOptions& options,
                                const actors::Overrules& overrules) {
  std::vector<ArticleExtraction> articles;
  for (const graph::StoryGraph& story : stories) {
    if (story.extractions.size() != story.article_count())
      throw InputError("FAB-IN-041", "a story without \"extractions\" cannot be merged; build it anew");
    for (std::size_t i = 0; i < story.article_count(); ++i)
      articles.push_back({story.article(ArticleId(i)), story.extractions[i].events, story.extractions[i].actors});
  }
  return make_story(std::move(articles), options, overrules);
}

std::vector<Diagnostic> unheeded(const graph::StoryGraph& story, const actors::Overrules& overrules) {
  std::vector<actors::Actor> all;
  for (std::size_t i = 0; i < story.actor_count(); ++i) all.push_back(story.actor(ActorId(i)));
  return actors::unheeded(overrules, all);
}

}  // namespace fabula::pipeline
