#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/mention/document.hpp"

namespace newsgraph {

/// Who is said to say something, before mentions are given numbers in the stream.
struct AttributedSource {
  std::optional<TokenRef> head;  ///< of the source's phrase; none for "reportedly"
  std::string cue;               ///< "said", "according to", "reportedly"
  Span span;                     ///< of source and cue
  TokenRef cue_token;            ///< the word that says so
};

/// A stretch of direct speech and who speaks.
struct Quotation {
  Span span;
  std::optional<AttributedSource> speaker;
};

/// Direct speech of the document: quotation marks matched over sentences within a paragraph (and
/// over paragraphs that are each left open), with their speaker: the subject of a verb of saying in
/// a sentence that the quotation touches, or else the speaker of the quotation before.
std::vector<Quotation> find_quotations(const Document& document);

/// Who says the clause at `head`, outermost first: governing verbs and nouns of saying, "as X
/// said", "according to X", hearsay adverbs, and the quotation it stands in.
std::vector<AttributedSource> attribution_of(const Document& document, TokenRef head,
                                             const std::vector<Quotation>& quotations);

}  // namespace newsgraph
