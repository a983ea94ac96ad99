#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/model_option.hpp"
#include "cli/plain_text.hpp"
#include "extract/article/text_encoding.hpp"
#include "extract/base/error.hpp"
#include "extract/coreference/coreference.hpp"
#include "extract/extractor.hpp"
#include "extract/language/conllu.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  bool pretokenized = false;
  LanguageEngine::Model model = LanguageEngine::Model::kDefault;
};

struct Models {
  LanguageEngine engine;
  CoreferenceModel coreference;
};

std::string_view kind_of(const NounPhrase& phrase) {
  if (phrase.pronoun == PronounClass::kRelative) return "relative";
  switch (phrase.kind) {
    case PhraseKind::kName:
      return "name";
    case PhraseKind::kPronoun:
      return "pronoun";
    case PhraseKind::kCoordination:
      return "coordination";
    case PhraseKind::kNominal:
      break;
  }
  return "nominal";
}

/// Prints the chains of one document as a line of JSON.
void write_chains(const std::string& name, const Document& document, const Coreference& found) {
  std::vector<std::uint32_t> first_word(document.size(), 0);
  for (std::uint32_t s = 1; s < document.size(); ++s) {
    first_word[s] = first_word[s - 1] + static_cast<std::uint32_t>(document.tree(s - 1).size());
  }
  std::vector<bool> sure(found.phrases.size(), true);
  for (const CoreferenceLink& link : found.links) sure[link.anaphor] = link.sure;
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  json.StartObject();
  json.Key("doc");
  json.String(name);
  json.Key("chains");
  json.StartArray();
  for (const std::vector<std::uint32_t>& chain : found.chains) {
    json.StartArray();
    for (const std::uint32_t index : chain) {
      const NounPhrase& phrase = found.phrases[index];
      const Tree& tree = document.tree(phrase.head.sentence);
      const auto word = [&](TokenIndex token) {
        return first_word[phrase.head.sentence] + static_cast<std::uint32_t>(token);
      };
      const Span span = {tree.token(phrase.begin).span.begin, tree.token(phrase.end - 1).span.end};
      json.StartObject();
      json.Key("words");
      json.StartArray();
      json.Uint(word(phrase.begin));
      json.Uint(word(phrase.end));
      json.EndArray();
      json.Key("head");
      json.Uint(word(phrase.head.token));
      json.Key("bytes");
      json.StartArray();
      json.Uint(span.begin);
      json.Uint(span.end);
      json.EndArray();
      json.Key("head_bytes");
      json.StartArray();
      json.Uint(tree.token(phrase.head.token).span.begin);
      json.Uint(tree.token(phrase.head.token).span.end);
      json.EndArray();
      json.Key("text");
      json.String(to_valid_utf8(span_text(document.article().text, span)));
      json.Key("kind");
      json.String(kind_of(phrase).data(), static_cast<rapidjson::SizeType>(kind_of(phrase).size()));
      json.Key("sure");
      json.Bool(sure[index]);
      json.EndObject();
    }
    json.EndArray();
  }
  json.EndArray();
  json.EndObject();
  std::cout << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
}

void resolve(const Models& models, const std::string& name, const Article& article,
             std::vector<Sentence> sentences) {
  Document document(article, std::move(sentences));
  const std::vector<Speech> speech = speech_of(find_quotations(document));
  const Coreference found = find_coreference(document, speech, models.coreference);
  write_chains(name, document, found);
}

/// The document that the comments of its first sentence name, or "name-1", "name-2", ...
std::string id_of(const ConlluSentence& first, const std::string& name, std::size_t number) {
  constexpr std::string_view kId = "# newdoc id = ";
  for (const std::string& comment : first.comments) {
    if (comment.starts_with(kId)) return comment.substr(kId.size());
  }
  return to_valid_utf8(name) + "-" + std::to_string(number);
}

/// A document that is longer is read in parts of this length, each by itself.
constexpr std::size_t kMostSentences = 10000;

/// The sentences of one document, put together into one text.
struct Words {
  Article article;
  std::vector<Sentence> sentences;

  void add(ConlluSentence read) {
    std::string& text = article.text;
    if (!text.empty()) text += read.new_paragraph ? '\n' : ' ';
    const auto shift = static_cast<std::uint32_t>(text.size());
    text += read.text;
    Sentence& sentence = read.sentence;
    for (Token& token : sentence.tokens) {
      token.span.begin += shift;
      token.span.end += shift;
    }
    sentence.span = {shift, static_cast<std::uint32_t>(text.size())};
    sentence.paragraph_start = read.new_paragraph;
    if (article.blocks.empty() || read.new_paragraph) {
      article.blocks.push_back({BlockKind::kParagraph, sentence.span});
    }
    article.blocks.back().span.end = sentence.span.end;
    sentence.names.clear();
    sentences.push_back(std::move(sentence));
  }
};

void resolve_words(const Models& models, std::istream& in, const std::string& source) {
  ConlluReader reader(in, source);
  Words words;
  std::string id;
  std::size_t documents = 0;
  std::size_t parts = 1;
  const auto flush = [&] {
    if (words.sentences.empty()) return;
    models.engine.annotate(words.sentences);
    resolve(models, id, words.article, std::move(words.sentences));
    words = {};
  };
  try {
    for (ConlluSentence next; reader.next(next);) {
      const bool full = words.sentences.size() == kMostSentences;
      if (next.new_document || full || words.sentences.empty()) {
        flush();
        parts = full && !next.new_document ? parts + 1 : 1;
        if (parts == 1) {
          id = id_of(next, document_name(in, source), ++documents);
        } else {
          id += "-" + std::to_string(parts);
        }
      }
      words.add(std::move(next));
    }
  } catch (const ParseError&) {
    flush();  // what stands before the fault
    throw;
  }
  flush();
}

int run(const Options& options) {
  const std::filesystem::path folder = find_models();
  const Models models = {LanguageEngine(folder, options.model), CoreferenceModel(folder)};
  return read_each(options.files, [&](std::istream& in, const std::string& source) {
    if (options.pretokenized) {
      resolve_words(models, in, source);
    } else {
      const Article article = read_plain_article(in, source);
      resolve(models, to_valid_utf8(document_name(in, source)), article,
              models.engine.analyse(article));
    }
  });
}

}  // namespace

void add_coreference(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "coreference", "Print which names, noun phrases and pronouns of a text are one, as JSON");
  command
      ->add_option("FILE", options->files,
                   "Plain text, a blank line behind each paragraph; - for standard input")
      ->required();
  command->add_flag("--pretokenized", options->pretokenized,
                    "Read CoNLL-U or IOB2 and keep its documents, sentences and words");
  add_model_option(*command, options->model);
  command->footer(
      "One line a document: {\"doc\": its name, \"chains\": [[mention, ...], ...]}. A mention has\n"
      "\"words\" [begin, end), counted from 0 through the document, and the word of its \"head\";\n"
      "\"bytes\" and \"head_bytes\", the same in bytes of the text; its \"text\"; its \"kind\": "
      "name,\n"
      "nominal, pronoun, relative or coordination; and whether its link is \"sure\" enough for "
      "the\n"
      "graph.");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
