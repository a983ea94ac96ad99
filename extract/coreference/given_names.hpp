#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

/// How often given names were seen with "he" and "she" in raw text. One piece of evidence among
/// others: names that go both ways, and names never seen, say nothing.
///
/// Bytes: u32 n, n x u32 hashes in rising order, n x i8 evidence.
class GivenNames {
 public:
  GivenNames() = default;

  /// @param bytes  A section of a ModelFile, which must outlive this object.
  /// @throws ParseError (naming `source`) if the sizes do not fit.
  GivenNames(std::string_view bytes, const std::string& source);

  /// From -3 (mostly "he") to 3 (mostly "she"); 0 if unknown or both.
  /// @param hash  NounPhrase::given_name
  int evidence(std::uint32_t hash) const;

 private:
  std::uint32_t count_ = 0;
  const std::uint32_t* hashes_ = nullptr;
  const std::int8_t* evidence_ = nullptr;
};

}  // namespace newsgraph
