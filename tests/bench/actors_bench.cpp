// Time of actor resolution: 100 000 mentions must take less than 5 seconds, and time must grow near linearly.

#include <benchmark/benchmark.h>

#include "fabula/actors/resolve.hpp"
#include "support/synthetic_actors.hpp"

namespace {

void resolve_actors(benchmark::State& state) {
  const auto articles = fabula::testing::synthetic_articles(1, static_cast<std::size_t>(state.range(0)) / 20, 20);
  for (auto _ : state) benchmark::DoNotOptimize(fabula::actors::resolve(articles));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(resolve_actors)->RangeMultiplier(2)->Range(12500, 100000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
