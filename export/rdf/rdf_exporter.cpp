#include "export/rdf/rdf_exporter.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <map>
#include <string>
#include <vector>

#include "export/display.hpp"
#include "export/rdf/declarations.hpp"
#include "export/rdf/graph_names.hpp"
#include "export/rdf/relation_triples.hpp"
#include "export/rdf/vocabulary.hpp"
#include "export/text.hpp"
#include "extract/base/error.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {

using namespace terms;

namespace {

std::string_view kind_class(NodeKind kind) {
  switch (kind) {
    case NodeKind::kEvent:
      return "Event";
    case NodeKind::kConcept:
      return "Concept";
    case NodeKind::kValue:
      return "Value";
    case NodeKind::kEntity:
      break;
  }
  return "";
}

/// A whole graph, in the order of a file.
class GraphTriples {
 public:
  GraphTriples(const KnowledgeGraph& graph, RdfWriter& rdf)
      : graph_(graph), names_(graph), rdf_(rdf), relations_(graph, names_, rdf) {}

  void write(RdfGraphs graphs) {
    write_declarations(graph_, rdf_);
    write_runs();
    for (std::size_t i = 0; i < graph_.articles.size(); ++i) write_document(i);
    for (const SentenceRecord& sentence : graph_.sentences) write_sentence(sentence);
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      write_entity(vertex);
    }
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      if (graphs == RdfGraphs::kOne && graph_.relations[edge].asserted) {
        relations_.write_fact(edge);
      }
      relations_.write(edge);
    }
    for (const Statement& statement : graph_.statements) relations_.write(statement);
    if (graphs == RdfGraphs::kDocument) write_facts_by_document();
    rdf_.finish();
  }

 private:
  /// Which versions of the program read the articles.
  void write_runs() {
    std::map<std::string_view, std::uint64_t> runs;
    for (std::size_t i = 0; i < graph_.articles.size(); ++i) {
      if (names_.run(i) != 0) runs[graph_.articles[i].header.fingerprint] = names_.run(i);
    }
    if (runs.empty()) return;
    rdf_.subject(ngo("newsgraph"));
    rdf_.add(kType, prov("SoftwareAgent"));
    rdf_.text(kLabel, "newsgraph");
    for (const auto& [fingerprint, id] : runs) {
      rdf_.subject({Space::kRun, LocalName('x', id)});
      rdf_.add(kType, prov("Activity"));
      rdf_.text(ngo("fingerprint"), fingerprint);
      rdf_.add(prov("wasAssociatedWith"), ngo("newsgraph"));
    }
  }

  void write_document(std::size_t article) {
    const ArticleHeader& header = graph_.articles[article].header;
    rdf_.subject(names_.document(article));
    rdf_.add(kType, prov("Entity"));
    rdf_.add(kType, schema("NewsArticle"));
    rdf_.text(dct("identifier"), header.key);
    rdf_.text(dct("title"), header.title, header.language);
    rdf_.date(dct("issued"), header.published);
    rdf_.date(dct("modified"), header.modified);
    rdf_.text(dc("publisher"), header.outlet);
    rdf_.text(dc("creator"), header.author);
    rdf_.text(dc("language"), header.language);
    const std::string url = web_address(header.url);
    if (!url.empty()) {
      rdf_.add(dct("source"), {Space::kIri, url});
    } else {
      rdf_.text(dc("source"), header.url);
    }
  }

  void write_sentence(const SentenceRecord& record) {
    const LocalName name = names_.sentence(record);
    rdf_.subject({Space::kSentence, name});
    rdf_.add(kType, oa("TextQuoteSelector"));
    rdf_.text(oa("exact"), record.text, graph_.articles[record.article].header.language);
    rdf_.subject({Space::kPosition, name});
    rdf_.add(kType, oa("DataPositionSelector"));
    rdf_.number(oa("start"), std::uint64_t{record.span.begin});
    rdf_.number(oa("end"), std::uint64_t{record.span.end});
  }

  void write_entity(Vertex vertex) {
    const Entity& entity = graph_.relations[vertex];
    const LocalName id = names_.entity(vertex);
    // Shown by what it is called, or by its id; never by nothing.
    const std::string_view label = entity.label.empty() ? std::string_view(id) : entity.label;
    rdf_.subject({Space::kEntity, id});
    rdf_.add(kType, ngo("Entity"));
    if (entity.type != EntityType::kOther) rdf_.add(kType, ngo(type_label(entity.type)));
    const std::string_view kind = kind_class(entity.kind);
    if (!kind.empty() && kind != type_label(entity.type)) rdf_.add(kType, ngo(kind));
    rdf_.text(skos("prefLabel"), label);
    rdf_.text(kLabel, label);
    for (const Alias& alias : entity.aliases) {
      if (alias.text != entity.label) rdf_.text(skos("altLabel"), alias.text);
    }
    for (const std::string& title : entity.titles) rdf_.text(ngo("title"), title);
    rdf_.text(ngo("value"), entity.value);
    rdf_.number(ngo("mentionCount"), std::uint64_t{entity.mentions});
    rdf_.number(ngo("articleCount"), std::uint64_t{entity.articles});
    rdf_.date(ngo("firstSeen"), entity.first_seen);
    rdf_.date(ngo("lastSeen"), entity.last_seen);
  }

  /// The facts of each article in its graph: those that it asserts in its own voice.
  void write_facts_by_document() {
    struct Fact {
      std::uint32_t article;
      Edge edge;
    };
    std::vector<Fact> facts;
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      if (!graph_.relations[edge].asserted) continue;
      for (const Claim& claim : graph_.relations[edge].claims) {
        if (claim.attribution.empty()) facts.push_back({claim.evidence.article, edge});
      }
    }
    // Stable, so that an article that says the same twice says it in a row.
    std::stable_sort(facts.begin(), facts.end(),
                     [](const Fact& a, const Fact& b) { return a.article < b.article; });
    facts.erase(std::unique(facts.begin(), facts.end(),
                            [](const Fact& a, const Fact& b) {
                              return a.article == b.article && a.edge == b.edge;
                            }),
                facts.end());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (i == 0 || facts[i].article != facts[i - 1].article) {
        rdf_.graph(names_.document(facts[i].article));
      }
      relations_.write_fact(facts[i].edge);
    }
  }

  const KnowledgeGraph& graph_;
  const GraphNames names_;
  RdfWriter& rdf_;
  RelationTriples relations_;
};

}  // namespace

RdfExporter::RdfExporter(RdfSyntax syntax, const ExportOptions& options)
    : syntax_(syntax), graphs_(options.rdf_graphs), base_(checked_base(options.base)) {
  if (graphs_ != RdfGraphs::kOne && !has_named_graphs(syntax)) {
    throw Error("Turtle and N-Triples have no named graphs; use trig, nquads or jsonld");
  }
}

void RdfExporter::write(const KnowledgeGraph& graph, std::ostream& out) const {
  Sink sink(out);
  const std::unique_ptr<RdfWriter> rdf = make_rdf_writer(syntax_, base_, sink);
  GraphTriples(graph, *rdf).write(graphs_);
  sink.finish();
}

}  // namespace newsgraph
