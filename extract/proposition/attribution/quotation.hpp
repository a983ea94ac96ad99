#pragma once

#include <optional>
#include <vector>

#include "extract/mention/document.hpp"
#include "extract/proposition/attribution/source_cue.hpp"

namespace newsgraph {

/// A stretch of direct speech and who speaks.
struct Quotation {
  Span span;
  std::optional<AttributedSource> speaker;  ///< headless where only the marks say that one speaks
  std::optional<TokenRef> hearer = std::nullopt;  ///< "you", where known
};

/// Direct speech of the document, in order and disjoint: what stands in quotation marks and has a
/// clause in it, so that words held at arm's length are none, the paragraph that another one
/// introduces with a colon, and the turns of an interview (interview.hpp). The speaker of a
/// quotation is, of these the first that there is,
///
/// 1. who says so in a sentence that it touches, the nearest one: "'...,' Roth said";
/// 2. who speaks in the quotation before it in its paragraph;
/// 3. who says so in the sentence before it in its paragraph, or behind it: "Roth was asked
/// first. '...'";
/// 4. of a paragraph that goes on with a quotation left open, or is nothing but one, who spoke
/// last, if no paragraph without quotation marks came between;
/// 5. the subject of the main verb whose infinitive it is: "called on drivers to 'slow down, since
/// fog hides the road'";
/// 6. the person that the sentence before is about: "Roth was blunt. '...'".
///
/// O(tokens) time.
std::vector<Quotation> find_quotations(const Document& document);

}  // namespace newsgraph
