#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

/// Where names of the output live; the order is that of the prefixes in Turtle.
enum class Space : std::uint8_t {
  kRdf,
  kRdfs,
  kOwl,
  kXsd,
  kSkos,
  kProv,
  kOa,
  kDc,
  kDct,
  kSchema,
  kEdtf,
  kOntology,  ///< ngo: this program's vocabulary, schemas/news.ttl; the same whatever the base
  // Below, all under the base:
  kClass,
  kRelationProperty,
  kEntity,
  kRelation,
  kClaim,
  kAttribution,
  kQualifier,
  kEvidence,
  kSentence,
  kPosition,
  kDocument,
  kRun,
  kGraph,
  kIri,  ///< no space: the local name is a whole IRI
};
inline constexpr std::size_t kSpaces = static_cast<std::size_t>(Space::kIri) + 1;

/// An IRI: a space and what stands behind it, which the caller keeps. Hostile text is
/// percent-encoded before it comes here.
struct Name {
  Space space = Space::kIri;
  std::string_view local;

  friend bool operator==(const Name&, const Name&) = default;
};

/// What the spaces are called, and where they are.
class Namespaces {
 public:
  /// @param base  Start of every IRI that is not of a fixed vocabulary, from checked_base().
  explicit Namespaces(const std::string& base);

  /// "ent"; empty for kIri.
  static std::string_view prefix(Space space);
  /// "https://newsgraph.example/id/entity/"; empty for kIri.
  std::string_view operator[](Space space) const { return iris_[static_cast<std::size_t>(space)]; }

 private:
  std::array<std::string, kSpaces> iris_;
};

/// `base` with a '/' behind it where it ends in neither '/' nor '#'.
/// @throws Error if it is no absolute IRI.
std::string checked_base(std::string base);

/// A local name put together in place, because ids are written by the million; up to 48 bytes.
class LocalName {
 public:
  LocalName() = default;
  /// "e_0123456789abcdef" of 'e' and the id.
  LocalName(char kind, std::uint64_t id);

  LocalName& operator+=(std::string_view text);
  LocalName& operator+=(std::uint64_t number);

  operator std::string_view() const { return {text_.data(), size_}; }

 private:
  std::array<char, 48> text_;
  std::size_t size_ = 0;
};

}  // namespace newsgraph
