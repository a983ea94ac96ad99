#include <chrono>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "cli/json_output.hpp"
#include "cli/merge_report.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "extract/batch.hpp"
#include "extract/extractor.hpp"
#include "graph/merge/merge.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

// So that a killed build loses little, and yet not every article costs a synchronised write.
constexpr std::uint64_t kArticlesAFlush = 100;
constexpr std::chrono::seconds kFlushInterval{1};

struct Options {
  ArticleInput input;
  std::string file;
  LeastConfidence least_confidence;
  bool refresh = false;
  bool json = false;
};

/// What became of the articles in the graph file.
struct StoreCounts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;  ///< a newer version took an older one's place, or was read anew
  std::uint64_t unchanged = 0;
  std::uint64_t outdated = 0;  ///< unchanged, but read by another version or model
  std::uint64_t older = 0;     ///< a newer version is there
};

/// Takes extractions into the graph file.
class StoreWriter {
 public:
  StoreWriter(GraphStore& store, bool refresh) : store_(store), refresh_(refresh) {}

  /// Whether `article` need not be extracted.
  bool skip(const ArticleHeader& article) {
    switch (store_.known(article)) {
      case GraphStore::Known::kNo:
        return false;
      case GraphStore::Known::kSame:
        ++counts_.unchanged;
        return true;
      case GraphStore::Known::kOutdated:
        if (!refresh_) ++counts_.outdated;
        return !refresh_;
      case GraphStore::Known::kOlder: {
        Extraction header_only;  // all that the history keeps
        header_only.article = article;
        add(header_only);
        return true;
      }
    }
    return false;
  }

  void add(const Extraction& extraction) {
    switch (store_.add(extraction)) {
      case GraphStore::Change::kAdded:
        ++counts_.added;
        break;
      case GraphStore::Change::kReplaced:
        ++counts_.replaced;
        break;
      case GraphStore::Change::kUnchanged:
        ++counts_.unchanged;
        break;
      case GraphStore::Change::kOlder:
        ++counts_.older;
        break;
    }
    const auto now = std::chrono::steady_clock::now();
    if (++since_flush_ < kArticlesAFlush && now - flushed_ < kFlushInterval) return;
    store_.flush();
    since_flush_ = 0;
    flushed_ = now;
  }

  const StoreCounts& counts() const { return counts_; }

 private:
  GraphStore& store_;
  bool refresh_;
  StoreCounts counts_;
  std::uint64_t since_flush_ = 0;
  std::chrono::steady_clock::time_point flushed_ = std::chrono::steady_clock::now();
};

void print_summary(const Options& options, const BatchSummary& summary, const StoreCounts& counts,
                   const MergeReport& merged, const std::optional<GraphStore::Size>& size,
                   double seconds) {
  std::ostream& out = std::cerr;
  const auto part = [](std::uint64_t count, const char* what) {
    return count == 0 ? std::string() : ", " + grouped_digits(count) + " " + what;
  };
  out << counted(counts.added, "article", "articles") << " added"
      << part(counts.replaced, "replaced") << part(counts.unchanged, "unchanged")
      << part(counts.older, "older than what is there") << part(summary.counts.failed, "failed")
      << part(summary.ignored, "other files left aside") << '\n';
  if (counts.outdated > 0) {
    out << counted(counts.outdated, "article was", "articles were")
        << " read by another version or model; --refresh reads them anew\n";
  }
  out << counted(summary.counts.sentences, "sentence", "sentences") << " and "
      << counted(summary.counts.propositions, "proposition", "propositions") << " read in "
      << clock_text(static_cast<std::uint64_t>(seconds)) << '\n';
  print_left_out(out, merged);
  if (size) {
    out << options.file << ": " << counted(size->articles, "article", "articles") << ", "
        << counted(size->entities, "node", "nodes") << ", "
        << counted(size->relations, "relation", "relations") << '\n';
  } else {
    out << options.file << ": stopped before the end; the same command goes on from here\n";
  }
}

void print_json(const Options& options, const BatchSummary& summary, const StoreCounts& counts,
                const MergeReport& merged, const std::optional<GraphStore::Size>& size,
                double seconds) {
  JsonOutput json;
  json.begin_object();
  json.field("file", options.file);
  json.count("read", summary.counts.articles).count("added", counts.added);
  json.count("replaced", counts.replaced).count("unchanged", counts.unchanged);
  json.count("outdated", counts.outdated).count("older", counts.older);
  json.count("failed", summary.counts.failed).count("ignored", summary.ignored);
  json.key("failures").begin_array();
  for (const BatchFailure& failure : summary.failures) {
    json.begin_object();
    json.field("source", failure.source).field("message", failure.message);
    json.end_object();
  }
  json.end_array();
  json.count("sentences", summary.counts.sentences).count("tokens", summary.counts.tokens);
  json.count("propositions", summary.counts.propositions);
  json.count("unresolved", summary.counts.unresolved).count("bytes", summary.counts.bytes);
  json.key("seconds").fraction(seconds);
  json.key("stopped").boolean(summary.stopped);
  if (size) {
    json.key("graph").begin_object();
    json.count("articles", size->articles).count("nodes", size->entities);
    json.count("relations", size->relations);
    write_left_out(json, merged);
    json.end_object();
  }
  json.end_object();
  json.finish(std::cout);
}

int run(const Options& options) {
  const std::unique_ptr<ArticleReader> reader = options.input.open();
  const std::unique_ptr<PropositionExtractor> extractor = make_rule_extractor(
      LanguageEngine(find_models(), options.input.model), CoreferenceModel(find_models()));
  GraphStore store(options.file, GraphStore::Access::kWrite);
  options.least_confidence.apply(store);
  StoreWriter writer(store, options.refresh);
  const StopRequest stop;
  Progress progress(!options.input.quiet, reader->total_bytes());
  const BatchListener listener{
      .skip = [&](const ArticleHeader& article) { return writer.skip(article); },
      .on_extraction = [&](Extraction&& extraction) { writer.add(extraction); },
      .on_failure = [&](const BatchFailure& failure) { progress.report(failure.message); },
      .on_progress = [&](const BatchProgress& counts) { progress.update(counts); },
      .stop = [&] { return stop.came(); }};
  const BatchSummary summary =
      extract_articles(*reader, *extractor, listener, options.input.threads);
  store.flush();
  std::optional<GraphStore::Size> size;
  MergeReport merged;
  if (!summary.stopped) {
    store.refresh(&merged);
    if (options.json || !options.input.quiet) size = store.size();
  }
  const double seconds = progress.seconds();
  progress.clear();
  if (options.json) print_json(options, summary, writer.counts(), merged, size, seconds);
  if (!options.input.quiet) print_summary(options, summary, writer.counts(), merged, size, seconds);
  return summary.stopped ? static_cast<int>(kSomeFailed) : exit_code_of(summary);
}

}  // namespace

void add_build(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand(
      "build", "Read articles into a graph file; what is there is not read again");
  options->input.declare(*command);
  command->add_option("-o,--output", options->file, "The graph file; made if it does not exist")
      ->required()
      ->type_name("FILE");
  options->least_confidence.declare(*command);
  command->add_flag("--refresh", options->refresh,
                    "Read anew what was read by another version or model");
  command->add_flag("--json", options->json, "Print the summary as JSON on standard output");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
