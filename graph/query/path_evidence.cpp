#include "graph/query/path_evidence.hpp"

#include <map>
#include <string>
#include <utility>

namespace newsgraph {
namespace {

class Attacher {
 public:
  Attacher(const Topology& topology, KnowledgeGraph& graph) : topology_(topology), graph_(graph) {}

  bool has(std::uint32_t relation) const { return edges_.contains(relation); }
  std::uint32_t edge(std::uint32_t relation) const { return edges_.at(relation); }

  void add(std::uint32_t number, EvidencedRelation loaded) {
    for (std::size_t i = 0; i < loaded.relation.claims.size(); ++i) {
      Evidence& evidence = loaded.relation.claims[i].evidence;
      evidence.article = article(std::move(loaded.articles[i]));
      evidence.sentence = sentence(evidence.article, std::move(loaded.sentences[i]));
    }
    const TopologyRelation& ends = topology_.relations()[number];
    const auto edge = static_cast<std::uint32_t>(edges_.size());
    edges_.emplace(number, edge);
    add_edge(ends.subject, ends.object, std::move(loaded.relation), graph_.relations);
  }

 private:
  std::uint32_t article(ArticleHeader header) {
    const auto next = static_cast<std::uint32_t>(graph_.articles.size());
    const auto [place, is_new] = articles_.try_emplace(header.key, next);
    if (is_new) graph_.articles.push_back({std::move(header)});
    return place->second;
  }

  std::uint32_t sentence(std::uint32_t article, SentenceText text) {
    const auto next = static_cast<std::uint32_t>(graph_.sentences.size());
    const auto [place, is_new] = sentences_.try_emplace({article, text.span}, next);
    if (is_new) graph_.sentences.push_back({article, text.span, std::move(text.text)});
    return place->second;
  }

  const Topology& topology_;
  KnowledgeGraph& graph_;
  std::map<std::uint32_t, std::uint32_t> edges_;  ///< by number in the topology
  std::map<std::string, std::uint32_t> articles_;
  std::map<std::pair<std::uint32_t, Span>, std::uint32_t> sentences_;
};

}  // namespace

void attach_relations(const Topology& topology,
                      const std::function<EvidencedRelation(std::uint32_t)>& load,
                      KnowledgeGraph& graph, std::vector<Path>& paths) {
  Attacher attacher(topology, graph);
  for (Path& path : paths) {
    for (PathHop& hop : path.hops) {
      for (std::uint32_t& relation : hop.relations) {
        if (!attacher.has(relation)) attacher.add(relation, load(relation));
        relation = attacher.edge(relation);
      }
    }
  }
}

}  // namespace newsgraph
