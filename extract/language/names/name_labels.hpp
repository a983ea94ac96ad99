#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

inline constexpr std::size_t kNameTypes = 9;

/// A token's label: outside (0), or its place in a name of a type (BILOU).
struct NameLabel {
  enum Place : std::uint8_t { kBegin, kInside, kLast, kUnit };
  static constexpr std::size_t kCount = 1 + 4 * kNameTypes;
  static constexpr std::uint32_t kOutside = 0;

  static std::uint32_t of(NameType type, Place place) {
    return 1 + 4 * static_cast<std::uint32_t>(type) + place;
  }
  static NameType type(std::uint32_t label) { return static_cast<NameType>((label - 1) / 4); }
  static Place place(std::uint32_t label) { return static_cast<Place>((label - 1) % 4); }

  /// Whether the name goes on behind a token with `label`.
  static bool is_open(std::uint32_t label) {
    return label != kOutside && (place(label) == kBegin || place(label) == kInside);
  }
  /// Whether `next` may follow `label`.
  static bool can_follow(std::uint32_t label, std::uint32_t next) {
    const bool continues = next != kOutside && (place(next) == kInside || place(next) == kLast);
    if (!is_open(label)) return !continues;
    return continues && type(label) == type(next);
  }
};

/// The names that a sequence of labels means.
std::vector<NamedMention> names_of(std::span<const std::uint32_t> labels);

}  // namespace newsgraph
