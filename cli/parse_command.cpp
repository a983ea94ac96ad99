#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/model_option.hpp"
#include "cli/plain_text.hpp"
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

void parse_text(const LanguageEngine& engine, std::istream& in, const std::string& source,
                SentenceIds& ids) {
  const Article article = read_plain_article(in, source);
  const std::string name = document_name(in, source);
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

int parse(const Options& options) {
  const LanguageEngine engine(find_models(), options.model);
  SentenceIds ids;
  return read_each(options.files, [&](std::istream& in, const std::string& source) {
    if (options.pretokenized) {
      parse_tokens(engine, in, source);
    } else {
      parse_text(engine, in, source, ids);
    }
  });
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
