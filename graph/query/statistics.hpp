#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// A graph in figures.
struct GraphStatistics {
  using Counts =
      std::vector<std::pair<std::string, std::uint64_t>>;  ///< largest first, then by name

  std::uint64_t articles = 0;
  std::uint64_t sentences = 0;  ///< that are evidence
  std::uint64_t entities = 0;   ///< nodes of every kind
  std::uint64_t relations = 0;
  std::uint64_t statements = 0;
  std::uint64_t claims = 0;     ///< of relations and statements
  Counts kinds;                 ///< nodes by kind
  Counts types;                 ///< named entities by type
  Counts classes;               ///< relations by class
  Counts polarities;            ///< relations by polarity
  Counts modalities;            ///< relations by modality
  std::uint64_t reported = 0;   ///< relations without a claim in an article's own voice
  std::uint64_t asserted = 0;   ///< relations
  std::uint64_t contested = 0;  ///< relations
  std::uint64_t supported = 0;  ///< relations that stand in two independent articles or more
  std::string first_date;       ///< of the articles, EDTF; empty if none is dated
  std::string last_date;
  std::uint64_t undated_articles = 0;

  struct TopEntity {
    std::uint32_t vertex = 0;
    std::uint64_t relations = 0;
  };
  std::vector<TopEntity> top_entities;  ///< named entities by relations
  Counts top_sources;  ///< whom claims are attributed to (the innermost source), by claims
  Counts outlets;      ///< articles by outlet; those without are left out
};

/// @param top  How many entities, sources and outlets.
/// One pass over the graph.
GraphStatistics graph_statistics(const KnowledgeGraph& graph, std::size_t top = 10);

}  // namespace newsgraph
