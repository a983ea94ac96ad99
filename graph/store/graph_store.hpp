#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/proposition/proposition.hpp"

namespace newsgraph {

struct KnowledgeGraph;

/// The graph file: one SQLite database, schema in graph/store/schema.sql.
///
/// It holds what was extracted from each article (articles, sentences, mentions, propositions) and
/// the graph merged from that, which is a pure function of the articles. Articles are written in
/// transactions, so that a process killed at any moment leaves a file that opens and holds whole
/// articles only; the merged graph is renewed by refresh(), and known to be stale until then.
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

  /// Merges anew what changed, and stores the merged graph. Nothing to do if nothing changed.
  void refresh();

  /// The merged graph; merged in memory where the stored one is stale and the file is read-only.
  KnowledgeGraph load() const;

  /// Headers of all articles, by key.
  std::vector<ArticleHeader> articles() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
