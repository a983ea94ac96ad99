#include "extract/language/language_engine.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "extract/base/error.hpp"
#include "extract/base/hash.hpp"
#include "extract/language/dependency_parser.hpp"
#include "extract/language/lemmatizer.hpp"
#include "extract/language/long_sentences.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/morphology.hpp"
#include "extract/language/name_repair.hpp"
#include "extract/language/names/name_reader.hpp"
#include "extract/language/neural/network.hpp"
#include "extract/language/sentence_splitter.hpp"
#include "extract/language/tagger.hpp"
#include "extract/language/tokenizer.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {
namespace {

/// To be raised with every change of this folder's code that changes an output.
constexpr std::string_view kCodeVersion = "language-7";

}  // namespace

namespace {

// Files come first in these: what reads a file points into it.

/// The perceptrons. Each sees what those before it found.
struct FastModel {
  explicit FastModel(const std::filesystem::path& models)
      : tagger_file(models / "tagger.model", "tagger"),
        parser_file(models / "parser.model", "parser"),
        tagger(tagger_file),
        parser(parser_file) {}

  ModelFile tagger_file, parser_file;
  Tagger tagger;
  DependencyParser parser;
};

struct DefaultModel {
  explicit DefaultModel(const std::filesystem::path& models)
      : file(models / "network.model", "network"), network(file) {}

  ModelFile file;
  Network network;
};

}  // namespace

struct LanguageEngine::Impl {
  Impl(const std::filesystem::path& models, Model model)
      : sentence_file(models / "sentences.model", "sentences"),
        word_file(models / "words.model", "words"),
        lemma_file(models / "lemmas.model", "lemmas"),
        name_file(models / "names.model", "name reader"),
        splitter(sentence_file),
        words(word_file.section("table"), word_file.path()),
        lemmatizer(lemma_file),
        morphology(lemma_file),
        names(name_file) {
    std::vector<const ModelFile*> files = {&sentence_file, &word_file, &lemma_file, &name_file};
    if (model == Model::kDefault) {
      network.emplace(models);
      files.push_back(&network->file);
    } else {
      fast.emplace(models);
      files.insert(files.end(), {&fast->tagger_file, &fast->parser_file});
    }
    std::string checksums(kCodeVersion);
    for (const ModelFile* file : files) checksums += '-' + to_hex(file->checksum());
    fingerprint = to_hex(sha256_64(checksums));
  }

  void annotate(std::span<Sentence> sentences) const;

  ModelFile sentence_file, word_file, lemma_file, name_file;
  SentenceSplitter splitter;
  WordTable words;
  Lemmatizer lemmatizer;
  Morphology morphology;
  NameReader names;
  std::optional<DefaultModel> network;  ///< this or the next
  std::optional<FastModel> fast;
  std::string fingerprint;
};

void LanguageEngine::Impl::annotate(std::span<Sentence> sentences) const {
  thread_local std::vector<WordFeatures> all;
  word_features(sentences, words, all);
  // Calls back with each sentence and the features of its words.
  const auto for_each = [&](const auto& visit) {
    std::span<const WordFeatures> rest = all;
    for (Sentence& sentence : sentences) {
      const std::size_t size = sentence.tokens.size();
      if (size > 0) visit(sentence, rest.first(size));
      rest = rest.subspan(size);
    }
  };
  std::vector<Network::NameScores> name_scores;
  if (network) {
    network->network.annotate(sentences, name_scores);
  } else {
    for_each([&](Sentence& sentence, std::span<const WordFeatures> features) {
      fast->tagger.tag(features, sentence);
      fast->parser.parse(features, sentence);
    });
  }
  names.find_names(sentences, all, name_scores);
  for_each([&](Sentence& sentence, std::span<const WordFeatures> features) {
    mark_agents(sentence);
    lemmatizer.lemmatize(sentence);
    morphology.analyse(sentence);
    repair_names(features, sentence);
  });
}

namespace {

/// Appends the sentences of `block` of `text`, whose tokens have form and span.
void read_sentences(const SentenceSplitter& splitter, std::string_view text, Span block,
                    std::vector<Sentence>& sentences) {
  const std::vector<Span> spans = tokenize(text, block);
  std::size_t begin = 0;
  for (const std::size_t end : splitter.split(text, spans)) {
    Sentence& sentence = sentences.emplace_back();
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
    begin = end;
  }
}

}  // namespace

LanguageEngine::LanguageEngine(const std::filesystem::path& models, Model model)
    : impl_(std::make_unique<Impl>(models, model)) {}
LanguageEngine::~LanguageEngine() = default;
LanguageEngine::LanguageEngine(LanguageEngine&&) noexcept = default;
LanguageEngine& LanguageEngine::operator=(LanguageEngine&&) noexcept = default;

std::vector<Sentence> LanguageEngine::analyse(const Article& article) const {
  std::vector<Sentence> sentences;
  for (const Block& block : article.blocks) {
    if (block.kind == BlockKind::kParagraph)
      read_sentences(impl_->splitter, article.text, block.span, sentences);
  }
  impl_->annotate(sentences);
  return sentences;
}

std::vector<Sentence> LanguageEngine::analyse(std::string_view text, Span block) const {
  std::vector<Sentence> sentences;
  read_sentences(impl_->splitter, text, block, sentences);
  impl_->annotate(sentences);
  return sentences;
}

void LanguageEngine::annotate(Sentence& sentence) const { annotate({&sentence, 1}); }

void LanguageEngine::annotate(std::span<Sentence> sentences) const {
  const auto is_long = [](const Sentence& sentence) {
    return sentence.tokens.size() > kLongestSentence;
  };
  if (std::none_of(sentences.begin(), sentences.end(), is_long)) {
    impl_->annotate(sentences);
    return;
  }
  std::vector<Sentence> pieces;
  std::vector<std::size_t> counts;  // of each sentence's pieces
  for (Sentence& sentence : sentences) {
    std::vector<Sentence> parts = into_pieces(std::move(sentence));
    counts.push_back(parts.size());
    std::move(parts.begin(), parts.end(), std::back_inserter(pieces));
  }
  impl_->annotate(pieces);
  auto from = pieces.begin();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto to = from + static_cast<std::ptrdiff_t>(counts[i]);
    sentences[i] = join_pieces({std::make_move_iterator(from), std::make_move_iterator(to)});
    from = to;
  }
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
    if (std::filesystem::exists(place / "words.model", error)) return place;
    looked_at += "\n  " + place.string();
  }
  throw IoError(
      "the language models were not found; set NEWSGRAPH_MODELS to their folder. "
      "Looked at:" +
      looked_at);
}

}  // namespace newsgraph
