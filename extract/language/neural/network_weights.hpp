#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/model_file.hpp"
#include "extract/language/neural/kernels.hpp"
#include "extract/language/neural/lexicon.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph {

/// A linear layer with 8-bit weights: outputs are sums * scale + bias, for each its own.
struct Linear8 {
  Matrix8 matrix;
  const float* scale = nullptr;
  const float* bias = nullptr;
};

/// The same with 16-bit weights.
struct Linear16 {
  Matrix16 matrix;
  const float* scale = nullptr;
  const float* bias = nullptr;
};

/// A bidirectional LSTM layer. Direction 0 reads from left to right, 1 from right to left.
struct LstmLayer {
  std::size_t hidden = 0;
  Linear8 input;     ///< to the 4 * hidden gates of direction 0, then those of direction 1
  Linear8 state[2];  ///< to the gates of one direction; no bias
};

/// A head: a part of the outputs of NetworkWeights::heads, rectified.
struct Head {
  std::size_t begin = 0;
  std::size_t size = 0;  ///< padded, so that it is an input of a Matrix16
};

/// The model file "network", read in place, and checked so far that no bytes in it can make the
/// network read beside its memory or differ from one processor to the next. README.md describes
/// the sections.
class NetworkWeights {
 public:
  /// @param file  Must outlive this.
  /// @throws ParseError
  explicit NetworkWeights(const ModelFile& file);

  const NetworkLexicon& lexicon() const { return lexicon_; }

  std::vector<LstmLayer> layers;

  Linear8 heads;  ///< from the last states of both directions to all heads
  Head tag, name, arc_child, arc_head, label_child, label_head;

  Linear16 upos;    ///< from `tag`
  Linear16 xpos;    ///< from `tag`
  Linear16 names;   ///< from `name`
  Linear16 arcs;    ///< from `arc_child` to what is multiplied with `arc_head`
  Linear16 labels;  ///< from [child * head ; child ; head] of the label heads

  std::vector<Upos> upos_tags;
  std::vector<std::string> xpos_tags, deprels;
  std::size_t root_label = 0;  ///< "root" in `deprels`

 private:
  struct Config;
  NetworkWeights(const ModelFile& file, const Config& config);
  Linear8 read8(const ModelFile& file, const std::string& section, std::size_t inputs,
                std::size_t outputs);

  NetworkLexicon lexicon_;
  std::vector<std::vector<std::int32_t>> corrections_;
};

/// `size` rounded up to a multiple of `unit`.
constexpr std::size_t padded(std::size_t size, std::size_t unit) {
  return (size + unit - 1) / unit * unit;
}

/// @throws ParseError (naming `source`) if a number is none or not within ±1000: from such numbers
///         no step of the network can make infinite ones.
void check_numbers(std::span<const float> numbers, const std::string& source);

}  // namespace newsgraph
