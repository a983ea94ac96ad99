#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph::testing {

/// Builds a KnowledgeGraph by hand, in canonical order, without articles or extraction:
///
///     GraphBuilder build;
///     const auto article = build.article("a1", "Norland backs the treaty", "2024-05-01");
///     const auto keller = build.entity("Marta Keller", EntityType::kPerson);
///     const auto treaty = build.entity("the treaty", EntityType::kLaw);
///     build.relation(keller, "backs", treaty, "SUPPORT",
///                    {build.claim(article, "Marta Keller backs the treaty.")});
///
/// Ids count up from 1 in the order of the calls. Counts, confidence and dates of relations follow
/// from their claims.
class GraphBuilder {
 public:
  std::uint32_t article(std::string key, std::string title, std::string published);
  std::uint32_t entity(std::string label, EntityType type, NodeKind kind = NodeKind::kEntity);
  /// A claim in the article's own voice, for relation() or statement(). Its spans cover the first
  /// word, the second and the last of the sentence.
  Claim claim(std::uint32_t article, std::string sentence, double confidence = 0.9);

  /// Polarity and modality are read off the front of `readable`: "not visited", "planned: visit".
  Relation& relation(std::uint32_t subject, std::string readable, std::uint32_t object,
                     std::string relation_class, std::initializer_list<Claim> claims);
  Statement& statement(std::uint32_t subject, std::string readable, std::string relation_class,
                       std::initializer_list<Claim> claims);

  Entity& operator[](std::uint32_t vertex) { return graph_.relations[vertex]; }
  ArticleHeader& header(std::uint32_t article) { return graph_.articles[article].header; }
  KnowledgeGraph& graph() { return graph_; }

 private:
  Relation make(std::string readable, std::string relation_class,
                std::initializer_list<Claim> claims);

  KnowledgeGraph graph_;
  std::uint64_t next_id_ = 1;
};

/// A small graph that has one of everything the model knows, and labels that break careless
/// formats: quotes, line breaks, backslashes, control characters, characters beyond the Basic
/// Multilingual Plane, right-to-left text, DOT keywords, HTML and Cypher code.
KnowledgeGraph hostile_graph();

}  // namespace newsgraph::testing
