#include "export/json/json_exporter.hpp"

#include <boost/range/iterator_range.hpp>
#include <string>

#include "export/json_text.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

/// Version of the document's layout; in the document and in schemas/graph.schema.json.
constexpr unsigned kGraphSchema = 1;

/// "s_0123456789abcdef_120": its article's id and first byte.
std::string sentence_id(const std::string& document, const SentenceRecord& sentence) {
  std::string id = document;
  id[0] = 's';
  id += '_';
  id += std::to_string(sentence.span.begin);
  return id;
}

class JsonGraphWriter {
 public:
  JsonGraphWriter(const KnowledgeGraph& graph, std::ostream& out)
      : graph_(graph), sink_(out), json_(sink_.text) {
    documents_.reserve(graph.articles.size());
    for (const ArticleRecord& article : graph.articles) {
      documents_.push_back(document_id(article.header.key));
    }
  }

  void write() {
    sink_.text += "{\n\"format\": \"newsgraph\",\n\"schema\": ";
    append_number(sink_.text, std::uint64_t{kGraphSchema});
    array("articles", graph_.articles, [this](const ArticleRecord& a) { article(a.header); });
    array("sentences", graph_.sentences, [this](const SentenceRecord& s) { sentence(s); });
    array("entities", boost::make_iterator_range(boost::vertices(graph_.relations)),
          [this](Vertex vertex) { entity(graph_.relations[vertex]); });
    array("relations", boost::make_iterator_range(boost::edges(graph_.relations)),
          [this](Edge edge) { relation(edge); });
    array("statements", graph_.statements, [this](const Statement& s) { statement(s); });
    sink_.text += "\n}\n";
    sink_.finish();
  }

 private:
  /// A member of the document that is an array, one element a line.
  template <typename Range, typename WriteElement>
  void array(std::string_view name, const Range& range, WriteElement write_element) {
    sink_.text += ",\n\"";
    sink_.text += name;
    sink_.text += "\": [";
    std::string_view separator = "\n";
    for (const auto& element : range) {
      sink_.text += separator;
      separator = ",\n";
      json_.reset();
      json_.start_object();
      write_element(element);
      json_.end_object();
      sink_.spill();
    }
    sink_.text += "\n]";
  }

  void member(std::string_view name, std::string_view value) { json_.member(name, value); }
  /// What is unknown is left out rather than written as an empty string.
  void known(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
  void number(std::string_view name, std::uint64_t value) { json_.number(name, value); }
  void number(std::string_view name, double value) { json_.number(name, value); }
  void flag(std::string_view name, bool value) { json_.flag(name, value); }
  void span(std::string_view name, Span span) {
    if (span.empty()) return;
    json_.key(name);
    json_.start_object();
    number("begin", std::uint64_t{span.begin});
    number("end", std::uint64_t{span.end});
    json_.end_object();
  }
  std::string vertex_id(std::size_t vertex) const { return entity_id(graph_.relations[vertex].id); }

  void article(const ArticleHeader& header) {
    member("id", document_id(header.key));
    member("key", header.key);
    known("article_id", header.id);
    known("url", header.url);
    known("title", header.title);
    known("outlet", header.outlet);
    known("author", header.author);
    known("published", header.published);
    known("modified", header.modified);
    known("language", header.language);
    // Where it was read is left out: the same articles in other files give the same document.
    known("content_hash", header.content_hash);
    known("text_hash", header.text_hash);
    known("fingerprint", header.fingerprint);
  }

  void sentence(const SentenceRecord& sentence) {
    const std::string& document = documents_[sentence.article];
    member("id", sentence_id(document, sentence));
    member("article", document);
    number("begin", std::uint64_t{sentence.span.begin});
    number("end", std::uint64_t{sentence.span.end});
    member("text", sentence.text);
  }

  void entity(const Entity& entity) {
    member("id", entity_id(entity.id));
    member("label", entity.label);
    member("kind", to_string(entity.kind));
    member("type", to_string(entity.type));
    known("value", entity.value);
    json_.key("aliases");
    json_.start_array();
    for (const Alias& alias : entity.aliases) {
      json_.start_object();
      member("text", alias.text);
      number("count", std::uint64_t{alias.count});
      known("rule", alias.rule);
      json_.end_object();
    }
    json_.end_array();
    json_.key("titles");
    json_.start_array();
    for (const std::string& title : entity.titles) json_.string(title);
    json_.end_array();
    number("mentions", std::uint64_t{entity.mentions});
    number("articles", std::uint64_t{entity.articles});
    known("first_seen", entity.first_seen);
    known("last_seen", entity.last_seen);
  }

  void relation(Edge edge) {
    const Relation& relation = graph_.relations[edge];
    member("id", relation_id(relation.id));
    member("subject", vertex_id(boost::source(edge, graph_.relations)));
    member("object", vertex_id(boost::target(edge, graph_.relations)));
    qualities(relation);
  }

  void statement(const Statement& statement) {
    member("id", relation_id(statement.relation.id));
    member("subject", vertex_id(statement.subject));
    if (statement.object_relation) {
      member("object_relation", relation_id(*statement.object_relation));
    }
    known("object_text", statement.object_text);
    qualities(statement.relation);
  }

  /// What relations and statements have in common.
  void qualities(const Relation& relation) {
    member("predicate", relation.predicate);
    member("canonical", relation.canonical);
    member("readable", relation.readable);
    member("class", relation.relation_class);
    member("polarity", to_string(relation.polarity));
    member("modality", to_string(relation.modality));
    number("confidence", relation.confidence);
    number("evidence_count", std::uint64_t{relation.evidence_count});
    number("support", std::uint64_t{relation.support});
    known("first_date", relation.first_date);
    known("last_date", relation.last_date);
    flag("asserted", relation.asserted);
    flag("contested", relation.contested);
    json_.key("claims");
    json_.start_array();
    for (const Claim& c : relation.claims) {
      json_.start_object();
      claim(c);
      json_.end_object();
    }
    json_.end_array();
  }

  void claim(const Claim& claim) {
    member("id", claim_id(claim.id));
    member("predicate", claim.predicate);
    json_.key("attribution");
    json_.start_array();
    for (const Source& source : claim.attribution) {
      json_.start_object();
      if (source.entity) member("entity", vertex_id(*source.entity));
      member("text", source.text);
      known("cue", source.cue);
      json_.end_object();
    }
    json_.end_array();
    json_.key("qualifiers");
    json_.start_array();
    for (const ClaimQualifier& qualifier : claim.qualifiers) {
      json_.start_object();
      known("role", qualifier.role);
      if (qualifier.entity) member("entity", vertex_id(*qualifier.entity));
      member("text", qualifier.text);
      json_.end_object();
    }
    json_.end_array();
    known("event_date", claim.event_date);
    known("statement_date", claim.statement_date);
    number("confidence", claim.confidence);
    known("rule", claim.rule);
    evidence(claim.evidence);
  }

  void evidence(const Evidence& evidence) {
    json_.key("evidence");
    json_.start_object();
    member("article", documents_[evidence.article]);
    const SentenceRecord& sentence = graph_.sentences[evidence.sentence];
    member("sentence", sentence_id(documents_[sentence.article], sentence));
    span("subject", evidence.subject);
    span("predicate", evidence.predicate);
    span("object", evidence.object);
    json_.end_object();
  }

  const KnowledgeGraph& graph_;
  Sink sink_;
  JsonText json_;
  std::vector<std::string> documents_;  ///< ids of the articles, by index
};

}  // namespace

void JsonExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  JsonGraphWriter(graph, out).write();
}

}  // namespace newsgraph
