#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/attribution/source_cue.hpp"
#include "extract/proposition/attribution/source_phrase.hpp"

namespace newsgraph {
namespace {

/// "told Reuters", "informed the council": an object that hears.
bool has_only_hearer(const Tree& tree, TokenIndex verb) {
  const TokenIndex object = tree.child(verb, "obj");
  return object == kNoToken ||
         is_one_of(tree.token(verb).lemma, {"tell", "inform", "assure", "remind"}) ||
         (tree.token(verb).lemma == "put" && tree.token(object).lemma == "it");
}

/// The first and the last word at or below `clause`, without punctuation.
std::pair<TokenIndex, TokenIndex> extent(const Tree& tree, TokenIndex clause) {
  std::pair<TokenIndex, TokenIndex> found = {clause, clause};
  for (const TokenIndex t : tree.subtree(clause)) {
    if (tree.token(t).upos == Upos::kPunct) continue;
    found.first = std::min(found.first, t);
    found.second = std::max(found.second, t);
  }
  return found;
}

bool is_comma(const Tree& tree, TokenIndex t) {
  return t > 0 && t < tree.size() && tree.token(t).form == ",";
}

bool stands_between_commas(const Tree& tree, TokenIndex clause) {
  const auto [first, last] = extent(tree, clause);
  return is_comma(tree, first - 1) && is_comma(tree, last + 1);
}

/// Parted by commas from the rest of the sentence, which it may begin or end.
bool is_set_off(const Tree& tree, TokenIndex phrase) {
  const auto [first, last] = extent(tree, phrase);
  const bool ends = last + 2 >= tree.size();
  return (first == 0 || is_comma(tree, first - 1)) && (ends || is_comma(tree, last + 1));
}

/// "..., stated minister Ana Roth, and was left there", "..., officials have said, and was left
/// there": inserted, which parsers take for a conjunct.
bool is_inserted(const Tree& tree, TokenIndex verb) {
  const TokenIndex subject = tree.child(verb, "nsubj");
  if (!tree.is(verb, "conj") || !is_saying(tree, verb) || subject == kNoToken) return false;
  if (tree.child(verb, {"cc", "aux:pass"}) != kNoToken) return false;
  return subject > verb ? tree.child(verb, "aux") == kNoToken : stands_between_commas(tree, verb);
}

/// "as described above": in this very text.
bool is_cross_reference(const Tree& tree, TokenIndex verb) {
  for (const TokenIndex c : tree.children(verb)) {
    if (is_one_of(tree.token(c).lemma, {"above", "below", "herein"})) return true;
  }
  return false;
}

/// Whether a colon or semicolon parts `behind` from the word at `head`: "Roth made a promise: 'It
/// is said ...'".
bool is_parted_behind(const Tree& tree, TokenIndex head, TokenIndex behind) {
  for (TokenIndex t = head + 1; t < behind; ++t) {
    if (tree.token(t).form == ":" || tree.token(t).form == ";") return true;
  }
  return false;
}

/// "Norland talks — that is positive": a comment on the clause before, nobody's conviction.
bool judges_content(const Tree& tree, TokenIndex clause) {
  const TokenIndex subject = tree.child(clause, "nsubj");
  return tree.token(clause).upos == Upos::kAdj && subject != kNoToken &&
         is_one_of(tree.token(subject).lemma, {"this", "that", "which", "it"});
}

/// "as the Herald learned": nothing is named that was learned; what it is stands beside.
bool tells_of_learning(const Tree& tree, TokenIndex verb) {
  return tree.token(verb).lemma == "learn" && tree.token(verb).xpos != "VBG" &&
         tree.child(verb, {"obj", "obl"}) == kNoToken && tree.child(verb, "nsubj") != kNoToken;
}

/// "as Roth said", "Roth told Reuters" between commas: a clause of saying that lacks what is said.
bool is_parenthetical(const Tree& tree, TokenIndex c) {
  const bool as = tree.is(c, "advcl") && tree.introducer(c, "mark") == "as";
  if (!as && !tree.is(c, "parataxis") && !is_inserted(tree, c)) return false;
  const bool put = as && (tree.token(c).lemma == "put" || tells_of_learning(tree, c));
  if (!put && !is_attributing(tree, c)) return false;
  if (is_cross_reference(tree, c) || judges_content(tree, c)) return false;
  if (!as && is_parted_behind(tree, tree.head(c), c)) return false;
  if (tree.child(c, {"ccomp", "xcomp"}) != kNoToken || !has_only_hearer(tree, c)) return false;
  // "..., it is said,": not every passive beside a clause.
  if (!as && tree.child(c, "aux:pass") != kNoToken &&
      !is_in_class(tree.token(c).lemma, WordClass::kHearsay)) {
    return false;
  }
  for (const TokenIndex d : tree.children(c)) {
    const Token& token = tree.token(d);
    if (token.xpos == "MD" || (tree.is(d, "advmod") && token.lemma == "not")) return false;
    // "the army may not think about it": about something else.
    if (!as && tree.is(d, "obl") && tree.introducer(d, "case") == "about") return false;
  }
  return true;
}

/// "The treaty, Roth said, protects the harbour": behind the subject parsers take the source for
/// its apposition.
std::optional<AttributedSource> inserted_behind(const Document& document, TokenRef subject) {
  const Tree& tree = document.tree(subject.sentence);
  for (const TokenIndex verb : tree.children(subject.token)) {
    if (!tree.is(verb, "parataxis") || !is_saying(tree, verb)) continue;
    if (tree.child(verb, {"nsubj", "ccomp", "obj"}) != kNoToken) continue;
    for (const TokenIndex name : tree.children(subject.token)) {
      if (!tree.is(name, "appos") || name >= verb) continue;
      if (tree.subtree(name).back() + 1 != verb) continue;
      return make_source(document, {subject.sentence, name}, {subject.sentence, verb},
                         to_lower(tree.token(verb).form));
    }
  }
  return std::nullopt;
}

/// "potentially, according to Roth": what stands behind the preposition; empty where that is all of
/// it.
Span behind_preposition(const Document& document, TokenRef c) {
  const Tree& tree = document.tree(c.sentence);
  TokenIndex last = kNoToken;
  for (const TokenIndex t : tree.children(c.token)) {
    if (t < c.token && tree.is(t, "case")) last = tree.subtree(t).back();
  }
  const Span whole = document.argument_span(c);
  if (last == kNoToken || last + 1 >= tree.size() || whole.begin > tree.token(last).span.begin) {
    return {};
  }
  return {tree.token(last + 1).span.begin, whole.end};
}

/// "according to X", "per X", "in X's opinion", "by X's own account" at `c`.
std::optional<AttributedSource> source_of_oblique(const Document& document, TokenRef c) {
  const Tree& tree = document.tree(c.sentence);
  const Token& token = tree.token(c.token);
  const std::string preposition = tree.introducer(c.token, "case");
  if (preposition == "according to" || preposition == "as per" ||
      (preposition == "per" &&
       (document.name_at(document.referent(c)) || is_in_class(token.lemma, WordClass::kSayNoun)))) {
    // "according to the law", "according to plan": a norm, not a voice.
    if (is_in_class(token.lemma, WordClass::kNorm)) return std::nullopt;
    // "according to Roth's statement": Roth.
    const bool message = is_message(token.lemma);
    const TokenIndex holder = message ? holder_of(document, c) : kNoToken;
    const TokenRef head = {c.sentence, holder != kNoToken ? holder : c.token};
    AttributedSource source = make_source(document, head, c, preposition);
    source.span = document.argument_span(c);
    if (head == c) source.phrase = behind_preposition(document, c);
    return source;
  }
  if (!is_one_of(preposition, {"in", "by", "on", "from"})) return std::nullopt;
  const bool parted = preposition == "by" && is_set_off(tree, c.token);
  // "..., by reports, ...".
  if (parted && token.lemma == "report" && token.xpos == "NNS" &&
      tree.child(c.token, {"nmod", "acl", "det"}) == kNoToken) {
    return make_source(document, c, c, preposition);
  }
  // "in Roth's opinion"; parted by a comma also "by the ministry's report".
  const bool message = parted && is_message(token.lemma);
  if (!is_in_class(token.lemma, WordClass::kOpinion) && !message) return std::nullopt;
  const TokenIndex holder = holder_of(document, c);
  // "in some assessments" names no one, but is someone's voice all the same.
  const bool speaks = is_one_of(token.lemma, {"assessment", "account", "estimate", "version"}) &&
                      token.xpos == "NNS";
  if (holder == kNoToken && !speaks) return std::nullopt;
  AttributedSource source = make_source(
      document, {c.sentence, holder != kNoToken ? holder : c.token}, c,
      holder != kNoToken ? preposition + " the " + to_lower(token.form) + " of" : preposition);
  source.span = document.argument_span(c);
  return source;
}

/// "is responsible for reportedly upwards of 100 deaths": beside the number of an argument.
std::optional<AttributedSource> hearsay_of_number(const Document& document, TokenRef argument) {
  const Tree& tree = document.tree(argument.sentence);
  if (!tree.is(argument.token, "obj") && !tree.is(argument.token, "obl")) return std::nullopt;
  if (tree.child(argument.token, "nummod") == kNoToken &&
      tree.token(argument.token).upos != Upos::kNum) {
    return std::nullopt;
  }
  for (const TokenIndex t : tree.subtree(argument.token)) {
    if (t >= argument.token) break;
    if (!tree.is(t, "advmod") || !is_in_class(tree.token(t).lemma, WordClass::kHearsay)) continue;
    if (tree.token(t).upos != Upos::kAdv) continue;
    return headless(document, {argument.sentence, t}, to_lower(tree.token(t).form));
  }
  return std::nullopt;
}

}  // namespace

bool is_source_adjunct(const Document& document, TokenRef oblique, std::string_view preposition) {
  return preposition.ends_with("according to") || source_of_oblique(document, oblique).has_value();
}

std::vector<AttributedSource> adjunct_sources(const Document& document, TokenRef head,
                                              TokenIndex skipped) {
  const Tree& tree = document.tree(head.sentence);
  std::vector<AttributedSource> found;
  const auto first_of = [&](auto&& source_at) {
    for (const TokenIndex c : tree.children(head.token)) {
      if (c == skipped) continue;
      if (auto source = source_at(c)) {
        found.push_back(std::move(*source));
        return;
      }
    }
  };
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    const Token& token = tree.token(c);
    if (!tree.is(c, "advmod") || token.upos != Upos::kAdv) return std::nullopt;
    if (!is_in_class(token.lemma, WordClass::kHearsay)) return std::nullopt;
    return headless(document, {head.sentence, c}, to_lower(token.form));
  });
  first_of([&](TokenIndex c) { return hearsay_of_number(document, {head.sentence, c}); });
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    if (!is_parenthetical(tree, c)) return std::nullopt;
    return source_of_verb(document, {head.sentence, c});
  });
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    const bool beside = tree.is(c, "advcl") || tree.is(c, "parataxis") || tree.is(c, "conj");
    if (!beside || c == 0 || !is_saying(tree, c) || tree.token(c - 1).form != ",") {
      return std::nullopt;
    }
    return source_of_inversion(document, {head.sentence, c});
  });
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    if (!tree.is(c, "nsubj")) return std::nullopt;
    return inserted_behind(document, {head.sentence, c});
  });
  first_of([&](TokenIndex c) -> std::optional<AttributedSource> {
    if (!tree.is(c, "obl") && !tree.is(c, "nmod") && !tree.is(c, "advcl")) return std::nullopt;
    if (is_parted_behind(tree, head.token, c)) return std::nullopt;
    return source_of_oblique(document, {head.sentence, c});
  });
  return found;
}

}  // namespace newsgraph
