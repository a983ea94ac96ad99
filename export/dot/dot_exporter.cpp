#include "export/dot/dot_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>

#include "export/display.hpp"
#include "export/picture/picture.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/query/page_rank.hpp"
#include "graph/query/weighted_graph.hpp"

namespace newsgraph {
namespace {

/// For double-quoted strings that Graphviz takes as escString: backslashes begin \N, \n and others
/// there, and & begins an HTML entity.
constexpr EscapeTable kDotString{
    {{'\\', "\\\\"}, {'"', "\\\""}, {'&', "&amp;"}, {'\n', "\\n"}, {'\r', " "}, {'\t', " "}}};

/// Tooltips longer than this are of no use, and Graphviz keeps them all in memory.
constexpr std::size_t kListedClaims = 10;

class DotWriter {
 public:
  DotWriter(const KnowledgeGraph& graph, std::ostream& out)
      : graph_(graph), sink_(out), sizes_(node_sizes(page_rank(weighted_graph(graph.relations)))) {}

  void write() {
    text_ +=
        "digraph newsgraph {\n"
        "graph [overlap=false, splines=true, charset=\"UTF-8\"];\n"
        "node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", color=\"#ffffff\"];\n"
        "edge [fontname=\"Helvetica\", fontsize=10, color=\"#777777\"];\n";
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      write_node(graph_.relations[vertex], sizes_[vertex]);
      sink_.spill();
    }
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      write_edge(edge);
      sink_.spill();
    }
    text_ += "}\n";
    sink_.finish();
  }

 private:
  void quoted(std::string_view value) {
    text_ += '"';
    append_escaped(text_, value, kDotString);
    text_ += '"';
  }

  void write_node(const Entity& entity, double size) {
    text_ += '"';
    text_ += entity_id(entity.id);
    text_ += "\" [label=";
    quoted(entity.label);
    text_ += ", fillcolor=\"";
    text_ += hex(node_color(entity));
    text_ += "\", fontsize=";
    // 4..100 becomes 10..40 points.
    append_number(text_, static_cast<std::uint64_t>(10 + (size - 4) * 30 / 96));
    text_ += ", tooltip=";
    std::string tooltip = entity.label;
    tooltip += std::string(" (") + to_string(entity.type) + ", ";
    append_number(tooltip, std::uint64_t{entity.mentions});
    tooltip += entity.mentions == 1 ? " mention)" : " mentions)";
    quoted(tooltip);
    text_ += "];\n";
  }

  void write_edge(Edge edge) {
    const RelationGraph& graph = graph_.relations;
    const Relation& relation = graph[edge];
    text_ += '"';
    text_ += entity_id(graph[boost::source(edge, graph)].id);
    text_ += "\" -> \"";
    text_ += entity_id(graph[boost::target(edge, graph)].id);
    text_ += "\" [id=\"";
    text_ += relation_id(relation.id);
    text_ += "\", label=";
    quoted(display_label(relation));
    text_ += ", weight=";
    append_number(text_, std::uint64_t{std::max(1u, relation.evidence_count)});
    if (relation.polarity == Polarity::kNegated) text_ += ", color=\"#c0392b\"";
    if (!relation.asserted && relation.polarity == Polarity::kAffirmed) text_ += ", style=dashed";
    const std::string evidence = evidence_text(relation);
    text_ += ", edgetooltip=";
    quoted(evidence);
    text_ += ", labeltooltip=";
    quoted(evidence);
    // Graphviz writes links into SVG as they are, quotes included.
    const std::string url =
        web_address(graph_.articles[relation.claims[0].evidence.article].header.url);
    if (!url.empty()) {
      text_ += ", URL=";
      quoted(url);
    }
    text_ += "];\n";
  }

  /// A sentence a line: “Keller declined.” (Title, 2024-05-01, wire/2.txt; TASS (reported))
  std::string evidence_text(const Relation& relation) const {
    std::string text;
    std::size_t listed = 0;
    for (const Claim& claim : relation.claims) {
      if (!text.empty()) text += '\n';
      if (listed++ == kListedClaims) {
        text += "and ";
        append_number(text, std::uint64_t{relation.claims.size() - kListedClaims});
        return text + " more";
      }
      const ArticleHeader& article = graph_.articles[claim.evidence.article].header;
      text += "“" + graph_.sentences[claim.evidence.sentence].text + "” (";
      if (!article.title.empty()) text += article.title + ", ";
      if (!article.published.empty()) text += article.published + ", ";
      text += article.key;
      if (!claim.attribution.empty()) text += "; " + attribution_text(claim);
      text += ')';
    }
    return text;
  }

  const KnowledgeGraph& graph_;
  Sink sink_;
  std::string& text_ = sink_.text;
  std::vector<double> sizes_;  ///< of vertices
};

}  // namespace

void DotExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  DotWriter(graph, out).write();
}

}  // namespace newsgraph
