#include "extract/language/training/treebank.hpp"

#include <cstdio>
#include <ctime>
#include <fstream>
#include <numeric>

#include "extract/base/error.hpp"
#include "extract/language/conllu.hpp"

namespace newsgraph {

std::vector<Example> read_treebanks(const std::vector<std::filesystem::path>& files) {
  std::vector<Example> examples;
  for (const auto& file : files) {
    for (ConlluSentence& sentence : read_conllu(file.string())) {
      Example example;
      example.input = sentence.sentence;
      example.gold = std::move(sentence.sentence);
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

void read_parsed(const std::filesystem::path& path,
                 const std::function<bool(const Sentence&)>& use) {
  std::ifstream in(path);
  if (!in) throw IoError(path.string() + ": cannot be opened for reading");
  ConlluReader reader(in, path.string());
  ConlluSentence sentence;
  while (reader.next(sentence) && use(sentence.sentence)) continue;
}

void add_word_features(std::vector<Example>& examples, const WordTable& words) {
  for (Example& example : examples) word_features(example.gold, words, example.words);
}

std::vector<std::size_t> indices(std::size_t size) {
  std::vector<std::size_t> result(size);
  std::iota(result.begin(), result.end(), std::size_t{0});
  return result;
}

void log(const std::string& message) {
  const std::time_t now = std::time(nullptr);
  char clock[16];
  std::strftime(clock, sizeof clock, "%H:%M:%S", std::gmtime(&now));
  std::fprintf(stderr, "%s %s\n", clock, message.c_str());
}

std::string percent(std::size_t part, std::size_t whole) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f",
                whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text;
}

}  // namespace newsgraph
