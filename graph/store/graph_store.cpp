#include "graph/store/graph_store.hpp"

#include <cmath>
#include <unordered_set>
#include <utility>

#include "extract/base/error.hpp"
#include "graph/merge/merge.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/store/article_table.hpp"
#include "graph/store/claim_table.hpp"
#include "graph/store/database.hpp"
#include "graph/store/graph_table.hpp"
#include "graph/store/migration.hpp"

namespace newsgraph {
namespace {

/// How long to wait for another process to finish a transaction, in milliseconds.
constexpr int kPatience = 1000;

/// Articles a transaction: enough that committing does not count, few enough that a kill costs
/// seconds of work.
constexpr int kArticlesATransaction = 100;

/// The state row "least confidence" counts ten-thousandths, as confidences have four decimals.
constexpr double kConfidenceUnits = 10000;
/// The limit of files that do not tell theirs.
constexpr double kFirstLimit = 0.6;

/// A writer that was killed may leave a journal, which only who may write can roll back. Where that
/// is not allowed, reading the file says so.
void roll_back(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file.string() + "-journal", ignored)) return;
  try {
    Database(file, SQLITE_OPEN_READWRITE).number("SELECT count(*) FROM sqlite_schema");
  } catch (const Error&) {
    // Not ours to repair, or in use.
  }
}

/// Opens `file`, after what SQLite would not say clearly.
Database open(const std::filesystem::path& file, GraphStore::Access access) {
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  const std::string name = file.string();
  if (std::filesystem::is_directory(status)) {
    throw IoError(name + ": this is a folder; expected a graph file");
  }
  const bool exists = std::filesystem::exists(status);
  if (exists && !std::filesystem::is_regular_file(status)) {
    throw IoError(name + ": this is no regular file; expected a graph file");
  }
  if (access == GraphStore::Access::kRead) {
    if (!exists) throw IoError(name + ": there is no such file; make it with newsgraph build");
    roll_back(file);
    return Database(file, SQLITE_OPEN_READONLY);
  }
  const std::filesystem::path folder = file.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored)) {
    throw IoError(name + ": there is no folder " + folder.string() + "; make it first");
  }
  return Database(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

}  // namespace

struct GraphStore::Impl {
  Impl(const std::filesystem::path& file, Access wanted)
      : database(open(file, wanted)), access(wanted) {
    sqlite3_busy_timeout(database.handle(), kPatience);
    if (access == Access::kWrite) {
      begin_writing();
    } else {
      check_version(database, migrations());
      database.execute("PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536");
    }
    articles.emplace(database);
    get_state.emplace(database, "SELECT value FROM state WHERE name = ?");
    if (access == Access::kWrite) {
      set_state.emplace(database, "INSERT OR REPLACE INTO state (value, name) VALUES (?, ?)");
      note_least_confidence();
    }
  }

  ~Impl() {
    if (access != Access::kWrite) return;
    try {
      // Whole articles only are in the transaction, whatever made us stop.
      if (database.in_transaction()) database.execute("COMMIT");
      get_state.reset();
      set_state.reset();
      articles.reset();
      // One file remains, which can be read where nothing can be written. Fails, without harm,
      // while somebody reads.
      sqlite3_busy_timeout(database.handle(), 0);
      database.execute("PRAGMA journal_mode = DELETE");
    } catch (const std::exception&) {
      // What is committed is safe in the log beside the file.
    }
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// From here on the store is within a transaction, always: that keeps other writers out.
  void begin_writing() {
    if (sqlite3_db_readonly(database.handle(), "main") == 1) database.fail(SQLITE_READONLY);
    // Before anything is written: whose file is it?
    if (database.number("SELECT count(*) FROM sqlite_schema") > 0) {
      migrate_check();
    }
    database.execute(
        "PRAGMA page_size = 8192; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; "
        "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
    database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    database.execute("BEGIN IMMEDIATE");
    migrate(database, migrations());
    check_version(database, migrations());
  }

  /// Throws unless the file is a graph file that this program can write.
  void migrate_check() {
    const std::int64_t id = database.number("PRAGMA application_id");
    const std::int64_t version = database.number("PRAGMA user_version");
    if (id != kApplicationId || version >= migrations().back().version) {
      check_version(database, migrations());
    }
  }

  /// A file keeps the limit that it was begun with, whatever later programs begin theirs with.
  void note_least_confidence() {
    if (state("least confidence", -1) >= 0) return;
    const bool is_new = database.number("SELECT count(*) FROM article") == 0;
    const double limit = is_new ? MergeOptions().least_confidence : kFirstLimit;
    set_state->run(std::int64_t{std::llround(limit * kConfidenceUnits)}, "least confidence");
  }

  void require_writing() const {
    if (access != Access::kWrite) {
      throw IoError(database.name() + ": the graph file is open for reading only");
    }
  }

  std::int64_t state(const char* name, std::int64_t otherwise = 0) {
    const std::int64_t value = get_state->bind(name).step() ? get_state->integer(0) : otherwise;
    get_state->reset();
    return value;
  }

  MergeOptions merge_options() {
    const std::int64_t least = state("least confidence", -1);
    return {.least_confidence =
                least >= 0 ? static_cast<double>(least) / kConfidenceUnits : kFirstLimit};
  }

  void changed() {
    set_state->run(state("changes") + 1, "changes");
    if (++uncommitted >= kArticlesATransaction) commit();
  }

  void commit() {
    database.execute("COMMIT");
    uncommitted = 0;
    // Another process may have slipped in between; then it is waited for as at the beginning.
    database.execute("BEGIN IMMEDIATE");
  }

  bool is_fresh() {
    return state("merged") == state("changes") && state("merge version") == kMergeVersion;
  }

  ArticleSource source(const std::vector<ArticleTable::Row>& rows) {
    return [this, &rows](const std::function<void(const Extraction&)>& visit) {
      for (const ArticleTable::Row row : rows) visit(articles->read(row));
    };
  }

  /// All of one reading sees one state of the file, even while another process writes.
  template <typename Read>
  auto consistently(Read read) {
    if (database.in_transaction()) return read();
    database.execute("BEGIN");
    struct End {
      Database& database;
      ~End() { sqlite3_exec(database.handle(), "COMMIT", nullptr, nullptr, nullptr); }
    } end{database};
    return read();
  }

  void require_fresh() {
    if (is_fresh()) return;
    throw IoError(
        database.name() +
        ": the merged graph in this file is out of date; renew it with: newsgraph merge -o " +
        database.name());
  }

  Database database;
  Access access;
  std::optional<ArticleTable> articles;
  std::optional<Query> get_state, set_state;
  int uncommitted = 0;
};

GraphStore::GraphStore(const std::filesystem::path& file, Access access)
    : impl_(std::make_unique<Impl>(file, access)) {}
GraphStore::~GraphStore() = default;
GraphStore::GraphStore(GraphStore&&) noexcept = default;
GraphStore& GraphStore::operator=(GraphStore&&) noexcept = default;

GraphStore::Known GraphStore::known(const ArticleHeader& header) const {
  const auto row = impl_->articles->find(header.key);
  if (!row) return Known::kNo;
  const ArticleHeader there = impl_->articles->header(*row);
  if (there.content_hash == header.content_hash) {
    // Read in another place, whose name may count.
    if (is_later_version(header, there)) return Known::kNo;
    return there.fingerprint == header.fingerprint ? Known::kSame : Known::kOutdated;
  }
  return is_later_version(there, header) ? Known::kOlder : Known::kNo;
}

GraphStore::Change GraphStore::add(const Extraction& extraction) {
  impl_->require_writing();
  require_consistency(extraction);
  ArticleTable& articles = *impl_->articles;
  const ArticleHeader& header = extraction.article;
  const auto row = articles.find(header.key);
  Change change = Change::kAdded;
  if (row) {
    const ArticleHeader there = articles.header(*row);
    if (there.content_hash == header.content_hash && there.fingerprint == header.fingerprint) {
      if (is_later_version(header, there)) {
        articles.update_header(*row, header);
        impl_->changed();
      }
      return Change::kUnchanged;
    }
    if (there.content_hash != header.content_hash && is_later_version(there, header)) {
      articles.insert_version(header);
      return Change::kOlder;
    }
    change = Change::kReplaced;
  }
  // All of the article or nothing, if the disk is full or the extraction is not to be stored.
  impl_->database.execute("SAVEPOINT article");
  try {
    if (row) {
      const ArticleHeader there = articles.header(*row);
      if (there.content_hash != header.content_hash) articles.insert_version(there);
      articles.erase(*row);
    }
    articles.insert(extraction);
  } catch (...) {
    impl_->database.execute("ROLLBACK TO article; RELEASE article");
    throw;
  }
  impl_->database.execute("RELEASE article");
  impl_->changed();
  return change;
}

void GraphStore::flush() {
  impl_->require_writing();
  impl_->commit();
}

bool GraphStore::remove(std::string_view key) {
  impl_->require_writing();
  const auto row = impl_->articles->find(key);
  if (!row) return false;
  impl_->articles->erase(*row);
  impl_->articles->erase_versions(key);
  impl_->changed();
  return true;
}

std::optional<std::string> GraphStore::find_article(std::string_view name) const {
  auto row = impl_->articles->find(name);
  if (!row) row = impl_->articles->find_document(name);
  if (!row) return std::nullopt;
  return impl_->articles->header(*row).key;
}

bool GraphStore::is_fresh() const { return impl_->is_fresh(); }

void GraphStore::set_least_confidence(double probability) {
  impl_->require_writing();
  const std::int64_t least = std::llround(probability * kConfidenceUnits);
  if (least == std::llround(impl_->merge_options().least_confidence * kConfidenceUnits)) return;
  impl_->set_state->run(least, "least confidence");
  impl_->changed();
}

void GraphStore::refresh(MergeReport* report) {
  impl_->require_writing();
  if (impl_->is_fresh()) {
    impl_->commit();
    return;
  }
  // The articles are safe before the graph is touched.
  impl_->commit();
  const std::vector<ArticleTable::Row> rows = impl_->articles->rows();
  std::vector<std::vector<std::uint32_t>> nodes;
  const KnowledgeGraph graph = merge(impl_->source(rows), impl_->merge_options(), report, &nodes);
  impl_->database.execute("SAVEPOINT graph");
  try {
    GraphTable(impl_->database).write(graph, rows, nodes);
    impl_->set_state->run(impl_->state("changes"), "merged");
    impl_->set_state->run(kMergeVersion, "merge version");
  } catch (...) {
    impl_->database.execute("ROLLBACK TO graph; RELEASE graph");
    throw;
  }
  impl_->database.execute("RELEASE graph");
  impl_->commit();
}

KnowledgeGraph GraphStore::load() const {
  return impl_->consistently([&] {
    const std::vector<ArticleTable::Row> rows = impl_->articles->rows();
    if (!impl_->is_fresh()) return merge(impl_->source(rows), impl_->merge_options());
    KnowledgeGraph graph;
    for (ArticleHeader& header : impl_->articles->headers()) {
      graph.articles.push_back({std::move(header)});
    }
    GraphTable(impl_->database).read(graph, rows);
    return graph;
  });
}

Topology GraphStore::load_topology() const {
  return impl_->consistently([&] {
    if (!impl_->is_fresh()) {
      const std::vector<ArticleTable::Row> rows = impl_->articles->rows();
      return make_topology(merge(impl_->source(rows), impl_->merge_options()));
    }
    return GraphTable(impl_->database).read_topology();
  });
}

void GraphStore::load_entities(const std::function<void(Entity&&)>& visit) const {
  impl_->consistently([&] {
    impl_->require_fresh();
    GraphTable(impl_->database).read_entities(visit);
  });
}

std::optional<Relation> GraphStore::relation(std::uint32_t number) const {
  return impl_->consistently([&] {
    impl_->require_fresh();
    return GraphTable(impl_->database).read_relation(number);
  });
}

std::vector<GraphStore::EvidencedClaim> GraphStore::claims_of(std::uint32_t relation) const {
  return impl_->consistently([&] {
    impl_->require_fresh();
    const auto count = [&](const char* sql) {
      return static_cast<std::uint64_t>(impl_->database.number(sql));
    };
    const ClaimTable::Limits limits{
        count("SELECT coalesce(max(row) + 1, 0) FROM entity"),
        count("SELECT coalesce(max(row) + 1, 0) FROM evidence_sentence")};
    Query sentence(impl_->database,
                   "SELECT s.\"begin\", s.\"end\", s.text, e.article FROM evidence_sentence e "
                   "JOIN sentence s ON s.article = e.article AND s.position = e.position "
                   "WHERE e.row = ?");
    std::vector<EvidencedClaim> found;
    for (Claim& claim : ClaimTable(impl_->database).read(relation, limits)) {
      EvidencedClaim one;
      if (!sentence.bind(claim.evidence.sentence).step()) {
        impl_->database.damaged("a sentence is missing");
      }
      one.sentence = {sentence.span(0), sentence.text(2)};
      one.article = impl_->articles->header(sentence.integer(3));
      one.claim = std::move(claim);
      one.claim.evidence.sentence = 0;
      found.push_back(std::move(one));
    }
    return found;
  });
}

std::unordered_map<std::uint64_t, std::uint64_t> GraphStore::entities_of_mentions(
    const std::vector<std::uint64_t>& mentions) const {
  return impl_->consistently([&] {
    impl_->require_fresh();
    const std::unordered_set<std::uint64_t> wanted(mentions.begin(), mentions.end());
    std::unordered_map<std::uint64_t, std::uint64_t> entities;
    Query query(impl_->database,
                "SELECT m.id, e.id FROM mention m "
                "JOIN resolution r ON r.article = m.article AND r.mention = m.position "
                "JOIN entity e ON e.row = r.entity");
    while (query.step()) {
      if (wanted.count(query.id(0)) > 0) entities.emplace(query.id(0), query.id(1));
    }
    return entities;
  });
}

std::optional<Extraction> GraphStore::extraction(std::string_view key) const {
  const auto row = impl_->articles->find(key);
  if (!row) return std::nullopt;
  return impl_->articles->read(*row);
}

GraphStore::Size GraphStore::size() const {
  return impl_->consistently([&] {
    const auto count = [&](const char* sql) {
      return static_cast<std::uint64_t>(impl_->database.number(sql));
    };
    return Size{count("SELECT count(*) FROM article"), count("SELECT count(*) FROM entity"),
                count("SELECT count(object) FROM relation"),
                count("SELECT count(*) FROM relation WHERE object IS NULL"),
                count("SELECT count(*) FROM claim")};
  });
}

std::vector<ArticleHeader> GraphStore::articles() const { return impl_->articles->headers(); }

}  // namespace newsgraph
