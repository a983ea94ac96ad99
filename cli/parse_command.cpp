#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/model_option.hpp"
#include "extract/article/limits.hpp"
#include "extract/article/text_encoding.hpp"
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

/// Numbers the sentences of all files, so that ids differ even where file names do not.
class SentenceIds {
 public:
  /// "name-1": `name` without what may not stand in an id.
  std::string next(std::string name) {
    for (char& c : name) {
      if (static_cast<unsigned char>(c) <= ' ' || c == '/') c = '_';
    }
    return name + "-" + std::to_string(++count_);
  }

 private:
  std::uint64_t count_ = 0;
};

std::string read_text(std::istream& in, const std::string& source) {
  std::string bytes;
  std::array<char, 64 * 1024> buffer;
  while (bytes.size() <= kMostText) {
    in.read(buffer.data(), buffer.size());
    if (in.gcount() == 0) break;
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (bytes.size() > kMostText) {
    throw ParseError(source, 0,
                     "over " + std::to_string(kMostText / 1024 / 1024) +
                         " MiB of text; expected one article: split it");
  }
  return clean_text(bytes, source);
}

void parse_text(const LanguageEngine& engine, std::istream& in, const std::string& source,
                SentenceIds& ids) {
  Article article;
  article.text = read_text(in, source);
  article.blocks = paragraphs(article.text);
  const std::string name =
      in.rdbuf() == std::cin.rdbuf() ? "stdin" : std::filesystem::path(source).stem().string();
  std::vector<std::string> comments = {"# newdoc id = " + to_valid_utf8(fold_space(name))};
  for (const Sentence& sentence : engine.analyse(article)) {
    if (sentence.paragraph_start) comments.emplace_back("# newpar");
    comments.push_back("# sent_id = " + ids.next(to_valid_utf8(name)));
    comments.push_back("# text = " + text_of(sentence));
    write_conllu(sentence, comments, multiword_tokens(sentence), std::cout);
    comments.clear();
  }
}

/// Sentences are read together up to the next document, or to this many where none is marked.
constexpr std::size_t kMostSentences = 1000;

void parse_tokens(const LanguageEngine& engine, std::istream& in, const std::string& source) {
  ConlluReader reader(in, source);
  std::vector<Sentence> document;
  std::vector<ConlluSentence> read;  // their comments and ranges
  const auto flush = [&] {
    engine.annotate(document);
    for (std::size_t i = 0; i < document.size(); ++i) {
      write_conllu(document[i], read[i].comments, read[i].multiword, std::cout);
    }
    document.clear();
    read.clear();
  };
  try {
    for (ConlluSentence next; reader.next(next);) {
      if (next.new_document || read.size() == kMostSentences) flush();
      document.push_back(std::move(next.sentence));
      read.push_back(std::move(next));
    }
  } catch (const ParseError&) {
    flush();  // what stands before the fault
    throw;
  }
  flush();
}

/// Whether the file could be read.
bool parse_file(const LanguageEngine& engine, const Options& options, const std::string& file,
                SentenceIds& ids) {
  try {
    std::ifstream opened;
    if (file != "-") {
      opened.open(file, std::ios::binary);
      if (!opened) throw IoError(file + ": cannot be opened for reading");
    }
    std::istream& in = file == "-" ? std::cin : opened;
    const std::string source = file == "-" ? "<stdin>" : file;
    if (options.pretokenized) {
      parse_tokens(engine, in, source);
    } else {
      parse_text(engine, in, source, ids);
    }
    if (in.bad()) throw IoError(source + ": reading failed; is it a folder, or the disk damaged?");
    return true;
  } catch (const Error& error) {
    std::cerr << "newsgraph: " << error.what() << '\n';
    return false;
  }
}

int parse(const Options& options) {
  const LanguageEngine engine(find_models(), options.model);
  SentenceIds ids;
  std::size_t failed = 0;
  for (const std::string& file : options.files) {
    failed += parse_file(engine, options, file, ids) ? 0 : 1;
  }
  return failed == 0 ? kSuccess : failed == options.files.size() ? kFailure : kSomeFailed;
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
                    "Read CoNLL-U or IOB2 and keep its sentences, words and comments");
  add_model_option(*command, options->model);
  command->callback([options, &exit_code] { exit_code = parse(*options); });
}

}  // namespace newsgraph::cli
