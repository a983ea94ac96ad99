#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/proposition/proposition.hpp"

/// Extractions from triples in a compact notation, for tests that need a graph but no extractor.
///
///     extraction({.key = "a.txt", .published = "2024-03-05"}, R"(
///       (President) Marta Keller/person#1; declined = decline; Southport
///       visit/event[Southport/place] not Keller/person#1; visited = visit; Southport/place -- Elm
///       News/organization said Norland/place; backs = back; peace talks {on 2024-03-06/date}
///       {date=2024-03-06} {conf=0.7} the talks/concept; failed = fail planned he/pronoun#1; said =
///       say; ^1
///     )");
///
/// One proposition and one sentence a line:
/// - optional flags before the subject: `not`, and `planned`, `possible` or `conditional`
/// - subject; predicate as written = canonical (the same where "=" is missing); object
/// - the object may be missing (an intransitive) or `^N`: the proposition of line N, from 0
/// - a mention is `(Title) text/type#chain`: a name if `type` is one of the named types, a literal
/// if
///   it is date, number, money or quantity, a pronoun if it is `pronoun`, else a noun phrase:
///   without
///   `/type` a concept, with `/described` a uniquely described entity; mentions with the same
///   `#chain` (any word) corefer, as do names of equal text and type in one article
/// - `text/event[Name/type, Name/type]` is an event with those of its words as participants; its
/// head
///   is its last word
/// - `{role mention}` qualifies ("{in Southport/place}", "{ officially}" is a text without
/// mention);
///   `{date=D}`, `{said=D}`, `{conf=C}`, `{rule=R}`, `{readable=R}` set that field
/// - `-- source cue` attributes, outermost first when repeated; the cue is the last word, the
/// source a
///   mention if it has a type, else text
/// A line `: mention` only mentions, without a proposition.
namespace newsgraph::test {

/// Throws std::logic_error, with the line, on what is not in that notation.
Extraction extraction(ArticleHeader header, std::string_view lines);

}  // namespace newsgraph::test
