#include "extract/proposition/factuality/negation.hpp"

#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

bool is_negative(const Token& token) {
  return is_in_class(token.lemma, WordClass::kNegative) ||
         is_in_class(to_lower(token.form), WordClass::kNegative);
}

/// "not only", "not just", "not least", "whether or not", "cannot but sign": nothing is denied.
bool denies_nothing(const Tree& tree, TokenIndex negation) {
  static constexpr std::array<std::string_view, 6> kFocus = {"only",   "just",   "merely",
                                                             "simply", "solely", "least"};
  const bool focus =
      negation + 1 < tree.size() && is_one_of(tree.token(negation + 1).lemma, kFocus);
  const TokenIndex next = negation + 1;
  const bool only = next < tree.size() && tree.is(next, "cc") && tree.token(next).lemma == "but" &&
                    tree.head(next) == tree.head(negation) && next < tree.head(next) &&
                    negation > 0 && tree.is(negation - 1, "aux");
  return focus || only || (negation > 0 && tree.token(negation - 1).lemma == "or");
}

/// "Not surprisingly, Kern resigned": a comment on the clause, which stays affirmed.
bool is_comment(const Tree& tree, TokenIndex modifier) {
  const TokenIndex subject = tree.child(tree.head(modifier), "nsubj");
  return modifier < subject && modifier + 1 < tree.size() && tree.token(modifier + 1).form == ",";
}

/// The negation that `modifier` is or carries: "not", "never"; "no longer", "not yet".
bool negates(const Tree& tree, TokenIndex modifier) {
  if (is_negative(tree.token(modifier))) return !denies_nothing(tree, modifier);
  if (is_comment(tree, modifier)) return false;
  for (const TokenIndex c : tree.children(modifier)) {
    if (tree.is(c, "advmod") && is_negative(tree.token(c)) && !denies_nothing(tree, c)) return true;
  }
  return false;
}

/// "at no point", "under no circumstances", "in no way", "by no means": deny the whole clause;
/// "with no warning" and "for no reason" do not.
bool is_negative_adjunct(const Tree& tree, TokenIndex oblique) {
  const TokenIndex adverb = tree.child(oblique, "advmod");
  const TokenIndex auxiliary = tree.child(tree.head(oblique), "aux");
  const TokenIndex subject = tree.child(tree.head(oblique), "nsubj");
  // "Not since 1990 has Kern visited Oslo": with the auxiliary before the subject.
  const bool inverted = oblique < auxiliary && auxiliary < subject;
  if (inverted && adverb != kNoToken && adverb < oblique && is_negative(tree.token(adverb)) &&
      tree.introducer(oblique, "case") != "until") {
    return true;
  }
  static constexpr std::array<std::string_view, 5> kWhole = {"at", "under", "in", "by", "on"};
  static constexpr std::array<std::string_view, 9> kEmpty = {
      "time", "point", "circumstance", "condition", "way", "mean", "means", "account", "stage"};
  const TokenIndex determiner = tree.child(oblique, "det");
  return determiner != kNoToken && tree.token(determiner).lemma == "no" &&
         is_one_of(tree.introducer(oblique, "case"), kWhole) &&
         is_one_of(tree.token(oblique).lemma, kEmpty);
}

/// "Not until March did Norland sign", "Norland did not sign until Estmark left": it happened then
/// (Karttunen 1974, "Until").
bool is_not_until(const Tree& tree, TokenIndex head) {
  bool past = false;
  bool until = false;
  for (const TokenIndex c : tree.children(head)) {
    past |= tree.is(c, "aux") && to_lower(tree.token(c).form) == "did";
    const bool adjunct = tree.is(c, "obl") || tree.is(c, "advcl") || tree.is(c, "nmod");
    until |=
        adjunct && (tree.introducer(c, "case") == "until" || tree.introducer(c, "mark") == "until");
  }
  return past && until;
}

bool has_conjunction(const Tree& tree, TokenIndex conjunct, std::string_view conjunction) {
  return tree.introducer(conjunct, "cc") == conjunction;
}

/// "no", "neither" before a noun; "not" before its determiner.
bool has_negative_determiner(const Tree& tree, TokenIndex head) {
  static constexpr std::array<std::string_view, 3> kAmounts = {"enough", "many", "much"};
  for (const TokenIndex c : tree.children(head)) {
    const std::string& lemma = tree.token(c).lemma;
    const bool amount = tree.is(c, "amod") && is_one_of(lemma, kAmounts);
    // "neither Norland nor Estmark ministers".
    const TokenIndex pair = c < head ? tree.child(c, "cc:preconj") : kNoToken;
    if (pair != kNoToken && to_lower(tree.token(pair).form) == "neither") return true;
    if (!tree.is(c, "det") && !amount) continue;
    if (lemma == "no" || lemma == "neither") return true;
    // "not all ministers", "hardly any minister", "not enough ministers".
    const TokenIndex adverb = tree.child(c, "advmod");
    if (adverb != kNoToken && negates(tree, adverb)) return true;
  }
  return false;
}

/// "met nobody", "none of them left"; not "did nothing but wait", which excepts something.
bool is_negative_pronoun(const Tree& tree, TokenIndex head) {
  static constexpr std::array<std::string_view, 4> kNone = {"nobody", "nothing", "none", "neither"};
  static constexpr std::array<std::string_view, 3> kExcepting = {"but", "except", "other"};
  if (!is_one_of(to_lower(tree.token(head).lemma), kNone)) return false;
  return head + 1 >= tree.size() || !is_one_of(tree.token(head + 1).lemma, kExcepting);
}

}  // namespace

bool is_scarce(const Tree& tree, TokenIndex head) {
  bool few = false;
  bool article = false;
  for (const TokenIndex c : tree.children(head)) {
    const std::string& lemma = tree.token(c).lemma;
    article |= tree.is(c, "det") && (lemma == "a" || lemma == "the");
    // "few ministers", "little hope"; not "a few", "fewer", nor "little girls".
    const std::string quantifier = to_lower(tree.token(c).form);
    const bool mass = quantifier == "little" && tree.token(head).xpos == "NN";
    few |= (quantifier == "few" || mass) && (tree.is(c, "amod") || tree.is(c, "det")) &&
           tree.child(c, "det") == kNoToken;
    article |= tree.is(c, "nmod:poss");
  }
  return few && !article;
}

bool is_negated(const Tree& tree, TokenIndex head) {
  const bool nominal = tree.child(head, "cop") != kNoToken;
  const TokenIndex auxiliary = tree.child(head, "aux");
  const TokenIndex subject = tree.child(head, "nsubj");
  for (const TokenIndex c : tree.children(head)) {
    // "Little did Kern know".
    const bool fronted = c < auxiliary && auxiliary < subject;
    if (fronted && tree.is(c, "advmod") && tree.token(c).lemma == "little") return true;
    const bool adverb = tree.is(c, "advmod") || tree.token(c).deprel == "cc:preconj";
    if (adverb && negates(tree, c)) return !is_not_until(tree, head);
    // "Nor did Norland sign": joined to a negated predicate, negated itself.
    if (tree.is(c, "cc") && tree.token(c).lemma == "nor") return true;
    if (tree.is(c, "obl") && is_negative_adjunct(tree, c)) return true;
    // "is no expert".
    if (nominal && tree.is(c, "det") && tree.token(c).lemma == "no") return true;
  }
  return false;
}

bool is_excluded(const Tree& tree, TokenIndex head) {
  if (has_negative_determiner(tree, head) || is_negative_pronoun(tree, head)) return true;
  // Adverbs of a predicate noun ("is not mayor") belong to its clause.
  const bool predicate = tree.child(head, "cop") != kNoToken;
  for (const TokenIndex c : tree.children(head)) {
    const bool adverb = tree.is(c, "advmod") || tree.is(c, "cc");
    // "not Oslo but Bergen", "Bergen, not Oslo", "neither Roth nor Kern".
    if (adverb && !predicate && c < head && negates(tree, c)) return true;
  }
  if (!tree.is(head, "conj") || tree.head(head) == kNoHead) return false;
  // "Bergen rather than Oslo", "Bergen instead of Oslo".
  for (const std::string_view instead : {"rather than", "instead of", "but not", "and not"}) {
    if (has_conjunction(tree, head, instead)) return true;
  }
  // "no ministers or mayors".
  return has_conjunction(tree, head, "or") && has_negative_determiner(tree, tree.head(head));
}

bool is_contrasted(const Tree& tree, TokenIndex head) {
  // "The law was good, but taxes were not fair": a clause of its own.
  const bool clause = tree.child(head, {"nsubj", "expl"}) != kNoToken;
  return !clause && tree.is(head, "conj") && has_conjunction(tree, head, "but") &&
         !is_excluded(tree, head);
}

Polarity polarity_with(const Tree& tree, TokenIndex head, Polarity polarity) {
  if (is_excluded(tree, head)) return Polarity::kNegated;
  return is_contrasted(tree, head) ? Polarity::kAffirmed : polarity;
}

}  // namespace newsgraph
