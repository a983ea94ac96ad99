#include "graph/query/relation_selection.hpp"

#include <algorithm>
#include <map>

#include "graph/query/edit_distance.hpp"
#include "graph/query/folding.hpp"

namespace newsgraph {
namespace {

/// How often each word names a relation, to suggest the usual ones.
std::vector<std::uint32_t> word_uses(const Topology& topology) {
  std::vector<std::uint32_t> uses(topology.words().size(), 0);
  for (const auto& relation : topology.relations()) {
    ++uses[relation.readable];
    ++uses[relation.relation_class];
  }
  return uses;
}

std::string suggestion(const Topology& topology, const std::string& folded) {
  const auto uses = word_uses(topology);
  std::string best;
  std::pair<std::uint32_t, std::uint32_t> best_rank{4, 0};  // distance, then 2^32 - uses
  for (std::size_t i = 0; i < topology.words().size(); ++i) {
    const std::uint32_t distance = edit_distance(folded, fold_name(topology.words()[i]), 3);
    if (uses[i] == 0 || distance > 3 || 2 * distance > folded.size()) continue;
    const std::pair rank{distance, ~uses[i]};
    if (best.empty() || rank < best_rank) {
      best = topology.words()[i];
      best_rank = rank;
    }
  }
  if (!best.empty()) return "did you mean \"" + best + "\"?";
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < uses.size(); ++i) {
    if (uses[i] != 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return uses[a] > uses[b]; });
  std::string common;
  for (std::size_t i = 0; i < order.size() && i < 5; ++i) {
    common += (i == 0 ? "" : ", ") + topology.words()[order[i]];
  }
  return common.empty() ? "the graph has no relations" : "the most common are: " + common;
}

std::uint32_t boundary(const std::string& date, bool is_start) {
  if (date.empty()) return 0;
  const DayNumbers days = day_numbers(date);
  const std::uint32_t day = is_start ? days.first : days.last;
  if (day == 0) {
    throw Error("\"" + date + "\" is no date with a year; expected ISO 8601, e.g. 2024-05-01, " +
                "2024-05 or 2024");
  }
  return day;
}

}  // namespace

RelationTest::RelationTest(const Topology& topology, const RelationSelection& selection)
    : topology_(topology),
      // What is stored as float must not fail the test by rounding.
      min_confidence_(static_cast<float>(selection.min_confidence)),
      min_support_(selection.min_support),
      since_(boundary(selection.since, true)),
      until_(boundary(selection.until, false)),
      asserted_only_(selection.asserted_only) {
  if (!selection.relations.empty()) {
    words_.assign(topology.words().size(), false);
    std::multimap<std::string, std::size_t> by_folded;
    for (std::size_t i = 0; i < topology.words().size(); ++i) {
      by_folded.emplace(fold_name(topology.words()[i]), i);
    }
    for (const std::string& name : selection.relations) {
      const std::string folded = fold_name(name);
      const auto [begin, end] = by_folded.equal_range(folded);
      if (folded.empty() || begin == end) {
        throw UnknownName("no relation is called \"" + name + "\" (predicate or class); " +
                          suggestion(topology, folded));
      }
      for (auto match = begin; match != end; ++match) words_[match->second] = true;
    }
  }
  all_ = words_.empty() && min_confidence_ <= 0 && min_support_ <= 1 && since_ == 0 &&
         until_ == 0 && !asserted_only_;
}

bool RelationTest::passes(const TopologyRelation& relation) const {
  if (!words_.empty() && !words_[relation.canonical] && !words_[relation.relation_class] &&
      !words_[relation.readable] && !words_[relation.predicate]) {
    return false;
  }
  if (relation.confidence < min_confidence_ || relation.support < min_support_) return false;
  if (asserted_only_ && !relation.asserted) return false;
  if (since_ != 0 && relation.last_day < since_) return false;
  return until_ == 0 || (relation.first_day != 0 && relation.first_day <= until_);
}

}  // namespace newsgraph
