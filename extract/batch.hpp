#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "extract/article/article_reader.hpp"
#include "extract/extractor.hpp"
#include "extract/open_tuple_extractor.hpp"

/// The batch loop, the only one there is: read, ask whether to skip, extract on all cores, hand on
/// in order, count, and report what failed without stopping.
namespace newsgraph {

/// An article that could not be read or extracted.
struct BatchFailure {
  std::string source;   ///< "feed.jsonl:12"
  std::string message;  ///< what, where and what to do; begins with the source
  friend bool operator==(const BatchFailure&, const BatchFailure&) = default;
};

/// Counts up to the article handed on last.
struct BatchProgress {
  std::uint64_t articles = 0;  ///< extracted
  std::uint64_t skipped = 0;
  std::uint64_t failed = 0;
  std::uint64_t sentences = 0;
  std::uint64_t tokens = 0;
  std::uint64_t propositions = 0;  ///< or tuples
  std::uint64_t unresolved = 0;    ///< propositions left out because a pronoun was not resolved
  std::uint64_t bytes = 0;         ///< of input, dealt with
  friend bool operator==(const BatchProgress&, const BatchProgress&) = default;
};

/// What the loop reports to. Calls come from several threads but never two at a time, and all but
/// `skip` and `stop` in the order of the input. An exception from any of them ends the batch and is
/// passed on.
struct BatchListener {
  /// Whether an article need not be extracted: it is there unchanged. Optional.
  std::function<bool(const ArticleHeader&)> skip;
  std::function<void(Extraction&&)> on_extraction;
  std::function<void(OpenExtraction&&)> on_tuples = nullptr;  ///< of an OpenTupleExtractor
  std::function<void(const BatchFailure&)> on_failure;        ///< optional
  std::function<void(const BatchProgress&)> on_progress;      ///< optional; behind every article
  /// Asked before each article; once true, no more are read, and those running are finished.
  std::function<bool()> stop;
};

struct BatchSummary {
  BatchProgress counts;
  std::vector<BatchFailure> failures;  ///< the first kMostFailuresKept; counts.failed counts all
  std::uint64_t ignored = 0;           ///< files left aside (ArticleReader::ignored)
  bool stopped = false;                ///< by BatchListener::stop
};

inline constexpr std::size_t kMostFailuresKept = 1000;

/// Runs all articles of `reader` through `extractor`.
///
/// The same calls in the same order for any number of threads (skip aside, which may be asked ahead
/// of earlier articles' extractions). At most four articles a thread are in memory.
/// @param threads  0 for one a core.
BatchSummary extract_articles(ArticleReader& reader, const PropositionExtractor& extractor,
                              const BatchListener& listener, unsigned threads = 0);

/// The same for Open IE tuples, which `on_tuples` gets in place of `on_extraction`; nothing is
/// skipped.
BatchSummary extract_articles(ArticleReader& reader, const OpenTupleExtractor& extractor,
                              const BatchListener& listener, unsigned threads = 0);

}  // namespace newsgraph
