// Processor time of each stage from bytes to story.json, one thread: words a second and share of the whole.
//
// Usage: bench_stages ROUNDS FILE...   words are counted as `wc -w` does; models are loaded before the clock starts.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "fabula/output/story_json.hpp"
#include "fabula/pipeline/make_story.hpp"
#include "fabula/pipeline/read.hpp"
#include "fabula/temporal/time_mention.hpp"

namespace {

using namespace fabula;

std::size_t words_of(const std::string& text) {
  std::istringstream in(text);
  return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(in), {}));
}

struct Stage {
  const char* name;
  double seconds = 0;
};

/// Runs one stage and adds its processor time, which other programs on the machine do not change.
template <class Work>
auto timed(Stage& stage, Work work) {
  const std::clock_t start = std::clock();
  auto result = work();
  stage.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  return result;
}

enum { kRead, kSegment, kAnnotate, kTimes, kActors, kEvents, kStory, kJson, kStages };

void run_article(const text::Article& article, const pipeline::Language& language, std::vector<Stage>& stages,
                 std::vector<graph::ArticleExtraction>& extractions) {
  text::Doc doc;
  doc.article = article;
  timed(stages[kSegment], [&] { language.analyzer().segment(doc); return 0; });
  timed(stages[kAnnotate], [&] { language.analyzer().annotate(doc); return 0; });
  const auto times =
      timed(stages[kTimes], [&] { return language.time_finder().find(doc, doc.article.published); });
  auto actors = timed(stages[kActors], [&] { return language.actor_finder().find(doc); });
  auto events = timed(stages[kEvents], [&] { return language.event_extractor().find(doc, actors, times); });
  graph::Article told;
  told.file = doc.article.file;
  told.language = doc.article.language;
  told.published = doc.article.published;
  told.sha256 = doc.article.sha256;
  told.text = doc.article.text.utf8();
  extractions.push_back({std::move(told), std::move(events), std::move(actors.actors)});
}

void run_round(const std::vector<pipeline::Input>& inputs, const pipeline::Languages& languages, std::vector<Stage>& stages) {
  pipeline::ReadArticles read;
  timed(stages[kRead], [&] {
    for (const pipeline::Input& input : inputs) pipeline::read_input(input, languages, {}, read);
    return 0;
  });
  std::vector<graph::ArticleExtraction> extractions;
  for (const text::Article& article : read.articles)
    run_article(article, languages.get(article.language), stages, extractions);
  const auto story = timed(stages[kStory], [&] { return pipeline::make_story(std::move(extractions)); });
  timed(stages[kJson], [&] { return output::write_story_json(story); });
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 2 ? std::atoi(argv[1]) : 0;
  if (rounds < 1) return std::cerr << "usage: bench_stages ROUNDS FILE...\n", 2;
  std::vector<pipeline::Input> inputs;
  std::size_t words = 0;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    inputs.push_back({argv[i], std::string(std::istreambuf_iterator<char>(in), {})});
    words += words_of(inputs.back().bytes);
  }
  const pipeline::Languages languages(lang::packs_folder());
  std::vector<Stage> stages = {{"read"},   {"segment"}, {"annotate"}, {"times"},
                               {"actors"}, {"events"},  {"story"},    {"json"}};
  run_round(inputs, languages, stages);  // loads the models
  for (Stage& stage : stages) stage.seconds = 0;
  for (int i = 0; i < rounds; ++i) run_round(inputs, languages, stages);
  double total = 0;
  for (const Stage& stage : stages) total += stage.seconds;
  const double all_words = static_cast<double>(words) * rounds;
  for (const Stage& stage : stages)
    std::printf("%-8s %10.0f words/s %5.1f %%\n", stage.name, all_words / stage.seconds, 100 * stage.seconds / total);
  std::printf("%-8s %10.0f words/s, %zu words, %d rounds, %.2f s\n", "all", all_words / total, words, rounds, total);
}
