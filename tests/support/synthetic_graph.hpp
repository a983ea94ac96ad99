#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "graph/model/knowledge_graph.hpp"

namespace newsgraph::testing {

/// A graph of that many relations between a fifth as many nodes, with the lengths of real news:
/// names of about 20 bytes, sentences of about 170, 25 relations an article. Equal for equal
/// arguments. Header only, for benchmarks of any part.
inline KnowledgeGraph synthetic_graph(std::uint32_t relations) {
  // Numerical Recipes' linear congruential generator: the same everywhere.
  std::uint32_t state = 1;
  const auto random = [&state](std::uint32_t bound) {
    state = state * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>(std::uint64_t{state} * bound >> 32);
  };
  constexpr std::string_view kPredicates[] = {"backs", "declined", "met", "accused of delays",
                                              "sent aid to"};
  constexpr std::string_view kClasses[] = {"SUPPORT", "REJECT", "CONSULT", "ACCUSE", "AID"};
  constexpr std::uint32_t kPerArticle = 25;

  KnowledgeGraph graph;
  for (std::uint32_t i = 0; i < std::max(1u, relations / kPerArticle); ++i) {
    ArticleRecord article;
    article.header.key = "https://news.example/2024/article-" + std::to_string(i);
    article.header.title = "Norland and its neighbours, part " + std::to_string(i);
    article.header.published = "2024-05-01";
    article.header.fingerprint = "rules-1 schema-1 0123456789abcdef";
    graph.articles.push_back(std::move(article));
  }
  const std::uint32_t nodes = std::max(2u, relations / 5);
  for (std::uint32_t i = 0; i < nodes; ++i) {
    Entity entity;
    entity.id = i + 1;
    entity.label = "Person Number " + std::to_string(i);
    entity.type = static_cast<EntityType>(i % 13);
    entity.aliases = {{entity.label, 1, "name"}};
    entity.mentions = 1 + random(1000) / (1 + random(100));
    entity.articles = 1;
    boost::add_vertex(std::move(entity), graph.relations);
  }
  const auto articles = static_cast<std::uint32_t>(graph.articles.size());
  for (std::uint32_t i = 0; i < relations; ++i) {
    // A bound that is random itself makes some nodes far better connected than others.
    const std::uint32_t subject = random(1 + random(nodes));
    const std::uint32_t object = random(1 + random(nodes));
    const std::uint32_t kind = random(5);
    const std::uint32_t article = i / kPerArticle % articles;
    const std::uint32_t begin = i % kPerArticle * 200;

    std::string sentence = graph.relations[subject].label;
    sentence += ' ';
    sentence += kPredicates[kind];
    sentence += ' ';
    sentence += graph.relations[object].label;
    sentence +=
        ", after a long night of talks in the capital that neither of the two sides had expected "
        "to go on until the morning.";
    const auto size = static_cast<std::uint32_t>(sentence.size());
    graph.sentences.push_back({article, {begin, begin + size}, std::move(sentence)});

    Relation relation;
    relation.id = i + 1;
    relation.predicate = relation.canonical = relation.readable = kPredicates[kind];
    relation.relation_class = kClasses[kind];
    relation.confidence = random(10000) / 10000.0;
    relation.evidence_count = relation.support = 1;
    relation.first_date = relation.last_date = "2024-05-01";
    relation.asserted = true;
    Claim claim;
    claim.id = i + 1;
    claim.confidence = relation.confidence;
    claim.rule = "verb";
    claim.predicate = relation.predicate;
    claim.evidence = {
        article, i, {begin, begin + 14}, {begin + 15, begin + 20}, {begin + 30, begin + 44}};
    relation.claims.push_back(std::move(claim));
    boost::add_edge(subject, object, std::move(relation), graph.relations);
  }
  return graph;
}

}  // namespace newsgraph::testing
