#include "export/neo4j/csv_export.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <vector>

#include "export/neo4j/csv_text.hpp"
#include "export/neo4j/cypher_schema.hpp"
#include "export/neo4j/property_graph.hpp"
#include "export/output_file.hpp"
#include "export/sink.hpp"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

/// neo4j-admin's --read-buffer-size, which each row has to fit into.
constexpr std::size_t kReadBuffer = 4 << 20;

constexpr std::string_view kImportBegin = R"sh(#!/bin/sh
# Imports these tables into an empty Neo4j database with neo4j-admin, the server being stopped.
# Arguments go to neo4j-admin: a database other than "neo4j", --overwrite-destination to replace
# what one holds.
set -eu
cd "$(dirname "$0")"
if [ -n "${NEO4J_HOME:-}" ] && [ -x "$NEO4J_HOME/bin/neo4j-admin" ]; then
  PATH="$NEO4J_HOME/bin:$PATH"
fi
case "${1:-}" in
  "" | -*) set -- neo4j "$@" ;;
esac
# neo4j-admin leaves its report in the folder that it is called in, which may not be writable.
report=$(mktemp)
trap 'cat "$report" >&2; rm -f "$report"' EXIT
neo4j-admin database import full "$@" --report-file="$report" \
  --id-type=string --array-delimiter=U+001F --bad-tolerance=0)sh";

constexpr std::string_view kImportEnd = R"sh(
echo "Now start the server and create constraints and indexes: cypher-shell -f $PWD/schema.cypher"
)sh";

class CsvWriter {
 public:
  CsvWriter(const KnowledgeGraph& graph, bool claims, const fs::path& folder)
      : graph_(graph), claims_(claims), folder_(folder) {}

  void write() {
    write_entities();
    write_documents();
    write_relations();
    if (claims_) {
      write_claims();
      write_claim_entities();
      write_claim_documents();
      write_claim_claims();
    }
    write_schema();
    write_import();
  }

 private:
  /// The table `name` and its header. describe(to, record...) names the columns of a record to a
  /// CsvHeader or a CsvRow; fill(add) calls add(record...) for each row.
  /// @param option  That of neo4j-admin: "--nodes".
  /// @param empty  A record without contents, to find the columns by.
  template <typename Describe, typename Fill, typename... Record>
  void table(std::string_view option, const std::string& name, Describe describe, Fill fill,
             const Record&... empty) {
    const std::string header_file = name + "_header.csv";
    const std::string file = name + ".csv";
    write_file(folder_ / header_file, [&](std::ostream& out) {
      Sink sink(out);
      CsvHeader header(sink.text);
      describe(header, empty...);
      header.close();
      sink.finish();
    });
    write_file(folder_ / file, [&](std::ostream& out) {
      Sink sink(out);
      fill([&](const Record&... record) {
        const std::size_t begin = sink.text.size();
        CsvRow row(sink.text);
        describe(row, record...);
        note(std::string_view(sink.text).substr(begin));
        row.close();
        sink.spill();
      });
      sink.finish();
    });
    tables_ += " \\\n  " + std::string(option) + "=" + header_file + "," + file;
  }

  /// What the options of the import depend on.
  void note(std::string_view row) {
    longest_row_ = std::max(longest_row_, row.size());
    line_breaks_ = line_breaks_ || row.find_first_of("\r\n") != std::string_view::npos;
  }

  void write_entities() {
    const StatementsBySubject statements(graph_);
    table(
        "--nodes", "entities",
        [&](auto& to, const Entity& entity, std::span<const std::uint32_t> said) {
          to.id("Entity", entity_id(entity.id));
          entity_properties(to, graph_, entity, said);
          to.labels(node_labels(entity));
        },
        [&](auto add) {
          for (const Vertex vertex :
               boost::make_iterator_range(boost::vertices(graph_.relations))) {
            add(graph_.relations[vertex], statements.of(vertex));
          }
        },
        Entity(), std::span<const std::uint32_t>());
  }

  void write_documents() {
    table(
        "--nodes", "documents",
        [](auto& to, const ArticleHeader& header) {
          to.id("Document", document_id(header.key));
          document_properties(to, header);
          to.labels(std::array<std::string_view, 1>{"Document"});
        },
        [&](auto add) {
          for (const ArticleRecord& article : graph_.articles) add(article.header);
        },
        ArticleHeader());
  }

  void write_relations() {
    table(
        "--relationships", "relations",
        [&](auto& to, const Entity& subject, const Relation& relation, const Entity& object) {
          to.start("Entity", entity_id(subject.id));
          to.end("Entity", entity_id(object.id));
          to.type(relationship_type(relation));
          to.string("id", relation_id(relation.id));
          relation_properties(to, relation);
          if (!claims_) evidence_properties(to, graph_, relation.claims);
        },
        [&](auto add) {
          const RelationGraph& graph = graph_.relations;
          for (const Edge edge : boost::make_iterator_range(boost::edges(graph))) {
            add(graph[boost::source(edge, graph)], graph[edge], graph[boost::target(edge, graph)]);
          }
        },
        Entity(), Relation(), Entity());
  }

  void write_claims() {
    const Relation relation;
    const Entity subject;
    table(
        "--nodes", "claims",
        [](auto& to, const RelationPlace& place, const Claim& claim,
           const SentenceRecord& sentence) {
          to.id("Claim", claim_id(claim.id));
          claim_properties(to, place, claim, sentence);
          to.labels(std::array<std::string_view, 1>{"Claim"});
        },
        [&](auto add) {
          for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
            add(place, claim, graph_.sentences[claim.evidence.sentence]);
          });
        },
        RelationPlace{relation, subject, nullptr, nullptr}, Claim(), SentenceRecord());
  }

  /// Where in a list a link comes from; without for those that no list holds.
  using Position = std::optional<std::uint64_t>;

  void write_claim_entities() {
    table(
        "--relationships", "claim_entities",
        [](auto& to, const Claim& claim, const Entity& entity, const std::string& type,
           const Position& position, const std::string& role, const std::string& text,
           const std::string& cue) {
          to.start("Claim", claim_id(claim.id));
          to.end("Entity", entity_id(entity.id));
          to.type(type);
          to.known("position", position);
          to.known("role", role);
          to.known("text", text);
          to.known("cue", cue);
        },
        [&](auto add) {
          for_each_claim(graph_, [&](const RelationPlace& place, const Claim& claim) {
            add(claim, place.subject, "SUBJECT", {}, "", "", "");
            if (place.object != nullptr) add(claim, *place.object, "OBJECT", {}, "", "", "");
          });
          for_each_attribution(graph_, [&](const Claim& claim, const Entity& entity,
                                           std::uint64_t position, const Source& source) {
            add(claim, entity, "ATTRIBUTED_TO", position, "", source.text, source.cue);
          });
          for_each_qualifier(graph_, [&](const Claim& claim, const Entity& entity,
                                         std::uint64_t position, const ClaimQualifier& qualifier) {
            add(claim, entity, "QUALIFIED_BY", position, qualifier.role, qualifier.text, "");
          });
        },
        Claim(), Entity(), std::string(), Position(), std::string(), std::string(), std::string());
  }

  void write_claim_documents() {
    table(
        "--relationships", "claim_documents",
        [](auto& to, const Claim& claim, const std::string& key) {
          to.start("Claim", claim_id(claim.id));
          to.end("Document", document_id(key));
          to.type("STANDS_IN");
        },
        [&](auto add) {
          for_each_claim(graph_, [&](const RelationPlace&, const Claim& claim) {
            add(claim, graph_.articles[claim.evidence.article].header.key);
          });
        },
        Claim(), std::string());
  }

  void write_claim_claims() {
    table(
        "--relationships", "claim_claims",
        [](auto& to, const Claim& claim, const Claim& said) {
          to.start("Claim", claim_id(claim.id));
          to.end("Claim", claim_id(said.id));
          to.type("SAYS");
        },
        [&](auto add) { for_each_report(graph_, add); }, Claim(), Claim());
  }

  void write_schema() {
    write_file(folder_ / "schema.cypher", [&](std::ostream& out) {
      for (const std::string& statement :
           cypher_schema(CypherDialect::kNeo4j, relationship_types(graph_), claims_)) {
        out << statement << ";\n";
      }
    });
  }

  void write_import() {
    const fs::path script = folder_ / "import.sh";
    write_file(script, [&](std::ostream& out) {
      out << kImportBegin;
      // Slower, because rows can then be found only one after the other.
      if (line_breaks_) out << " --multiline-fields=true";
      if (longest_row_ >= kReadBuffer) {
        out << " --read-buffer-size=" << std::bit_ceil(2 * longest_row_);
      }
      out << tables_ << kImportEnd;
    });
    fs::permissions(script, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec,
                    fs::perm_options::add);
  }

  const KnowledgeGraph& graph_;
  bool claims_;
  const fs::path& folder_;
  std::string tables_;
  std::size_t longest_row_ = 0;
  bool line_breaks_ = false;
};

}  // namespace

void write_neo4j_csv(const KnowledgeGraph& graph, const ExportOptions& options,
                     const fs::path& folder) {
  CsvWriter(graph, options.claims, folder).write();
}

}  // namespace newsgraph
