#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language/sentence.hpp"

namespace newsgraph {

/// One arc of the enhanced graph, seen from the word that depends.
struct EnhancedArc {
  std::int32_t head = kNoHead;  ///< kNoHead for the root
  std::string relation;         ///< "nsubj", "obl:because_of"; of UD's enhanced form

  friend auto operator<=>(const EnhancedArc&, const EnhancedArc&) = default;
};

/// By word, its arcs in order of head, then relation; each once. Every word has one at least.
/// Cycles are meant to be there.
using EnhancedGraph = std::vector<std::vector<EnhancedArc>>;

/// A word has no more arcs than this, so that a list of thousands stays cheap; real sentences
/// hardly reach ten.
inline constexpr std::size_t kMaxEnhancedArcs = 32;

/// The enhanced layer of Universal Dependencies (Schuster and Manning, 2016;
/// https://universaldependencies.org/u/overview/enhanced-syntax.html): what the basic tree leaves
/// implicit, said word by word. A pure function of the tree.
///
///     "Roth, who had refused to meet Kern, wrote and sent a letter because of the press."
///
///      Roth    nsubj of refused, nsubj:xsubj of meet, nsubj of wrote and of sent
///      who     ref of Roth
///      meet    xcomp of refused
///      Kern    obj of meet
///      sent    conj:and of wrote
///      letter  obj of wrote and of sent
///      press   obl:because_of of wrote and of sent
///
/// 1. Relations carry what introduces the word, as lemmas: obl and nmod their prepositions with
///    fixed parts ("nmod:of"), advcl and acl their subordinators ("advcl:if"; "advcl:when" of an
///    adverb), conj its conjunction or that of the next conjunct ("conj:and" for all of "A, B and
///    C").
/// 2. Conjuncts have the heads of the first of them in the same relation, or with their own
///    preposition. Not so the root, the conj relation itself, and nouns that are ruled out: "Kern,
///    not Roth, resigned".
/// 3. A dependent of the first conjunct that stands behind a later one belongs to both: "wrote and
///    sent a letter", "mayors and ministers of Norland"; objects only where the later verb has
///    none.
/// 4. A conjunct without subject has the first one's ("nsubj:pass" if it is passive).
/// 5. The subject of an open complement (xcomp) is its governor's object, else its governor's
///    subject, as "nsubj:xsubj". Exceptions: "promise" (the subject all the same), "call on Roth to
///    go" (the oblique), "make it clear that" and "hard to say" (none).
/// 6. In a relative clause, the noun that it modifies takes the place of the relative pronoun,
///    which keeps a "ref" to it: "nmod:poss" for "whose", "obl" for "where". Where it is an object
///    or oblique of a verb, it is so of the verb's conjuncts that lack one ("which he wrote and she
///    signed").
/// 7. In a relative clause without pronoun, free ones among them ("what he said"), the noun fills
///    what is missing: the subject, what a preposition governs, the object, a time or manner ("the
///    day he left"), in the clause or in one that it governs ("the letter he said he wrote").
///
/// Empty nodes for elided predicates are not made.
///
/// @param sentence  Any; made for trees. What hangs on a cycle keeps its basic arcs, and a head
///                  outside the sentence counts as none.
///
/// O(words * kMaxEnhancedArcs) time.
EnhancedGraph enhance(const Sentence& sentence);

/// What introduces the dependent in a relation of the graph: "because_of" of "obl:because_of".
/// Empty if nothing does, as in "nsubj:pass" and "obl:agent".
std::string_view introducer_of(std::string_view relation);

/// "4:nsubj|6:nsubj:xsubj", with CoNLL-U's ids from 1; "0:root".
std::string to_deps(const std::vector<EnhancedArc>& arcs);

}  // namespace newsgraph
