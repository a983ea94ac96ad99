#include "export/push/sparql_push.hpp"

#include <ostream>
#include <string>
#include <utility>

#include "export/exporter.hpp"
#include "export/push/ledger.hpp"
#include "export/push/ntriples_lines.hpp"
#include "export/push/sparql_subjects.hpp"
#include "export/rdf/rdf_exporter.hpp"
#include "graph/model/knowledge_graph.hpp"

namespace newsgraph {
namespace {

void for_each_triple(const KnowledgeGraph& graph, const PushOptions& options,
                     const NTriplesLines::OnLine& on_line) {
  NTriplesLines lines(on_line);
  std::ostream out(&lines);
  out.exceptions(std::ios::badbit);
  ExportOptions how;
  how.base = options.base;
  find_format("ntriples")->make(how)->write(graph, out);
}

/// Sends the triples of subjects that are not in the store as they should be.
class ChangedTriples {
 public:
  ChangedTriples(SparqlEndpoint& endpoint, const SparqlScope& scope, Ledger& ledger,
                 const OnPushProgress& on_progress)
      : endpoint_(endpoint),
        scope_(scope),
        ledger_(ledger),
        on_progress_(on_progress),
        progress_{.total = ledger.rows()} {}

  void add(std::string_view subject, std::string_view rest) {
    ++progress_.done;
    if (subject != subject_) {
      subject_ = subject;
      state_ = ledger_.state(subject);
    }
    const bool is_last = ledger_.finish_row(subject);
    if (state_ == Ledger::State::kCurrent) {
      if (on_progress_ && progress_.done % 4096 == 0) on_progress_(progress_);
      return;
    }
    if (state_ == Ledger::State::kStale) {
      outdated_.push_back(subject_);
      ledger_.clear(subject);
      state_ = Ledger::State::kMissing;
    }
    chunk_ += subject;
    chunk_ += rest;
    chunk_ += '\n';
    ++progress_.written;
    if (is_last) {
      chunk_ += subject;
      chunk_ += ' ';
      chunk_ += kMarkProperty;
      chunk_ += " \"" + ledger_.mark(subject) + "\" .\n";
    }
    if (++count_ == kTriples || chunk_.size() > kBytes) send();
  }

  /// What is outdated goes and what is new comes in two requests. If the second is not reached, the
  /// subjects have no mark, and the next push writes them.
  void send() {
    if (!outdated_.empty()) erase(endpoint_, scope_, outdated_);
    outdated_.clear();
    if (!chunk_.empty()) endpoint_.upload(std::exchange(chunk_, {}));
    count_ = 0;
    if (on_progress_) on_progress_(progress_);
  }

 private:
  static constexpr std::size_t kTriples = 10'000;
  static constexpr std::size_t kBytes = 4'000'000;

  SparqlEndpoint& endpoint_;
  const SparqlScope& scope_;
  Ledger& ledger_;
  const OnPushProgress& on_progress_;
  PushProgress progress_;
  std::string subject_;
  Ledger::State state_ = Ledger::State::kMissing;
  std::string chunk_;
  std::size_t count_ = 0;
  std::vector<std::string> outdated_;
};

/// Parts `unwanted` into what has another id now, and what is gone.
std::vector<RenamedSubject> take_renamed(const KnowledgeGraph& graph, const Successors& successors,
                                         const std::string& base, const Ledger& ledger,
                                         std::vector<StoredSubject>& unwanted) {
  const std::string entities = "<" + base + "id/entity/";
  const std::string relations = "<" + base + "id/relation/";
  /// The id in <base…/LETTER_0123456789abcdef>.
  const auto id_of = [](const std::string& iri, const std::string& space, char letter,
                        std::uint64_t& id) {
    return iri.starts_with(space) &&
           read_id(std::string_view(iri).substr(space.size(), iri.size() - space.size() - 1),
                   letter, id);
  };
  std::vector<std::uint64_t> entity_ids;
  std::unordered_set<std::uint64_t> relation_ids;
  std::uint64_t id = 0;
  for (const StoredSubject& subject : unwanted) {
    if (id_of(subject.iri, entities, 'e', id)) entity_ids.push_back(id);
    if (id_of(subject.iri, relations, 'r', id)) relation_ids.insert(id);
  }
  std::unordered_map<std::uint64_t, std::uint64_t> entity_heirs;
  if (!entity_ids.empty() && successors) entity_heirs = successors(entity_ids);
  const auto relation_heirs = relation_successors(graph, relation_ids);

  std::vector<RenamedSubject> renamed;
  std::vector<StoredSubject> gone;
  for (StoredSubject& subject : unwanted) {
    std::string heir;
    if (id_of(subject.iri, entities, 'e', id)) {
      const auto found = entity_heirs.find(id);
      if (found != entity_heirs.end()) heir = entities + entity_id(found->second) + ">";
    } else if (id_of(subject.iri, relations, 'r', id)) {
      const auto found = relation_heirs.find(id);
      if (found != relation_heirs.end()) heir = relations + relation_id(found->second->id) + ">";
    }
    if (subject.fate == Ledger::Unwanted::kOwn && !heir.empty() && ledger.is_wanted(heir)) {
      renamed.push_back({std::move(subject.iri), std::move(heir)});
    } else {
      gone.push_back(std::move(subject));
    }
  }
  unwanted = std::move(gone);
  return renamed;
}

}  // namespace

PushReport push_to_sparql(const KnowledgeGraph& graph, const PushOptions& options,
                          const Successors& successors, SparqlEndpoint& endpoint,
                          const OnPushProgress& on_progress) {
  Ledger ledger(options.name);
  SparqlScope scope(checked_base(options.base));
  for_each_triple(graph, options, [&](std::string_view subject, std::string_view rest) {
    ledger.want(subject, rest);
    scope.see(subject, rest);
  });

  endpoint.connect();
  if (on_progress) on_progress({});
  std::vector<StoredSubject> unwanted = take_inventory(endpoint, scope, ledger);
  if (options.full) ledger.disturb_all();
  const std::vector<RenamedSubject> renamed =
      take_renamed(graph, successors, scope.base(), ledger, unwanted);
  if (!options.dry_run) rename(endpoint, scope, ledger, renamed);

  PushReport report{.elements = ledger.elements(),
                    .added = ledger.count(Ledger::State::kMissing),
                    .updated = ledger.count(Ledger::State::kStale),
                    .unchanged = ledger.count(Ledger::State::kCurrent),
                    .renamed = renamed.size()};
  (options.prune ? report.removed : report.gone) = unwanted.size();
  if (options.dry_run) return report;

  ChangedTriples changed(endpoint, scope, ledger, on_progress);
  for_each_triple(graph, options, [&](std::string_view subject, std::string_view rest) {
    changed.add(subject, rest);
  });
  changed.send();
  if (options.prune) remove(endpoint, scope, ledger, unwanted);
  return report;
}

}  // namespace newsgraph
