#include <benchmark/benchmark.h>

#include <random>

#include "fabula/graph/time_network.hpp"

namespace fabula::graph {
namespace {

/// A story of n events told roughly in order, with three constraints for each event: a date for every second, two orders of
/// near neighbours for each, one that lies within the next for every second; and now and then a claim that cannot hold.
TimeNetwork story(std::size_t n) {
  std::mt19937 random(1);
  TimeNetwork network(n);
  const auto day_of = [](std::size_t e) { return Day{std::chrono::days{15000 + static_cast<int>(e / 20)}}; };
  for (std::size_t e = 0; e < n; ++e) {
    if (e % 2 == 0) network.add({ConstraintKind::date, EventId(e), {}, {day_of(e), day_of(e) + std::chrono::days{3}}, {}});
    for (int k = 0; k < 2; ++k) {
      const std::size_t later = e + 60 + random() % 200;
      if (later < n) network.add({ConstraintKind::before, EventId(e), EventId(later), {}, {}});
    }
    if (e % 2 == 1 && e + 1 < n) network.add({ConstraintKind::during, EventId(e), EventId(e + 1), {}, {}});
    if (e % 10000 == 9999) {
      Grounds claim;
      claim.claimed_by = ActorId(0);
      network.add({ConstraintKind::before, EventId(e), EventId(e - 5000), {}, claim});
    }
  }
  return network;
}

void tighten(benchmark::State& state) {
  const TimeNetwork network = story(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(network.bounds(network.conflicts()));
  state.counters["constraints"] = static_cast<double>(network.constraints().size());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(tighten)->Arg(10000)->Arg(30000)->Arg(100000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace fabula::graph

BENCHMARK_MAIN();
