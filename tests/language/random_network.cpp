#include "random_network.hpp"

#include <algorithm>
#include <cstring>
#include <sstream>

#include "extract/language/feature_hash.hpp"
#include "extract/language/model_file.hpp"
#include "extract/language/names/name_labels.hpp"
#include "extract/language/neural/kernels.hpp"
#include "extract/language/neural/network_weights.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kTag = 24, kName = 32, kArc = 40, kLabel = 20;  // sizes of the heads
constexpr std::size_t kBuckets = 500;

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> result = {",",   ".",  ";",  "the",  "of",
                                       "and", "to", "in", "said", "who"};
    std::mt19937 random(7);
    while (result.size() < 400) {
      std::string word;
      for (std::size_t n = 1 + random() % 4; n > 0; --n) {
        word += "bdgklmnprstvz"[random() % 13];
        word += "aeiou"[random() % 5];
      }
      result.push_back(word);
    }
    return result;
  }();
  return words;
}

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

float RandomNetwork::random_float(float most) {
  return most * (static_cast<float>(random_() % 20001) / 10000 - 1);
}

int RandomNetwork::random_int(int most) {
  return static_cast<int>(random_() % (2 * static_cast<std::uint32_t>(most) + 1)) - most;
}

/// @param size  About how large outputs get if inputs are 1.
void RandomNetwork::add8(const std::string& section, std::size_t inputs, std::size_t outputs,
                         float size) {
  Layer& layer = layers_[section];
  layer.inputs = padded(inputs, Matrix8::kInputs);
  layer.outputs = padded(outputs, Matrix8::kOutputs);
  layer.weights.resize(layer.inputs * layer.outputs);
  layer.scale.resize(layer.outputs);
  layer.bias.resize(layer.outputs);
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t i = 0; i < inputs; ++i) layer.weights[o * layer.inputs + i] = random_int(63);
    layer.scale[o] = size * (1 + random_float(0.5F)) / 63 / 127;
    layer.bias[o] = random_float(0.5F);
  }
  std::vector<std::int8_t> packed;
  for (std::size_t block = 0; block < layer.outputs; block += 16) {
    for (std::size_t i = 0; i < layer.inputs; i += 4) {
      for (std::size_t o = block; o < block + 16; ++o) {
        for (std::size_t k = i; k < i + 4; ++k) {
          packed.push_back(static_cast<std::int8_t>(layer.weights[o * layer.inputs + k]));
        }
      }
    }
  }
  sections_[section] = bytes_of(packed) + bytes_of(layer.scale) + bytes_of(layer.bias);
}

void RandomNetwork::add16(const std::string& section, std::size_t inputs, std::size_t outputs) {
  const std::size_t rows = padded(outputs, Matrix16::kOutputs);
  std::vector<std::int16_t> weights(inputs * rows);
  std::vector<float> scale(rows);
  std::vector<float> bias(rows);
  for (std::int16_t& weight : weights) weight = static_cast<std::int16_t>(random_int(2047));
  for (float& value : scale) value = (2 + random_float(1)) / 2047;
  for (float& value : bias) value = random_float(0.5F);
  sections_[section] = bytes_of(weights) + bytes_of(scale) + bytes_of(bias);
}

std::string RandomNetwork::table(std::size_t rows, std::size_t size) {
  std::vector<float> scale(rows);
  std::vector<std::int8_t> values(rows * size);
  for (float& value : scale) value = (2 + random_float(1)) / 127;
  for (std::int8_t& value : values) value = static_cast<std::int8_t>(random_int(127));
  return bytes_of(scale) + bytes_of(values);
}

RandomNetwork::RandomNetwork(std::uint32_t seed) : random_(seed) {
  std::vector<std::uint64_t> hashes;
  for (std::size_t k = 0; k < vocabulary().size(); k += 2) {
    hashes.push_back(hash_bytes(vocabulary()[k]));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  const std::vector<std::string> upos = {"ADJ", "NOUN", "PROPN", "PUNCT", "VERB"};
  const std::vector<std::string> xpos = {"JJ", "NN", "NNP", "VB"};
  const std::vector<std::string> deprels = {"amod", "nsubj", "obj", "parataxis", "root"};
  ByteWriter config;
  for (const std::size_t size : {kWordSize, kSubwordSize, std::size(kHidden), kHidden[0],
                                 kHidden[1], kTag, kName, kArc, kLabel}) {
    config.u32(static_cast<std::uint32_t>(size));
  }
  for (const auto* names : {&upos, &xpos, &deprels}) {
    config.u32(static_cast<std::uint32_t>(names->size()));
    for (const std::string& name : *names) config.string(name);
  }
  sections_["config"] = config.take();
  sections_["words"] = bytes_of(hashes);
  sections_["word vectors"] = table(hashes.size() + 2, kWordSize);
  sections_["subword vectors"] = table(kBuckets, kSubwordSize);
  std::size_t inputs = kWordSize + kSubwordSize;
  for (std::size_t n = 0; n < std::size(kHidden); ++n) {
    const std::string name = "lstm" + std::to_string(n);
    add8(name + ".input", inputs, 8 * kHidden[n], n == 0 ? 80.0F : 0.5F);
    add8(name + ".state0", kHidden[n], 4 * kHidden[n], 0.5F);
    add8(name + ".state1", kHidden[n], 4 * kHidden[n], 0.5F);
    inputs = 2 * kHidden[n];
  }
  const auto pad = [](std::size_t size) { return padded(size, Matrix16::kInputs); };
  add8("heads", inputs, pad(kTag) + pad(kName) + 2 * pad(kArc) + 2 * pad(kLabel), 1.0F);
  add16("upos", pad(kTag), upos.size());
  add16("xpos", pad(kTag), xpos.size());
  add16("names", pad(kName), NameLabel::kCount);
  add16("arcs", pad(kArc), pad(kArc));
  add16("labels", 3 * pad(kLabel), deprels.size());
}

void RandomNetwork::write(const std::filesystem::path& path) const {
  ModelWriter writer;
  for (const auto& [name, bytes] : sections_) writer.add(name, bytes);
  writer.write(path, "network");
}

std::vector<Sentence> random_sentences(std::uint32_t seed, std::size_t count,
                                       std::size_t most_words) {
  const std::vector<std::string>& words = vocabulary();
  std::mt19937 random(seed);
  std::vector<Sentence> sentences(count);
  for (Sentence& sentence : sentences) {
    sentence.tokens.resize(1 + random() % most_words);
    for (Token& token : sentence.tokens) {
      token.form = words[random() % words.size()];
      if (random() % 5 == 0) token.form[0] = static_cast<char>(token.form[0] & ~32);
      if (random() % 20 == 0) token.form += "-" + std::to_string(random() % 1000);
    }
  }
  return sentences;
}

Sentence sentence_of(const std::string& words) {
  Sentence sentence;
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    Token token;
    token.form = word;
    sentence.tokens.push_back(token);
  }
  return sentence;
}

}  // namespace newsgraph
