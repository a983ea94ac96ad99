#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "export/rdf/names.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

/// Local names of what a graph holds. Those of articles are hashes, so they are kept.
class GraphNames {
 public:
  explicit GraphNames(const KnowledgeGraph& graph);

  LocalName entity(std::size_t vertex) const { return {'e', graph_.relations[vertex].id}; }
  Name document(std::size_t article) const { return {Space::kDocument, documents_[article]}; }
  /// "s_<hash of its article>_<first byte>"
  LocalName sentence(const SentenceRecord& sentence) const;
  /// Of the program that read the article, in that version; 0 if it is not known.
  std::uint64_t run(std::size_t article) const { return runs_[article]; }

 private:
  const KnowledgeGraph& graph_;
  std::vector<std::string> documents_;
  std::vector<std::uint64_t> runs_;
};

}  // namespace newsgraph
