#include "extract/language/language_engine.hpp"

#include <cstdlib>
#include <system_error>
#include <utility>

#include "extract/base/error.hpp"
#include "extract/base/hash.hpp"
#include "extract/language/dependency_parser.hpp"
#include "extract/language/lemmatizer.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/morphology.hpp"
#include "extract/language/name_recognizer.hpp"
#include "extract/language/name_repair.hpp"
#include "extract/language/sentence_splitter.hpp"
#include "extract/language/tagger.hpp"
#include "extract/language/tokenizer.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {
namespace {

/// To be raised with every change of this folder's code that changes an output.
constexpr std::string_view kCodeVersion = "language-3";

}  // namespace

/// The models and the stages that read them. Files come first: the stages point into them.
struct LanguageEngine::Impl {
  explicit Impl(const std::filesystem::path& models)
      : sentence_file(models / "sentences.model", "sentences"),
        word_file(models / "words.model", "words"),
        tagger_file(models / "tagger.model", "tagger"),
        lemma_file(models / "lemmas.model", "lemmas"),
        parser_file(models / "parser.model", "parser"),
        name_file(models / "names.model", "names"),
        splitter(sentence_file),
        words(word_file.section("table"), word_file.path()),
        tagger(tagger_file),
        lemmatizer(lemma_file),
        morphology(lemma_file),
        parser(parser_file),
        recognizer(name_file) {
    std::string checksums(kCodeVersion);
    for (const ModelFile* file :
         {&sentence_file, &word_file, &tagger_file, &lemma_file, &parser_file, &name_file}) {
      checksums += '-' + to_hex(file->checksum());
    }
    fingerprint = to_hex(sha256_64(checksums));
  }

  void annotate(Sentence& sentence, NameMemory& memory) const;
  void analyse(std::string_view text, Span block, NameMemory& memory,
               std::vector<Sentence>& sentences) const;

  ModelFile sentence_file, word_file, tagger_file, lemma_file, parser_file, name_file;
  SentenceSplitter splitter;
  WordTable words;
  Tagger tagger;
  Lemmatizer lemmatizer;
  Morphology morphology;
  DependencyParser parser;
  NameRecognizer recognizer;
  std::string fingerprint;
};

void LanguageEngine::Impl::annotate(Sentence& sentence, NameMemory& memory) const {
  if (sentence.tokens.empty()) return;
  thread_local std::vector<WordFeatures> features;
  word_features(sentence, words, features);
  tagger.tag(features, sentence);
  lemmatizer.lemmatize(sentence);
  parser.parse(features, sentence);
  morphology.analyse(sentence);
  recognizer.recognize(features, sentence, memory);
  repair_names(features, sentence);
}

void LanguageEngine::Impl::analyse(std::string_view text, Span block, NameMemory& memory,
                                   std::vector<Sentence>& sentences) const {
  const std::vector<Span> spans = tokenize(text, block);
  std::size_t begin = 0;
  for (const std::size_t end : splitter.split(text, spans)) {
    Sentence sentence;
    sentence.paragraph_start = begin == 0;
    sentence.span = {spans[begin].begin, spans[end - 1].end};
    sentence.tokens.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      Token token;
      token.span = spans[i];
      token.form = text.substr(spans[i].begin, spans[i].size());
      token.space_after = i + 1 == spans.size() || spans[i].end != spans[i + 1].begin;
      sentence.tokens.push_back(std::move(token));
    }
    annotate(sentence, memory);
    sentences.push_back(std::move(sentence));
    begin = end;
  }
}

LanguageEngine::LanguageEngine(const std::filesystem::path& models)
    : impl_(std::make_unique<Impl>(models)) {}
LanguageEngine::~LanguageEngine() = default;
LanguageEngine::LanguageEngine(LanguageEngine&&) noexcept = default;
LanguageEngine& LanguageEngine::operator=(LanguageEngine&&) noexcept = default;

std::vector<Sentence> LanguageEngine::analyse(const Article& article) const {
  std::vector<Sentence> sentences;
  NameMemory memory;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kParagraph) {
      impl_->analyse(article.text, block.span, memory, sentences);
    }
  }
  return sentences;
}

std::vector<Sentence> LanguageEngine::analyse(std::string_view text, Span block) const {
  std::vector<Sentence> sentences;
  NameMemory memory;
  impl_->analyse(text, block, memory, sentences);
  return sentences;
}

void LanguageEngine::annotate(Sentence& sentence) const {
  NameMemory memory;
  impl_->annotate(sentence, memory);
}

void LanguageEngine::annotate(std::span<Sentence> sentences) const {
  NameMemory memory;
  for (Sentence& sentence : sentences) impl_->annotate(sentence, memory);
}

const std::string& LanguageEngine::fingerprint() const { return impl_->fingerprint; }

std::filesystem::path find_models() {
  if (const char* set = std::getenv("NEWSGRAPH_MODELS"); set != nullptr && *set != '\0') {
    return set;
  }
  std::vector<std::filesystem::path> places;
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    places.push_back(program.parent_path().parent_path() / "share" / "newsgraph" / "models");
  }
  places.emplace_back(NEWSGRAPH_SOURCE_MODELS);
  std::string looked_at;
  for (const std::filesystem::path& place : places) {
    if (std::filesystem::exists(place / "parser.model", error)) return place;
    looked_at += "\n  " + place.string();
  }
  throw IoError(
      "the language models were not found; set NEWSGRAPH_MODELS to their folder. "
      "Looked at:" +
      looked_at);
}

}  // namespace newsgraph
