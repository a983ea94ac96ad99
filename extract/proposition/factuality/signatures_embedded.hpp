#pragma once

#include <string_view>

/// signatures.txt, compiled in.
namespace newsgraph::embedded {

extern const std::string_view kSignatures;

}  // namespace newsgraph::embedded
