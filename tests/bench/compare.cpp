// Comparing a story's articles by outlet: 1 000 articles must take less than a minute, and time must grow near linearly.
// peak_MB is the most memory of the process up to then, story_MB of it was there before comparing began.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "fabula/compare/comparison.hpp"
#include "fabula/output/comparison.hpp"
#include "support/pack_words.hpp"
#include "support/random_story.hpp"

namespace fabula {
namespace {

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// As dense as news: 35 events an article, of which the other articles on the affair tell some.
graph::StoryGraph news(std::size_t articles) {
  return test::RandomStory(1, {.articles = articles, .per_affair = 10, .shared = 20, .alone = 22, .outlets = 20}).make.build();
}

void compare_by_outlet(benchmark::State& state) {
  const graph::StoryGraph story = news(static_cast<std::size_t>(state.range(0)));
  const double before = peak_megabytes();
  compare::CompareOptions options;
  options.languages["fr"].quantities = test::quantity_words("fr");
  std::size_t findings = 0, groups = 0;
  for (auto _ : state) {
    const auto c = compare::compare(story, compare::make_groups(story, compare::GroupBy::source, compare::all_articles(story)), options);
    benchmark::DoNotOptimize(output::write_comparison_json(story, c));
    findings = c.findings.size();
    groups = c.groups.size();
  }
  state.counters["outlets"] = static_cast<double>(groups);
  state.counters["events"] = static_cast<double>(story.event_count());
  state.counters["findings"] = static_cast<double>(findings);
  state.counters["story_MB"] = before;
  state.counters["peak_MB"] = peak_megabytes();
  state.SetComplexityN(state.range(0));
}
BENCHMARK(compare_by_outlet)->RangeMultiplier(2)->Range(500, 4000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace fabula

BENCHMARK_MAIN();
