#pragma once

#include <optional>
#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/attribution/quotation.hpp"

namespace newsgraph {

/// Reported speech beyond the sentence: whose words a sentence without a cue of its own still is.
///
///     "According to Roth, the plan is ready. It would cost three million."
///                                            carried: according to Roth
class ReportedSpeech {
 public:
  /// After coreference. O(tokens) time.
  ReportedSpeech(Document& document, const std::vector<Quotation>& quotations);

  /// The source that the sentence takes on, where nothing in it names one:
  ///
  /// 1. from the sentence before it in its paragraph, if its main clause is a modal one whose
  ///    subject takes up what was said ("It will cost") or whose tense is shifted back ("would
  ///    cost": free indirect speech), or hearsay ("It was noted that", "reportedly");
  /// 2. from the sentence behind it, if that points back: "Roth announced this on Monday."
  const std::optional<AttributedSource>& carried(std::uint32_t sentence) const {
    return carried_[sentence];
  }

  /// Who spoke before in the paragraph, where a pronoun as source was not resolved: "It also
  /// suggested that ..." behind "The report named ...".
  std::optional<TokenRef> spoke_before(TokenRef pronoun) const;

  /// Whether a pronoun as source has no antecedent, or none that speaks.
  bool is_unresolved(TokenRef source) const;

 private:
  /// Whether the next sentence may be its words too: not what only shows or nobody names.
  bool may_go_on(const AttributedSource& source) const;

  bool may_mean(TokenRef pronoun, TokenRef voice) const;
  bool names_itself_behind(TokenRef pronoun, std::uint32_t chain) const;

  Document& document_;
  std::vector<std::optional<AttributedSource>> carried_;   ///< by sentence
  std::vector<std::optional<AttributedSource>> before_;    ///< in force when the sentence begins
  std::vector<std::optional<AttributedSource>> previous_;  ///< the same across paragraphs
  std::vector<std::optional<AttributedSource>> latest_;    ///< who last said so in the paragraph
};

}  // namespace newsgraph
