#include "extract/language/calibration.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/language/model_file.hpp"

namespace newsgraph {

MarginCalibration::MarginCalibration(std::string_view bytes, const std::string& source) {
  ByteReader reader(bytes, source);
  bin_width_ = reader.u32();
  if (bin_width_ == 0) throw ParseError(source, 0, "a calibration with empty bins");
  for (std::uint8_t& value : probability_) value = reader.u8();
}

float MarginCalibration::probability(std::int32_t margin) const {
  const std::uint32_t bin = static_cast<std::uint32_t>(std::max(margin, 0)) / bin_width_;
  return static_cast<float>(probability_[std::min<std::size_t>(bin, kBins - 1)]) / 255.0F;
}

}  // namespace newsgraph
