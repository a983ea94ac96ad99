#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// The complete graph as one JSON document, schemas/graph.schema.json: articles, sentences,
/// entities, relations and statements with their claims and evidence. One record a line, so that
/// line tools and diffs work on it. Records refer to one another by id.
class JsonExporter final : public Exporter {
 public:
  explicit JsonExporter(const ExportOptions&) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;
};

}  // namespace newsgraph
