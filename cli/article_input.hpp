#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "extract/article/article_reader.hpp"
#include "extract/batch.hpp"
#include "extract/language/language_engine.hpp"

/// What `build` and `extract` share: the articles named on the command line, and reporting on them.
namespace newsgraph::cli {

struct ArticleInput {
  std::vector<std::string> articles;
  std::string format;    ///< a name of input_formats(); empty to guess
  unsigned threads = 0;  ///< 0: one a core
  LanguageEngine::Model model = LanguageEngine::Model::kDefault;
  bool quiet = false;

  /// Declares ARTICLES, --input-format, --threads, --model and --quiet on `command`.
  void declare(CLI::App& command);

  std::unique_ptr<ArticleReader> open() const;
};

/// Asks a running batch to stop at SIGINT or SIGTERM instead of dying; a second one kills. Also
/// makes writing into a closed pipe an error that can be reported instead of a silent death.
class StopRequest {
 public:
  StopRequest();
  ~StopRequest();
  StopRequest(const StopRequest&) = delete;
  StopRequest& operator=(const StopRequest&) = delete;

  /// Whether one has come.
  bool came() const;
};

/// What the program returns for a batch: kSomeFailed if some articles failed, kFailure if nothing
/// else was read.
int exit_code_of(const BatchSummary& summary);

}  // namespace newsgraph::cli
