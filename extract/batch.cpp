#include "extract/batch.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kArticlesPerThread = 4;

/// @tparam Extractor  PropositionExtractor or OpenTupleExtractor.
template <typename Extractor>
class Batch {
  using Result = decltype(std::declval<const Extractor&>().extract(std::declval<Article>()));

  /// One article on its way, or why there is none.
  struct Item {
    std::optional<Article> article;
    std::optional<Result> extraction;
    std::optional<BatchFailure> failure;
    std::uint64_t bytes = 0;  ///< of input, up to its end
  };
  using ItemPointer = std::shared_ptr<Item>;  // TBB copies what flows

 public:
  Batch(ArticleReader& reader, const Extractor& extractor, const BatchListener& listener)
      : reader_(reader), extractor_(extractor), listener_(listener) {}

  BatchSummary run(unsigned threads) {
    const int count = threads == 0 ? tbb::this_task_arena::max_concurrency()
                                   : static_cast<int>(std::min(threads, 1024U));
    // The arena bounds this pipeline; TBB's own limit, the number of cores, must allow for it.
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(count));
    tbb::task_arena arena(count);
    arena.execute([&] {
      tbb::parallel_pipeline(
          static_cast<std::size_t>(count) * kArticlesPerThread,
          tbb::make_filter<void, ItemPointer>(tbb::filter_mode::serial_in_order,
                                              [this](tbb::flow_control& flow) {
                                                ItemPointer item = read();
                                                if (!item) flow.stop();
                                                return item;
                                              }) &
              tbb::make_filter<ItemPointer, ItemPointer>(tbb::filter_mode::parallel,
                                                         [this](ItemPointer item) {
                                                           extract(*item);
                                                           return item;
                                                         }) &
              tbb::make_filter<ItemPointer, void>(
                  tbb::filter_mode::serial_in_order,
                  [this](const ItemPointer& item) { hand_on(*item); }));
    });
    summary_.ignored = reader_.ignored();
    return std::move(summary_);
  }

 private:
  /// The next article; nullptr at the end.
  ItemPointer read() {
    auto item = std::make_shared<Item>();
    if (listener_.stop) {
      const std::lock_guard lock(listening_);
      if (listener_.stop()) {
        summary_.stopped = true;
        return nullptr;
      }
    }
    try {
      item->article = reader_.next();
      if (!item->article) return nullptr;
    } catch (const Error& error) {
      item->failure = BatchFailure{reader_.source(), error.what()};
    } catch (const std::bad_alloc&) {
      item->failure = out_of_memory(reader_.source());
    }
    item->bytes = reader_.bytes();
    if constexpr (std::is_same_v<Extractor, PropositionExtractor>) {
      if (item->article && listener_.skip) {
        const ArticleHeader header = header_of(*item->article, extractor_.fingerprint());
        const std::lock_guard lock(listening_);
        if (listener_.skip(header)) item->article.reset();
      }
    }
    return item;
  }

  void extract(Item& item) const {
    if (!item.article) return;
    const std::string source = item.article->source;
    try {
      item.extraction = extractor_.extract(*item.article);
    } catch (const std::bad_alloc&) {
      item.failure = out_of_memory(source);
    } catch (const std::exception& error) {
      item.failure = BatchFailure{source, source + ": " + error.what()};
    }
    item.article.reset();
  }

  static BatchFailure out_of_memory(const std::string& source) {
    return {source, source + ": not enough memory for this article"};
  }

  void hand_on(Item& item) {
    const std::lock_guard lock(listening_);
    BatchProgress& counts = summary_.counts;
    counts.bytes = item.bytes;
    if (item.failure) {
      ++counts.failed;
      if (summary_.failures.size() < kMostFailuresKept) summary_.failures.push_back(*item.failure);
      if (listener_.on_failure) listener_.on_failure(*item.failure);
    } else if (item.extraction) {
      ++counts.articles;
      counts.sentences += item.extraction->sentences.size();
      counts.tokens += item.extraction->tokens;
      if constexpr (std::is_same_v<Result, Extraction>) {
        counts.propositions += item.extraction->propositions.size();
        counts.unresolved += item.extraction->unresolved;
        if (listener_.on_extraction) listener_.on_extraction(std::move(*item.extraction));
      } else {
        counts.propositions += item.extraction->tuples.size();
        if (listener_.on_tuples) listener_.on_tuples(std::move(*item.extraction));
      }
    } else {
      ++counts.skipped;
    }
    if (listener_.on_progress) listener_.on_progress(counts);
  }

  ArticleReader& reader_;
  const Extractor& extractor_;
  const BatchListener& listener_;
  std::mutex listening_;  ///< the first and the last filter both call the listener
  BatchSummary summary_;
};

}  // namespace

BatchSummary extract_articles(ArticleReader& reader, const PropositionExtractor& extractor,
                              const BatchListener& listener, unsigned threads) {
  return Batch<PropositionExtractor>(reader, extractor, listener).run(threads);
}

BatchSummary extract_articles(ArticleReader& reader, const OpenTupleExtractor& extractor,
                              const BatchListener& listener, unsigned threads) {
  return Batch<OpenTupleExtractor>(reader, extractor, listener).run(threads);
}

}  // namespace newsgraph
