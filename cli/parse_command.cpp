#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <vector>

#include "cli/command.hpp"
#include "cli/model_option.hpp"
#include "extract/base/error.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/language_engine.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  bool pretokenized = false;
  LanguageEngine::Model model = LanguageEngine::Model::kDefault;
};

/// The stretches of `text` between blank lines, as paragraphs.
std::vector<Block> paragraphs(const std::string& text) {
  std::vector<Block> blocks;
  constexpr const char* kBlank = " \t\r\n";
  std::size_t line = 0;
  while (line < text.size()) {
    std::size_t end = std::min(text.find('\n', line), text.size());
    const bool blank = text.find_first_not_of(kBlank, line) >= end;
    const bool joins = !blocks.empty() && blocks.back().span.end == line;
    // Until its next line is known, a block's end is the start of that line.
    const auto next = static_cast<std::uint32_t>(std::min(end + 1, text.size()));
    if (!blank && joins) {
      blocks.back().span.end = next;
    } else if (!blank) {
      blocks.push_back({BlockKind::kParagraph, {static_cast<std::uint32_t>(line), next}});
    }
    line = end + 1;
  }
  return blocks;
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return text;
}

void parse_text(const LanguageEngine& engine, std::istream& in) {
  Article article;
  article.text.assign(std::istreambuf_iterator<char>(in), {});
  article.blocks = paragraphs(article.text);
  for (const Sentence& sentence : engine.analyse(article)) {
    std::vector<std::string> comments;
    if (sentence.paragraph_start) comments.emplace_back("# newpar");
    const std::string text = article.text.substr(sentence.span.begin, sentence.span.size());
    comments.push_back("# text = " + one_line(text));
    write_conllu(sentence, comments, std::cout);
  }
}

void parse_tokens(const LanguageEngine& engine, std::istream& in, const std::string& source) {
  ConlluReader reader(in, source);
  std::vector<Sentence> document;
  std::vector<std::vector<std::string>> comments;
  const auto flush = [&] {
    engine.annotate(document);
    for (std::size_t i = 0; i < document.size(); ++i) {
      write_conllu(document[i], comments[i], std::cout);
    }
    document.clear();
    comments.clear();
  };
  for (ConlluSentence next; reader.next(next);) {
    if (next.new_document) flush();
    document.push_back(std::move(next.sentence));
    comments.push_back(std::move(next.comments));
  }
  flush();
}

int parse(const Options& options) {
  const LanguageEngine engine(find_models(), options.model);
  int exit_code = kSuccess;
  for (const std::string& file : options.files) {
    std::ifstream opened;
    if (file != "-") {
      opened.open(file, std::ios::binary);
      if (!opened) {
        std::cerr << "newsgraph: " << file << ": cannot be opened for reading\n";
        exit_code = kSomeFailed;
        continue;
      }
    }
    std::istream& in = file == "-" ? std::cin : opened;
    if (options.pretokenized) {
      parse_tokens(engine, in, file == "-" ? "<stdin>" : file);
    } else {
      parse_text(engine, in);
    }
  }
  return exit_code;
}

}  // namespace

void add_parse(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("parse", "Print sentences, words, trees and names of a text as CoNLL-U");
  command
      ->add_option("FILE", options->files,
                   "Plain text, a blank line behind each paragraph; - for standard input")
      ->required();
  command->add_flag("--pretokenized", options->pretokenized,
                    "Read CoNLL-U or IOB2 and keep its sentences and words");
  add_model_option(*command, options->model);
  command->callback([options, &exit_code] { exit_code = parse(*options); });
}

}  // namespace newsgraph::cli
