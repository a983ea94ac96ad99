#pragma once

#include "extract/mention/document.hpp"
#include "extract/proposition/proposition.hpp"

/// What becomes of a document's mentions once its propositions are found.
namespace newsgraph {

/// "his legitimacy" is "Roth's legitimacy": whose it is tells what it is.
void name_possessors(Document& document);

/// Gives `result` the mentions of `document` that are names or that its propositions refer to, in
/// order of the text, and lets the propositions refer to them by their new numbers.
void keep_used_mentions(const Document& document, Extraction& result);

}  // namespace newsgraph
