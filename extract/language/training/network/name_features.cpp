// name_features MODELS LISTS.model [--all]: articles as IOB2 or CoNLL-U on standard input, tagged
// by the network, to what NameReader reads of them, on standard output: for each word that it reads
// (with --all each word) u32 number of the sentence, of the word (both from 0) and of features, the
// features, and the network's scores of the labels of names as i16, below the best.

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/conllu.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/names/name_article.hpp"
#include "extract/language/names/name_labels.hpp"
#include "extract/language/names/reader_features.hpp"
#include "extract/language/neural/network.hpp"

namespace newsgraph {
namespace {

/// Documents without marks are read in parts of so many sentences.
constexpr std::size_t kMostSentences = 1000;

class Dumper {
 public:
  Dumper(const std::filesystem::path& models, const std::string& lists, bool all_words)
      : words_file_(models / "words.model", "words"),
        network_file_(models / "network.model", "network"),
        lists_file_(lists, "name reader"),
        words_(words_file_.section("table"), words_file_.path()),
        lists_(lists_file_.section("lists"), lists_file_.path()),
        network_(network_file_),
        all_words_(all_words) {}

  void dump(std::vector<Sentence>& document) {
    network_.annotate(document, scores_);
    word_features(document, words_, word_features_);
    article_.read(document, word_features_, lists_);
    std::size_t i = 0;
    for (std::size_t k = 0; k < document.size(); ++k, ++sentences_) {
      for (std::uint32_t word = 0; word < document[k].tokens.size(); ++word, ++i) {
        features_.clear();
        if (article_.is_candidate(i)) reader_features(article_, i, features_);
        if (features_.empty() && !all_words_) continue;
        put(sentences_);
        put(word);
        put(static_cast<std::uint32_t>(features_.size()));
        for (const std::uint32_t feature : features_) put(feature);
        put_scores(scores_[k].data() + word * NameLabel::kCount);
      }
    }
    document.clear();
  }

 private:
  template <typename Number>
  void put(Number value) {
    std::cout.write(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put_scores(const std::int32_t* scores) {
    const std::int32_t best = *std::max_element(scores, scores + NameLabel::kCount);
    for (std::size_t label = 0; label < NameLabel::kCount; ++label) {
      put(static_cast<std::int16_t>(std::max(scores[label] - best, -32000)));
    }
  }

  ModelFile words_file_, network_file_, lists_file_;
  WordTable words_;
  NameLists lists_;
  Network network_;
  bool all_words_;
  std::vector<WordFeatures> word_features_;
  NameArticle article_;
  std::vector<Network::NameScores> scores_;
  std::vector<std::uint32_t> features_;
  std::uint32_t sentences_ = 0;
};

int run(int argc, char** argv) {
  const bool all_words = argc == 4 && std::string_view(argv[3]) == "--all";
  if (argc != 3 && !all_words) {
    std::cerr << "usage: name_features MODELS LISTS.model [--all] < articles > features\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  Dumper dumper(argv[1], argv[2], all_words);
  ConlluReader reader(std::cin, "standard input");
  std::vector<Sentence> document;
  for (ConlluSentence next; reader.next(next);) {
    if (next.new_document || document.size() == kMostSentences) dumper.dump(document);
    document.push_back(std::move(next.sentence));
  }
  dumper.dump(document);
  return std::cout ? 0 : 1;
}

}  // namespace
}  // namespace newsgraph

int main(int argc, char** argv) { return newsgraph::run(argc, argv); }
