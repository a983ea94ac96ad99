#pragma once

#include <cstdint>

namespace newsgraph {

/// What the whole graph had, where a page shows a part of it.
struct PageOmissions {
  std::uint64_t entities = 0;
  std::uint64_t relations = 0;
  std::uint64_t statements = 0;
};

}  // namespace newsgraph
