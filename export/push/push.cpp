#include "export/push/push.hpp"

#include "export/push/ledger.hpp"

namespace newsgraph {

void weigh_pruning(Prune prune, std::uint64_t unwanted, PushReport& report) {
  (prune == Prune::kNothing ? report.gone : report.removed) = unwanted;
  report.is_refused = prune == Prune::kMinority && report.loses_most();
}

void count_wanted(const Ledger& ledger, PushReport& report) {
  report.elements = ledger.elements();
  report.added = ledger.count(Ledger::State::kMissing);
  report.updated = ledger.count(Ledger::State::kStale);
  report.unchanged = ledger.count(Ledger::State::kCurrent);
}

}  // namespace newsgraph
