#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/base/span.hpp"

namespace newsgraph {

/// A stretch of text that the layout sets apart, before it is known what it is.
struct LayoutBlock {
  Span span;                ///< without surrounding white space and without the bullet; never empty
  bool bullet = false;      ///< an item of a list
  bool gap_before = false;  ///< set off from the block before by an empty line

  friend bool operator==(const LayoutBlock&, const LayoutBlock&) = default;
};

/// Cuts `text` (clean_text()) into blocks: a line each, as pages and wires are pasted, but lines
/// that a mail program or typesetter broke at a fixed width are joined again:
///
///     KYIV - The prime minister declined on        one block, over two lines
///     Monday to visit Berlin.
///
/// A run of lines is taken for broken where nearly every line has no room left for the first word
/// of the next, at the width that most of the text has. O(n).
std::vector<LayoutBlock> layout_blocks(std::string_view text);

}  // namespace newsgraph
