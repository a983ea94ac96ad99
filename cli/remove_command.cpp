#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "extract/base/error.hpp"
#include "graph/query/edit_distance.hpp"
#include "graph/query/folding.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  std::string article;
  bool quiet = false;
};

constexpr std::size_t kMostSuggestions = 5;

/// Keys like `wanted`: those that contain it, then those a few edits away, nearest first.
std::vector<std::string> suggestions(const std::vector<ArticleHeader>& articles,
                                     const std::string& wanted) {
  const std::string folded = fold_name(wanted);
  const std::uint32_t limit =
      1 + static_cast<std::uint32_t>(std::min<std::size_t>(folded.size() / 4, 8));
  std::vector<std::tuple<std::uint32_t, std::string>> near;
  for (const ArticleHeader& article : articles) {
    const std::string key = fold_name(article.key);
    if (!folded.empty() && key.find(folded) != std::string::npos) {
      near.emplace_back(0, article.key);
    } else if (const std::uint32_t distance = edit_distance(folded, key, limit);
               distance <= limit) {
      near.emplace_back(distance, article.key);
    }
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> keys;
  for (const auto& [distance, key] : near) {
    if (keys.size() < kMostSuggestions) keys.push_back(key);
  }
  return keys;
}

int run(const Options& options) {
  // Opening for writing would make the file.
  if (!std::filesystem::exists(options.file)) {
    throw IoError(options.file + ": there is no such file; nothing can be removed from it");
  }
  GraphStore store(options.file, GraphStore::Access::kWrite);
  const auto key = store.find_article(options.article);
  if (!key) {
    Terminal messages = Terminal::standard_error();
    messages.wrapped("newsgraph: " + options.file + " holds no article \"" + options.article +
                         "\"; expected its key, or its id (d_...)",
                     0, 2);
    const auto similar = suggestions(store.articles(), options.article);
    if (!similar.empty()) messages.line("Did you mean:");
    for (const std::string& one : similar) messages.line("  " + one);
    return kNotFound;
  }
  store.remove(*key);
  store.refresh();
  if (options.quiet) return kSuccess;
  const GraphStore::Size size = store.size();
  Terminal messages = Terminal::standard_error();
  messages.wrapped("removed " + *key);
  messages.wrapped(options.file + ": " + counted(size.articles, "article", "articles") + ", " +
                   counted(size.entities, "node", "nodes") + ", " +
                   counted(size.relations, "relation", "relations"));
  return kSuccess;
}

}  // namespace

void add_remove(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* const command = app.add_subcommand(
      "remove", "Take an article out of a graph file, with all that rests on it");
  command->add_option("file", options->file, "The graph file")->required()->type_name("FILE");
  command
      ->add_option("article", options->article,
                   "Its key (id, URL or path, as it was read), or its id in exports (d_...)")
      ->required()
      ->type_name("ARTICLE");
  command->add_flag("-q,--quiet", options->quiet, "No summary");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
