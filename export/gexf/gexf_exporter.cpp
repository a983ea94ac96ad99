#include "export/gexf/gexf_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>
#include <vector>

#include "export/display.hpp"
#include "export/gexf/spells.hpp"
#include "export/picture/picture.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "export/viewer/columns.hpp"
#include "export/viewer/edge_kinds.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

std::string_view type_of(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "string";
    case ColumnType::kCount:
      return "integer";
    case ColumnType::kReal:
      return "double";
    case ColumnType::kFlag:
      return "boolean";
    case ColumnType::kList:
      break;
  }
  return "liststring";
}

/// Within ["…", "…"] in an attribute value: quotes and backslashes are escaped for the list, the
/// rest for XML. White space is plain blanks, because Gephi's list parser knows no other.
constexpr EscapeTable kListItem{{{'\\', "\\\\"},
                                 {'"', "\\&quot;"},
                                 {'&', "&amp;"},
                                 {'<', "&lt;"},
                                 {'>', "&gt;"},
                                 {'\t', " "},
                                 {'\n', " "},
                                 {'\r', " "}}};

class GexfWriter final : ColumnWriter {
 public:
  GexfWriter(const KnowledgeGraph& graph, const ExportOptions& options, std::ostream& out)
      : graph_(graph),
        dynamic_(options.dynamic),
        sink_(out),
        picture_(draw_picture(graph, options.color_by)),
        columns_(graph, picture_) {}

  void write() {
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
        "version=\"1.3\">\n"
        "<meta><creator>newsgraph</creator></meta>\n"
        "<graph defaultedgetype=\"directed\" ";
    text_ += dynamic_ ? "mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n"
                      : "mode=\"static\">\n";
    declare("node", node_columns());
    declare("edge", edge_columns());
    const std::vector<std::vector<Spell>> node_spells = spells_of_nodes();
    text_ += "<nodes>\n";
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      write_node(vertex);
      if (dynamic_) write_spells(node_spells[vertex]);
      text_ += "</node>\n";
      sink_.spill();
    }
    text_ += "</nodes>\n<edges>\n";
    const std::vector<std::uint32_t> ordinals = edge_ordinals(graph_.relations);
    std::size_t index = 0;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      write_edge(edge, ordinals[index++]);
      if (dynamic_) write_spells(spells_of(graph_, graph_.relations[edge]));
      text_ += "</edge>\n";
      sink_.spill();
    }
    text_ += "</edges>\n</graph>\n</gexf>\n";
    sink_.finish();
  }

 private:
  void declare(std::string_view domain, std::span<const Column> columns) {
    text_ += "<attributes class=\"";
    text_ += domain;
    text_ += "\" mode=\"static\">\n";
    for (const Column& column : columns) {
      text_ += "<attribute id=\"";
      text_ += column.name;
      text_ += "\" title=\"";
      text_ += column.name;
      text_ += "\" type=\"";
      text_ += type_of(column.type);
      text_ += "\"/>\n";
    }
    text_ += "</attributes>\n";
  }

  /// ` name="value"`; value is written by `append`.
  template <typename Append>
  void attribute_with(std::string_view name, Append append) {
    text_ += ' ';
    text_ += name;
    text_ += "=\"";
    append();
    text_ += '"';
  }
  void attribute(std::string_view name, std::string_view value) {
    attribute_with(name, [&] { append_escaped(text_, value, kXml); });
  }
  template <typename Number>
  void number_attribute(std::string_view name, Number value) {
    attribute_with(name, [&] { append_number(text_, value); });
  }

  template <typename Append>
  void attvalue(std::string_view name, Append append) {
    text_ += "<attvalue";
    attribute("for", name);
    attribute_with("value", append);
    text_ += "/>";
  }
  void text(std::string_view name, std::string_view value) override {
    attvalue(name, [&] { append_escaped(text_, value, kXml); });
  }
  void count(std::string_view name, std::uint64_t value) override {
    attvalue(name, [&] { append_number(text_, value); });
  }
  void real(std::string_view name, double value) override {
    attvalue(name, [&] { append_number(text_, value); });
  }
  void flag(std::string_view name, bool value) override { text(name, value ? "true" : "false"); }
  void list(std::string_view name, std::span<const std::string> items) override {
    attvalue(name, [&] {
      text_ += '[';
      for (std::size_t i = 0; i < items.size(); ++i) {
        text_ += i > 0 ? ", &quot;" : "&quot;";
        append_escaped(text_, items[i], kListItem);
        text_ += "&quot;";
      }
      text_ += ']';
    });
  }

  void write_node(Vertex vertex) {
    const Entity& entity = graph_.relations[vertex];
    text_ += "<node";
    attribute("id", entity_id(entity.id));
    attribute("label", entity.label);
    text_ += "><attvalues>";
    columns_.node(vertex, *this);
    const PictureNode& node = picture_[vertex];
    text_ += "</attvalues><viz:size";
    number_attribute("value", node.size);
    text_ += "/><viz:position";
    number_attribute("x", node.x);
    number_attribute("y", node.y);
    number_attribute("z", 0.0);
    text_ += "/><viz:color";
    number_attribute("r", std::uint64_t{node.color.red});
    number_attribute("g", std::uint64_t{node.color.green});
    number_attribute("b", std::uint64_t{node.color.blue});
    text_ += "/>";
  }

  void write_edge(Edge edge, std::uint32_t ordinal) {
    const RelationGraph& graph = graph_.relations;
    const Relation& relation = graph[edge];
    text_ += "<edge";
    attribute("id", relation_id(relation.id));
    attribute("source", entity_id(graph[boost::source(edge, graph)].id));
    attribute("target", entity_id(graph[boost::target(edge, graph)].id));
    attribute("type", "directed");
    attribute_with("kind", [&] { append_edge_kind(text_, relation, ordinal); });
    attribute("label", display_label(relation));
    number_attribute("weight", edge_weight(relation));
    text_ += "><attvalues>";
    columns_.edge(edge, *this);
    text_ += "</attvalues>";
  }

  void write_spells(const std::vector<Spell>& spells) {
    if (spells.empty()) return;
    text_ += "<spells>";
    for (const Spell& spell : spells) {
      text_ += "<spell";
      if (spell.first != 0) attribute("start", day_text(spell.first));
      if (spell.last != 0) attribute("end", day_text(spell.last));
      text_ += "/>";
    }
    text_ += "</spells>";
  }

  /// Those of its edges together; none, which is always, if it has no edge or one without.
  std::vector<std::vector<Spell>> spells_of_nodes() const {
    const RelationGraph& graph = graph_.relations;
    std::vector<std::vector<Spell>> spells(dynamic_ ? boost::num_vertices(graph) : 0);
    if (!dynamic_) return spells;
    std::vector<bool> always(spells.size());
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
      const std::vector<Spell> own = spells_of(graph_, graph[edge]);
      for (const Vertex end : {boost::source(edge, graph), boost::target(edge, graph)}) {
        if (own.empty()) always[end] = true;
        spells[end].insert(spells[end].end(), own.begin(), own.end());
      }
    }
    for (std::size_t node = 0; node < spells.size(); ++node) {
      if (always[node]) spells[node].clear();
      merge_spells(spells[node]);
    }
    return spells;
  }

  const KnowledgeGraph& graph_;
  bool dynamic_;
  Sink sink_;
  std::string& text_ = sink_.text;
  std::vector<PictureNode> picture_;  ///< of vertices
  ViewerColumns columns_;
};

}  // namespace

void GexfExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  GexfWriter(graph, options_, out).write();
}

}  // namespace newsgraph
