#include "cli/json_output.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

#include "graph/query/evidence.hpp"

namespace newsgraph::cli {
namespace {

void append_escape(UChar32 c, std::string& out) {
  std::array<char, 16> escape{};
  if (c > 0xFFFF) {
    std::snprintf(escape.data(), escape.size(), "\\u%04x\\u%04x",
                  static_cast<unsigned>(U16_LEAD(c)), static_cast<unsigned>(U16_TRAIL(c)));
  } else {
    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
  }
  out += escape.data();
}

/// `text` as a JSON string, quotes included.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c == '"' || c == '\\') {
      out += {'\\', static_cast<char>(c)};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0) {
      out += "\xEF\xBF\xBD";
    } else if (c < 0x20 || (c >= 0x7F && (u_iscntrl(c) || u_charType(c) == U_FORMAT_CHAR))) {
      append_escape(c, out);
    } else {
      out += text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    }
  }
  return out += '"';
}

}  // namespace

JsonOutput::JsonOutput() : writer_(buffer_) { writer_.SetIndent(' ', 2); }

JsonOutput& JsonOutput::begin_object() {
  writer_.StartObject();
  return *this;
}
JsonOutput& JsonOutput::end_object() {
  writer_.EndObject();
  return *this;
}
JsonOutput& JsonOutput::begin_array() {
  writer_.StartArray();
  return *this;
}
JsonOutput& JsonOutput::end_array() {
  writer_.EndArray();
  return *this;
}
JsonOutput& JsonOutput::key(std::string_view name) {
  const std::string json = quoted(name);
  writer_.RawValue(json.data(), json.size(), rapidjson::kStringType);
  return *this;
}
JsonOutput& JsonOutput::text(std::string_view value) {
  const std::string json = quoted(value);
  writer_.RawValue(json.data(), json.size(), rapidjson::kStringType);
  return *this;
}
JsonOutput& JsonOutput::number(std::uint64_t value) {
  writer_.Uint64(value);
  return *this;
}
JsonOutput& JsonOutput::fraction(double value) {
  writer_.Double(std::round(value * 10000) / 10000);
  return *this;
}
JsonOutput& JsonOutput::boolean(bool value) {
  writer_.Bool(value);
  return *this;
}

void JsonOutput::node(const KnowledgeGraph& graph, std::size_t vertex) {
  const Entity& entity = graph.relations[vertex];
  begin_object();
  field("id", entity_id(entity.id)).field("label", entity.label);
  field("kind", to_string(entity.kind)).field("type", to_string(entity.type));
  end_object();
}

void JsonOutput::relation(const KnowledgeGraph& graph, const Edge& edge) {
  begin_object();
  key("subject");
  node(graph, source(edge, graph.relations));
  key("object");
  node(graph, target(edge, graph.relations));
  relation_fields(graph, graph.relations[edge]);
  end_object();
}

void JsonOutput::relation_fields(const KnowledgeGraph& graph, const Relation& relation) {
  field("id", relation_id(relation.id));
  field("predicate", relation.predicate).field("canonical", relation.canonical);
  field("readable", relation.readable).field("class", relation.relation_class);
  field("polarity", to_string(relation.polarity)).field("modality", to_string(relation.modality));
  key("confidence").fraction(relation.confidence);
  count("support", relation.support).count("evidence_count", relation.evidence_count);
  field("first_date", relation.first_date).field("last_date", relation.last_date);
  key("asserted").boolean(relation.asserted).key("contested").boolean(relation.contested);
  claims(graph, relation);
}

void JsonOutput::claims(const KnowledgeGraph& graph, const Relation& relation) {
  key("claims").begin_array();
  for (const Claim& claim : relation.claims) {
    const ArticleHeader& article = graph.articles[claim.evidence.article].header;
    begin_object();
    field("id", claim_id(claim.id)).field("predicate", claim.predicate);
    key("attribution").begin_array();
    for (const Source& source : claim.attribution) {
      begin_object().field("source", source.text);
      if (source.entity) field("entity", entity_id(graph.relations[*source.entity].id));
      field("cue", source.cue).end_object();
    }
    end_array();
    field("event_date", claim.event_date).field("statement_date", claim.statement_date);
    key("confidence").fraction(claim.confidence);
    field("sentence", graph.sentences[claim.evidence.sentence].text);
    key("article").begin_object().field("id", document_id(article.key)).field("key", article.key);
    field("title", article.title).field("outlet", article.outlet).field("url", article.url);
    field("published", article.published).end_object();
    end_object();
  }
  end_array();
}

void JsonOutput::finish(std::ostream& out) {
  out << std::string_view(buffer_.GetString(), buffer_.GetSize()) << '\n';
}

}  // namespace newsgraph::cli
