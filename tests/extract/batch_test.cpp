#include "extract/batch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "extract/base/error.hpp"

namespace newsgraph {
namespace {

using testing::ElementsAre;

/// Gives article i for the i-th letter of a script: 'a' an article, '!' an error, 'm' one that the
/// extractor fails on.
class ScriptedReader : public ArticleReader {
 public:
  explicit ScriptedReader(std::string script) : script_(std::move(script)) {}

  std::optional<Article> next() override {
    if (at_ == script_.size()) return std::nullopt;
    const char step = script_[at_++];
    if (step == '!') throw ParseError(source(), 0, "unreadable");
    Article article;
    article.key = std::to_string(at_);
    article.source = source();
    article.text = std::string(1, step);
    return article;
  }
  std::string source() const override { return "script:" + std::to_string(at_); }
  std::uint64_t bytes() const override { return at_ * 10; }
  std::optional<std::uint64_t> total_bytes() const override { return script_.size() * 10; }
  std::uint64_t ignored() const override { return 3; }

 private:
  std::string script_;
  std::size_t at_ = 0;
};

/// One sentence an article and two propositions; later articles take less long, so that an order
/// that is not kept shows.
class FakeExtractor : public PropositionExtractor {
 public:
  Extraction extract(const Article& article) const override {
    if (article.text == "m") throw std::runtime_error("no parse");
    const int number = std::stoi(article.key);
    std::this_thread::sleep_for(std::chrono::microseconds(number % 7 == 0 ? 900 : 10));
    Extraction extraction;
    extraction.article.key = article.key;
    extraction.sentences.resize(1);
    extraction.propositions.resize(2);
    extraction.tokens = 5;
    extraction.unresolved = 1;
    ++calls;
    return extraction;
  }
  const std::string& fingerprint() const override { return fingerprint_; }

  mutable std::atomic<int> calls = 0;

 private:
  std::string fingerprint_ = "fake-1";
};

/// All that the loop reports, in order.
struct Log {
  std::string text;
  BatchListener listener() {
    return {.skip = nullptr,
            .on_extraction = [this](Extraction&& e) { text += e.article.key + " "; },
            .on_failure = [this](const BatchFailure& f) { text += "[" + f.message + "] "; },
            .on_progress =
                [this](const BatchProgress& p) { text += std::to_string(p.bytes / 10) + ", "; },
            .stop = nullptr};
  }
};

TEST(Batch, HandsOnInOrderForAnyNumberOfThreads) {
  std::string script;
  for (int i = 0; i < 300; ++i) script += i % 11 == 0 ? '!' : i % 13 == 0 ? 'm' : 'a';
  std::string expected;
  BatchSummary expected_summary;
  for (const unsigned threads : {1U, 2U, 5U, 0U}) {
    ScriptedReader reader(script);
    const FakeExtractor extractor;
    Log log;
    const BatchSummary summary = extract_articles(reader, extractor, log.listener(), threads);
    if (expected.empty()) {
      expected = log.text;
      expected_summary = summary;
    }
    EXPECT_EQ(log.text, expected) << threads;
    EXPECT_EQ(summary.counts, expected_summary.counts) << threads;
    EXPECT_EQ(summary.failures, expected_summary.failures) << threads;
  }
}

TEST(Batch, CountsAndGoesOnBehindWhatFails) {
  ScriptedReader reader("a!ma");
  const FakeExtractor extractor;
  Log log;
  const BatchSummary summary = extract_articles(reader, extractor, log.listener(), 2);
  EXPECT_EQ(log.text, "1 1, [script:2: unreadable] 2, [script:3: no parse] 3, 4 4, ");
  EXPECT_EQ(summary.counts, (BatchProgress{.articles = 2,
                                           .skipped = 0,
                                           .failed = 2,
                                           .sentences = 2,
                                           .tokens = 10,
                                           .propositions = 4,
                                           .unresolved = 2,
                                           .bytes = 40}));
  EXPECT_THAT(summary.failures, ElementsAre(BatchFailure{"script:2", "script:2: unreadable"},
                                            BatchFailure{"script:3", "script:3: no parse"}));
  EXPECT_EQ(summary.ignored, 3U);
  EXPECT_FALSE(summary.stopped);
}

TEST(Batch, DoesNotExtractWhatIsSkipped) {
  ScriptedReader reader("aaaa");
  const FakeExtractor extractor;
  Log log;
  BatchListener listener = log.listener();
  listener.skip = [](const ArticleHeader& header) {
    EXPECT_EQ(header.fingerprint, "fake-1");
    return header.key == "2" || header.key == "3";
  };
  const BatchSummary summary = extract_articles(reader, extractor, listener, 2);
  EXPECT_EQ(log.text, "1 1, 2, 3, 4 4, ");
  EXPECT_EQ(summary.counts.skipped, 2U);
  EXPECT_EQ(extractor.calls, 2);
}

TEST(Batch, FinishesWhatRunsWhenItIsStopped) {
  ScriptedReader reader(std::string(1000, 'a'));
  const FakeExtractor extractor;
  Log log;
  BatchListener listener = log.listener();
  int asked = 0;
  listener.stop = [&] { return ++asked > 20; };
  const BatchSummary summary = extract_articles(reader, extractor, listener, 4);
  EXPECT_TRUE(summary.stopped);
  EXPECT_EQ(summary.counts.articles, 20U);
  EXPECT_EQ(extractor.calls, 20);
}

TEST(Batch, PassesOnWhatItsListenerThrows) {
  for (const unsigned threads : {1U, 4U}) {
    ScriptedReader reader(std::string(200, 'a'));
    const FakeExtractor extractor;
    BatchListener listener;
    int written = 0;
    listener.on_extraction = [&](Extraction&&) {
      if (++written == 3) throw IoError("graph.ngraph: disk full");
    };
    EXPECT_THROW(extract_articles(reader, extractor, listener, threads), IoError);
    EXPECT_EQ(written, 3);
  }
}

TEST(Batch, NeverCallsItsListenerTwiceAtATime) {
  ScriptedReader reader(std::string(500, 'a'));
  const FakeExtractor extractor;
  std::atomic<int> inside = 0;
  std::atomic<bool> twice = false;
  const auto enter = [&] {
    if (++inside > 1) twice = true;
    std::this_thread::yield();
    --inside;
  };
  BatchListener listener;
  listener.skip = [&](const ArticleHeader&) { return enter(), false; };
  listener.on_extraction = [&](Extraction&&) { enter(); };
  listener.on_progress = [&](const BatchProgress&) { enter(); };
  listener.stop = [&] { return enter(), false; };
  extract_articles(reader, extractor, listener, 4);
  EXPECT_FALSE(twice);
}

TEST(Batch, KeepsABoundedNumberOfFailures) {
  ScriptedReader reader(std::string(3000, '!'));
  const FakeExtractor extractor;
  const BatchSummary summary = extract_articles(reader, extractor, {}, 2);
  EXPECT_EQ(summary.counts.failed, 3000U);
  EXPECT_EQ(summary.failures.size(), kMostFailuresKept);
}

TEST(Batch, ReadsNothingAsNothing) {
  ScriptedReader reader("");
  const FakeExtractor extractor;
  EXPECT_EQ(extract_articles(reader, extractor, {}, 0).counts, BatchProgress{});
}

}  // namespace
}  // namespace newsgraph
