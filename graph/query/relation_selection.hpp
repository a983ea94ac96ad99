#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/base/error.hpp"
#include "graph/query/topology.hpp"

namespace newsgraph {

/// A name in a question that the graph does not know; the message says what is near.
class UnknownName : public Error {
 public:
  using Error::Error;
};

/// Which relations a query goes over; by default all.
struct RelationSelection {
  /// Predicates as written, canonical or readable, or classes; any of them. Case and accents do not
  /// matter. Empty: all.
  std::vector<std::string> relations = {};
  double min_confidence = 0;
  std::uint32_t min_support = 0;
  std::string since = {};  ///< EDTF; relations of which every date is before it are left out
  std::string until = {};  ///< EDTF, inclusive
  bool asserted_only = false;
};

/// A selection made ready for one topology: a few comparisons a relation.
class RelationTest {
 public:
  /// @throws Error if a date is not EDTF; UnknownName if no relation of the graph is called so.
  RelationTest(const Topology& topology, const RelationSelection& selection);

  /// Relations without a date pass only where neither `since` nor `until` is asked for.
  bool operator()(std::uint32_t relation) const {
    return all_ || passes(topology_.relations()[relation]);
  }

 private:
  bool passes(const TopologyRelation& relation) const;

  const Topology& topology_;
  bool all_ = true;
  std::vector<bool> words_;  ///< by word; empty: all
  float min_confidence_ = 0;
  std::uint32_t min_support_ = 0;
  std::uint32_t since_ = 0;
  std::uint32_t until_ = 0;
  bool asserted_only_ = false;
};

}  // namespace newsgraph
