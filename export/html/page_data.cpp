#include "export/html/page_data.hpp"

#include <boost/range/iterator_range.hpp>
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/display.hpp"
#include "export/html/page_json.hpp"
#include "export/picture/picture.hpp"
#include "graph/ontology/ontology.hpp"
#include "graph/query/contraries.hpp"
#include "graph/query/evidence.hpp"
#include "graph/query/filter.hpp"
#include "graph/query/topology.hpp"

namespace newsgraph {
namespace {

/// Version of the documents' layout; src/model.js reads this one.
constexpr unsigned kPageSchema = 1;

constexpr std::int64_t kNone = -1;

/// Texts by number, in the order of their first use.
class WordTable {
 public:
  std::int64_t number(std::string_view word) {
    const auto [entry, added] = numbers_.emplace(word, words_.size());
    if (added) words_.emplace_back(word);
    return static_cast<std::int64_t>(entry->second);
  }
  /// kNone for the empty text.
  std::int64_t number_if_any(std::string_view word) { return word.empty() ? kNone : number(word); }
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::string> words_;
};

/// Who says a claim, told apart as the page shows it: by node where it is one, else by name.
class SpeakerTable {
 public:
  struct Row {
    std::int64_t entity;
    std::string name;
    friend auto operator<=>(const Row&, const Row&) = default;
  };

  explicit SpeakerTable(const KnowledgeGraph& graph) : graph_(graph) {}

  /// kNone in an article's own voice; else the innermost source, who is closest to what is said.
  std::int64_t number(const Claim& claim) {
    if (claim.attribution.empty()) return kNone;
    const Source& source = claim.attribution.back();
    const Row row{source.entity ? std::int64_t{*source.entity} : kNone,
                  source_name(graph_, source)};
    const auto [entry, added] = numbers_.emplace(row, rows_.size());
    if (added) rows_.push_back(row);
    return static_cast<std::int64_t>(entry->second);
  }
  const std::vector<Row>& rows() const { return rows_; }

 private:
  const KnowledgeGraph& graph_;
  std::map<Row, std::size_t> numbers_;
  std::vector<Row> rows_;
};

/// Edges in the graph's order, then statements: how the page numbers them.
template <typename Visit>
void for_each_relation(const KnowledgeGraph& graph, Visit visit) {
  for (const Edge edge : boost::make_iterator_range(boost::edges(graph.relations))) {
    visit(graph.relations[edge], boost::source(edge, graph.relations),
          std::optional<Vertex>(boost::target(edge, graph.relations)),
          static_cast<const Statement*>(nullptr));
  }
  for (const Statement& statement : graph.statements) {
    visit(statement.relation, Vertex{statement.subject}, std::optional<Vertex>(), &statement);
  }
}

/// A member that is an array, one element a line.
template <typename Range, typename WriteRow>
void write_rows(Sink& sink, std::string_view name, const Range& range, WriteRow write_row) {
  sink.text += ",\n\"";
  sink.text += name;
  sink.text += "\":[";
  std::string_view separator = "\n";
  for (const auto& element : range) {
    sink.text += separator;
    separator = ",\n";
    JsonRow row(sink.text);
    write_row(row, element);
    sink.spill();
  }
  sink.text += "\n]";
}

void write_words(Sink& sink, std::string_view name, const std::vector<std::string>& words) {
  sink.text += ",\n\"";
  sink.text += name;
  sink.text += "\":";
  JsonRow row(sink.text);
  for (const std::string& word : words) row.add(word);
}

class GraphWriter {
 public:
  GraphWriter(const KnowledgeGraph& graph, Sink& sink)
      : graph_(graph), sink_(sink), speakers_(graph), contraries_(contraries(graph)) {
    for_each_relation(graph, [this](const Relation& relation, Vertex, auto, const Statement*) {
      numbers_.emplace(relation.id, numbers_.size());
      predicates_.number(predicate_label(relation));
      for (const Claim& claim : relation.claims) {
        outlets_.number_if_any(outlet(claim));
        speakers_.number(claim);
      }
    });
  }

  void write(const std::string& title, const PageOmissions& omitted) {
    sink_.text += "{\n\"schema\":";
    append_number(sink_.text, std::uint64_t{kPageSchema});
    sink_.text += ",\n\"title\":\"";
    append_escaped(sink_.text, title, kHtmlJson);
    sink_.text += "\",\n\"omitted\":";
    JsonRow(sink_.text).add(omitted.entities).add(omitted.relations).add(omitted.statements);
    sink_.text += ",\n\"articles\":";
    append_number(sink_.text, std::uint64_t{graph_.articles.size()});
    sink_.text += ",\n\"sentences\":";
    append_number(sink_.text, std::uint64_t{graph_.sentences.size()});
    write_rows(sink_, "classes", Ontology::instance().classes(),
               [](JsonRow& row, const RelationClass& c) {
                 row.add(c.name).add(c.label).add(c.group).add(c.description);
               });
    write_words(sink_, "predicates", predicates_.words());
    write_words(sink_, "outlets", outlets_.words());
    write_rows(sink_, "speakers", speakers_.rows(),
               [](JsonRow& row, const SpeakerTable::Row& s) { row.add(s.entity).add(s.name); });
    write_entities();
    write_relations();
    sink_.text += "\n}\n";
  }

 private:
  const std::string& outlet(const Claim& claim) const {
    return graph_.articles[claim.evidence.article].header.outlet;
  }

  void write_entities() {
    const std::vector<PictureNode> picture = draw_picture(graph_);
    write_rows(sink_, "entities", boost::make_iterator_range(boost::vertices(graph_.relations)),
               [&](JsonRow& row, Vertex vertex) {
                 const Entity& entity = graph_.relations[vertex];
                 const PictureNode& node = picture[vertex];
                 // Without "e_", which all have.
                 row.add(std::string_view(entity_id(entity.id)).substr(2));
                 row.add(entity.label).add(to_string(entity.kind)).add(to_string(entity.type));
                 row.add(node.x).add(node.y).add(node.size).add(node.community);
                 row.add(entity.mentions).add(entity.articles);
                 row.add(entity.first_seen).add(entity.last_seen).add(entity.value);
                 row.open();
                 for (const Alias& alias : entity.aliases) {
                   if (alias.text != entity.label) row.add(alias.text).add(alias.count);
                 }
                 row.close().open();
                 for (const std::string& t : entity.titles) row.add(t);
                 row.close();
               });
  }

  void write_relations() {
    std::size_t number = 0;
    sink_.text += ",\n\"relations\":[";
    for_each_relation(graph_, [&](const Relation& relation, Vertex subject,
                                  std::optional<Vertex> object, const Statement* statement) {
      sink_.text += number == 0 ? "\n" : ",\n";
      JsonRow row(sink_.text);
      row.add(std::string_view(relation_id(relation.id)).substr(2)).add(subject);
      row.add(object ? static_cast<std::int64_t>(*object) : kNone);
      row.add(predicates_.number(predicate_label(relation)));
      row.add(relation.relation_class).add(to_string(relation.polarity));
      row.add(to_string(relation.modality));
      row.add(int{relation.asserted}).add(int{relation.contested});
      row.add(relation.confidence).add(relation.support);
      row.add(relation.first_date).add(relation.last_date);
      row.open();
      for (const std::uint32_t contrary : contraries_[number]) row.add(contrary);
      row.close().open();
      for (const Claim& claim : relation.claims) add_claim(row, claim);
      row.close();
      if (statement != nullptr) {
        row.add(statement->object_text);
        const auto about = statement->object_relation ? numbers_.find(*statement->object_relation)
                                                      : numbers_.end();
        row.add(about == numbers_.end() ? kNone : static_cast<std::int64_t>(about->second));
      }
      ++number;
      sink_.spill();
    });
    sink_.text += "\n]";
  }

  /// What the page filters by: outlet, speaker, confidence, first and last day.
  void add_claim(JsonRow& row, const Claim& claim) {
    const DayNumbers days = day_numbers(claim_date(graph_, claim));
    row.add(outlets_.number_if_any(outlet(claim))).add(speakers_.number(claim));
    row.add(claim.confidence).add(days.first).add(days.last);
  }

  const KnowledgeGraph& graph_;
  Sink& sink_;
  WordTable predicates_;
  WordTable outlets_;
  SpeakerTable speakers_;
  std::vector<std::vector<std::uint32_t>> contraries_;
  std::unordered_map<std::uint64_t, std::size_t> numbers_;  ///< of relations, by id
};

/// UTF-16 code units, in which JavaScript counts, of the first `bytes` bytes of valid UTF-8.
std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

class EvidenceWriter {
 public:
  EvidenceWriter(const KnowledgeGraph& graph, Sink& sink) : graph_(graph), sink_(sink) {}

  void write() {
    sink_.text += "{\n\"schema\":";
    append_number(sink_.text, std::uint64_t{kPageSchema});
    write_rows(sink_, "articles", graph_.articles, [](JsonRow& row, const ArticleRecord& article) {
      const ArticleHeader& header = article.header;
      row.add(header.key).add(header.title).add(header.outlet).add(header.published);
      row.add(header.author).add(web_address(header.url));
    });
    write_rows(sink_, "sentences", graph_.sentences,
               [](JsonRow& row, const SentenceRecord& s) { row.add(s.article).add(s.text); });
    sink_.text += ",\n\"claims\":[";
    std::string_view separator = "\n";
    for_each_relation(graph_, [&](const Relation& relation, Vertex, auto, const Statement*) {
      sink_.text += separator;
      separator = ",\n";
      JsonRow row(sink_.text);
      for (const Claim& one : relation.claims) {
        row.open();
        claim(row, one);
        row.close();
      }
      sink_.spill();
    });
    sink_.text += "\n]\n}\n";
  }

 private:
  void claim(JsonRow& row, const Claim& claim) {
    row.add(claim.evidence.sentence).add(claim.predicate);
    row.add(claim.event_date).add(claim.statement_date);
    row.open();
    for (const Source& source : claim.attribution) {
      row.add(entity(source.entity)).add(source_name(graph_, source)).add(source.cue);
    }
    row.close().open();
    for (const ClaimQualifier& qualifier : claim.qualifiers) {
      row.add(qualifier.role).add(entity(qualifier.entity)).add(qualifier.text);
    }
    row.close().open();
    const Evidence& evidence = claim.evidence;
    for (const Span span : {evidence.subject, evidence.predicate, evidence.object}) {
      add_span(row, graph_.sentences[evidence.sentence], span);
    }
    row.close();
  }

  static std::int64_t entity(const std::optional<std::uint32_t>& vertex) {
    return vertex ? std::int64_t{*vertex} : kNone;
  }

  /// Where the span stands in the sentence, in JavaScript's count; 0, 0 where that is not known,
  /// because the sentence is not shown as it stands in the article.
  void add_span(JsonRow& row, const SentenceRecord& sentence, Span span) {
    const std::string_view text = sentence.text;
    const bool is_verbatim = sentence.span.end - sentence.span.begin == text.size() &&
                             clean_text(text, scratch_).data() == text.data();
    if (!is_verbatim || span.empty() || span.begin < sentence.span.begin ||
        span.end > sentence.span.end) {
      row.add(0).add(0);
      return;
    }
    row.add(utf16_length(text.substr(0, span.begin - sentence.span.begin)));
    row.add(utf16_length(text.substr(0, span.end - sentence.span.begin)));
  }

  const KnowledgeGraph& graph_;
  Sink& sink_;
  std::string scratch_;
};

}  // namespace

void write_page_graph(const KnowledgeGraph& graph, const std::string& title,
                      const PageOmissions& omitted, Sink& sink) {
  GraphWriter(graph, sink).write(title, omitted);
}

void write_page_evidence(const KnowledgeGraph& graph, Sink& sink) {
  EvidenceWriter(graph, sink).write();
}

}  // namespace newsgraph
