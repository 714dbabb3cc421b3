// Speed of the syntax layer on one core in words (as `wc -w` counts them) a second, on the text files named first.
//
// Usage: bench_syntax FILE... [--benchmark_...]   French articles; the model is loaded before.

#include <benchmark/benchmark.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

#include "fabula/lang/pack.hpp"
#include "fabula/syntax/analyzer.hpp"
#include "fabula/text/reader.hpp"

namespace {

using namespace fabula;

struct Input {
  std::vector<text::Article> articles;
  std::vector<text::Doc> segmented, tagged;
  double words = 0;
};

const lang::Pack& pack() {
  static const lang::Pack loaded = lang::Pack::load(FABULA_LANG_DIR "/fr");
  return loaded;
}

text::Article article(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  return text::read_text(bytes, file, pack());
}

const syntax::Analyzer& analyzer() {
  static const auto loaded = syntax::Analyzer::load(pack());
  return loaded;
}

Input& input() {
  static Input all;
  return all;
}

void add(const std::string& file) {
  Input& all = input();
  all.articles.push_back(article(file));
  std::istringstream words(std::string(all.articles.back().text.utf8()));
  all.words += static_cast<double>(std::distance(std::istream_iterator<std::string>(words), {}));
  text::Doc doc;
  doc.article = all.articles.back();
  analyzer().segment(doc);
  all.segmented.push_back(doc);
  analyzer().tag(doc);
  all.tagged.push_back(doc);
}

void count(benchmark::State& state) {
  state.counters["words"] =
      benchmark::Counter(input().words * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(syntax::Analyzer::load(pack()));
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void tokenize(benchmark::State& state) {
  for (auto _ : state)
    for (const text::Article& a : input().articles) {
      text::Doc doc;
      doc.article = a;
      analyzer().segment(doc);
      benchmark::DoNotOptimize(doc);
    }
  count(state);
}
BENCHMARK(tokenize)->Unit(benchmark::kMillisecond);

void tag(benchmark::State& state) {
  for (auto _ : state)
    for (text::Doc doc : input().segmented) analyzer().tag(doc);
  count(state);
}
BENCHMARK(tag)->Unit(benchmark::kMillisecond);

void parse(benchmark::State& state) {
  for (auto _ : state)
    for (text::Doc doc : input().tagged) analyzer().parse(doc);
  count(state);
}
BENCHMARK(parse)->Unit(benchmark::kMillisecond);

// All together is less than the sum: tags and trees share the first layer.
void tokenize_tag_parse(benchmark::State& state) {
  for (auto _ : state)
    for (const text::Article& a : input().articles) benchmark::DoNotOptimize(analyzer().analyze(a));
  count(state);
}
BENCHMARK(tokenize_tag_parse)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc < 2) return std::cerr << "usage: bench_syntax FILE... [--benchmark_...]\n", 2;
  for (int i = 1; i < argc; ++i) add(argv[i]);
  benchmark::RunSpecifiedBenchmarks();
}
