#include "export/graphml/graphml_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>
#include <vector>

#include "export/display.hpp"
#include "export/graphml/yed_graphics.hpp"
#include "export/picture/picture.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "export/viewer/columns.hpp"
#include "export/viewer/edge_kinds.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

enum class Flavour : std::uint8_t { kDefault, kStrict, kYed };

struct Key {
  std::string_view name;
  std::string_view type;
};

/// What viewers have a place of its own for, around the columns. Key ids are unique over nodes and
/// edges, because NetworkX looks at the id alone.
constexpr Key kNodeNames[] = {{"label", "string"}, {"name", "string"}};
constexpr Key kNodePicture[] = {{"x", "double"}, {"y", "double"}, {"size", "double"},
                                {"r", "int"},    {"g", "int"},    {"b", "int"}};
constexpr Key kEdgeNames[] = {
    {"label", "string"}, {"interaction", "string"}, {"name", "string"}, {"weight", "double"}};

/// NetworkX and igraph know no other types than these and stop at any other.
std::string_view type_of(const Column& column) {
  switch (column.type) {
    case ColumnType::kCount:
      return "int";
    case ColumnType::kReal:
      return "double";
    case ColumnType::kFlag:
      return "boolean";
    case ColumnType::kText:
    case ColumnType::kList:
      break;
  }
  return "string";
}

/// Items of joined lists: " | " must stand between them alone.
constexpr EscapeTable kXmlListItem{{{'&', "&amp;"},
                                    {'<', "&lt;"},
                                    {'>', "&gt;"},
                                    {'"', "&quot;"},
                                    {'\t', " "},
                                    {'\n', " "},
                                    {'\r', " "},
                                    {'|', "¦"}}};

class GraphmlWriter final : ColumnWriter {
 public:
  GraphmlWriter(const KnowledgeGraph& graph, Flavour flavour, ColorBy color_by, std::ostream& out)
      : graph_(graph),
        flavour_(flavour),
        sink_(out),
        picture_(draw_picture(graph, color_by)),
        columns_(graph, picture_) {}

  void write() {
    // Cytoscape looks for the namespace in the first lines of a file.
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"";
    if (flavour_ == Flavour::kYed) text_ += " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
    text_ += ">\n";
    if (flavour_ == Flavour::kYed) append_yed_keys(text_);
    declare("node", kNodeNames);
    declare("node", node_columns());
    if (flavour_ != Flavour::kYed) declare("node", kNodePicture);
    declare("edge", kEdgeNames);
    declare("edge", edge_columns());
    text_ += "<graph id=\"newsgraph\" edgedefault=\"directed\">\n";
    prefix_ = 'n';
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      write_node(vertex);
      sink_.spill();
    }
    prefix_ = 'e';
    std::vector<std::uint32_t> ordinals;
    if (flavour_ == Flavour::kDefault) ordinals = edge_ordinals(graph_.relations);
    std::size_t index = 0;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      write_edge(edge, ordinals.empty() ? 1 : ordinals[index++]);
      sink_.spill();
    }
    text_ += "</graph>\n</graphml>\n";
    sink_.finish();
  }

 private:
  static std::string_view type_of(const Key& key) { return key.type; }
  static std::string_view type_of(const Column& column) { return newsgraph::type_of(column); }

  template <typename Keys>
  void declare(std::string_view domain, const Keys& keys) {
    for (const auto& key : keys) {
      text_ += "<key id=\"";
      text_ += domain[0];
      text_ += '_';
      text_ += key.name;
      text_ += "\" for=\"";
      text_ += domain;
      text_ += "\" attr.name=\"";
      text_ += key.name;
      text_ += "\" attr.type=\"";
      text_ += type_of(key);
      text_ += "\"/>\n";
    }
  }

  void open(std::string_view name) {
    text_ += "<data key=\"";
    text_ += prefix_;
    text_ += '_';
    text_ += name;
    text_ += "\">";
  }
  void close() { text_ += "</data>"; }

  void text(std::string_view name, std::string_view value) override {
    if (value.empty()) return;
    open(name);
    append_escaped(text_, value, kXml);
    close();
  }
  void count(std::string_view name, std::uint64_t value) override {
    open(name);
    append_number(text_, value);
    close();
  }
  void real(std::string_view name, double value) override {
    open(name);
    append_number(text_, value);
    close();
  }
  void flag(std::string_view name, bool value) override { text(name, value ? "true" : "false"); }
  void list(std::string_view name, std::span<const std::string> items) override {
    open(name);
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text_ += " | ";
      append_escaped(text_, items[i], kXmlListItem);
    }
    close();
  }

  void write_node(Vertex vertex) {
    const Entity& entity = graph_.relations[vertex];
    text_ += "<node id=\"";
    text_ += entity_id(entity.id);
    text_ += '"';
    if (flavour_ == Flavour::kDefault) {
      text_ += " labels=\":Entity:";
      text_ += type_label(entity.type);
      text_ += '"';
    }
    text_ += '>';
    text("label", entity.label);
    text("name", entity.label);
    columns_.node(vertex, *this);
    const PictureNode& node = picture_[vertex];
    if (flavour_ == Flavour::kYed) {
      append_yed_node(text_, node, entity.label);
    } else {
      real("x", node.x);
      real("y", node.y);
      real("size", node.size);
      count("r", node.color.red);
      count("g", node.color.green);
      count("b", node.color.blue);
    }
    text_ += "</node>\n";
  }

  void write_edge(Edge edge, std::uint32_t ordinal) {
    const RelationGraph& graph = graph_.relations;
    const Relation& relation = graph[edge];
    text_ += "<edge id=\"";
    text_ += relation_id(relation.id);
    text_ += "\" source=\"";
    text_ += entity_id(graph[boost::source(edge, graph)].id);
    text_ += "\" target=\"";
    text_ += entity_id(graph[boost::target(edge, graph)].id);
    text_ += '"';
    if (flavour_ == Flavour::kDefault) {
      text_ += " label=\"";
      append_edge_kind(text_, relation, ordinal);
      text_ += '"';
    }
    text_ += '>';
    const std::string label = display_label(relation);
    text("label", label);
    text("interaction", relation.relation_class);
    text("name", label);
    count("weight", edge_weight(relation));
    columns_.edge(edge, *this);
    if (flavour_ == Flavour::kYed) append_yed_edge(text_, relation, label);
    text_ += "</edge>\n";
  }

  const KnowledgeGraph& graph_;
  Flavour flavour_;
  Sink sink_;
  std::string& text_ = sink_.text;
  std::vector<PictureNode> picture_;  ///< of vertices
  ViewerColumns columns_;
  char prefix_ = 'n';  ///< of the keys' ids
};

}  // namespace

void GraphmlExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  const Flavour flavour = options_.strict ? Flavour::kStrict : Flavour::kDefault;
  GraphmlWriter(graph, flavour, options_.color_by, out).write();
}

void YedExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  GraphmlWriter(graph, Flavour::kYed, options_.color_by, out).write();
}

}  // namespace newsgraph
