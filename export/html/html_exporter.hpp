#pragma once

#include <string>

#include "export/exporter.hpp"
#include "export/html/page_omissions.hpp"

namespace newsgraph {

/// A page of its own: one HTML file that shows the graph in any browser, from disk and without
/// network. It holds a program (src/, bundled into page.html) and two JSON documents
/// (page_data.hpp).
///
/// Of a graph with more nodes than ExportOptions::page_nodes, it shows the most connected, and says
/// so.
class HtmlExporter final : public Exporter {
 public:
  explicit HtmlExporter(const ExportOptions& options)
      : title_(options.title), most_nodes_(options.page_nodes) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override {
    write_page(graph, out);
  }

  /// The same.
  /// @return What the graph has that the page does not show.
  PageOmissions write_page(const KnowledgeGraph& graph, std::ostream& out) const;

 private:
  std::string title_;
  std::size_t most_nodes_;
};

}  // namespace newsgraph
