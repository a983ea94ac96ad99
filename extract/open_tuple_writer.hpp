#pragma once

#include <ostream>

#include "extract/open_tuple_extractor.hpp"

namespace newsgraph {

/// Writes each tuple as a line of tab-separated fields, the form in which Open IE benchmarks score:
///
///     sentence  confidence  relation  subject  [argument ...]
///
/// A field holds no tab and no line end: white space within is folded.
void write_tuples(const OpenExtraction& extraction, std::ostream& out);

}  // namespace newsgraph
