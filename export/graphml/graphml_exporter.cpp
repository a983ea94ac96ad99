#include "export/graphml/graphml_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>

#include "export/display.hpp"
#include "export/graphml/edge_kinds.hpp"
#include "export/picture/picture.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

struct Key {
  std::string_view name;
  std::string_view type;
};

/// NetworkX and igraph know no other types than these and stop at any other; key ids are unique
/// over nodes and edges, because NetworkX looks at the id alone.
constexpr Key kNodeKeys[] = {
    {"label", "string"},
    {"name", "string"},
    {"type", "string"},
    {"node_kind", "string"},
    {"aliases", "string"},
    {"titles", "string"},
    {"value", "string"},
    {"mentions", "int"},
    {"articles", "int"},
    {"first_seen", "string"},
    {"last_seen", "string"},
    {"statements", "string"},
    {"pagerank", "double"},
    {"community", "int"},
    {"x", "double"},
    {"y", "double"},
    {"size", "double"},
    {"r", "int"},
    {"g", "int"},
    {"b", "int"},
};
constexpr Key kEdgeKeys[] = {
    {"label", "string"},          {"interaction", "string"},   {"name", "string"},
    {"weight", "double"},         {"predicate", "string"},     {"canonical", "string"},
    {"relation_class", "string"}, {"polarity", "string"},      {"modality", "string"},
    {"asserted", "boolean"},      {"contested", "boolean"},    {"confidence", "double"},
    {"support", "int"},           {"evidence_count", "int"},   {"first_date", "string"},
    {"last_date", "string"},      {"evidence", "string"},      {"article_keys", "string"},
    {"article_titles", "string"}, {"article_dates", "string"}, {"attributions", "string"},
};

/// Beyond, one edge's list would outgrow the tables of the viewers and libxml2's limit of 10 MB.
constexpr std::size_t kListedClaims = 100;

/// Items of joined lists: " | " must stand between them alone.
constexpr EscapeTable kXmlListItem{{{'&', "&amp;"},
                                    {'<', "&lt;"},
                                    {'>', "&gt;"},
                                    {'"', "&quot;"},
                                    {'\t', " "},
                                    {'\n', " "},
                                    {'\r', " "},
                                    {'|', "¦"}}};

class GraphmlWriter {
 public:
  GraphmlWriter(const KnowledgeGraph& graph, bool strict, std::ostream& out)
      : graph_(graph),
        strict_(strict),
        sink_(out),
        statements_(graph),
        picture_(draw_picture(graph)) {}

  void write() {
    // Cytoscape looks for the namespace in the first lines of a file.
    text_ +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const Key& key : kNodeKeys) declare("node", 'n', key);
    for (const Key& key : kEdgeKeys) declare("edge", 'e', key);
    text_ += "<graph id=\"newsgraph\" edgedefault=\"directed\">\n";
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      write_node(vertex);
      sink_.spill();
    }
    const std::vector<std::uint32_t> ordinals =
        strict_ ? std::vector<std::uint32_t>() : edge_ordinals(graph_.relations);
    std::size_t index = 0;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      write_edge(edge, strict_ ? 1 : ordinals[index++]);
      sink_.spill();
    }
    text_ += "</graph>\n</graphml>\n";
    sink_.finish();
  }

 private:
  void declare(std::string_view domain, char prefix, const Key& key) {
    text_ += "<key id=\"";
    text_ += prefix;
    text_ += '_';
    text_ += key.name;
    text_ += "\" for=\"";
    text_ += domain;
    text_ += "\" attr.name=\"";
    text_ += key.name;
    text_ += "\" attr.type=\"";
    text_ += key.type;
    text_ += "\"/>\n";
  }

  void open(std::string_view key) {
    text_ += "<data key=\"";
    text_ += key;
    text_ += "\">";
  }
  void close() { text_ += "</data>"; }

  void data(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    open(key);
    append_escaped(text_, value, kXml);
    close();
  }
  template <typename Number>
  void number(std::string_view key, Number value) {
    open(key);
    append_number(text_, value);
    close();
  }
  void count(std::string_view key, std::uint64_t value) { number(key, value); }
  void flag(std::string_view key, bool value) { data(key, value ? "true" : "false"); }

  /// The items that `append_item(i)` appends, for i in [0, size), with " | " between them.
  template <typename AppendItem>
  void list(std::string_view key, std::size_t size, AppendItem append_item) {
    if (size == 0) return;
    open(key);
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) text_ += " | ";
      append_item(i);
    }
    close();
  }
  void item(std::string_view value) { append_escaped(text_, value, kXmlListItem); }

  void write_node(Vertex vertex) {
    const Entity& entity = graph_.relations[vertex];
    text_ += "<node id=\"";
    text_ += entity_id(entity.id);
    text_ += '"';
    if (!strict_) {
      text_ += " labels=\":Entity:";
      text_ += type_label(entity.type);
      text_ += '"';
    }
    text_ += '>';
    data("n_label", entity.label);
    data("n_name", entity.label);
    data("n_type", to_string(entity.type));
    data("n_node_kind", to_string(entity.kind));
    list("n_aliases", entity.aliases.size(), [&](std::size_t i) { item(entity.aliases[i].text); });
    list("n_titles", entity.titles.size(), [&](std::size_t i) { item(entity.titles[i]); });
    data("n_value", entity.value);
    count("n_mentions", entity.mentions);
    count("n_articles", entity.articles);
    data("n_first_seen", entity.first_seen);
    data("n_last_seen", entity.last_seen);
    const std::uint32_t first = statements_.starts[vertex];
    list("n_statements", statements_.starts[vertex + 1] - first, [&](std::size_t i) {
      const Statement& statement = graph_.statements[statements_.order[first + i]];
      item(display_label(statement.relation, statement.object_text));
    });
    const PictureNode& picture = picture_[vertex];
    number("n_pagerank", picture.rank);
    count("n_community", picture.community);
    number("n_x", picture.x);
    number("n_y", picture.y);
    number("n_size", picture.size);
    count("n_r", picture.color.red);
    count("n_g", picture.color.green);
    count("n_b", picture.color.blue);
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
    if (!strict_) {
      text_ += " label=\"";
      text_ += edge_kind(relation);
      if (ordinal > 1) {
        text_ += '_';
        append_number(text_, std::uint64_t{ordinal});
      }
      text_ += '"';
    }
    text_ += '>';
    const std::string label = display_label(relation);
    data("e_label", label);
    data("e_interaction", relation.relation_class);
    data("e_name", label);
    // Gephi removes edges of weight 0.
    count("e_weight", relation.evidence_count == 0 ? 1 : relation.evidence_count);
    data("e_predicate", relation.predicate);
    data("e_canonical", relation.canonical);
    data("e_relation_class", relation.relation_class);
    data("e_polarity", to_string(relation.polarity));
    data("e_modality", to_string(relation.modality));
    flag("e_asserted", relation.asserted);
    flag("e_contested", relation.contested);
    number("e_confidence", relation.confidence);
    count("e_support", relation.support);
    count("e_evidence_count", relation.evidence_count);
    data("e_first_date", relation.first_date);
    data("e_last_date", relation.last_date);
    write_evidence(relation.claims);
    text_ += "</edge>\n";
  }

  void write_evidence(const std::vector<Claim>& claims) {
    const std::size_t listed = std::min(claims.size(), kListedClaims);
    const auto article = [&](std::size_t i) -> const ArticleHeader& {
      return graph_.articles[claims[i].evidence.article].header;
    };
    list("e_evidence", listed,
         [&](std::size_t i) { item(graph_.sentences[claims[i].evidence.sentence].text); });
    list("e_article_keys", listed, [&](std::size_t i) { item(article(i).key); });
    list("e_article_titles", listed, [&](std::size_t i) { item_or_dash(article(i).title); });
    list("e_article_dates", listed, [&](std::size_t i) { item_or_dash(article(i).published); });
    list("e_attributions", listed,
         [&](std::size_t i) { item_or_dash(attribution_text(claims[i])); });
  }
  /// A blank item at either end of a list would be lost where readers trim.
  void item_or_dash(std::string_view value) { item(value.empty() ? "-" : value); }

  const KnowledgeGraph& graph_;
  bool strict_;
  Sink sink_;
  std::string& text_ = sink_.text;
  StatementsBySubject statements_;
  std::vector<PictureNode> picture_;  ///< of vertices
};

}  // namespace

void GraphmlExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  GraphmlWriter(graph, strict_, out).write();
}

}  // namespace newsgraph
