#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/coreference/coreference.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/proposition/attribution/attribution.hpp"
#include "extract/proposition/proposition.hpp"

namespace newsgraph {

/// Articles to propositions: the plug point behind which rules (here) or a language model stand.
class PropositionExtractor {
 public:
  virtual ~PropositionExtractor() = default;

  /// All that `article` says. A pure function of the article; callable from several threads.
  virtual Extraction extract(const Article& article) const = 0;

  /// Changes whenever an output may change; kept with each article in the graph file.
  virtual const std::string& fingerprint() const = 0;
};

/// The extractor by rules over dependency trees.
std::unique_ptr<PropositionExtractor> make_rule_extractor(LanguageEngine engine,
                                                          CoreferenceModel coreference);

/// Quotations as coreference sees them.
std::vector<Speech> speech_of(const std::vector<Quotation>& quotations);

/// Metadata of `article` for the stream and the graph.
ArticleHeader header_of(const Article& article, const std::string& fingerprint);

}  // namespace newsgraph
