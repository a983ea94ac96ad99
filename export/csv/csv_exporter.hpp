#pragma once

#include "export/exporter.hpp"

namespace newsgraph {

/// An edge list for spreadsheets and data frames: one relation a line, names and ids of its ends,
/// and what viewers show of an edge. Nodes without relations are not in it.
///
///     source,target,label,weight,id,source_id,target_id,…,predicate,…
///     "Marta Keller","Oslo visit","declined",2,"r_…","e_…","e_…",…
///
/// Comma-separated by RFC 4180, with a header; texts in quotes, line breaks in them as blanks,
/// lists joined with " | ". What a spreadsheet would run as a formula begins with an apostrophe.
class CsvExporter final : public Exporter {
 public:
  explicit CsvExporter(const ExportOptions&) {}
  void write(const KnowledgeGraph& graph, std::ostream& out) const override;
};

}  // namespace newsgraph
