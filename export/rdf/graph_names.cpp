#include "export/rdf/graph_names.hpp"

#include "extract/base/hash.hpp"

namespace newsgraph {

GraphNames::GraphNames(const KnowledgeGraph& graph) : graph_(graph) {
  documents_.reserve(graph.articles.size());
  runs_.reserve(graph.articles.size());
  for (const ArticleRecord& article : graph.articles) {
    const std::string& fingerprint = article.header.fingerprint;
    documents_.push_back(document_id(article.header.key));
    runs_.push_back(fingerprint.empty() ? 0 : sha256_64(fingerprint));
  }
}

LocalName GraphNames::sentence(const SentenceRecord& sentence) const {
  std::string_view hash = documents_[sentence.article];
  hash.remove_prefix(2);
  LocalName name;
  name += "s_";
  name += hash;
  name += "_";
  name += std::uint64_t{sentence.span.begin};
  return name;
}

}  // namespace newsgraph
