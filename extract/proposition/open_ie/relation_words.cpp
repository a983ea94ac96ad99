#include "extract/proposition/open_ie/relation_words.hpp"

#include <algorithm>
#include <string>

#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

bool is_auxiliary(const Tree& tree, TokenIndex i) { return tree.is(i, "aux") || tree.is(i, "cop"); }

bool has_auxiliary(const Tree& tree, TokenIndex head) {
  return tree.child(head, {"aux", "cop"}) != kNoToken;
}

/// "often plays", "has not often played"; "However , he played" is of the sentence, "is not only a
/// mayor" of the noun.
void add_adverbs(const Tree& tree, TokenIndex link, TokenIndex begin, Phrase& words) {
  const TokenIndex copula = tree.child(link, "cop");
  // Behind the copula of a noun only what stands next to it: "is not the mayor".
  const TokenIndex end = is_nominal(tree, link) && copula != kNoToken ? copula + 2 : link;
  const auto& children = tree.children(link);
  for (auto c = children.rbegin(); c != children.rend(); ++c) {
    if (!tree.is(*c, "advmod") || *c >= link || tree.token(*c).xpos.starts_with('W')) continue;
    const Phrase phrase = tree.subtree(*c);
    // Adverbs before the verb in a row, but not the first word: "Instead he awoke".
    const bool apart = tree.token(phrase.back()).upos == Upos::kPunct;
    if (!apart && phrase.back() + 1 == begin && phrase.front() > 0) begin = phrase.front();
    if (apart || phrase.front() < begin || phrase.back() >= end) continue;
    words.insert(words.end(), phrase.begin(), phrase.end());
  }
}

/// The words of one link of the chain.
void add_link(const Tree& tree, const Clause& clause, TokenIndex link, Phrase& words) {
  TokenIndex begin = link;
  const bool head = link == clause.head();
  for (const TokenIndex c : tree.children(link)) {
    // "agreed to go"; "the aim is to go"; "asked Roth to go".
    const bool infinitive = tree.is(c, "mark") && tree.token(c).lemma == "to" &&
                            (!head || clause.copular || tree.is(link, "xcomp"));
    const bool inner = c < link && (is_auxiliary(tree, c) || infinitive);
    if (inner) begin = std::min(begin, c);
    const bool particle = tree.is(c, "compound:prt") || tree.token(c).xpos == "RP";
    if (inner || is_auxiliary(tree, c) || particle) words.push_back(c);
  }
  add_adverbs(tree, link, begin, words);
  if (!head || !clause.copular || !is_nominal(tree, link)) words.push_back(link);
  // "relies heavily on".
  const TokenIndex next = link + 1;
  if (next < tree.size() && tree.head(next) == link && tree.is(next, "advmod") &&
      tree.children(next).empty() && next + 1 < tree.size() && tree.is(next + 1, "case")) {
    words.push_back(next);
  }
}

}  // namespace

bool is_nominal(const Tree& tree, TokenIndex i) {
  const Upos upos = tree.token(i).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kNum || upos == Upos::kPron ||
         upos == Upos::kSym || upos == Upos::kDet;
}

bool is_plural(const Tree& tree, TokenIndex subject) {
  if (subject == kNoToken) return false;
  const Token& token = tree.token(subject);
  return token.xpos == "NNS" || token.xpos == "NNPS" || token.lemma == "they" ||
         token.lemma == "we" || tree.child(subject, "conj") != kNoToken;
}

RelationWords predicate_words(const Tree& tree, const Clause& clause, bool inserted) {
  Phrase words;
  const TokenIndex head = clause.head();
  for (const TokenIndex link : clause.chain) add_link(tree, clause, link, words);
  const std::string& tag = tree.token(head).xpos;
  const bool passive = clause.passive && !tree.is(head, "conj");
  const bool participle = !clause.copular && (tag == "VBN" || tag == "VBG" || passive);
  bool bare = participle && !has_auxiliary(tree, head);
  if (bare && tree.is(head, "conj")) {
    for (const TokenIndex c : tree.children(tree.head(head))) {
      if (!is_auxiliary(tree, c) || c > tree.head(head)) continue;
      words.push_back(c);
      bare = false;
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  RelationWords relation;
  if (bare && inserted) {
    const TokenIndex subject = clause.subjects.empty() ? kNoToken : clause.subjects.front().token;
    relation.push_back({kNoToken, form_of_be(tree, head, subject)});
  }
  return relation + words;
}

const char* form_of_be(const Tree& tree, TokenIndex at, TokenIndex subject) {
  for (TokenIndex i = tree.head(at); i != kNoHead; i = tree.head(i)) {
    const TokenIndex auxiliary = tree.child(i, {"aux", "cop"});
    const std::string& tag = tree.token(auxiliary == kNoToken ? i : auxiliary).xpos;
    if (!tag.starts_with("VB") && tag != "MD") continue;
    if (tag != "VBD" && tag != "VBN") break;
    return is_plural(tree, subject) ? "were" : "was";
  }
  return present_of_be(tree, subject);
}

const char* present_of_be(const Tree& tree, TokenIndex subject) {
  return is_plural(tree, subject) ? "are" : "is";
}

Phrase case_words(const Tree& tree, TokenIndex head) {
  Phrase words;
  for (const TokenIndex c : tree.children(head)) {
    if (!tree.is(c, "case") || c > head) continue;
    for (const TokenIndex part : tree.subtree(c)) {
      if (tree.token(part).upos != Upos::kPunct) words.push_back(part);
    }
  }
  return words;
}

Phrase preposition_words(const Tree& tree, const Clause& clause, const Oblique& oblique) {
  const TokenIndex head = oblique.head.token;
  const bool relative = tree.is_below(clause.head(), head);
  if (!relative) {
    Phrase words = case_words(tree, head);
    if (words.empty() && tree.is(head, "conj")) words = case_words(tree, tree.head(head));
    if (!words.empty()) return words;
  }
  if (oblique.preposition.empty()) return {};
  // At the relative pronoun, or left where the pronoun is missing.
  const auto is_it = [&](TokenIndex t) {
    return to_lower(tree.token(t).form) == oblique.preposition;
  };
  for (const TokenIndex link : clause.chain) {
    for (const TokenIndex c : tree.children(link)) {
      if (is_it(c)) return {c};
      for (const TokenIndex below : tree.children(c)) {
        if (tree.is(below, "case") && is_it(below)) return {below};
      }
    }
  }
  return {};
}

RelationWords operator+(RelationWords relation, const Phrase& words) {
  for (const TokenIndex word : words) relation.push_back({word, nullptr});
  return relation;
}

}  // namespace newsgraph
