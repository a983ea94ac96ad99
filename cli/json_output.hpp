#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "graph/model/knowledge_graph.hpp"

/// What --json prints. The parts that commands share:
///
///     node      {"id": "e_…", "label": "…", "kind": "entity", "type": "person"}
///     relation  {"id": "r_…", "subject": node, "predicate": "…", "canonical": "…", "readable":
///     "…",
///                "class": "REJECT", "object": node, "polarity": "affirmed", "modality": "actual",
///                "confidence": 0.9, "support": 2, "evidence_count": 3, "first_date": "…",
///                "last_date": "…", "asserted": true, "contested": false, "claims": [claim, …]}
///     claim     {"id": "c_…", "predicate": "…", "attribution": [{"source": "…", "entity": "e_…",
///                "cue": "said"}, …], "event_date": "…", "statement_date": "…", "confidence": 0.9,
///                "sentence": "…", "article": {"id": "d_…", "key": "…", "title": "…", "outlet":
///                "…", "url": "…", "published": "…"}}
///
/// Dates and article fields that are unknown are empty strings; "entity" is missing where a source
/// is no node. Keys are only ever added.
namespace newsgraph::cli {

/// JSON with two spaces a level. Strings are valid UTF-8 whatever goes in, and every control
/// character is escaped, C1 and marks of reading order too: a terminal may show this as well.
class JsonOutput {
 public:
  JsonOutput();

  JsonOutput& begin_object();
  JsonOutput& end_object();
  JsonOutput& begin_array();
  JsonOutput& end_array();
  JsonOutput& key(std::string_view name);
  JsonOutput& text(std::string_view value);
  JsonOutput& number(std::uint64_t value);
  /// Rounded to four decimals.
  JsonOutput& fraction(double value);
  JsonOutput& boolean(bool value);

  JsonOutput& field(std::string_view name, std::string_view value) { return key(name).text(value); }
  JsonOutput& count(std::string_view name, std::uint64_t value) { return key(name).number(value); }

  void node(const KnowledgeGraph& graph, std::size_t vertex);
  void relation(const KnowledgeGraph& graph, const Edge& edge);
  void claims(const KnowledgeGraph& graph, const Relation& relation);
  /// The fields of `relation` but its ends, into the object that is open.
  void relation_fields(const KnowledgeGraph& graph, const Relation& relation);

  /// Writes the document and a line break.
  void finish(std::ostream& out);

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

}  // namespace newsgraph::cli
