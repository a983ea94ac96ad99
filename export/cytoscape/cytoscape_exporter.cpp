#include "export/cytoscape/cytoscape_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>
#include <vector>

#include "export/display.hpp"
#include "export/json_text.hpp"
#include "export/picture/picture.hpp"
#include "export/sink.hpp"
#include "export/viewer/columns.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

class CytoscapeWriter final : ColumnWriter {
 public:
  CytoscapeWriter(const KnowledgeGraph& graph, ColorBy color_by, std::ostream& out)
      : graph_(graph),
        sink_(out),
        json_(sink_.text),
        picture_(draw_picture(graph, color_by)),
        columns_(graph, picture_) {}

  void write() {
    sink_.text +=
        "{\"data\": {\"name\": \"newsgraph\", \"shared_name\": \"newsgraph\"},\n"
        "\"elements\": {\n\"nodes\": [";
    elements(boost::vertices(graph_.relations), [this](Vertex vertex) { write_node(vertex); });
    sink_.text += "\n],\n\"edges\": [";
    elements(boost::edges(graph_.relations), [this](Edge edge) { write_edge(edge); });
    sink_.text += "\n]\n}}\n";
    sink_.finish();
  }

 private:
  /// One element a line.
  template <typename Range, typename WriteElement>
  void elements(const Range& range, WriteElement write_element) {
    std::string_view separator = "\n";
    for (const auto element : boost::make_iterator_range(range)) {
      sink_.text += separator;
      separator = ",\n";
      json_.reset();
      json_.start_object();
      write_element(element);
      json_.end_object();
      sink_.spill();
    }
  }

  void text(std::string_view name, std::string_view value) override { json_.member(name, value); }
  void count(std::string_view name, std::uint64_t value) override { json_.number(name, value); }
  void real(std::string_view name, double value) override { json_.number(name, value); }
  void flag(std::string_view name, bool value) override { json_.flag(name, value); }
  void list(std::string_view name, std::span<const std::string> items) override {
    json_.key(name);
    json_.start_array();
    for (const std::string& item : items) json_.string(item);
    json_.end_array();
  }

  void write_node(Vertex vertex) {
    const Entity& entity = graph_.relations[vertex];
    const PictureNode& node = picture_[vertex];
    json_.key("data");
    json_.start_object();
    json_.member("id", entity_id(entity.id));
    json_.member("name", entity.label);
    columns_.node(vertex, *this);
    json_.number("size", node.size);
    json_.member("color", hex(node.color));
    json_.end_object();
    json_.key("position");
    json_.start_object();
    json_.number("x", node.x);
    json_.number("y", node.y == 0 ? 0 : -node.y);  // no "-0.0"
    json_.end_object();
  }

  void write_edge(Edge edge) {
    const RelationGraph& graph = graph_.relations;
    const Relation& relation = graph[edge];
    json_.key("data");
    json_.start_object();
    json_.member("id", relation_id(relation.id));
    json_.member("source", entity_id(graph[boost::source(edge, graph)].id));
    json_.member("target", entity_id(graph[boost::target(edge, graph)].id));
    json_.member("name", display_label(relation));
    json_.member("interaction", relation.relation_class);
    json_.number("weight", edge_weight(relation));
    columns_.edge(edge, *this);
    json_.end_object();
  }

  const KnowledgeGraph& graph_;
  Sink sink_;
  JsonText json_;
  std::vector<PictureNode> picture_;  ///< of vertices
  ViewerColumns columns_;
};

}  // namespace

void CytoscapeExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  CytoscapeWriter(graph, options_.color_by, out).write();
}

}  // namespace newsgraph
