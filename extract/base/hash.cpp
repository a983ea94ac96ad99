#include "extract/base/hash.hpp"

#include <openssl/evp.h>

#include <array>
#include <charconv>

namespace newsgraph {
namespace {

std::array<unsigned char, 32> sha256(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  // Fetched once: looking the algorithm up costs more than hashing a short text.
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm, nullptr);
  return digest;
}

constexpr char kDigits[] = "0123456789abcdef";

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::string text;
  text.reserve(64);
  for (const unsigned char byte : sha256(bytes)) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::uint64_t sha256_64(std::string_view bytes) {
  const auto digest = sha256(bytes);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8 | digest[i];
  return value;
}

std::string to_hex(std::uint64_t value) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) text[i] = kDigits[value & 15];
  return text;
}

bool from_hex(std::string_view digits, std::uint64_t& value) {
  if (digits.size() != 16) return false;
  std::uint64_t read = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + 16, read, 16);
  if (error != std::errc() || end != digits.data() + 16) return false;
  value = read;
  return true;
}

}  // namespace newsgraph
