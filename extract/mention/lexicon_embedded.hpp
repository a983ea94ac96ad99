#pragma once

#include <string_view>

/// The tables of lexicon/, compiled in.
namespace newsgraph::embedded {

extern const std::string_view kNounClasses;
extern const std::string_view kPredicates;
extern const std::string_view kRelationalNouns;

}  // namespace newsgraph::embedded
