#include "extract/language/neural/network_weights.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/language/names/name_labels.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph {

/// Section "config".
struct NetworkWeights::Config {
  explicit Config(const ModelFile& file);

  std::size_t word_size = 0, subword_size = 0;
  std::vector<std::size_t> hidden;
  std::size_t tag = 0, name = 0, arc = 0, label = 0;
  std::vector<std::string> upos, xpos, deprels;
};

namespace {

constexpr std::size_t kMostSize = 4096;  // of any layer: no sum of products gets near 2^31
constexpr std::size_t kMostClasses = 1000;
constexpr std::size_t kMostLayers = 8;

/// Bytes of a section as weights, scales and biases.
template <typename Weight>
struct Parts {
  const Weight* weights;
  const float* scale;
  const float* bias;
};

template <typename Weight>
Parts<Weight> parts(const ModelFile& file, const std::string& section, std::size_t inputs,
                    std::size_t outputs) {
  const std::string_view bytes = file.section(section);
  const std::size_t weights = inputs * outputs * sizeof(Weight);
  if (bytes.size() != weights + 2 * outputs * sizeof(float)) {
    throw ParseError(file.path(), 0,
                     "section \"" + section + "\" has " + std::to_string(bytes.size()) +
                         " bytes; its sizes in \"config\" ask for " +
                         std::to_string(weights + 2 * outputs * sizeof(float)));
  }
  const auto* numbers = reinterpret_cast<const float*>(bytes.data() + weights);
  check_numbers({numbers, 2 * outputs}, file.path());
  return {reinterpret_cast<const Weight*>(bytes.data()), numbers, numbers + outputs};
}

Linear16 read16(const ModelFile& file, const std::string& section, std::size_t inputs,
                std::size_t outputs) {
  outputs = padded(outputs, Matrix16::kOutputs);
  if (inputs > Matrix16::kMostInputs) {
    throw ParseError(file.path(), 0, "section \"" + section + "\" has too many inputs");
  }
  const auto [weights, scale, bias] = parts<std::int16_t>(file, section, inputs, outputs);
  bool in_range = true;
  for (std::size_t k = 0; k < inputs * outputs; ++k) {
    in_range &= weights[k] >= -Matrix16::kMost && weights[k] <= Matrix16::kMost;
  }
  if (!in_range) throw ParseError(file.path(), 0, "section \"" + section + "\" has large weights");
  return {{weights, inputs, outputs}, scale, bias};
}

std::vector<std::string> read_strings(ByteReader& reader, const ModelFile& file) {
  const std::size_t count = reader.u32();
  if (count == 0 || count > kMostClasses) {
    throw ParseError(file.path(), 0, "a list of " + std::to_string(count) + " classes");
  }
  std::vector<std::string> strings;
  for (std::size_t k = 0; k < count; ++k) strings.push_back(reader.string());
  return strings;
}

}  // namespace

NetworkWeights::Config::Config(const ModelFile& file) {
  ByteReader reader(file.section("config"), file.path());
  const auto size = [&] {
    const std::size_t value = reader.u32();
    if (value == 0 || value > kMostSize) {
      throw ParseError(file.path(), 0, "a layer of " + std::to_string(value) + " values");
    }
    return value;
  };
  word_size = size();
  subword_size = size();
  const std::size_t layers = size();
  if (layers > kMostLayers) {
    throw ParseError(file.path(), 0, "has " + std::to_string(layers) + " layers");
  }
  hidden.resize(layers);
  for (std::size_t& value : hidden) value = size();
  tag = size();
  name = size();
  arc = size();
  label = size();
  upos = read_strings(reader, file);
  xpos = read_strings(reader, file);
  deprels = read_strings(reader, file);
  if (!reader.rest().empty()) throw ParseError(file.path(), 0, "section \"config\" is too long");
}

NetworkWeights::NetworkWeights(const ModelFile& file) : NetworkWeights(file, Config(file)) {}

NetworkWeights::NetworkWeights(const ModelFile& file, const Config& config)
    : xpos_tags(config.xpos),
      deprels(config.deprels),
      lexicon_(file, config.word_size, config.subword_size) {
  std::size_t inputs = lexicon_.size();
  for (std::size_t number = 0; number < config.hidden.size(); ++number) {
    const std::string section = "lstm" + std::to_string(number);
    LstmLayer& layer = layers.emplace_back();
    layer.hidden = config.hidden[number];
    layer.input = read8(file, section + ".input", inputs, 8 * layer.hidden);
    layer.state[0] = read8(file, section + ".state0", layer.hidden, 4 * layer.hidden);
    layer.state[1] = read8(file, section + ".state1", layer.hidden, 4 * layer.hidden);
    inputs = 2 * layer.hidden;
  }
  std::size_t outputs = 0;
  const auto add_head = [&](std::size_t size) {
    const Head head{outputs, padded(size, Matrix16::kInputs)};
    outputs += head.size;
    return head;
  };
  tag = add_head(config.tag);
  name = add_head(config.name);
  arc_child = add_head(config.arc);
  arc_head = add_head(config.arc);
  label_child = add_head(config.label);
  label_head = add_head(config.label);
  heads = read8(file, "heads", inputs, outputs);
  upos = read16(file, "upos", tag.size, config.upos.size());
  xpos = read16(file, "xpos", tag.size, xpos_tags.size());
  names = read16(file, "names", name.size, NameLabel::kCount);
  arcs = read16(file, "arcs", arc_child.size, arc_head.size);
  labels = read16(file, "labels", 3 * label_child.size, deprels.size());
  for (const std::string& tag_name : config.upos) {
    upos_tags.push_back(upos_from_string(tag_name));
    if (to_string(upos_tags.back()) != tag_name) {
      throw ParseError(file.path(), 0, "\"" + tag_name + "\" is no universal part of speech");
    }
  }
  const auto root = std::find(deprels.begin(), deprels.end(), "root");
  if (root == deprels.end() || deprels.size() < 2) {
    throw ParseError(file.path(), 0, "no relation \"root\", or no other");
  }
  root_label = static_cast<std::size_t>(root - deprels.begin());
}

Linear8 NetworkWeights::read8(const ModelFile& file, const std::string& section, std::size_t inputs,
                              std::size_t outputs) {
  inputs = padded(inputs, Matrix8::kInputs);
  outputs = padded(outputs, Matrix8::kOutputs);
  const auto [weights, scale, bias] = parts<std::int8_t>(file, section, inputs, outputs);
  std::vector<std::int32_t>& correction = corrections_.emplace_back(outputs, 0);
  std::int8_t least = 0;
  std::int8_t most = 0;
  const std::int8_t* w = weights;
  for (std::size_t block = 0; block < outputs; block += Matrix8::kOutputs) {
    for (std::size_t i = 0; i < inputs; i += 4) {
      for (std::size_t o = 0; o < Matrix8::kOutputs; ++o, w += 4) {
        correction[block + o] -= 128 * (w[0] + w[1] + w[2] + w[3]);
      }
    }
  }
  for (std::size_t k = 0; k < inputs * outputs; ++k) {
    least = std::min(least, weights[k]);
    most = std::max(most, weights[k]);
  }
  if (least < -Matrix8::kMostWeight || most > Matrix8::kMostWeight) {
    throw ParseError(file.path(), 0, "section \"" + section + "\" has large weights");
  }
  return {{weights, correction.data(), inputs, outputs}, scale, bias};
}

void check_numbers(std::span<const float> numbers, const std::string& source) {
  bool good = true;
  for (const float number : numbers) good &= number >= -1000.0F && number <= 1000.0F;
  if (!good) throw ParseError(source, 0, "a number of the network is infinite or too large");
}

}  // namespace newsgraph
