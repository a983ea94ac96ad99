#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/language/feature_hash.hpp"
#include "extract/language/neural/buffer.hpp"
#include "extract/language/neural/kernels.hpp"
#include "extract/language/neural/network_weights.hpp"

namespace newsgraph {

/// The inputs of the first layer's gates, which depend on a word's form alone: computed once for a
/// form and kept until there are too many of them.
class InputCache {
 public:
  using Slot = std::uint32_t;
  static constexpr Slot kRoot = 0;

  /// Both must outlive this.
  InputCache(const NetworkWeights& weights, const Kernels& kernels);

  /// Forgets forms if need be, so that `count` more find room.
  void make_room(std::size_t count);

  /// Where the gate inputs of `form` will be once compute() was called.
  Slot find(std::string_view form);

  /// Computes what was not there.
  void compute();

  /// Gate inputs [2 * 4 * hidden] (see LstmLayer::input).
  const std::int16_t* gates(Slot slot) const { return gates_.data() + slot * size_; }

 private:
  static constexpr std::size_t kMostForms = 4096;  // 25 MB with 384 hidden values a direction
  static constexpr std::size_t kMostBytes = 1 << 20;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const { return hash_bytes(form); }
  };

  void forget();

  const NetworkWeights& weights_;
  const Kernels& kernels_;
  std::size_t size_;
  std::unordered_map<std::string, Slot, Hash, std::equal_to<>> slots_;
  std::vector<std::string_view> forms_;  ///< by slot; keys of `slots_`
  std::size_t computed_ = 0;             ///< slots below are ready
  std::size_t bytes_ = 0;                ///< of all forms
  Buffer<std::int16_t> gates_;
  Buffer<float> vector_;
  Buffer<std::uint8_t> inputs_;
  Buffer<std::int32_t> sums_;
};

}  // namespace newsgraph
