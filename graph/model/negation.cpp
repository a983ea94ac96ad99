#include "graph/model/negation.hpp"

#include <algorithm>
#include <iterator>

namespace newsgraph {
namespace {

constexpr std::string_view kAuxiliaries[] = {
    "am",  "is",    "are", "was",   "were", "will",   "would", "has",  "have", "had",
    "can", "could", "may", "might", "must", "should", "shall", "does", "did",  "do"};

}  // namespace

std::size_t place_of_not(std::string_view predicate) {
  const std::size_t first = std::min(predicate.find(' '), predicate.size());
  const auto* const end = std::end(kAuxiliaries);
  return std::find(std::begin(kAuxiliaries), end, predicate.substr(0, first)) == end ? 0 : first;
}

}  // namespace newsgraph
