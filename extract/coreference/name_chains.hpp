#pragma once

#include "extract/mention/document.hpp"

namespace newsgraph {

/// Chains the name mentions of one article: equal names, surnames of a full name given anywhere in
/// the article, acronyms in brackets after what they stand for ("Norland Armed Forces (NAF)").
/// Names of one form get one type, by majority.
void chain_names(Document& document);

}  // namespace newsgraph
