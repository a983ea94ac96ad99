#pragma once

#include <string_view>
#include <vector>

#include "extract/base/span.hpp"

namespace newsgraph {

/// What stands in quotation marks within one paragraph.
struct QuotedSpans {
  std::vector<Span> spans;  ///< in order, disjoint, with their marks
  bool open = false;        ///< the last one has no closing mark and runs to the paragraph's end
};

/// Pairs the quotation marks of the paragraph `block` of `text`: “ ”, „ “, « », » «, " " and, at
/// the outermost level, ‘ ’ and ' ' where they are no apostrophes. Marks within a quotation belong
/// to it. O(block) time.
QuotedSpans match_quotation_marks(std::string_view text, Span block);

}  // namespace newsgraph
