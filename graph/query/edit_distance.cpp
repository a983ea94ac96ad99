#include "graph/query/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace newsgraph {
namespace {

std::uint64_t signature_after(unsigned previous, std::string_view text) {
  std::uint64_t bits = 0;
  for (const char c : text) {
    const unsigned byte = static_cast<unsigned char>(c);
    bits |= std::uint64_t{1} << ((previous * 31U + byte * 7U) % 61U);
    previous = byte;
  }
  return bits;
}

}  // namespace

std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  // Equal ends need no edits.
  while (!a.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }

  constexpr std::size_t kInline = 64;
  std::array<std::uint32_t, 3 * kInline> fixed;
  std::vector<std::uint32_t> grown;
  const std::size_t width = b.size() + 1;
  std::uint32_t* rows = fixed.data();
  if (width > kInline) {
    grown.resize(3 * width);
    rows = grown.data();
  }
  std::uint32_t* two_up = rows;
  std::uint32_t* up = rows + width;
  std::uint32_t* row = rows + 2 * width;
  const std::uint32_t beyond = limit + 1;

  for (std::size_t j = 0; j < width; ++j) up[j] = static_cast<std::uint32_t>(j);
  std::fill(two_up, two_up + width, beyond);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    // Cells further than `limit` off the diagonal cost more than `limit` anyway.
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t last = std::min(b.size(), i + limit);
    std::fill(row, row + width, beyond);
    row[0] = static_cast<std::uint32_t>(i);
    std::uint32_t least = row[0];
    for (std::size_t j = first; j <= last; ++j) {
      std::uint32_t cost = up[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      cost = std::min({cost, up[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost = std::min(cost, two_up[j - 2] + 1);
      }
      row[j] = std::min(cost, beyond);
      least = std::min(least, row[j]);
    }
    // A swap reaches back two rows, so both must be beyond the limit.
    if (least > limit && *std::min_element(up, up + width) > limit) return beyond;
    std::swap(two_up, up);
    std::swap(up, row);
  }
  return std::min(up[b.size()], beyond);
}

std::uint64_t bigram_signature(std::string_view folded) { return signature_after(' ', folded); }

std::uint64_t inner_signature(std::string_view part) {
  if (part.empty()) return 0;
  return signature_after(static_cast<unsigned char>(part.front()), part.substr(1));
}

bool may_be_within(std::uint64_t a, std::uint64_t b, std::uint32_t limit) {
  // A swap of neighbours exchanges three pairs for three others; every other edit fewer.
  return may_be_part(a, b, limit) && may_be_part(b, a, limit);
}

bool may_be_part(std::uint64_t part, std::uint64_t whole, std::uint32_t limit) {
  return std::popcount(part & ~whole) <= static_cast<int>(3 * limit);
}

}  // namespace newsgraph
