#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/json_output.hpp"
#include "cli/merge_report.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "extract/base/error.hpp"
#include "extract/proposition/proposition_stream.hpp"
#include "graph/merge/merge.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::vector<std::string> streams;
  std::string file;
  LeastConfidence least_confidence;
  bool quiet = false;
  bool json = false;
};

struct Counts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t older = 0;
  std::uint64_t failed = 0;  ///< articles cut off or damaged, and streams that cannot be opened

  std::uint64_t read() const { return added + replaced + unchanged + older; }
};

/// Reads streams into the graph file, counts, and reports what fails without stopping.
class StreamMerger {
 public:
  StreamMerger(GraphStore& store, bool quiet) : store_(store), progress_(!quiet, std::nullopt) {}

  void read(const std::string& name) {
    if (name == "-") {
      read(std::cin, "<stdin>");
      return;
    }
    std::ifstream in(name, std::ios::binary);
    // A folder opens, but gives nothing.
    if (!in || (in.peek() == std::ifstream::traits_type::eof() && !in.eof())) {
      fail(name + ": cannot be read: " + std::strerror(errno == 0 ? EISDIR : errno) +
           "; expected a stream that newsgraph extract has written");
      return;
    }
    in.clear();
    read(in, name);
  }

  Counts finish() {
    progress_.clear();
    return counts_;
  }

  double seconds() const { return progress_.seconds(); }

 private:
  void read(std::istream& in, const std::string& source) {
    read_extractions(
        in, source,
        {.on_article = [&](Extraction&& extraction) { add(extraction); },
         .on_error = [&](const std::string&, const std::string& message) { fail(message); }});
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
    read_.articles = counts_.read();
    read_.sentences += extraction.sentences.size();
    read_.propositions += extraction.propositions.size();
    progress_.update(read_);
  }

  void fail(const std::string& message) {
    ++counts_.failed;
    progress_.report(message);
  }

  GraphStore& store_;
  Progress progress_;
  Counts counts_;
  BatchProgress read_;
};

std::string part(std::uint64_t count, const char* what) {
  return count == 0 ? std::string() : ", " + grouped_digits(count) + ' ' + what;
}

void print_summary(const Options& options, const Counts& counts, const MergeReport& merged,
                   const GraphStore::Size& size, double seconds) {
  std::cerr << counted(counts.added, "article", "articles") << " added"
            << part(counts.replaced, "replaced") << part(counts.unchanged, "unchanged")
            << part(counts.older, "older than what is there") << part(counts.failed, "failed")
            << '\n';
  print_left_out(std::cerr, merged);
  std::cerr << options.file << ": " << counted(size.articles, "article", "articles") << ", "
            << counted(size.entities, "node", "nodes") << ", "
            << counted(size.relations, "relation", "relations") << " in "
            << clock_text(static_cast<std::uint64_t>(seconds)) << '\n';
}

void print_json(const Options& options, const Counts& counts, const MergeReport& merged,
                const GraphStore::Size& size, double seconds) {
  JsonOutput json;
  json.begin_object();
  json.field("file", options.file).count("read", counts.read()).count("added", counts.added);
  json.count("replaced", counts.replaced).count("unchanged", counts.unchanged);
  json.count("older", counts.older).count("failed", counts.failed);
  json.key("seconds").fraction(seconds);
  json.key("graph").begin_object();
  json.count("articles", size.articles).count("nodes", size.entities);
  json.count("relations", size.relations).count("statements", size.statements);
  json.count("claims", size.claims);
  write_left_out(json, merged);
  json.end_object();
  json.end_object();
  json.finish(std::cout);
}

int run(const Options& options) {
  GraphStore store(options.file, GraphStore::Access::kWrite);
  options.least_confidence.apply(store);
  StreamMerger merger(store, options.quiet);
  for (const std::string& stream : options.streams) merger.read(stream);
  const Counts counts = merger.finish();
  MergeReport merged;
  store.refresh(&merged);
  if (options.json) print_json(options, counts, merged, store.size(), merger.seconds());
  if (!options.quiet) print_summary(options, counts, merged, store.size(), merger.seconds());
  if (counts.failed == 0) return kSuccess;
  return counts.read() == 0 ? kFailure : kSomeFailed;
}

}  // namespace

void add_merge(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand(
      "merge", "Merge streams of propositions into a graph file; what is there is kept");
  command
      ->add_option(
          "streams", options->streams,
          "Files that newsgraph extract has written, or - for standard input; without any, the "
          "graph file is only brought up to date")
      ->type_name("STREAM");
  command->add_option("-o,--output", options->file, "The graph file; made if it does not exist")
      ->required()
      ->type_name("FILE");
  options->least_confidence.declare(*command);
  command->add_flag("-q,--quiet", options->quiet, "No progress and no summary, only what failed");
  command->add_flag("--json", options->json, "Print the summary as JSON on standard output");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
