#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

inline constexpr std::size_t kMaxClasses = 256;

/// Scores of a linear model, one a class; only the first `classes` are in use.
using Scores = std::array<std::int32_t, kMaxClasses>;

/// A linear model over hashed features: for each feature the few classes with a weight, 8 bits
/// each. Scores are sums of integers: equal on every processor, in whatever order.
///
/// Bytes, made for two cache misses a feature and no pointers:
///
///     u32 bucket_bits, u32 classes
///     u32 bucket_begin[2^bucket_bits + 1]        offsets into the entries
///     entries, those of one bucket in a row:
///       u16 check, u8 n (0 means 256), n x u8 class, n x i8 weight
///
/// A feature's bucket is the top `bucket_bits` of its hash, its check the lowest 16 bits.
class SparseWeights {
 public:
  SparseWeights() = default;

  /// @param bytes  A section of a ModelFile, which must outlive this object.
  /// @throws ParseError (naming `source`) if the sizes do not fit.
  SparseWeights(std::string_view bytes, const std::string& source);

  std::size_t classes() const { return classes_; }

  /// Sets scores[0 .. classes) to the sums over `features`.
  void score(std::span<const std::uint64_t> features, Scores& scores) const;

 private:
  std::uint32_t bucket_shift_ = 63;
  std::uint32_t classes_ = 0;
  const std::uint32_t* bucket_begin_ = nullptr;
  const unsigned char* entries_ = nullptr;
};

/// One feature's weights while a model is written.
struct WeightRow {
  std::uint64_t feature = 0;
  std::vector<std::pair<std::uint8_t, std::int8_t>> weights;  ///< class and weight, not zero
};

/// The bytes that SparseWeights reads; `rows` are sorted by feature first.
std::string encode_sparse_weights(std::vector<WeightRow> rows, std::size_t classes);

}  // namespace newsgraph
