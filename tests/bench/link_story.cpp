// Time and memory to make one story of many articles already read: actors resolved, events joined, links, times,
// positions and findings. Synthetic articles of the density of news.
//
// Usage: bench_link_story [ARTICLES...]   one line for each number (1 000, 3 000, 10 000), ascending: memory is the peak so far.

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "fabula/actors/resolve.hpp"
#include "fabula/graph/build_story.hpp"
#include "support/synthetic_story.hpp"

namespace {

using namespace fabula;

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void run(std::size_t count) {
  const auto articles = fabula::testing::StoryMaker(1).articles(count);
  std::size_t mentions = 0;
  std::vector<actors::ArticleActors> found(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    mentions += articles[i].events.mentions.size();
    found[i].actors = articles[i].actors;
  }
  const double start = seconds();
  const actors::StoryActors resolved = actors::resolve(found);
  const double actors_done = seconds();
  const graph::StoryGraph story = graph::build_story(articles, resolved, fabula::testing::synthetic_options());
  const double end = seconds();
  std::printf("%7zu articles %8zu mentions: actors %6.2f s, story %6.2f s, %6.1f µs a mention, peak %5ld MB; "
              "%zu actors, %zu events, %zu links, %zu positions, %zu findings\n",
              count, mentions, actors_done - start, end - actors_done, 1e6 * (end - start) / static_cast<double>(mentions),
              peak_megabytes(), story.actor_count(), story.event_count(), story.links().size(), story.positions.size(),
              story.findings.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2)
    for (const std::size_t articles : {1000, 3000, 10000}) run(articles);
  for (int i = 1; i < argc; ++i) run(static_cast<std::size_t>(std::strtoul(argv[i], nullptr, 10)));
}
