#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "extract/mention/document.hpp"
#include "extract/proposition/draft.hpp"

/// Arguments of which too little is left: what they leave out changes what is said.
///
///     "Any acts that harm Norland will be punished."    not every act will be
///     "Norland does not have rivers that run all year." it has rivers
///     "Roth joined the calls asking Kern to resign."    it matters which calls
namespace newsgraph {

/// A noun with the clause that it needs is shown up to this length, or not at all.
inline constexpr std::size_t kWordsWithClause = 20;

/// Whether the object of `draft` at `head` is nothing without the clause behind it, so that its
/// words have to tell it.
bool needs_clause_behind(const Document& document, const Draft& draft, TokenRef head);

/// The noun at `head` up to the end of the clause behind it.
Span span_with_clause_behind(const Document& document, TokenRef head);

/// The argument of `draft` that says too little, if there is one; `event_date`: when it was, empty
/// if that is not known.
std::optional<TokenRef> cut_argument(Document& document, const Draft& draft,
                                     std::string_view event_date);

}  // namespace newsgraph
