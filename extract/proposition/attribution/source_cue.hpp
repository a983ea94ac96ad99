#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/mention/document.hpp"

/// Cues of reported speech: the words of a sentence that say who says so.
namespace newsgraph {

/// Who is said to say something, before mentions are given numbers in the stream.
struct AttributedSource {
  std::optional<TokenRef> head;  ///< of the source's phrase; none for "reportedly"
  std::string cue;               ///< "said", "according to", "reportedly"
  Span span;                     ///< of source and cue
  TokenRef cue_token;            ///< the word that says so
  Span phrase;                   ///< of the source, where it is not the argument that `head` heads
};

/// Whether the word's clause may be what its subject says or thinks: "said that", "believes that",
/// "is convinced that", "made clear that".
bool is_attributing(const Tree& tree, TokenIndex token);

/// Whether the verb at `token` is one of saying or, where `quoting`, of those that only direct
/// speech makes one: "asked".
bool is_saying(const Tree& tree, TokenIndex token, bool quoting = false);

/// Whether the verb at `token` passes on what is said: "as reported by the Herald".
bool is_relaying(const Tree& tree, TokenIndex token);

/// Whether the phrase at `head` denotes someone or something that speaks: a name, a person, a body,
/// a place that stands for its government, a text.
bool is_voice(const Document& document, TokenRef head);

/// Whether it denotes a person or persons, by its name's type or its noun.
bool is_person(const Document& document, TokenRef head);

/// The source of the attributing word at `cue`: its subject, or a passive's agent; headless for a
/// passive without agent ("it is said"), nothing where no one speaks ("the failure suggests").
std::optional<AttributedSource> source_of_verb(const Document& document, TokenRef cue);

/// The speaker of an inverted tag, which parsers take for an object: "..., wrote Keller", "Remarked
/// Keller, '...'".
std::optional<AttributedSource> source_of_inversion(const Document& document, TokenRef verb);

/// Whose words the clause at `clause` is as the content of `noun`: "Roth's claim that", "the report
/// by officials that", "expressed the opinion that", "rumours that".
std::optional<AttributedSource> source_of_content(const Document& document, TokenRef noun,
                                                  TokenRef clause);

/// "according to Roth", "by the ministry's report": an oblique that tells only who says so.
bool is_source_adjunct(const Document& document, TokenRef oblique, std::string_view preposition);

/// Sources that stand beside the predicate or noun at `head`: "according to Roth", "in his
/// opinion", "as Roth put it", "..., Roth said", "reportedly". The dependent `skipped` is left out.
std::vector<AttributedSource> adjunct_sources(const Document& document, TokenRef head,
                                              TokenIndex skipped = kNoToken);

}  // namespace newsgraph
