// How fast articles become propositions, on one core: sentences/s, tokens/s and MB/s of extract, of
// the language analysis in it and of the network in that, with each version of its kernels. Reads
// examples/articles, or what NEWSGRAPH_BENCHMARK_ARTICLES names.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "extract/article/article_reader.hpp"
#include "extract/extractor.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/neural/network.hpp"
#include "extract/proposition/proposition_finder.hpp"

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

std::size_t count_tokens(const std::vector<Sentence>& sentences) {
  std::size_t tokens = 0;
  for (const Sentence& sentence : sentences) tokens += sentence.tokens.size();
  return tokens;
}

/// Text to sentences with tags, trees and names.
void analyse(benchmark::State& state, LanguageEngine::Model model) {
  const Corpus corpus = read_corpus();
  const LanguageEngine engine(find_models(), model);
  std::size_t sentences = 0;
  std::size_t tokens = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const Article& article : corpus.articles) {
      const std::vector<Sentence> found = engine.analyse(article);
      sentences += found.size();
      tokens += count_tokens(found);
    }
  }
  report(state, corpus, sentences);
  state.counters["tokens"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(analyse, default, LanguageEngine::Model::kDefault)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyse, fast, LanguageEngine::Model::kFast)->Unit(benchmark::kMillisecond);

/// The network alone: tags, trees and names of sentences of tokens.
void annotate(benchmark::State& state, const Kernels* kernels) {
  const LanguageEngine engine(find_models());
  const ModelFile file(find_models() / "network.model", "network");
  const Network network(file, *kernels);
  std::vector<std::vector<Sentence>> documents;
  for (const Article& article : read_corpus().articles) {
    documents.push_back(engine.analyse(article));
  }
  std::size_t tokens = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (std::vector<Sentence>& sentences : documents) {
      network.annotate(sentences);
      tokens += count_tokens(sentences);
    }
  }
  state.counters["tokens"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
const bool each_version = [] {
  for (const Kernels* kernels : available_kernels()) {
    benchmark::RegisterBenchmark(("annotate/" + std::string(kernels->name)).c_str(), annotate,
                                 kernels)
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

/// Sentences to coreference chains, with the mentions that these need, and to propositions.
void interpret(benchmark::State& state, bool with_propositions) {
  const Corpus corpus = read_corpus();
  const LanguageEngine engine(find_models());
  const CoreferenceModel model(find_models());
  std::vector<std::vector<Sentence>> analysed;
  for (const Article& article : corpus.articles) analysed.push_back(engine.analyse(article));
  std::size_t tokens = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
      Document document(corpus.articles[i], analysed[i]);
      const std::vector<Quotation> quotations = find_quotations(document);
      resolve_coreference(document, speech_of(quotations), model);
      if (with_propositions) benchmark::DoNotOptimize(find_propositions(document, quotations));
      tokens += count_tokens(analysed[i]);
    }
  }
  state.counters["tokens"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(interpret, coreference, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(interpret, propositions, true)->Unit(benchmark::kMillisecond);

/// Text to propositions: all that `newsgraph extract` does but reading and writing.
void extract(benchmark::State& state) {
  const Corpus corpus = read_corpus();
  const auto extractor =
      make_rule_extractor(LanguageEngine(find_models()), CoreferenceModel(find_models()));
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
