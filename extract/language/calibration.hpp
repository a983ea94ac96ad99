#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

/// Translates a margin between scores into the probability that the decision is right: measured on
/// text that the model was not trained on, never falling with the margin.
class MarginCalibration {
 public:
  static constexpr std::size_t kBins = 32;

  MarginCalibration() = default;

  /// @param bytes  u32 margin that one bin covers (the last bin is open), then for each of kBins
  ///               bins the probability in units of 1/255, u8.
  /// @throws ParseError (naming `source`)
  MarginCalibration(std::string_view bytes, const std::string& source);

  float probability(std::int32_t margin) const;

 private:
  std::uint32_t bin_width_ = 1;
  std::array<std::uint8_t, kBins> probability_{};
};

}  // namespace newsgraph
