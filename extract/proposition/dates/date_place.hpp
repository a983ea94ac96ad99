#pragma once

#include <string_view>

#include "extract/mention/tree.hpp"
#include "extract/values/time_expression.hpp"

namespace newsgraph {

/// Which words of a sentence a time expression dates.
struct DatePlace {
  TokenIndex head = kNoToken;  ///< of the expression itself
  TokenIndex verb = kNoToken;  ///< or another predicate
  TokenIndex noun = kNoToken;  ///< of an event ("the talks on Tuesday"), or a source
};

/// Where `expression` belongs: by the tree, by way of the nouns that the parser may have hung it
/// on, and, between a verb of saying and what is said, by the order of the words.
DatePlace place_of(const Tree& tree, const TimeExpression& expression);

/// A verb, or what a copula makes a predicate.
bool is_predicate(const Tree& tree, TokenIndex i);

/// Whether what `preposition` introduces may date what a verb tells; none (empty) as well.
bool is_dating(std::string_view preposition);

}  // namespace newsgraph
