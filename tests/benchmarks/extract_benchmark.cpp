// How fast articles become propositions, on one core: sentences/s and MB/s of extract, and of the
// language analysis in it. Reads examples/articles, or what NEWSGRAPH_BENCHMARK_ARTICLES names.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <vector>

#include "extract/article/article_reader.hpp"
#include "extract/extractor.hpp"

namespace newsgraph {
namespace {

struct Corpus {
  std::vector<Article> articles;
  std::int64_t bytes = 0;
};

Corpus read_corpus() {
  const char* path = std::getenv("NEWSGRAPH_BENCHMARK_ARTICLES");
  const auto reader =
      open_articles({path != nullptr ? path : NEWSGRAPH_SOURCE_DIR "/examples/articles"}, {});
  Corpus corpus;
  while (std::optional<Article> article = reader->next()) {
    corpus.bytes += static_cast<std::int64_t>(article->text.size());
    corpus.articles.push_back(std::move(*article));
  }
  return corpus;
}

void report(benchmark::State& state, const Corpus& corpus, std::size_t sentences) {
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
  state.counters["sentences"] =
      benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate);
}

/// Text to sentences with tags, trees and names.
void analyse(benchmark::State& state) {
  const Corpus corpus = read_corpus();
  const LanguageEngine engine(find_models());
  std::size_t sentences = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : corpus.articles) sentences += engine.analyse(article).size();
  }
  report(state, corpus, sentences);
}
BENCHMARK(analyse)->Unit(benchmark::kMillisecond);

/// Text to propositions: all that `newsgraph extract` does but reading and writing.
void extract(benchmark::State& state) {
  const Corpus corpus = read_corpus();
  const auto extractor = make_rule_extractor(LanguageEngine(find_models()));
  std::size_t sentences = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : corpus.articles) {
      sentences += extractor->extract(article).sentences.size();
    }
  }
  report(state, corpus, sentences);
}
BENCHMARK(extract)->Unit(benchmark::kMillisecond);

/// What every start of the program costs.
void load_models(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    const LanguageEngine engine(find_models());
    benchmark::DoNotOptimize(&engine);
  }
}
BENCHMARK(load_models)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsgraph
