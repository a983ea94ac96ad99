#pragma once

#include "extract/mention/tree.hpp"
#include "extract/values/time_expression.hpp"

namespace newsgraph {

/// When, seen from the article, what `predicate` tells lies: "will meet", "is to meet", "meets on
/// Tuesday", "plans to meet", "would meet" lie ahead. Of a noun or participle that of the verb
/// above; unknown where there is none, and for an event that a verb speaks of now ("the vote this
/// Friday decides").
Tense tense_of(const Tree& tree, TokenIndex predicate);

}  // namespace newsgraph
