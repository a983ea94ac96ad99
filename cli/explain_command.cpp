#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/date_option.hpp"
#include "cli/explanation_report.hpp"
#include "cli/model_option.hpp"
#include "cli/terminal.hpp"
#include "extract/article/article_reader.hpp"
#include "extract/article/text_article.hpp"
#include "extract/base/error.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string text;
  std::string sentences;    ///< "3" or "3-5"; empty for all
  std::size_t article = 0;  ///< from 1; 0 for the first
  std::string published;
  LanguageEngine::Model model = LanguageEngine::Model::kDefault;
  bool json = false;
};

/// "3", "3-5".
std::optional<SentenceRange> range_from(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto number = [](std::string_view digits) -> std::size_t {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
  };
  SentenceRange range;
  range.first = number(text.substr(0, dash));
  range.last = dash == text.npos ? range.first : number(text.substr(dash + 1));
  if (range.first == 0 || range.last < range.first) return std::nullopt;
  return range;
}

std::string is_range(const std::string& text) {
  if (range_from(text)) return "";
  return "\"" + text + "\" is no sentence; expected a number from 1 on, or a range as 3-5";
}

/// What exists is a file, and so is a word without white space that no mark ends: a misspelt name.
bool is_file(const std::string& text) {
  std::error_code error;
  if (text == "-" || std::filesystem::exists(text, error)) return true;
  constexpr std::string_view kMarks[] = {".", "!", "?", "\"", "”", "。"};
  const bool ends = std::any_of(std::begin(kMarks), std::end(kMarks),
                                [&](std::string_view mark) { return text.ends_with(mark); });
  return !text.empty() && !ends && text.find_first_of(" \t\r\n") == text.npos;
}

/// The text of the command line: all of it is running text.
Article text_article(const std::string& text) {
  constexpr const char* kSource = "the sentence given";
  if (text.find_first_not_of(" \t\r\n") == text.npos) {
    throw ParseError(kSource, 0, "empty; expected e.g. newsgraph explain \"Keller left Oslo.\"");
  }
  Article article = read_text_article(text, kSource, "");
  const std::size_t begin = article.text.find_first_not_of(" \t\n");
  const std::size_t end = article.text.find_last_not_of(" \t\n") + 1;
  article.blocks = {{BlockKind::kParagraph,
                     {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}}};
  return article;
}

/// The article asked for of a file, folder or stream; earlier ones that are damaged do not matter.
std::optional<Article> article_from(const Options& options) {
  const std::unique_ptr<ArticleReader> reader = open_articles({options.text}, {});
  const std::size_t wanted = std::max<std::size_t>(options.article, 1);
  std::optional<Article> article;
  for (std::size_t n = 1; n <= wanted; ++n) {
    try {
      article = reader->next();
      if (!article) {
        std::cerr << "newsgraph: " << options.text << ": no article " << wanted << "; there "
                  << (n == 2 ? "is 1" : "are " + std::to_string(n - 1)) << ": --article\n";
        return std::nullopt;
      }
    } catch (const Error&) {
      if (n == wanted) throw;
    }
  }
  return article;
}

/// Which article it is: "feed.jsonl:2 · Keller stays away · 2024-05-01 · 12 sentences".
StyledText heading_of(const ArticleHeader& article, std::size_t sentences) {
  StyledText text(article.source, Style::kDim);
  for (const std::string& part : {article.title, article.published}) {
    if (!part.empty()) text.add(" · " + part, Style::kDim);
  }
  return text.add(" · " + counted(sentences, "sentence", "sentences"), Style::kDim);
}

int run(const Options& options) {
  const bool from_file = is_file(options.text);
  std::optional<Article> article = from_file ? article_from(options) : text_article(options.text);
  if (!article) return kNotFound;
  if (!options.published.empty()) article->published = options.published;
  const Explanation explanation = explain(LanguageEngine(find_models(), options.model),
                                          CoreferenceModel(find_models()), *article);
  const std::size_t count = explanation.sentences.size();
  if (count == 0) {
    throw ParseError(article->source, 0,
                     "no sentence; only running text is read, not titles, lists of links and the "
                     "like (extract reads the same)");
  }
  SentenceRange range{1, count};
  if (!options.sentences.empty()) range = *range_from(options.sentences);
  if (range.last > count) {
    std::cerr << "newsgraph: " << article->source << ": no sentence " << range.last << "; it has "
              << count << ": --sentence 1" << (count > 1 ? "-" + std::to_string(count) : "")
              << '\n';
    return kNotFound;
  }
  if (options.json) {
    write_explanation_json(explanation, range, std::cout);
  } else {
    Terminal terminal = Terminal::standard_output();
    if (from_file) {
      terminal.wrapped(heading_of(explanation.extraction.article, count));
      terminal.line();
    }
    print_explanation(explanation, range, terminal);
  }
  return kSuccess;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "explain",
      "How a sentence is read: its tree, mentions and propositions, and what was "
      "rejected and why");
  command
      ->add_option("TEXT", options->text,
                   "Sentences in quotes, a file with an article, or - for standard input")
      ->required();
  command
      ->add_option("--sentence", options->sentences,
                   "Sentence of the article, from 1, or a range as 3-5; all if not given")
      ->check(is_range, "N|N-M");
  command
      ->add_option("--article", options->article,
                   "Article of a file that holds several, from 1; the first if not given")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 30));
  command
      ->add_option("--published", options->published,
                   "When the text was published: what \"on Friday\" is relative to")
      ->check(is_date, "DATE");
  add_model_option(*command, options->model);
  command->add_flag("--json", options->json, "Print JSON (schemas/explanation.schema.json)");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
