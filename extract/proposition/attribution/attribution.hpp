#pragma once

#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/attribution/quotation.hpp"
#include "extract/proposition/attribution/reported_speech.hpp"
#include "extract/proposition/attribution/source_cue.hpp"

/// Who says so, through what. From the words of one sentence (source_cue.hpp), the quotation that
/// a clause stands in (quotation.hpp), and the sentences around it (reported_speech.hpp).
///
///     "The Herald wrote that officials believe Norland, which borders on Estmark, will attack."
///      wrote        no source: the article's own voice
///      believe      Herald
///      will attack  Herald, officials
namespace newsgraph {

/// Answers for every clause of a document. Keeps references to its arguments.
class Attributor {
 public:
  /// After coreference. O(tokens) time.
  Attributor(Document& document, const std::vector<Quotation>& quotations)
      : document_(document), quotations_(quotations), reported_(document, quotations) {}

  /// Who says the clause at `head`, outermost first: governing verbs and nouns of saying and
  /// thinking, adjuncts ("according to X", "as X said", "reportedly"), the quotation it stands in,
  /// and where none of these names one, the source that its sentence takes on.
  ///
  /// @param aside  An apposition or title: the article's own voice but in direct speech.
  std::vector<AttributedSource> sources_of(TokenRef head, bool aside = false) const;

  /// Whether a source is a pronoun that nobody knows the meaning of.
  bool names_nobody(TokenRef source) const { return reported_.is_unresolved(source); }

 private:
  std::vector<AttributedSource> in_sentence(TokenRef head) const;
  const Quotation* quotation_at(TokenRef head) const;

  /// "You noted that males prevail.", put to somebody who is known; not "Did you note ...?".
  std::optional<TokenRef> told_to_hearer(TokenRef source) const;

  /// "By its own account, the army ...": the subject behind, where a pronoun before it is its.
  std::optional<TokenRef> cataphor(const AttributedSource& source) const;

  Document& document_;
  const std::vector<Quotation>& quotations_;
  ReportedSpeech reported_;
};

}  // namespace newsgraph
