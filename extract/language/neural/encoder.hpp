#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/neural/buffer.hpp"
#include "extract/language/neural/input_cache.hpp"
#include "extract/language/neural/kernels.hpp"
#include "extract/language/neural/network_weights.hpp"
#include "extract/language/sentence.hpp"

namespace newsgraph {

/// The bidirectional LSTM layers over a batch of sentences. Sentences take their steps together, so
/// that each weight is read once for all of them; what comes out for one does not depend on the
/// others.
class Encoder {
 public:
  /// Both must outlive this.
  Encoder(const NetworkWeights& weights, const Kernels& kernels);

  /// Reads `sentences`, longest first.
  void encode(std::span<const std::span<const Token>> sentences);

  /// The last layer's states of sentence `number`, one row for the root and one for each token:
  /// what NetworkWeights::heads takes.
  const std::uint8_t* states(std::size_t number) const {
    return outputs_.data() + begins_[number] * stride_;
  }
  std::size_t stride() const { return stride_; }

 private:
  void find_inputs(std::span<const std::span<const Token>> sentences);
  void project(const LstmLayer& layer);
  void run(const LstmLayer& layer, std::size_t direction);

  const NetworkWeights& weights_;
  const Kernels& kernels_;
  InputCache cache_;
  std::vector<std::size_t> begins_;         ///< row of each sentence's root
  std::vector<std::size_t> lengths_;        ///< with root; falling
  std::vector<const std::int16_t*> gates_;  ///< by row: the layer's gate inputs
  std::vector<const std::int16_t*> step_gates_;
  std::size_t rows_ = 0;
  std::size_t stride_ = 0;  ///< of `outputs_`
  Buffer<std::uint8_t> outputs_, states_;
  Buffer<std::int16_t> projected_;
  Buffer<std::int32_t> sums_;
  Buffer<float> cells_;
};

}  // namespace newsgraph
