#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>

#include "extract/language/characters.hpp"
#include "extract/language/training/trainers.hpp"

namespace newsgraph {
namespace {

/// Number of each word's set of universal tags; the more frequent the set, the smaller.
std::map<std::uint64_t, std::uint8_t> ambiguity_classes(const std::vector<Example>& examples) {
  using Counts = std::map<Upos, std::size_t>;
  std::map<std::uint64_t, Counts> words;
  for (const Example& example : examples) {
    for (const Token& token : example.gold.tokens) ++words[word_key(token.form)][token.upos];
  }
  std::map<std::uint64_t, std::string> sets;
  std::map<std::string, std::size_t> frequency;
  for (const auto& [key, counts] : words) {
    std::size_t total = 0;
    for (const auto& [upos, count] : counts) total += count;
    if (total < 4) continue;
    // The most frequent tag comes first, the others that take a twentieth behind it in order.
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    std::string set(1, static_cast<char>('a' + static_cast<int>(most->first)));
    for (const auto& [upos, count] : counts) {
      if (upos != most->first && count * 20 >= total) {
        set += static_cast<char>('a' + static_cast<int>(upos));
      }
    }
    frequency[set] += total;
    sets[key] = set;
  }
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [set, count] : frequency) sorted.emplace_back(count, set);
  std::sort(sorted.rbegin(), sorted.rend());
  std::map<std::string, std::uint8_t> numbers;
  for (std::size_t i = 0; i < sorted.size() && i < 255; ++i) {
    numbers[sorted[i].second] = static_cast<std::uint8_t>(i + 1);
  }
  std::map<std::uint64_t, std::uint8_t> classes;
  for (const auto& [key, set] : sets) {
    if (numbers.contains(set)) classes[key] = numbers[set];
  }
  return classes;
}

}  // namespace

void train_words(const TrainingOptions& options) {
  std::map<std::uint64_t, WordClass> words;
  const std::vector<Example> examples = read_treebanks(training_treebanks(options));
  for (const auto& [key, ambiguity] : ambiguity_classes(examples)) words[key].ambiguity = ambiguity;
  std::ifstream clusters(options.models / "clusters.tsv");
  std::string form;
  for (unsigned fine = 0, coarse = 0; clusters >> fine >> coarse >> form;) {
    WordClass& word = words[word_key(form)];
    word.fine = static_cast<std::uint16_t>(fine);
    word.coarse = static_cast<std::uint8_t>(coarse);
  }
  ModelWriter writer;
  writer.add("table", encode_word_table({words.begin(), words.end()}));
  writer.write(options.models / "words.model", "words");
  log("words: " + std::to_string(words.size()) + " forms");
}

}  // namespace newsgraph
