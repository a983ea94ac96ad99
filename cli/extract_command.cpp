#include <cerrno>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "cli/article_input.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "extract/article/sentence_reader.hpp"
#include "extract/base/error.hpp"
#include "extract/batch.hpp"
#include "extract/extractor.hpp"
#include "extract/open_tuple_writer.hpp"
#include "extract/proposition/proposition_stream.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  ArticleInput input;
  std::string sentences;  ///< file of sentences, instead of articles
  std::string format = "jsonl";
  std::string out = "-";
};

/// Standard output or a file, of which every failure to write is an error.
class Output {
 public:
  explicit Output(const std::string& path) : name_(path == "-" ? "standard output" : path) {
    if (path == "-") return;
    errno = 0;
    file_ = std::make_unique<std::ofstream>(path, std::ios::binary | std::ios::trunc);
    if (!*file_) fail("cannot be written");
  }

  std::ostream& stream() { return file_ ? *file_ : std::cout; }

  void check() {
    if (!stream()) fail("writing failed");
  }

  void finish() {
    errno = 0;
    stream().flush();
    check();
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw IoError(name_ + ": " + what +
                  (errno == 0 ? std::string() : ": " + std::generic_category().message(errno)));
  }

  std::string name_;
  std::unique_ptr<std::ofstream> file_;
};

std::string summary_text(const BatchSummary& summary, double seconds) {
  const BatchProgress& counts = summary.counts;
  std::string text = counted(counts.articles, "article", "articles") + " read";
  if (counts.failed > 0) text += ", " + grouped_digits(counts.failed) + " failed";
  if (summary.ignored > 0)
    text += ", " + counted(summary.ignored, "other file", "other files") + " left aside";
  return text + "; " + counted(counts.sentences, "sentence", "sentences") + ", " +
         counted(counts.propositions, "proposition", "propositions") + " in " +
         clock_text(static_cast<std::uint64_t>(seconds)) +
         (summary.stopped ? "; stopped before the end" : "");
}

int run(const Options& options) {
  const bool open_ie = options.format.starts_with("oie-");
  const bool sentences = !options.sentences.empty();
  if (sentences && !open_ie) {
    throw CLI::ValidationError("--sentences", "expected --format oie-tsv or oie-binary with it");
  }
  if (sentences == !options.input.articles.empty()) {
    throw CLI::ValidationError("ARTICLES", sentences ? "expected articles or --sentences, not both"
                                                     : "required: files, folders, or -");
  }
  const std::unique_ptr<ArticleReader> reader =
      sentences ? open_sentences(options.sentences) : options.input.open();
  LanguageEngine engine(find_models(), options.input.model);
  const StopRequest stop;
  Output output(options.out);
  Progress progress(!options.input.quiet, reader->total_bytes());
  const bool readable = options.format == "text";
  const BatchListener listener{
      .skip = nullptr,
      .on_extraction =
          [&](Extraction&& extraction) {
            errno = 0;
            if (readable) {
              write_readable(extraction, output.stream());
            } else {
              write_extraction(extraction, output.stream());
            }
            output.check();
          },
      .on_tuples =
          [&](OpenExtraction&& extraction) {
            errno = 0;
            write_tuples(extraction, output.stream());
            output.check();
          },
      .on_failure = [&](const BatchFailure& failure) { progress.report(failure.message); },
      .on_progress = [&](const BatchProgress& counts) { progress.update(counts); },
      .stop = [&] { return stop.came(); }};
  const auto tuples = [&] {
    const OpenTupleExtractor extractor(
        std::move(engine), options.format == "oie-binary" ? TupleStyle::kBinary : TupleStyle::kNary,
        sentences ? OpenTupleExtractor::Tokens::kGiven : OpenTupleExtractor::Tokens::kFound);
    return extract_articles(*reader, extractor, listener, options.input.threads);
  };
  const auto propositions = [&] {
    const std::unique_ptr<PropositionExtractor> extractor =
        make_rule_extractor(std::move(engine), CoreferenceModel(find_models()));
    return extract_articles(*reader, *extractor, listener, options.input.threads);
  };
  const BatchSummary summary = open_ie ? tuples() : propositions();
  output.finish();
  progress.clear();
  // A text of one article into a pipe needs no summary; a corpus on a terminal does.
  if (!options.input.quiet) std::cerr << summary_text(summary, progress.seconds()) << '\n';
  return summary.stopped ? static_cast<int>(kSomeFailed) : exit_code_of(summary);
}

}  // namespace

void add_extract(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command =
      app.add_subcommand("extract", "Write what articles say as a stream of propositions");
  options->input.declare(*command);
  command
      ->add_option(
          "--format", options->format,
          "jsonl: the stream that merge reads; text: one triple a line, for people; "
          "oie-tsv: Open IE tuples of all arguments, as sentence, confidence, relation and "
          "arguments; oie-binary: the same of two arguments, in the sentence's words alone")
      ->check(CLI::IsMember({"jsonl", "text", "oie-tsv", "oie-binary"}))
      ->capture_default_str();
  command
      ->add_option("--sentences", options->sentences,
                   "Instead of articles, with an oie format: a file of one sentence a line, its "
                   "words apart, in Penn Treebank form (-LRB-, ``, ''), which the tuples keep; - "
                   "for standard input")
      ->type_name("FILE");
  command->get_option("articles")->required(false);
  command->add_option("-o,--output", options->out, "File to write; standard output if not given")
      ->type_name("FILE");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
