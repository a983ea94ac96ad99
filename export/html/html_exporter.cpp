#include "export/html/html_exporter.hpp"

#include <cassert>
#include <string_view>

#include "export/html/page_data.hpp"
#include "export/html/page_embedded.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "graph/query/filter.hpp"

namespace newsgraph {
namespace {

/// The bundled page up to `mark`, which is taken out with it.
std::string_view take_until(std::string_view& page, std::string_view mark) {
  const std::size_t at = page.find(mark);
  assert(at != std::string_view::npos && "page.html has lost its place for data");
  const std::string_view before = page.substr(0, at);
  page.remove_prefix(at + mark.size());
  return before;
}

void write_whole(const KnowledgeGraph& graph, const std::string& title,
                 const PageOmissions& omitted, std::ostream& out) {
  Sink sink(out);
  std::string_view page = embedded::kPage;
  sink.text += take_until(page, "{{title}}");
  append_escaped(sink.text, title, kXml);
  sink.text += take_until(page, "{{graph}}");
  write_page_graph(graph, title, omitted, sink);
  sink.text += take_until(page, "{{evidence}}");
  write_page_evidence(graph, sink);
  sink.text += page;
  sink.finish();
}

}  // namespace

PageOmissions HtmlExporter::write_page(const KnowledgeGraph& graph, std::ostream& out) const {
  const std::size_t nodes = boost::num_vertices(graph.relations);
  if (nodes <= most_nodes_) {
    write_whole(graph, title_, {}, out);
    return {};
  }
  const KnowledgeGraph part = most_connected(graph, most_nodes_);
  const PageOmissions omitted{
      .entities = nodes - boost::num_vertices(part.relations),
      .relations = boost::num_edges(graph.relations) - boost::num_edges(part.relations),
      .statements = graph.statements.size() - part.statements.size()};
  write_whole(part, title_, omitted, out);
  return omitted;
}

}  // namespace newsgraph
