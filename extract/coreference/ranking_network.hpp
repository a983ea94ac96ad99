#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace newsgraph {

/// Scores antecedents: a network of one hidden layer over hashed features, in integers, so that
/// every processor gives the same scores.
///
///     hidden = max(0, sum of the features' rows)
///     score  = direct part of the rows + output[class] . hidden
///
/// Bytes: u32 row bits, u32 classes, i32 scale of the direct part; i16 output[classes][kHidden];
/// i16 rows[2^row bits][kHidden + 1], the direct weight last. A feature's row is the top bits of
/// its hash.
class RankingNetwork {
 public:
  static constexpr std::size_t kHidden = 31;
  static constexpr std::size_t kRow = kHidden + 1;
  using Sums = std::array<std::int32_t, kRow>;

  RankingNetwork() = default;

  /// @param bytes  A section of a ModelFile, which must outlive this object.
  /// @throws ParseError (naming `source`) if the sizes do not fit.
  RankingNetwork(std::string_view bytes, const std::string& source);

  std::size_t classes() const { return classes_; }

  /// Adds the rows of `features` to `sums`.
  void add(std::span<const std::uint64_t> features, Sums& sums) const;

  /// The score of what `sums` stands for, for decisions of `decision_class`.
  std::int64_t score(const Sums& sums, std::size_t decision_class) const;

 private:
  std::uint32_t row_bits_ = 0;
  std::size_t classes_ = 0;
  std::int32_t direct_scale_ = 0;
  const std::int16_t* output_ = nullptr;
  const std::int16_t* rows_ = nullptr;
};

}  // namespace newsgraph
