#pragma once

#include <cstddef>
#include <string>

#include "extract/mention/document.hpp"
#include "extract/proposition/draft.hpp"

/// How arguments that are no nodes are told in words, and which drafts cannot be told at all.
///
///     "Roth became the first woman to lead Norland, ..."    first woman to lead Norland
///     "Norland has warned anyone with a yacht"              anyone with a yacht
namespace newsgraph {

/// A graph shows no paragraphs.
inline constexpr std::size_t kShownWords = 10;

/// "the ministry's": the ministry.
std::string without_possessive(std::string text);

/// What is said ends with its quotation mark.
Span until_quotation_ends(const Document& document, Span span);

/// The words of `span`; of a long clause those up to where its last clause or phrase within
/// `most` words begins, and an ellipsis. The span itself stays whole.
std::string clause_text(const Document& document, TokenRef head, Span span, std::size_t most);

/// Whether the object of `draft` is what its words say rather than a node: "anyone with any
/// information", or a noun whose label cannot hold what it is about.
bool is_told_in_words(Document& document, const Draft& draft);

/// The object of `draft` with all that restricts it, in its first words.
Argument in_words(const Document& document, const Draft& draft);

/// What somebody is or becomes, as written: "the first woman to lead the house".
Argument described(Document& document, const Draft& draft);

/// "even if it rains", "five minutes after takeoff": what stands before the word that introduces
/// a phrase goes with it.
void split_introducer(const Document& document, TokenRef head, Qualifier& qualifier);

/// A clause beside the predicate is shown in its words: "if the terms suit".
bool is_clause(const Document& document, TokenRef head);

/// "member" of "he was a member of the house, during which he ...": of the clause only the noun
/// is meant.
bool carries_clause(const Document& document, TokenRef head);

/// "Only Roth will go": what is said of others, not that she will. "The only man I trust": nor
/// that I trust the only man.
bool is_exclusive(const Document& document, const Draft& draft);

}  // namespace newsgraph
