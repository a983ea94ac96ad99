#include "extract/coreference/ranking_network.hpp"

#include "extract/base/error.hpp"
#include "extract/language/model_file.hpp"

namespace newsgraph {

RankingNetwork::RankingNetwork(std::string_view bytes, const std::string& source) {
  ByteReader reader(bytes, source);
  row_bits_ = reader.u32();
  classes_ = reader.u32();
  direct_scale_ = static_cast<std::int32_t>(reader.u32());
  if (row_bits_ < 1 || row_bits_ > 24 || classes_ == 0 || classes_ > 255) {
    throw ParseError(source, 0, "ranking network with impossible sizes");
  }
  output_ = reinterpret_cast<const std::int16_t*>(reader.take(classes_ * kHidden * 2).data());
  const std::string_view rows = reader.rest();
  if (rows.size() != (std::size_t{1} << row_bits_) * kRow * 2) {
    throw ParseError(source, 0, "ranking network of another length than its sizes say");
  }
  rows_ = reinterpret_cast<const std::int16_t*>(rows.data());
}

void RankingNetwork::add(std::span<const std::uint64_t> features, Sums& sums) const {
  for (const std::uint64_t feature : features) {
    const std::int16_t* row = rows_ + (feature >> (64 - row_bits_)) * kRow;
    for (std::size_t k = 0; k < kRow; ++k) sums[k] += row[k];
  }
}

std::int64_t RankingNetwork::score(const Sums& sums, std::size_t decision_class) const {
  const std::int16_t* output = output_ + decision_class * kHidden;
  std::int64_t total = std::int64_t{sums[kHidden]} * direct_scale_;
  for (std::size_t k = 0; k < kHidden; ++k) {
    if (sums[k] > 0) total += std::int64_t{sums[k]} * output[k];
  }
  return total;
}

}  // namespace newsgraph
