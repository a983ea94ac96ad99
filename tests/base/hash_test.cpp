#include "extract/base/hash.hpp"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

// The examples of FIPS 180-4 as published by NIST.
TEST(Hash, IsSha256) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, CutsIdsFromItsFirstBytes) {
  EXPECT_EQ(sha256_64("abc"), 0xba7816bf8f01cfeaULL);
  EXPECT_EQ(to_hex(sha256_64("abc")), "ba7816bf8f01cfea");
}

TEST(Hash, ReadsTheHexItWrites) {
  for (const std::uint64_t value : {0ULL, 1ULL, 0xfedcba9876543210ULL, ~0ULL}) {
    std::uint64_t read = 42;
    EXPECT_TRUE(from_hex(to_hex(value), read));
    EXPECT_EQ(read, value);
  }
}

TEST(Hash, RefusesOtherHex) {
  for (const char* bad : {"", "0", "00000000000000000", "g000000000000000", "-000000000000001",
                          " 000000000000001", "0x00000000000001"}) {
    std::uint64_t read = 42;
    EXPECT_FALSE(from_hex(bad, read)) << bad;
    EXPECT_EQ(read, 42U) << bad;
  }
}

}  // namespace
}  // namespace newsgraph
