#include "extract/extractor.hpp"

#include <string>
#include <utility>

#include "extract/base/error.hpp"
#include "extract/base/hash.hpp"
#include "extract/coreference/coreference.hpp"
#include "extract/explanation.hpp"
#include "extract/mention/document.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/consistency.hpp"
#include "extract/proposition/proposition_finder.hpp"
#include "extract/proposition/proposition_stream.hpp"

namespace newsgraph {
namespace {

/// Raised with every change to mentions, coreference or propositions that may change an output.
constexpr int kRulesVersion = 23;

std::string fingerprint_of(const LanguageEngine& engine, const CoreferenceModel& coreference) {
  return "rules-" + std::to_string(kRulesVersion) + " schema-" +
         std::to_string(kPropositionSchema) + ' ' + engine.fingerprint() + ' ' +
         to_hex(coreference.checksum());
}

/// All that the rules read in `document`, whose header is left to the caller.
Extraction read_document(Document& document, const CoreferenceModel& coreference, Trace* trace) {
  const std::vector<Quotation> quotations = find_quotations(document);
  resolve_coreference(document, speech_of(quotations), coreference);
  return find_propositions(document, quotations, trace);
}

class RuleExtractor : public PropositionExtractor {
 public:
  RuleExtractor(LanguageEngine engine, CoreferenceModel coreference)
      : engine_(std::move(engine)),
        coreference_(std::move(coreference)),
        fingerprint_(fingerprint_of(engine_, coreference_)) {}

  Extraction extract(const Article& article) const override {
    Document document(article, engine_.analyse(article));
    Extraction extraction = read_document(document, coreference_, nullptr);
    extraction.article = header_of(article, fingerprint_);
    // A mistake of the rules costs one article, not the batch.
    try {
      check_consistency(extraction);
    } catch (const Damage& damage) {
      throw Error(std::string("read into something inconsistent (") + damage.what() +
                  "), a mistake of newsgraph: please report it with the article");
    }
    return extraction;
  }

  const std::string& fingerprint() const override { return fingerprint_; }

 private:
  LanguageEngine engine_;
  CoreferenceModel coreference_;
  std::string fingerprint_;
};

}  // namespace

std::unique_ptr<PropositionExtractor> make_rule_extractor(LanguageEngine engine,
                                                          CoreferenceModel coreference) {
  return std::make_unique<RuleExtractor>(std::move(engine), std::move(coreference));
}

std::vector<Speech> speech_of(const std::vector<Quotation>& quotations) {
  std::vector<Speech> speech;
  speech.reserve(quotations.size());
  for (const Quotation& quotation : quotations) {
    speech.push_back({quotation.span, quotation.speaker ? quotation.speaker->head : std::nullopt});
  }
  return speech;
}

Explanation explain(const LanguageEngine& engine, const CoreferenceModel& coreference,
                    const Article& article) {
  std::vector<Sentence> parsed = engine.analyse(article);
  Document document(article, parsed);
  Trace trace;
  Extraction extraction = read_document(document, coreference, &trace);
  extraction.article = header_of(article, fingerprint_of(engine, coreference));
  return explanation_of(document, std::move(parsed), std::move(extraction), trace);
}

ArticleHeader header_of(const Article& article, const std::string& fingerprint) {
  ArticleHeader header;
  header.key = article.key;
  header.id = article.id;
  header.url = article.url;
  header.title = article.title;
  header.outlet = article.outlet;
  header.author = article.author;
  header.published = article.published;
  header.modified = article.modified;
  header.language = article.language;
  header.source = article.source;
  header.content_hash = article.content_hash;
  header.text_hash = sha256_hex(to_lower(fold_space(article.text)));
  header.fingerprint = fingerprint;
  return header;
}

}  // namespace newsgraph
