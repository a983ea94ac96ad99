#include "graph/query/contraries.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "graph/ontology/ontology.hpp"

namespace newsgraph {
namespace {

/// A relation or statement with what it is about.
struct Saying {
  const Relation* relation;
  std::string about;  ///< subject and object, as a key
};

std::vector<Saying> sayings(const KnowledgeGraph& graph) {
  std::vector<Saying> all;
  const RelationGraph& relations = graph.relations;
  for (const Edge edge : boost::make_iterator_range(boost::edges(relations))) {
    all.push_back({&relations[edge], std::to_string(boost::source(edge, relations)) + " node " +
                                         std::to_string(boost::target(edge, relations))});
  }
  for (const Statement& statement : graph.statements) {
    std::string about = std::to_string(statement.subject);
    if (statement.object_relation) {
      about += " relation " + std::to_string(*statement.object_relation);
    } else {
      about += " text " + statement.object_text;
    }
    all.push_back({&statement.relation, std::move(about)});
  }
  return all;
}

std::string key(const std::string& about, const std::string& canonical, Polarity polarity) {
  std::string key = about;
  key.push_back('\0');
  key += canonical;
  key.push_back('\0');
  return key += to_string(polarity);
}

}  // namespace

std::vector<std::vector<std::uint32_t>> contraries(const KnowledgeGraph& graph) {
  const std::vector<Saying> all = sayings(graph);
  std::unordered_set<std::string_view> contested;
  for (const Saying& saying : all) {
    if (saying.relation->contested) contested.insert(saying.about);
  }
  std::unordered_map<std::string, std::vector<std::uint32_t>> actual;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const Relation& relation = *all[i].relation;
    if (relation.modality != Modality::kActual || !contested.contains(all[i].about)) continue;
    actual[key(all[i].about, relation.canonical, relation.polarity)].push_back(i);
  }
  std::vector<std::vector<std::uint32_t>> result(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const Relation& relation = *all[i].relation;
    if (!relation.contested || relation.modality != Modality::kActual) continue;
    const auto add = [&](const std::string& canonical, Polarity polarity) {
      const auto found = actual.find(key(all[i].about, canonical, polarity));
      if (found == actual.end()) return;
      result[i].insert(result[i].end(), found->second.begin(), found->second.end());
    };
    if (relation.polarity == Polarity::kNegated) {
      add(relation.canonical, Polarity::kAffirmed);
      continue;
    }
    add(relation.canonical, Polarity::kNegated);
    for (const std::string& contrary : Ontology::instance().contraries(relation.canonical)) {
      add(contrary, Polarity::kAffirmed);
    }
    std::sort(result[i].begin(), result[i].end());
    result[i].erase(std::unique(result[i].begin(), result[i].end()), result[i].end());
  }
  return result;
}

}  // namespace newsgraph
