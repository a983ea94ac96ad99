#include "extract/proposition/cut_arguments.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

/// "any acts", "every citizen".
bool is_quantified(const Tree& tree, TokenIndex noun) {
  static constexpr std::array<std::string_view, 6> kQuantifiers = {"any", "every", "each",
                                                                   "all", "no",    "either"};
  const TokenIndex determiner = tree.child(noun, "det");
  return determiner != kNoToken && determiner < noun &&
         std::find(kQuantifiers.begin(), kQuantifiers.end(), tree.token(determiner).lemma) !=
             kQuantifiers.end();
}

/// "rivers", "a river"; not "the river", "his river".
bool is_indefinite(const Tree& tree, TokenIndex noun) {
  if (tree.child(noun, "nmod:poss") != kNoToken) return false;
  const TokenIndex determiner = tree.child(noun, "det");
  return determiner == kNoToken || tree.token(determiner).lemma == "a" || is_quantified(tree, noun);
}

/// "the calls asking Kern to resign", "a letter urging peace": what the text says.
bool is_content_of_text(const Tree& tree, TokenIndex c) {
  const Token& participle = tree.token(c);
  const TokenIndex noun = tree.head(c);
  const bool speaks = is_in_class(participle.lemma, WordClass::kSay) ||
                      is_in_class(participle.lemma, WordClass::kWish) ||
                      is_one_of(participle.lemma, {"charge", "accuse", "allege"});
  return tree.is(c, "acl") && participle.xpos == "VBG" && speaks &&
         noun_class(tree.token(noun).lemma) == NounClass::kCommunication;
}

/// The clause that tells which of those that the noun names are meant.
TokenIndex restricting_clause(const Tree& tree, TokenIndex noun) {
  for (const TokenIndex c : tree.children(noun)) {
    if (is_restrictive_relative(tree, c)) return c;
  }
  return kNoToken;
}

/// The same or, of "no groups" and bare "groups", a participle: "groups focused on it".
TokenIndex restricting_words(const Tree& tree, TokenIndex noun) {
  const TokenIndex determiner = tree.child(noun, "det");
  if (determiner != kNoToken && tree.token(determiner).lemma == "a") {
    return restricting_clause(tree, noun);
  }
  for (const TokenIndex c : tree.children(noun)) {
    const std::string& tag = tree.token(c).xpos;
    const bool participle = tree.is(c, "acl") && (tag == "VBN" || tag == "VBG") &&
                            tree.subtree(c).front() == noun + 1 && tree.subtree(c).size() > 1;
    if (is_restrictive_relative(tree, c) || participle) return c;
  }
  return kNoToken;
}

/// The clause without which the noun at `noun` says too little in `draft`.
TokenIndex needed_clause(const Tree& tree, const Draft& draft, TokenIndex noun) {
  for (const TokenIndex c : tree.children(noun)) {
    if (c > noun && is_content_of_text(tree, c)) return c;
  }
  const bool denied = draft.polarity == Polarity::kNegated && is_indefinite(tree, noun);
  if (denied) return restricting_words(tree, noun);
  return is_quantified(tree, noun) ? restricting_clause(tree, noun) : kNoToken;
}

/// "the speed at which Roth drove": "speed" alone tells nothing, neither that he drove at it.
bool is_named_by_relative(const Document& document, TokenRef noun) {
  const Tree& tree = document.tree(noun.sentence);
  const TokenIndex relative = restricting_clause(tree, noun.token);
  if (relative == kNoToken || word_count(document.short_phrase(noun)) > 1) return false;
  return std::any_of(tree.children(relative).begin(), tree.children(relative).end(),
                     [&](TokenIndex c) {
                       return c < relative && tree.token(c).xpos == "WDT" && tree.is(c, "obl");
                     });
}

bool is_nominal(Document& document, TokenRef head) {
  const auto mention = document.mention_of(head);
  return mention && document.mentions()[*mention].form == MentionForm::kNominal &&
         !document.mentions()[*mention].identified;
}

/// Whether the subject is a bare noun without what it is about, of which nothing else is said than
/// how it is: "the vote [to remove him from ...] failed".
bool lacks_complement(Document& document, const Draft& draft) {
  const bool is_something = draft.predicate.canonical.starts_with("be ");
  if (!is_something && (draft.object || draft.event || draft.complement)) return false;
  const auto mention = document.mention_of(draft.subject);
  if (!mention || document.chain_of(*mention) != *mention) return false;
  return is_nominal(document, draft.subject) && document.is_cut(document.head_of(*mention));
}

/// Whether the subject lacks the clause that tells which are meant: "any acts that harm it".
bool lacks_clause(Document& document, const Draft& draft) {
  const TokenRef subject = draft.subject;
  if (subject.sentence != draft.clause.sentence || !is_nominal(document, subject)) return false;
  const Tree& tree = document.tree(subject.sentence);
  // What the clause itself says is whole.
  if (tree.is_below(draft.clause.token, subject.token)) return false;
  const bool bare = !draft.object && !draft.event && !draft.complement;
  const TokenIndex clause = needed_clause(tree, draft, subject.token);
  const bool restricts = clause != kNoToken && !is_content_of_text(tree, clause);
  return restricts || (bare && is_named_by_relative(document, subject));
}

/// "killed 20", "exceeded 100", "phoned 911": what is counted is understood.
bool tells_what_is_counted(std::string_view verb) {
  static constexpr std::array<std::string_view, 12> kVerbs = {"kill",   "wound", "injure", "hurt",
                                                              "exceed", "reach", "total",  "top",
                                                              "number", "phone", "dial",   "call"};
  return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

/// "received 192": of what is said elsewhere.
bool is_bare_number(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const Token& token = tree.token(head.token);
  return token.upos == Upos::kNum && token.xpos == "CD" && tree.children(head.token).empty() &&
         !tree.is(head.token, "conj") && document.time_at(head) == nullptr &&
         !document.name_at(head) && token.form.find_first_of("0123456789") == 0;
}

/// "colleague", "former boyfriend": nobody knows whose.
bool is_relation_to_nobody(const Document& document, const Draft& draft) {
  static constexpr std::array<std::string_view, 22> kRelations = {
      "colleague",   "co-worker",   "friend",  "boyfriend", "girlfriend", "husband",
      "wife",        "spouse",      "son",     "daughter",  "brother",    "sister",
      "cousin",      "nephew",      "niece",   "uncle",     "aunt",       "successor",
      "predecessor", "counterpart", "sibling", "roommate"};
  const TokenRef noun = *draft.object;
  const Tree& tree = document.tree(noun.sentence);
  const bool relation = std::find(kRelations.begin(), kRelations.end(),
                                  tree.token(noun.token).lemma) != kRelations.end();
  return relation && draft.describes &&
         tree.child(noun.token, {"nmod", "nmod:poss", "compound", "acl", "acl:relcl"}) == kNoToken;
}

/// "is an act that harms freedom, rights and peace": too long to be shown, and an act alone says
/// nothing.
bool is_bare_description(const Document& document, const Draft& draft) {
  const TokenRef noun = *draft.object;
  const Tree& tree = document.tree(noun.sentence);
  const TokenIndex relative = restricting_clause(tree, noun.token);
  if (!draft.describes || !draft.description.empty() || relative == kNoToken) return false;
  const std::vector<TokenIndex> clause = tree.subtree(relative);
  return std::any_of(clause.begin(), clause.end(),
                     [&](TokenIndex t) { return tree.token(t).xpos == ","; }) &&
         word_count(document.description(noun)) == 1;
}

/// "had not suffered a crash before", "cannot fail again": without the adverb more is denied.
bool is_denied_in_part(const Tree& tree, const Draft& draft) {
  if (draft.polarity != Polarity::kNegated) return false;
  const auto& dependents = tree.children(draft.clause.token);
  return std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
    const std::string& lemma = tree.token(c).lemma;
    return tree.is(c, "advmod") && c > draft.clause.token &&
           (lemma == "before" || lemma == "again" || lemma == "elsewhere" || lemma == "otherwise");
  });
}

/// "was not charged until May" of no known year: he may have been then.
bool is_denied_until_unknown(const Tree& tree, const Draft& draft) {
  if (draft.polarity != Polarity::kNegated) return false;
  const auto& dependents = tree.children(draft.clause.token);
  return std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
    return tree.is(c, "obl") &&
           is_one_of(tree.introducer(c, "case"), {"until", "till", "before", "prior to"});
  });
}

/// "The first charged him, the second ...", "the rest left": of what is said elsewhere.
bool is_bare_part(Document& document, TokenRef head) {
  static constexpr std::array<std::string_view, 8> kOrdinals = {
      "first", "second", "third", "fourth", "fifth", "last", "former", "latter"};
  const Tree& tree = document.tree(head.sentence);
  const Token& token = tree.token(head.token);
  const auto& own = tree.children(head.token);
  if (token.lemma == "rest" || token.lemma == "remainder") {
    return tree.child(head.token, "nmod") == kNoToken && is_nominal(document, head);
  }
  return token.upos == Upos::kAdj && is_nominal(document, head) &&
         std::find(kOrdinals.begin(), kOrdinals.end(), token.lemma) != kOrdinals.end() &&
         std::all_of(own.begin(), own.end(), [&](TokenIndex c) {
           return tree.is(c, "det") || tree.is(c, "case") || tree.is(c, "punct");
         });
}

/// Whether the object needs a clause that is too long to be shown.
bool is_too_long(const Document& document, const Draft& draft) {
  if (!needs_clause_behind(document, draft, *draft.object)) return false;
  const Span span = span_with_clause_behind(document, *draft.object);
  return word_count(span_text(document.article().text, span)) > kWordsWithClause;
}

/// "made the following statement": what it says comes behind.
bool tells_what_follows(const Tree& tree, TokenIndex noun) {
  const auto& modifiers = tree.children(noun);
  return noun_class(tree.token(noun).lemma) == NounClass::kCommunication &&
         std::any_of(modifiers.begin(), modifiers.end(),
                     [&](TokenIndex c) { return c < noun && tree.token(c).form == "following"; });
}

/// "less" of "less than it had before the deal was signed", "many terms" of "as many terms as they
/// wish": too long to be shown as written, and nothing without what it is compared to.
bool is_shortened_comparison(const Document& document, TokenRef object) {
  const Tree& tree = document.tree(object.sentence);
  const std::string written = span_text(document.article().text, document.argument_span(object));
  if (word_count(written) <= kObjectWords) return false;
  if (tree.token(object.token).xpos == "JJR" &&
      tree.child(object.token, {"obl", "advcl", "nmod"}) > object.token) {
    return true;
  }
  const auto& modifiers = tree.children(object.token);
  return std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
    const TokenIndex degree = tree.child(c, "advmod");
    return c < object.token && degree != kNoToken && tree.token(degree).lemma == "as" &&
           is_one_of(tree.token(c).lemma, {"many", "much", "few", "little"});
  });
}

}  // namespace

bool needs_clause_behind(const Document& document, const Draft& draft, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  if (head.sentence != draft.clause.sentence || document.name_at(head)) return false;
  const bool within = tree.is_below(draft.clause.token, head.token);
  const bool needed = needed_clause(tree, draft, head.token) != kNoToken;
  return !within && (needed || is_named_by_relative(document, head));
}

Span span_with_clause_behind(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  Span span = document.argument_span(head);
  for (const TokenIndex c : tree.children(head.token)) {
    const bool needed = is_restrictive_relative(tree, c) || is_content_of_text(tree, c) ||
                        c == restricting_words(tree, head.token);
    if (!needed) continue;
    span = hull(span, document.clause_span({head.sentence, c}));
  }
  // "placards asking Norland to leave — and flags": what a dash sets off is something else.
  for (TokenIndex t = head.token + 1; t < tree.size() && tree.token(t).span.end <= span.end; ++t) {
    if (tree.token(t).xpos != ":") continue;
    span.end = tree.token(t - 1).span.end;
    break;
  }
  return span;
}

std::optional<TokenRef> cut_argument(Document& document, const Draft& draft,
                                     std::string_view event_date) {
  const Tree& own = document.tree(draft.clause.sentence);
  if (event_date.empty() && is_denied_until_unknown(own, draft)) return draft.clause;
  if (lacks_complement(document, draft) || lacks_clause(document, draft)) return draft.subject;
  if (is_bare_part(document, draft.subject)) return draft.subject;
  if (is_denied_in_part(document.tree(draft.clause.sentence), draft)) return draft.clause;
  const bool says_nothing = draft.object && (is_relation_to_nobody(document, draft) ||
                                             is_bare_description(document, draft));
  if (says_nothing) return draft.object;
  if (!draft.object || draft.describes || draft.whole) return std::nullopt;
  const TokenRef object = *draft.object;
  const Tree& tree = document.tree(object.sentence);
  const bool within =
      object.sentence == draft.clause.sentence && tree.is_below(draft.clause.token, object.token);
  if (within && is_nominal(document, object) && is_named_by_relative(document, object)) {
    return object;
  }
  // "his commitment to ensuring that it works"
  const TokenIndex gerund = object.token;
  const bool ensures = tree.token(gerund).xpos == "VBG" &&
                       tree.child(gerund, {"ccomp", "obj", "xcomp"}) != kNoToken &&
                       word_count(document.short_phrase(object)) == 1;
  if (ensures) return object;
  // "mentions the key role that dialogue plays": the role of what?
  const bool unfilled = !within && is_nominal(document, object) &&
                        is_one_of(tree.token(object.token).lemma, {"role", "step"}) &&
                        restricting_clause(tree, object.token) != kNoToken;
  if (unfilled) return object;
  if (tells_what_follows(tree, object.token) || is_shortened_comparison(document, object)) {
    return object;
  }
  const std::string& verb = document.tree(draft.clause.sentence).token(draft.clause.token).lemma;
  const bool elided = is_bare_number(document, object) && !tells_what_is_counted(verb);
  return elided || is_too_long(document, draft) ? draft.object : std::nullopt;
}

}  // namespace newsgraph
