#pragma once

#include <cstdint>
#include <vector>

#include "graph/model/relation.hpp"
#include "graph/store/database.hpp"

namespace newsgraph {

/// The claims of the merged graph with their sources and qualifiers.
class ClaimTable {
 public:
  /// How far references may point.
  struct Limits {
    std::uint64_t entities = 0;
    std::uint64_t sentences = 0;
  };

  explicit ClaimTable(const Database& database);

  void insert(std::uint32_t relation, const std::vector<Claim>& claims);

  /// Of one relation. Evidence::article stays 0: it is that of the sentence.
  std::vector<Claim> read(std::uint32_t relation, const Limits& limits);

  /// Reads relation by relation, from row 0 on; faster than read() where all are wanted. The
  /// callback gets the claims of `relation`, empty where it has none.
  class Scan {
   public:
    Scan(const Database& database, const Limits& limits);
    std::vector<Claim> next(std::uint32_t relation);

   private:
    const Database& database_;
    Limits limits_;
    Query claims_, sources_, qualifiers_;
    bool has_claim_, has_source_, has_qualifier_;
  };

 private:
  const Database& database_;
  Query insert_claim_, insert_source_, insert_qualifier_;
  Query claims_, sources_, qualifiers_;
};

}  // namespace newsgraph
