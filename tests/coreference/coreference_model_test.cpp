#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "extract/base/error.hpp"
#include "extract/coreference/given_names.hpp"
#include "extract/coreference/ranking_network.hpp"
#include "extract/language/model_file.hpp"

namespace newsgraph {
namespace {

/// Two rows, one class: row 0 is all ones with a direct weight of 5, row 1 all minus ones.
std::string small_network() {
  ByteWriter out;
  out.u32(1);
  out.u32(1);
  out.u32(100);
  for (std::size_t k = 0; k < RankingNetwork::kHidden; ++k) out.u16(k == 0 ? 3 : 0);
  for (const int sign : {1, -1}) {
    for (std::size_t k = 0; k < RankingNetwork::kHidden; ++k) {
      out.u16(static_cast<std::uint16_t>(sign));
    }
    out.u16(static_cast<std::uint16_t>(5 * sign));
  }
  return out.take();
}

TEST(RankingNetwork, ScoresTheSumOfItsRows) {
  const std::string bytes = small_network();
  const RankingNetwork network(bytes, "test");
  constexpr std::uint64_t kRow0 = 0;
  constexpr std::uint64_t kRow1 = std::uint64_t{1} << 63;
  RankingNetwork::Sums sums{};
  network.add(std::array{kRow0, kRow0}, sums);
  EXPECT_EQ(2 * 5 * 100 + 2 * 3, network.score(sums, 0));
  network.add(std::array{kRow1, kRow1, kRow1}, sums);
  EXPECT_EQ(-5 * 100, network.score(sums, 0)) << "what is below zero in the hidden layer is cut";
}

TEST(RankingNetwork, RefusesBytesOfAnotherLength) {
  const std::string bytes = small_network();
  EXPECT_NO_THROW(RankingNetwork(bytes, "test"));
  EXPECT_THROW(RankingNetwork(bytes.substr(0, bytes.size() - 1), "test"), ParseError);
  EXPECT_THROW(RankingNetwork(bytes + 'x', "test"), ParseError);
  EXPECT_THROW(RankingNetwork(bytes.substr(0, 20), "test"), ParseError);
  EXPECT_THROW(RankingNetwork("", "test"), ParseError);
  std::string huge = bytes;
  huge[0] = 60;
  EXPECT_THROW(RankingNetwork(huge, "test"), ParseError);
}

TEST(GivenNames, KnowWhatTheyHold) {
  ByteWriter out;
  out.u32(2);
  out.u32(7);
  out.u32(9);
  out.u8(static_cast<std::uint8_t>(-2));
  out.u8(3);
  const std::string bytes = out.take();
  const GivenNames names(bytes, "test");
  EXPECT_EQ(-2, names.evidence(7));
  EXPECT_EQ(3, names.evidence(9));
  EXPECT_EQ(0, names.evidence(8));
  EXPECT_EQ(0, names.evidence(0));
  EXPECT_EQ(0, GivenNames().evidence(7));
  EXPECT_THROW(GivenNames(bytes.substr(1), "test"), ParseError);
  EXPECT_THROW(GivenNames(bytes + "x", "test"), ParseError);
}

}  // namespace
}  // namespace newsgraph
