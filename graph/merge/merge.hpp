#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "extract/proposition/proposition.hpp"
#include "graph/model/knowledge_graph.hpp"

/// Propositions of many articles into one graph.
///
///     a.txt  (Marta Keller; declined; Southport visit)
///     b.txt  (President Keller; refused -> "decline"; visit to Southport)
///
/// is one relation, Marta Keller --declined--> Southport visit, with two claims. The graph is a
/// function of the set of articles: their order does not matter.
namespace newsgraph {

/// Calls back with every article once, ascending by key, in each call alike. merge() reads twice,
/// so that memory follows the graph and not the articles.
using ArticleSource = std::function<void(const std::function<void(const Extraction&)>&)>;

struct MergeOptions {
  /// Propositions less sure than this stay out: by default what is misread in three of ten
  /// cases.
  double least_confidence = 0.7;
};

/// What merging could not use.
struct MergeReport {
  std::uint64_t articles = 0;
  std::uint64_t propositions = 0;
  std::uint64_t unresolved =
      0;  ///< left out: an argument is a pronoun that stands for nothing known
  std::uint64_t self_loops =
      0;  ///< left out: subject and object are one entity ("he defended himself")
  std::uint64_t unidentified =
      0;  ///< left out: neither subject nor object is notable ("the talks need preparation")
  std::uint64_t doubtful = 0;  ///< left out: less sure than MergeOptions::least_confidence
};

/// Changes whenever equal articles may give another graph: stored graphs of another version are
/// merged anew.
inline constexpr int kMergeVersion = 3;

/// @param nodes  If given: becomes, per article in order, the vertex of each mention; kNoVertex for
///               those of no vertex.
KnowledgeGraph merge(const ArticleSource& source, const MergeOptions& options = {},
                     MergeReport* report = nullptr,
                     std::vector<std::vector<std::uint32_t>>* nodes = nullptr);
inline constexpr std::uint32_t kNoVertex = 0xffffffff;

/// Of articles in memory, in any order; of several versions under one key the latest counts.
KnowledgeGraph merge(std::vector<Extraction> extractions, const MergeOptions& options = {},
                     MergeReport* report = nullptr);

/// Whether `a` counts rather than `b`, of two versions of an article under one key: the later
/// modified, then published, then by hash; of one version read in two places, which says the same,
/// the one whose metadata comes first in order of bytes.
bool is_later_version(const ArticleHeader& a, const ArticleHeader& b);

}  // namespace newsgraph
