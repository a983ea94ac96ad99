#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

/// 64-bit hashes of words and features. Models know features only by these, so the functions are
/// part of the model format: change them only together with ModelFile's version.
namespace newsgraph {

/// A bijection of 64 bits that spreads every input bit over all output bits (MurmurHash3's
/// finalizer, shortened).
inline constexpr std::uint64_t mix_bits(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ULL;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ULL;
  x ^= x >> 32;
  return x;
}

/// Hash of a template's number and its values, in this order.
template <typename... Values>
inline constexpr std::uint64_t feature_hash(std::uint64_t feature_template, Values... values) {
  std::uint64_t h = (feature_template + 1) * 0x9e3779b97f4a7c15ULL;
  ((h = (h ^ static_cast<std::uint64_t>(values)) * 0xff51afd7ed558ccdULL, h ^= h >> 32), ...);
  h *= 0xc4ceb9fe1a85ec53ULL;
  return h ^ h >> 29;
}

/// Hash of a word's bytes, read as little-endian on every machine.
inline std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t h = 0x2545f4914f6cdd1dULL ^ bytes.size();
  for (const char byte : bytes) {
    h = (h ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  }
  return mix_bits(h);
}

}  // namespace newsgraph
