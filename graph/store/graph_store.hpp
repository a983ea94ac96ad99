#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/model/entity.hpp"
#include "graph/model/relation.hpp"
#include "graph/query/topology.hpp"

namespace newsgraph {

struct KnowledgeGraph;
struct MergeReport;

/// The graph file: one SQLite database, schema in graph/store/schema.sql.
///
/// It holds what was extracted from each article (articles, sentences, mentions, propositions) and
/// the graph merged from that, which is a pure function of the articles. Articles are written in
/// transactions, so that a process killed at any moment leaves a file that opens and holds whole
/// articles only; the merged graph is renewed by refresh(), and known to be stale until then. One
/// process writes at a time, others may read meanwhile what was there at its last flush().
///
/// What is read is not trusted: enumerations, references and spans are checked.
class GraphStore {
 public:
  enum class Access : std::uint8_t {
    kRead,   ///< the file must exist
    kWrite,  ///< created if missing
  };

  /// @throws IoError if the file cannot be opened, is no graph file, or is of a newer version.
  ///         An older version is migrated (kWrite) or refused with the command to run (kRead).
  GraphStore(const std::filesystem::path& file, Access access);
  ~GraphStore();
  GraphStore(GraphStore&&) noexcept;
  GraphStore& operator=(GraphStore&&) noexcept;

  /// What add() did with an article.
  enum class Change : std::uint8_t {
    kAdded,
    kReplaced,   ///< a newer version took an older one's place
    kUnchanged,  ///< that very version, read with that very extractor, is there
    kOlder,      ///< a newer version is there; this one is kept as history only
  };

  /// What is known of an article before it is read, so that reading it can be saved.
  enum class Known : std::uint8_t { kNo, kSame, kOutdated, kOlder };
  Known known(const ArticleHeader& header) const;

  /// Adds all that was read from one article; durable at the latest after flush().
  Change add(const Extraction& extraction);

  /// Ends the running transaction.
  void flush();

  /// Takes an article out again, with its history.
  /// @return false if there is none of that key.
  bool remove(std::string_view key);

  /// The key of the article with that key or document id ("d_..."); nullopt if there is none.
  std::optional<std::string> find_article(std::string_view name) const;

  /// Propositions less sure than `probability` stay out of the merged graph from the next refresh()
  /// on, and in the file; kept in the file. MergeOptions has the default.
  void set_least_confidence(double probability);

  /// Merges anew if anything changed, stores the merged graph and flushes. If killed meanwhile, the
  /// graph that was there before is still there, and stale.
  /// @param report  If given: what merging could not use; untouched if nothing changed.
  void refresh(MergeReport* report = nullptr);

  /// Whether the stored merged graph is that of the articles there.
  bool is_fresh() const;

  /// The merged graph; merged in memory where the stored one is stale and the file is read-only.
  KnowledgeGraph load() const;

  /// The bare structure of the merged graph, without labels, claims and evidence: what path queries
  /// need, in a fraction of load()'s time. Numbers of nodes are vertices of load()'s graph, numbers
  /// of relations its edges in their order.
  Topology load_topology() const;

  /// The entities of the merged graph in order of vertices, without their relations.
  void load_entities(const std::function<void(Entity&&)>& visit) const;

  /// A relation by its number in load_topology(), without its claims; nullopt if there is none.
  std::optional<Relation> relation(std::uint32_t number) const;

  /// A claim with what its indices point to.
  struct EvidencedClaim {
    Claim claim;  ///< Evidence::article and ::sentence are 0; entities are vertices
    ArticleHeader article;
    SentenceText sentence;
  };
  /// Those of a relation, by its number in load_topology(); empty if there is none. A matter of
  /// microseconds, whatever the size of the graph.
  std::vector<EvidencedClaim> claims_of(std::uint32_t relation) const;

  /// The ids of the entities that mentions of those ids are of; mentions that are of none, or are
  /// not there any more, are left out. An entity's id is that of a mention, so an id that the graph
  /// had before leads to what it is part of now. Reads all mentions.
  std::unordered_map<std::uint64_t, std::uint64_t> entities_of_mentions(
      const std::vector<std::uint64_t>& mentions) const;

  /// What was extracted from the article of that key; nullopt if there is none.
  std::optional<Extraction> extraction(std::string_view key) const;

  /// How much the file holds; of the stored merged graph, fresh or not.
  struct Size {
    std::uint64_t articles = 0;
    std::uint64_t entities = 0;  ///< nodes of every kind
    std::uint64_t relations = 0;
    std::uint64_t statements = 0;
    std::uint64_t claims = 0;
  };
  Size size() const;

  /// Headers of all articles, by key.
  std::vector<ArticleHeader> articles() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
