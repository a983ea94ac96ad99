#include "export/rdf/declarations.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <map>
#include <set>

#include "export/rdf/vocabulary.hpp"
#include "export/text.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

using namespace terms;

Name property_name(std::string_view canonical, std::string& local) {
  local.clear();
  for (std::size_t i = 0; i < canonical.size(); ++i) {
    if (canonical[i] == ' ') {
      local += '_';
    } else if (canonical[i] == '_') {
      local += "%5F";
    } else {
      const std::size_t end = std::min(canonical.find_first_of(" _", i), canonical.size());
      append_percent_encoded(local, canonical.substr(i, end - i));
      i = end - 1;
    }
  }
  if (local.empty()) local += "unnamed";
  return {Space::kRelationProperty, local};
}

Name class_name(std::string_view relation_class, std::string& local) {
  local.clear();
  append_percent_encoded(local, relation_class);
  if (is_known_relation_class(relation_class)) return ngo(local);
  if (local.empty()) local += "unnamed";
  return {Space::kClass, local};
}

void write_declarations(const KnowledgeGraph& graph, RdfWriter& rdf) {
  rdf.subject({Space::kGraph, "graph"});
  rdf.add(kType, owl("Ontology"));
  rdf.text(kLabel, "Knowledge graph of news articles, written by newsgraph");
  rdf.add(dct("conformsTo"), {Space::kIri, "https://newsgraph.example/ontology"});
  for (const VocabularyTerm& term : vocabulary()) {
    rdf.subject(term.name);
    rdf.add(kType, owl(term.kind));
  }

  std::map<std::string_view, std::string_view> predicates;
  std::set<std::string_view> classes;
  const auto collect = [&](const Relation& relation) {
    predicates.try_emplace(relation.canonical, relation.readable);
    classes.insert(relation.relation_class);
  };
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph.relations))) {
    collect(graph.relations[edge]);
  }
  for (const Statement& statement : graph.statements) collect(statement.relation);

  std::string local;
  for (const std::string_view name : classes) {
    rdf.subject(class_name(name, local));
    rdf.add(kType, owl("ObjectProperty"));
    rdf.add(kType, ngo("RelationClass"));
    rdf.text(kLabel, name.empty() ? "unnamed" : name);
    rdf.add(rdfs("subPropertyOf"), ngo("relatedTo"));
  }
  for (const auto& [canonical, readable] : predicates) {
    rdf.subject(property_name(canonical, local));
    rdf.add(kType, owl("ObjectProperty"));
    rdf.text(kLabel, readable);
    rdf.text(ngo("canonicalPredicate"), canonical);
    rdf.add(rdfs("subPropertyOf"), ngo("relatedTo"));
  }
}

}  // namespace newsgraph
