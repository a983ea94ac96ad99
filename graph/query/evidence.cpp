#include "graph/query/evidence.hpp"

#include <algorithm>

namespace newsgraph {

const Claim& best_claim(const Relation& relation) {
  // Claims stand earliest first, and max_element returns the first of equals.
  return *std::max_element(relation.claims.begin(), relation.claims.end(),
                           [](const Claim& a, const Claim& b) {
                             const bool a_own = a.attribution.empty();
                             const bool b_own = b.attribution.empty();
                             return a_own != b_own ? b_own : a.confidence < b.confidence;
                           });
}

bool is_only_reported(const Relation& relation) {
  return std::none_of(relation.claims.begin(), relation.claims.end(),
                      [](const Claim& claim) { return claim.attribution.empty(); });
}

std::string source_name(const KnowledgeGraph& graph, const Source& source) {
  if (source.entity) return graph.relations[*source.entity].label;
  // "reportedly", "it is said": somebody says so, nobody is named.
  return source.text.empty() ? "unnamed sources" : source.text;
}

std::string attribution_text(const KnowledgeGraph& graph, const Claim& claim) {
  std::string text;
  for (const Source& source : claim.attribution) {
    text += (text.empty() ? "according to " : ", citing ") + source_name(graph, source);
  }
  return text;
}

const std::string& date_of(const KnowledgeGraph& graph, const Claim& claim) {
  if (!claim.event_date.empty()) return claim.event_date;
  if (!claim.statement_date.empty()) return claim.statement_date;
  return graph.articles[claim.evidence.article].header.published;
}

}  // namespace newsgraph
