#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

/// SHA-256 of `bytes` (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// First eight bytes of SHA-256 of `bytes`, big-endian.
///
/// Ids are cut from a cryptographic hash because article keys and texts are hostile input: nobody
/// can choose a text whose mentions take the ids of another's. Among 10^8 mentions the probability
/// of any accidental collision is below 3 in 10^4.
std::uint64_t sha256_64(std::string_view bytes);

/// `value` as 16 lower-case hexadecimal digits.
std::string to_hex(std::uint64_t value);

/// Reads what to_hex() wrote.
/// @return false, with `value` untouched, unless `digits` is 16 hexadecimal digits.
bool from_hex(std::string_view digits, std::uint64_t& value);

}  // namespace newsgraph
