#include "export/csv/csv_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>

#include "export/display.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "export/viewer/columns.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

constexpr EscapeTable kCsv{{{'"', "\"\""}, {'\t', " "}, {'\n', " "}, {'\r', " "}}};
/// " | " must stand between items alone.
constexpr EscapeTable kCsvListItem{
    {{'"', "\"\""}, {'\t', " "}, {'\n', " "}, {'\r', " "}, {'|', "¦"}}};

/// Whether spreadsheets take the cell for a formula, which may start programs. `text` is clean:
/// what is taken out must not hide a formula.
bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos &&
         text != "-";
}

class CsvWriter final : ColumnWriter {
 public:
  CsvWriter(const KnowledgeGraph& graph, std::ostream& out)
      : graph_(graph), sink_(out), columns_(graph, {}) {}

  void write() {
    text_ += "source,target,label,weight,id,source_id,target_id,source_type,target_type";
    for (const Column& column : edge_columns()) {
      text_ += ',';
      text_ += column.name;
    }
    text_ += '\n';
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      write_edge(edge);
      sink_.spill();
    }
    sink_.finish();
  }

 private:
  void quoted(std::string_view value) {
    text_ += '"';
    if (is_formula(clean_text(value, scratch_))) text_ += '\'';
    append_escaped(text_, value, kCsv);
    text_ += '"';
  }

  /// Cells stay empty up to the column `name`: unknown values are left out.
  void move_to(std::string_view name) {
    while (edge_columns()[column_].name != name) {
      text_ += ',';
      ++column_;
    }
    text_ += ',';
    ++column_;
  }
  void text(std::string_view name, std::string_view value) override {
    move_to(name);
    quoted(value);
  }
  void count(std::string_view name, std::uint64_t value) override {
    move_to(name);
    append_number(text_, value);
  }
  void real(std::string_view name, double value) override {
    move_to(name);
    append_number(text_, value);
  }
  void flag(std::string_view name, bool value) override {
    move_to(name);
    text_ += value ? "true" : "false";
  }
  void list(std::string_view name, std::span<const std::string> items) override {
    move_to(name);
    text_ += '"';
    if (is_formula(clean_text(items[0], scratch_))) text_ += '\'';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text_ += " | ";
      append_escaped(text_, items[i], kCsvListItem);
    }
    text_ += '"';
  }

  void write_edge(Edge edge) {
    const RelationGraph& graph = graph_.relations;
    const Relation& relation = graph[edge];
    const Entity& source = graph[boost::source(edge, graph)];
    const Entity& target = graph[boost::target(edge, graph)];
    quoted(source.label);
    text_ += ',';
    quoted(target.label);
    text_ += ',';
    quoted(display_label(relation));
    text_ += ',';
    append_number(text_, edge_weight(relation));
    for (const std::string& id :
         {relation_id(relation.id), entity_id(source.id), entity_id(target.id)}) {
      text_ += ',';
      quoted(id);
    }
    for (const Entity* const end : {&source, &target}) {
      text_ += ',';
      quoted(to_string(end->type));
    }
    column_ = 0;
    columns_.edge(edge, *this);
    text_.append(edge_columns().size() - column_, ',');
    text_ += '\n';
  }

  const KnowledgeGraph& graph_;
  Sink sink_;
  std::string& text_ = sink_.text;
  ViewerColumns columns_;
  std::string scratch_;
  std::size_t column_ = 0;  ///< that is written next
};

}  // namespace

void CsvExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  CsvWriter(graph, out).write();
}

}  // namespace newsgraph
