#include "fabula/pipeline/build.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "fabula/pipeline/make_story.hpp"
#include "fabula/pipeline/options.hpp"
#include "fabula/pipeline/parallel.hpp"
#include "fabula/temporal/time_mention.hpp"

namespace fabula::pipeline {
namespace {

graph::Article story_article(text::Article article) {
  graph::Article result;
  result.file = std::move(article.file);
  result.title = std::move(article.title);
  result.source = std::move(article.source);
  result.url = std::move(article.url);
  result.language = std::move(article.language);
  result.published = std::move(article.published);
  result.published_basis = name(article.published_basis);
  result.sha256 = std::move(article.sha256);
  result.characters = article.text.size();
  result.text = article.text.utf8();
  return result;
}

/// The actor finders of the languages of some articles, under an analyst's list; none where it is empty.
using Finders = std::map<std::string, actors::Finder>;
Finders overruled_finders(const std::vector<text::Article>& articles, const Languages& languages, const actors::Overrules& overrules) {
  Finders finders;
  if (overrules.empty()) return finders;
  for (const text::Article& article : articles) {
    if (finders.contains(article.language)) continue;
    try {
      finders.emplace(article.language, languages.get(article.language).actor_finder().overruled(overrules));
    } catch (const Error&) {
      // a faulty pack is told where the article is analysed
    }
  }
  return finders;
}

graph::ArticleExtraction analyse(text::Article article, const Language& language, const Finders& finders) {
  text::Doc doc = language.analyzer().analyze(std::move(article));
  const auto times = language.time_finder().find(doc, doc.article.published);
  const auto finder = finders.find(doc.article.language);
  actors::ArticleActors actors = (finder == finders.end() ? language.actor_finder() : finder->second).find(doc);
  events::ArticleEvents events = language.event_extractor().find(doc, actors, times);
  return {story_article(std::move(doc.article)), std::move(events), std::move(actors.actors)};
}

/// A fault of a language pack ends every article of the language; it is told once.
bool holds(const std::vector<Diagnostic>& errors, const Diagnostic& error) {
  return std::any_of(errors.begin(), errors.end(), [&](const Diagnostic& other) { return other.message == error.message; });
}

/// What can be extracted from the articles, in their order; the errors of the others are added to `errors`.
std::vector<graph::ArticleExtraction> analyse_all(std::vector<text::Article>& articles, const Languages& languages,
                                                  const BuildOptions& options, std::vector<Diagnostic>& errors) {
  const std::size_t count = articles.size();
  std::vector<std::optional<graph::ArticleExtraction>> analysed(count);
  std::vector<std::optional<Diagnostic>> failed(count);
  std::mutex mutex;
  std::size_t done = 0;
  const Finders finders = overruled_finders(articles, languages, options.overrules);
  for_each_index(count, options.jobs, [&](std::size_t i) {
    const std::string file = articles[i].file;
    try {
      const Language& language = languages.get(articles[i].language);
      analysed[i] = analyse(std::move(articles[i]), language, finders);
    } catch (const Error& error) {
      failed[i] = diagnostic_of(error, file);
    }
    const std::scoped_lock lock(mutex);
    ++done;
    if (options.progress) options.progress(done, count);
  });
  std::vector<graph::ArticleExtraction> extractions;
  for (std::size_t i = 0; i < count; ++i) {
    if (analysed[i]) extractions.push_back(std::move(*analysed[i]));
    if (failed[i] && !holds(errors, *failed[i])) errors.push_back(std::move(*failed[i]));
  }
  return extractions;
}

}  // namespace

BuiltStory build(const std::vector<Input>& inputs, const Languages& languages, const BuildOptions& options) {
  ReadArticles read;
  for (const Input& input : inputs) read_input(input, languages, options.read, read);
  BuiltStory built;
  built.errors = std::move(read.errors);
  built.warnings = std::move(read.warnings);
  auto extractions = analyse_all(read.articles, languages, options, built.errors);
  std::set<std::string> codes;
  for (const graph::ArticleExtraction& article : extractions) codes.insert(article.article.language);
  const graph::BuildOptions graph = graph_options(languages, codes);
  built.story = make_story(std::move(extractions), graph, options.overrules);
  for (Diagnostic& warning : unheeded(built.story, options.overrules)) built.warnings.push_back(std::move(warning));
  return built;
}

}  // namespace fabula::pipeline
