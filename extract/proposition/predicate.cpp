#include "extract/proposition/predicate.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/auxiliaries.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/open_complement.hpp"
#include "extract/proposition/past_tense.hpp"

namespace newsgraph {
namespace {

/// Forms of one link of the chain with its particles.
struct Link {
  std::string written;
  std::string lemma;
  std::string readable;
  std::size_t lead = 0;  ///< of the lemma: adverbs before the verb, with their blank
};

/// The words of an adjective or nominal predicate, without arguments of its own.
std::string predicate_phrase(const Document& document, TokenRef head) {
  const Tree& tree = document.tree(head.sentence);
  const Upos upos = tree.token(head.token).upos;
  if (upos == Upos::kAdj || upos == Upos::kVerb) return adjective_phrase(tree, head.token);
  return document.short_phrase(head);
}

/// "came down", "ran away": an adverb right behind the verb that tells which way.
bool is_particle(const Tree& tree, TokenIndex i) {
  static constexpr std::array<std::string_view, 15> kParticles = {
      "apart", "aside", "away", "back", "down",    "forth",    "forward", "in",
      "off",   "on",    "out",  "over", "through", "together", "up"};
  return tree.is(i, "advmod") && i == tree.head(i) + 1 && tree.children(i).empty() &&
         tree.token(tree.head(i)).upos != Upos::kAdj &&
         std::find(kParticles.begin(), kParticles.end(), tree.token(i).lemma) != kParticles.end();
}

/// "does not uniformly require", "did not wash well enough": an adverb that the negation is about,
/// without which more would be denied.
bool is_denied_adverb(const Tree& tree, TokenIndex i, TokenIndex negator) {
  if (!tree.is(i, "advmod") || i < negator || tree.token(i).upos != Upos::kAdv) return false;
  static constexpr std::array<std::string_view, 6> kDegrees = {"well",  "enough", "always",
                                                               "often", "far",    "alone"};
  static constexpr std::array<std::string_view, 10> kComments = {
      "really",    "actually", "simply", "apparently", "reportedly",
      "allegedly", "only",     "merely", "solely",     "exclusively"};
  const std::string& lemma = tree.token(i).lemma;
  const bool manner = lemma.ends_with("ly") &&
                      std::find(kComments.begin(), kComments.end(), lemma) == kComments.end();
  return manner || std::find(kDegrees.begin(), kDegrees.end(), lemma) != kDegrees.end();
}

/// "ill-" of "ill-equipped": the words that hyphens join to the verb before it; empty if none.
std::string joined_before(const Tree& tree, TokenIndex verb) {
  std::string words;
  TokenIndex t = verb;
  while (t > 1 && tree.token(t - 1).xpos == "HYPH" && !tree.token(t - 1).space_after &&
         !tree.token(t - 2).space_after && tree.is_below(t - 2, verb)) {
    const Token& part = tree.token(t - 2);
    words = (part.upos == Upos::kPropn ? part.form : to_lower(part.form)) + tree.token(t - 1).form +
            words;
    t -= 2;
  }
  return words;
}

/// "rarely" of "rarely have they met", "only" of "can only manage two stairs", "less" of "is less
/// affected": less is said than the verb alone would say.
bool limits_verb(const Tree& tree, TokenIndex adverb) {
  if (!tree.is(adverb, "advmod")) return false;
  const std::string& lemma = tree.token(adverb).lemma;
  if (is_one_of(lemma, {"barely", "rarely", "seldom", "infrequently", "insufficiently"}))
    return true;
  const bool next = adverb + 1 == tree.head(adverb);
  const TokenIndex object = tree.child(tree.head(adverb), "obj");
  const bool counts = object != kNoToken && tree.child(object, "nummod") != kNoToken;
  const bool ranks =
      lemma == "less" || (lemma == "least" && tree.child(adverb, "case") == kNoToken);
  return next && (ranks || (lemma == "only" && counts));
}

Link link_of(const Document& document, const Clause& clause, std::size_t position) {
  const Tree& tree = document.tree(clause.sentence);
  const TokenIndex i = clause.chain[position];
  const Token& token = tree.token(i);
  Link link;
  bool infinitive = is_joined_infinitive(tree, i);
  bool negated = false;
  TokenIndex negator = kNoToken;
  for (const TokenIndex c : tree.children(i)) {
    infinitive |= tree.is(c, "mark") && tree.token(c).lemma == "to";
    negated |= tree.is(c, "advmod") && tree.token(c).lemma == "not";
    const bool no_longer =
        tree.token(c).lemma == "long" && c > 0 && tree.token(c - 1).lemma == "no";
    if (tree.is(c, "advmod") && (tree.token(c).lemma == "not" || no_longer)) negator = c;
  }
  const bool verbal = token.upos == Upos::kVerb || token.upos == Upos::kAux;
  const bool told = infinitive && tree.child(i, "cop") < tree.child(i, "mark");
  if (position == 0 && clause.copular && told && !clause.unfulfilled) {
    // "The priority is to manage the crisis."
    link.written = link.lemma = link.readable = "to";
  } else if (position > 0) {
    // Governed links keep their "to", and their own negation: "decided not to go".
    if (negated && infinitive) append_word(link.written, "not");
    if (infinitive) append_word(link.written, "to");
    // "voted against confirming".
    if (is_governed_gerund(tree, i) && !infinitive) {
      append_word(link.written, tree.introducer(i, "mark"));
    }
    append_word(link.written, joined_gerund_marker(tree, i));
    // "was blamed for not signing"
    if (negated && !infinitive) append_word(link.written, "not");
    // "was alleged to have met".
    const TokenIndex perfect = tree.child(i, "aux");
    if (infinitive && perfect != kNoToken && tree.token(perfect).lemma == "have") {
      append_word(link.written, "have");
    }
    // "appeared to be wearing".
    if (infinitive && perfect != kNoToken && token.xpos == "VBG" &&
        tree.token(perfect).lemma == "be") {
      append_word(link.written, "be");
    }
    link.lemma = link.written;
    link.readable = link.written;
    const TokenIndex copula = tree.child(i, "cop");
    const TokenIndex passive = passive_auxiliary(tree, i);
    if (copula != kNoToken || passive != kNoToken) {
      // "denied being unfair", "wants to be mayor".
      const Token& be = tree.token(copula != kNoToken ? copula : passive);
      const std::string form = be.xpos == "VBG" ? be.form : "be";
      append_word(link.written, form);
      append_word(link.lemma, "be");
      append_word(link.readable, form);
    }
  }
  const std::string joined = verbal ? joined_before(tree, i) : std::string();
  const std::string form =
      verbal ? joined + to_lower(token.form) : predicate_phrase(document, {clause.sentence, i});
  const bool participle = position > 0 && passive_auxiliary(tree, i) != kNoToken;
  const auto add_adverbs = [&](bool behind) {
    if (negator == kNoToken || !verbal) return;
    for (const TokenIndex c : tree.children(i)) {
      if ((c > i) != behind || c == negator || !is_denied_adverb(tree, c, negator)) continue;
      for (const TokenIndex t : tree.subtree(c)) {
        for (std::string* text : {&link.written, &link.readable, &link.lemma}) {
          append_word(*text, to_lower(tree.token(t).form));
        }
      }
    }
  };
  add_adverbs(false);
  // "barely knew him", "can only manage two" are not simply "knew him", "can manage two".
  for (const TokenIndex c : tree.children(i)) {
    if (!verbal || c > i || !limits_verb(tree, c)) continue;
    for (std::string* text : {&link.written, &link.readable, &link.lemma}) {
      append_word(*text, tree.token(c).lemma);
    }
  }
  if (position == 0 && !link.lemma.empty()) link.lead = link.lemma.size() + 1;
  append_word(link.written, form);
  append_word(link.readable, form);
  append_word(link.lemma, participle || !verbal ? to_lower(form) : joined + token.lemma);
  add_adverbs(true);
  for (const TokenIndex c : tree.children(i)) {
    if (!tree.is(c, "compound:prt") && !is_particle(tree, c)) continue;
    const std::string particle = to_lower(tree.token(c).form);
    append_word(link.written, particle);
    append_word(link.readable, particle);
    append_word(link.lemma, particle);
  }
  return link;
}

Span chain_span(const Document& document, const Clause& clause, std::size_t links) {
  const Tree& tree = document.tree(clause.sentence);
  Span span = tree.token(clause.head()).span;
  for (std::size_t i = 0; i < links; ++i) span = hull(span, tree.token(clause.chain[i]).span);
  return span;
}

}  // namespace

bool is_measure_of(const Tree& tree, TokenIndex noun, TokenIndex adjective) {
  const std::string& relation = tree.token(noun).deprel;
  const bool unmarked =
      relation == "obl:unmarked" || relation == "obl:npmod" || relation == "nmod:unmarked";
  return unmarked && noun < adjective && tree.head(noun) == adjective &&
         tree.token(noun).upos == Upos::kNoun && tree.child(noun, "nummod") != kNoToken &&
         tree.token(adjective).xpos != "JJR";
}

std::string adjective_phrase(const Tree& tree, TokenIndex head) {
  // "less likely" is not "likely".
  std::string phrase;
  for (const TokenIndex c : tree.children(head)) {
    const std::string& tag = tree.token(c).xpos;
    const bool degree =
        tag == "RBR" || tag == "RBS" || tree.token(c).lemma == "too" || tree.token(c).lemma == "as";
    if (tree.is(c, "advmod") && c < head && degree)
      append_word(phrase, to_lower(tree.token(c).form));
    if (is_measure_of(tree, c, head)) {
      for (const TokenIndex t : tree.subtree(c)) append_word(phrase, to_lower(tree.token(t).form));
    }
  }
  append_word(phrase, to_lower(tree.token(head).form));
  // "large enough to see".
  const TokenIndex next = head + 1;
  if (next < tree.size() && tree.token(next).lemma == "enough" && tree.head(next) == head) {
    append_word(phrase, "enough");
  }
  return phrase;
}

namespace {

/// "publicly decided".
std::string past_of(const Link& link) {
  return link.lemma.substr(0, link.lead) + past_tense(link.lemma.substr(link.lead));
}

}  // namespace

PredicateText predicate_of(const Document& document, const Clause& clause, std::size_t links,
                           const std::string& preposition) {
  // "has yet to sign" is "signed", which the clause's polarity denies.
  if (clause.unfulfilled && links > 1 &&
      has_yet_to(document.tree(clause.sentence), clause.head())) {
    const Tree& tree = document.tree(clause.sentence);
    Clause inner = clause;
    inner.chain.erase(inner.chain.begin());
    inner.passive = tree.child(inner.head(), "aux:pass") != kNoToken;
    inner.copular = tree.child(inner.head(), "cop") != kNoToken;
    return predicate_of(document, inner, links - 1, preposition);
  }
  // "agreed to wear it and submit to it": governed as what it is joined to.
  if (!clause.governors.empty()) {
    const Tree& tree = document.tree(clause.sentence);
    Clause whole = clause;
    whole.chain.insert(whole.chain.begin(), clause.governors.begin(), clause.governors.end());
    whole.governors.clear();
    whole.passive = tree.child(whole.head(), "aux:pass") != kNoToken;
    whole.copular = tree.child(whole.head(), "cop") != kNoToken;
    return predicate_of(document, whole, links + clause.governors.size(), preposition);
  }
  const Auxiliaries auxiliaries = auxiliaries_of(document, clause);
  PredicateText predicate;
  predicate.span = chain_span(document, clause, links);
  predicate.written = auxiliaries.written;
  predicate.readable = auxiliaries.readable;
  if (clause.copular || clause.passive) predicate.canonical = "be";
  for (std::size_t i = 0; i < links; ++i) {
    const Link link = link_of(document, clause, i);
    append_word(predicate.written, link.written);
    append_word(predicate.readable, i == 0 && auxiliaries.past ? past_of(link) : link.readable);
    const bool participle = i == 0 && clause.passive;
    append_word(predicate.canonical, participle ? link.readable : link.lemma);
  }
  append_word(predicate.written, preposition);
  append_word(predicate.canonical, preposition);
  append_word(predicate.readable, preposition);
  return predicate;
}

PredicateText predicate_of(const Document& document, const Clause& clause,
                           const std::string& preposition) {
  return predicate_of(document, clause, clause.chain.size(), preposition);
}

PredicateText active_predicate_of(const Document& document, const Clause& clause) {
  const Tree& tree = document.tree(clause.sentence);
  const Link link = link_of(document, clause, 0);
  PredicateText predicate;
  predicate.span = chain_span(document, clause, 1);
  predicate.written = link.written;
  predicate.canonical = link.lemma;
  // "seen" is "saw", "taken away" "took away"; "raped" is what it is.
  const bool regular = to_lower(tree.token(clause.head()).form).ends_with("ed");
  predicate.readable = regular ? link.readable : past_of(link);
  // "should be removed by the court": the court should remove.
  std::string modal;
  bool perfect = false;
  for (const TokenIndex c : tree.children(bearer_of_auxiliaries(tree, clause))) {
    if (tree.token(c).deprel != "aux") continue;
    if (tree.token(c).xpos == "MD") modal = full_form(tree.token(c), "VB", false);
    perfect |= tree.token(c).lemma == "have";
  }
  if (!modal.empty()) {
    predicate.readable = modal + (perfect ? " have " : " ");
    predicate.readable += perfect ? to_lower(tree.token(clause.head()).form) : link.lemma;
  }
  return predicate;
}

PredicateText with_object(PredicateText predicate, const std::string& noun,
                          const std::string& noun_lemma, const std::string& preposition,
                          Span noun_span) {
  append_word(predicate.written, noun);
  append_word(predicate.readable, noun);
  // "hold talks with" is "talk with": the noun carries the meaning of a light verb.
  const std::string verb = verb_of_event_noun(noun_lemma);
  if (is_in_class(predicate.canonical, WordClass::kLight) && !verb.empty()) {
    predicate.canonical = verb;
  } else {
    append_word(predicate.canonical, noun_lemma);
  }
  append_word(predicate.written, preposition);
  append_word(predicate.canonical, preposition);
  append_word(predicate.readable, preposition);
  predicate.span = hull(predicate.span, noun_span);
  return predicate;
}

}  // namespace newsgraph
