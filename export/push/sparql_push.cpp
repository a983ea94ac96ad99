#include "export/push/sparql_push.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "export/exporter.hpp"
#include "export/push/heirs.hpp"
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

/// "e_0123456789abcdef" of <…/id/entity/e_0123456789abcdef>.
std::string_view id_of(const StoredSubject& subject) {
  std::string_view iri = subject.iri;
  iri.remove_suffix(1);
  return iri.substr(iri.rfind('/') + 1);
}

/// Parts `unwanted` into what has another id now, and what is gone.
std::vector<RenamedSubject> take_renamed(const KnowledgeGraph& graph, const Successors& successors,
                                         const Ledger& ledger,
                                         std::vector<StoredSubject>& unwanted) {
  return take_renamed<RenamedSubject>(
      graph, successors, unwanted, id_of,
      [&](StoredSubject& subject, const Heir& heir) -> std::optional<RenamedSubject> {
        std::string now = subject.iri.substr(0, subject.iri.rfind('/') + 1) + heir.id + '>';
        if (!ledger.is_wanted(now)) return std::nullopt;
        return RenamedSubject{std::move(subject.iri), std::move(now)};
      });
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
  StoredSubjects stored = take_inventory(endpoint, scope, ledger);
  if (options.full) ledger.disturb_all();
  const std::vector<RenamedSubject> renamed =
      take_renamed(graph, successors, ledger, stored.unwanted);
  PushReport report{.renamed = renamed.size(), .stored = stored.count};
  for (const StoredSubject& subject : stored.unwanted) {
    if (subject.fate == Ledger::Unwanted::kOwn && scope.is_own(subject.iri)) ++report.leaving;
  }
  weigh_pruning(options.prune, stored.unwanted.size(), report);
  const bool only_counts = options.dry_run || report.is_refused;
  if (!only_counts) rename(endpoint, scope, ledger, renamed);
  count_wanted(ledger, report);
  if (only_counts) return report;

  ChangedTriples changed(endpoint, scope, ledger, on_progress);
  for_each_triple(graph, options, [&](std::string_view subject, std::string_view rest) {
    changed.add(subject, rest);
  });
  changed.send();
  if (options.prune != Prune::kNothing) remove(endpoint, scope, ledger, stored.unwanted);
  return report;
}

}  // namespace newsgraph
