#include "extract/proposition/open_complement.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/factuality/negation.hpp"

namespace newsgraph {
namespace {

/// "will push hard to secure concessions", "was used to breach the wall": a bare verb whose purpose
/// is what is said.
bool is_bare_purpose(const Tree& tree, TokenIndex verb, TokenIndex purpose) {
  if (!tree.is(purpose, "advcl") || !is_infinitive(tree, purpose) || purpose < verb ||
      own_subject(tree, purpose) != kNoToken || tree.token(verb).upos != Upos::kVerb) {
    return false;
  }
  if (is_beyond(tree, verb)) return false;
  const TokenIndex object = tree.child(verb, "obj");
  const bool tally = object != kNoToken && is_tally(tree, object);
  // Only adverbs stand between, or how many voted.
  for (TokenIndex i = verb + 1; i < purpose; ++i) {
    const bool own = tree.head(i) == purpose || tree.token(i).upos == Upos::kAdv ||
                     (tally && tree.is_below(i, object));
    if (!own) return false;
  }
  return true;
}

/// "called for the bill to be dropped", "called on drivers to slow down": whether another than the
/// subject does what `infinitive` says.
bool has_subject_with_preposition(const Tree& tree, TokenIndex verb, TokenIndex infinitive) {
  return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenIndex c) {
    if (c < verb || c > infinitive || !tree.is(c, "obl")) return false;
    const std::string preposition = tree.introducer(c, "case");
    static constexpr std::array<std::string_view, 4> kOnSomeone = {"call", "count", "rely",
                                                                   "depend"};
    const bool on = preposition == "on" || preposition == "upon";
    return preposition == "for" || (on && is_one_of(tree.token(verb).lemma, kOnSomeone));
  });
}

/// "led to", "resulted in": what behind them happens to something is the result.
bool is_causal(std::string_view verb, std::string_view preposition) {
  if (preposition == "to") return verb == "lead" || verb == "contribute";
  if (preposition == "in") return verb == "result" || verb == "end";
  return preposition == "with" && verb == "end";
}

/// "called for members to arm", "resulted in three dying": the preposition is one of the clause.
std::optional<IntroducedClause> introduced_by_mark(const Tree& tree, TokenIndex verb,
                                                   TokenIndex c) {
  // The parser may have the participle below its subject, or the subject beside the infinitive.
  const TokenIndex participle = tree.is(c, "obl") ? tree.child(c, "acl") : kNoToken;
  if (participle != kNoToken && tree.token(participle).xpos == "VBG") {
    std::string preposition = tree.introducer(c, "case");
    if (preposition.empty()) preposition = tree.introducer(participle, "mark");
    if (is_causal(tree.token(verb).lemma, preposition)) {
      return IntroducedClause{c, participle, preposition};
    }
  }
  if (tree.introducer(c, "mark") != "for to") return {};
  TokenIndex subject = own_subject(tree, c);
  for (const TokenIndex noun : tree.children(verb)) {
    const bool between = verb < noun && noun < c && tree.is(noun, "obl");
    if (subject == kNoToken && between) subject = noun;
  }
  if (subject == kNoToken) return {};
  return IntroducedClause{subject, c, "for"};
}

/// The same read as a phrase with an infinitive or a participle behind it: "called [for members]
/// [to arm]", "led [to corridors] [becoming unusable]".
std::optional<IntroducedClause> introduced_by_case(const Tree& tree, TokenIndex verb,
                                                   TokenIndex c) {
  const bool clause = tree.is(c, "advcl") || tree.is(c, "xcomp");
  if (!clause || own_subject(tree, c) != kNoToken) return {};
  const TokenIndex first = tree.subtree(c).front();
  for (const TokenIndex noun : tree.children(verb)) {
    if (!tree.is(noun, "obl") || noun < verb || tree.subtree(noun).back() + 1 != first) continue;
    const std::string preposition = tree.introducer(noun, "case");
    const bool wished = preposition == "for" && is_infinitive(tree, c);
    const bool caused = is_causal(tree.token(verb).lemma, preposition) &&
                        tree.token(c).xpos == "VBG" && tree.introducer(c, "mark").empty();
    if (wished || caused) return IntroducedClause{noun, c, preposition};
  }
  return {};
}

TokenIndex first_conjunct(const Tree& tree, TokenIndex verb) {
  while (tree.is(verb, "conj") && tree.head(verb) != kNoHead) verb = tree.head(verb);
  return verb;
}

}  // namespace

bool is_beyond(const Tree& tree, TokenIndex word) {
  const auto& modifiers = tree.children(word);
  return std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
    if (!tree.is(c, "advmod")) return false;
    if (tree.token(c).lemma == "too") return tree.token(word).upos == Upos::kAdj;
    const TokenIndex degree = tree.child(c, "advmod");
    return degree != kNoToken && tree.token(degree).lemma == "too";
  });
}

bool has_open_modal(const Tree& tree, TokenIndex verb) {
  const auto& words = tree.children(verb);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
    return tree.is(c, "aux") && tree.token(c).xpos == "MD" &&
           !is_one_of(tree.token(c).lemma, {"will", "shall"});
  });
}

bool is_undertaken(const Tree& tree, TokenIndex verb) {
  const TokenIndex noun = tree.head(verb);
  if (!tree.is(verb, "acl") || !is_infinitive(tree, verb) || !tree.is(noun, "obj")) return false;
  const TokenIndex above = tree.head(noun);
  const std::string& undertaking = tree.token(noun).lemma;
  const std::string& lemma = tree.token(above).lemma;
  // What one announces may be others' deal, what one signs is one's own.
  const bool own = is_one_of(undertaking, {"deal", "agreement", "contract", "commitment", "promise",
                                           "pledge", "vow", "offer", "attempt", "effort"}) &&
                   is_one_of(lemma, {"agree", "sign", "reach", "strike", "make", "seal"});
  const bool told = is_one_of(undertaking, {"plan", "intention", "bid", "pledge"}) &&
                    is_one_of(lemma, {"announce", "unveil", "launch", "make"});
  // "Norland's plan to", "a plan by Norland to", "no deal to": another's, or nobody's.
  const bool of_others =
      tree.child(noun, {"nmod", "nmod:poss"}) != kNoToken ||
      (tree.child(noun, "det") != kNoToken && tree.token(tree.child(noun, "det")).lemma == "no");
  const bool undergone = tree.child(verb, "aux:pass") != kNoToken;
  if ((!own && !told) || of_others || undergone || is_negated(tree, above)) return false;
  // "Did it sign a deal to leave?"
  const bool asked = tree.token(tree.size() - 1).form == "?";
  return !has_open_modal(tree, above) && !asked && own_subject(tree, above) != kNoToken;
}

bool is_tally(const Tree& tree, TokenIndex i) {
  if (tree.token(i).upos != Upos::kNum) return false;
  return std::any_of(tree.children(i).begin(), tree.children(i).end(), [&](TokenIndex c) {
    const TokenIndex link = tree.child(c, "case");
    const bool counts = c > i && tree.token(c).upos == Upos::kNum && link != kNoToken;
    return counts && (tree.token(link).lemma == "to" || tree.token(link).upos == Upos::kSym);
  });
}

std::optional<IntroducedClause> introduced_clause(const Tree& tree, TokenIndex verb) {
  if (tree.token(verb).upos != Upos::kVerb || tree.child(verb, {"obj", "iobj"}) != kNoToken)
    return {};
  for (const TokenIndex c : tree.children(verb)) {
    if (c < verb) continue;
    if (auto found = introduced_by_mark(tree, verb, c)) return found;
    if (auto found = introduced_by_case(tree, verb, c)) return found;
  }
  return {};
}

bool is_governed_gerund(const Tree& tree, TokenIndex i) {
  const TokenIndex above = tree.head(i);
  if (!tree.is(i, "advcl") || above == kNoHead || above > i || tree.token(i).xpos != "VBG" ||
      own_subject(tree, i) != kNoToken) {
    return false;
  }
  const bool predicate =
      tree.token(above).upos == Upos::kVerb ||
      (tree.token(above).upos == Upos::kAdj && tree.child(above, "cop") != kNoToken);
  if (!predicate || tree.child(above, {"obj", "iobj", "ccomp", "obl:agent"}) != kNoToken) {
    return false;
  }
  const std::string marker = tree.introducer(i, "mark");
  if (marker.empty()) {
    // "died fighting": nothing stands between.
    const bool says = is_in_class(tree.token(i).lemma, WordClass::kSay);
    const bool next = above + 1 == i || (above + 2 == i && tree.is(i - 1, "compound:prt"));
    return next && !says;
  }
  static constexpr std::array<std::string_view, 13> kGoverned = {
      "about", "against", "at",   "for", "from",   "in",  "into",
      "of",    "on",      "over", "to",  "toward", "with"};
  if (std::find(kGoverned.begin(), kGoverned.end(), marker) == kGoverned.end()) return false;
  // "was hurt, for he ..." and what stands apart is none of it.
  const TokenIndex first = tree.subtree(i).front();
  return first > 0 && tree.token(first).upos != Upos::kPunct &&
         tree.token(first - 1).upos != Upos::kPunct;
}

bool is_joined_infinitive(const Tree& tree, TokenIndex verb) {
  const std::string& tag = tree.token(verb).xpos;
  if (!tree.is(verb, "conj") || (tag != "VB" && tag != "VBP" && tag != "VBN")) return false;
  if (tree.child(verb, {"nsubj", "aux", "aux:pass", "cop"}) != kNoToken) return false;
  if (tag == "VBN" && passive_auxiliary(tree, verb) == kNoToken) return false;
  if (is_one_of(tree.introducer(verb, "cc"), {"rather than", "instead of"})) return false;
  return is_infinitive(tree, first_conjunct(tree, verb));
}

TokenIndex passive_auxiliary(const Tree& tree, TokenIndex verb) {
  const TokenIndex own = tree.child(verb, "aux:pass");
  const bool shares = own == kNoToken && tree.is(verb, "conj") && tree.token(verb).xpos == "VBN" &&
                      tree.child(verb, {"nsubj", "aux", "cop"}) == kNoToken;
  return shares ? tree.child(first_conjunct(tree, verb), "aux:pass") : own;
}

std::string joined_gerund_marker(const Tree& tree, TokenIndex verb) {
  if (!tree.is(verb, "conj") || tree.token(verb).xpos != "VBG" ||
      tree.child(verb, {"nsubj", "aux", "mark"}) != kNoToken) {
    return {};
  }
  const TokenIndex first = first_conjunct(tree, verb);
  return is_governed_gerund(tree, first) ? tree.introducer(first, "mark") : std::string();
}

bool is_joined_gerund(const Tree& tree, TokenIndex verb) {
  if (!tree.is(verb, "conj") || tree.token(verb).xpos != "VBG" ||
      tree.child(verb, {"nsubj", "aux", "mark"}) != kNoToken) {
    return false;
  }
  const TokenIndex first = first_conjunct(tree, verb);
  return tree.is(first, "xcomp") && tree.token(first).xpos == "VBG" &&
         tree.child(first, {"nsubj", "aux", "mark"}) == kNoToken;
}

std::vector<TokenIndex> governors_of(const Tree& tree, TokenIndex verb) {
  const bool gerund = !joined_gerund_marker(tree, verb).empty();
  if (!gerund && !is_joined_gerund(tree, verb) && !is_joined_infinitive(tree, verb)) return {};
  std::vector<TokenIndex> governors;
  TokenIndex at = first_conjunct(tree, verb);
  if (gerund) {
    at = tree.head(at);
    governors.push_back(at);
  }
  while (tree.is(at, "xcomp") && tree.head(at) != kNoHead && tree.head(at) < at) {
    at = tree.head(at);
    if (tree.child(at, {"obj", "iobj"}) != kNoToken) return {};
    // "count on Norland to act and ensure peace": another is counted on.
    const auto& dependents = tree.children(at);
    if (std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
          return at < c && c < verb && tree.is(c, "obl") && !tree.introducer(c, "case").empty();
        })) {
      return {};
    }
    governors.insert(governors.begin(), at);
  }
  return governors;
}

void follow_chain(const Tree& tree, Clause& clause) {
  TokenIndex at = clause.head();
  for (int depth = 0; depth < 4; ++depth) {
    // "asked Roth to come": newer treebanks call the person asked "iobj".
    TokenIndex object = tree.child(at, {"obj", "iobj"});
    if (object != kNoToken && is_tally(tree, object)) object = kNoToken;
    const auto introduced = introduced_clause(tree, at);
    TokenIndex next = kNoToken;
    for (const TokenIndex c : tree.children(at)) {
      // "declared Roth to be the winner": parsers also say ccomp.
      const bool of_object = tree.is(c, "ccomp") && is_infinitive(tree, c) &&
                             own_subject(tree, c) == kNoToken && object != kNoToken && object < c;
      const bool own = tree.is(c, "xcomp") && own_subject(tree, c) == kNoToken;
      const bool open = own || is_bare_purpose(tree, at, c) || of_object ||
                        is_governed_gerund(tree, c) ||
                        // After an adjective parsers also say advcl or ccomp: "eager to negotiate".
                        (clause.copular && at == clause.head() && is_infinitive(tree, c) &&
                         own_subject(tree, c) == kNoToken && tree.token(at).upos == Upos::kAdj &&
                         (tree.is(c, "advcl") || tree.is(c, "ccomp") || tree.is(c, "acl")));
      if (open && c > at && !(introduced && introduced->predicate == c)) {
        next = c;
        break;
      }
    }
    if (next == kNoToken) return;
    // "found unconstitutional a law that ..."
    const bool moved_behind = object > next && tree.token(next).upos == Upos::kAdj &&
                              tree.child(next, {"mark", "cop"}) == kNoToken;
    if ((object != kNoToken && object < next) || moved_behind ||
        (is_infinitive(tree, next) && has_subject_with_preposition(tree, at, next))) {
      clause.infinitive = next;
      return;
    }
    // "remains president", "wants to be mayor": what one is or becomes is an object.
    const Upos upos = tree.token(next).upos;
    if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kNum) {
      clause.nominal = next;
      return;
    }
    clause.chain.push_back(next);
    at = next;
  }
}

}  // namespace newsgraph
