#pragma once

#include <compare>
#include <cstdint>

namespace newsgraph {

/// Half-open byte range [begin, end) into a UTF-8 text, mostly Article::text.
///
/// A span rather than a string_view: a view into an article that was moved dangles.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that contains both.
inline Span hull(const Span& a, const Span& b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace newsgraph
