#include "cli/article_input.hpp"

#include <algorithm>
#include <csignal>

#include "cli/command.hpp"
#include "cli/model_option.hpp"

namespace newsgraph::cli {
namespace {

volatile std::sig_atomic_t stop_signals = 0;

extern "C" void note_signal(int signal) {
  stop_signals = 1;
  std::signal(signal, SIG_DFL);  // the next one kills
}

}  // namespace

void ArticleInput::declare(CLI::App& command) {
  std::vector<std::string> names;
  std::string endings;
  for (const InputFormatName& row : input_formats()) {
    names.emplace_back(row.name);
    for (const std::string_view ending : row.extensions) {
      endings += (endings.empty() ? "" : ", ") + std::string(ending);
    }
  }
  command
      .add_option("articles", articles,
                  "Files, folders (their " + endings + " files), or - for standard input")
      ->required()
      ->type_name("ARTICLES");
  command
      .add_option("--input-format", format,
                  "Form of standard input and of files given by name; guessed if not given")
      ->check(CLI::IsMember(names));
  command.add_option("--threads", threads, "Threads to extract on; one a core if not given")
      ->check(CLI::Range(1, 1024));
  add_model_option(command, model);
  command.add_flag("-q,--quiet", quiet, "No progress and no summary, only what failed");
}

std::unique_ptr<ArticleReader> ArticleInput::open() const {
  ReadOptions options;
  for (const InputFormatName& row : input_formats()) {
    if (row.name == format) options.format = row.format;
  }
  return open_articles(articles, options);
}

StopRequest::StopRequest() {
  stop_signals = 0;
  std::signal(SIGINT, note_signal);
  std::signal(SIGTERM, note_signal);
  std::signal(SIGPIPE, SIG_IGN);
}

StopRequest::~StopRequest() {
  for (const int signal : {SIGINT, SIGTERM, SIGPIPE}) std::signal(signal, SIG_DFL);
}

bool StopRequest::came() const { return stop_signals != 0; }

int exit_code_of(const BatchSummary& summary) {
  if (summary.counts.failed == 0) return kSuccess;
  return summary.counts.articles + summary.counts.skipped == 0 ? kFailure : kSomeFailed;
}

}  // namespace newsgraph::cli
