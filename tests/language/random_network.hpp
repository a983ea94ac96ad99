#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// A network with random weights, small enough for tests, as a model file and as plain numbers for
/// a reference.
class RandomNetwork {
 public:
  /// Weights [output][input] and, by output, scale and bias.
  struct Layer {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::vector<int> weights;
    std::vector<float> scale, bias;
  };

  static constexpr std::size_t kWordSize = 24;
  static constexpr std::size_t kSubwordSize = 40;
  static constexpr std::size_t kHidden[] = {48, 20};  // one a multiple of 16, one not

  explicit RandomNetwork(std::uint32_t seed);

  /// Layers with 8-bit weights by section.
  const Layer& layer(const std::string& section) const { return layers_.at(section); }

  /// Sections as a model file has them; may be changed before write().
  std::map<std::string, std::string>& sections() { return sections_; }

  void write(const std::filesystem::path& path) const;

 private:
  float random_float(float most);
  int random_int(int most);
  void add8(const std::string& section, std::size_t inputs, std::size_t outputs, float size);
  void add16(const std::string& section, std::size_t inputs, std::size_t outputs);
  std::string table(std::size_t rows, std::size_t size);

  std::mt19937 random_;
  std::map<std::string, Layer> layers_;
  std::map<std::string, std::string> sections_;
};

/// `count` sentences of random words, some of which the network's table has.
std::vector<Sentence> random_sentences(std::uint32_t seed, std::size_t count,
                                       std::size_t most_words);

/// A sentence of words parted by blanks.
Sentence sentence_of(const std::string& words);

}  // namespace newsgraph
