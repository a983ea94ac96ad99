#include "extract/mention/restriction.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/noun_classes.hpp"

namespace newsgraph {

bool is_singled_out(const Tree& tree, TokenIndex noun) {
  return std::any_of(tree.children(noun).begin(), tree.children(noun).end(), [&](TokenIndex c) {
    const Token& modifier = tree.token(c);
    const bool ordinal = modifier.lemma == "first" || modifier.lemma == "last";
    return c < noun && (modifier.lemma == "only" || ordinal || modifier.xpos == "JJS");
  });
}

namespace {

/// Prepositions behind which stand examples, company and circumstances, not what a noun is about.
bool adds_to_noun(std::string_view preposition) {
  static constexpr std::array<std::string_view, 21> kAdding = {
      "including", "such as",    "like",     "as well as", "according to", "after",   "before",
      "during",    "since",      "until",    "following",  "amid",         "despite", "along with",
      "due to",    "because of", "based on", "by",         "instead of",   "as",      "throughout"};
  return std::find(kAdding.begin(), kAdding.end(), preposition) != kAdding.end();
}

/// Whether a comma, dash or bracket sets the phrase at `c` off from its noun.
bool is_set_off(const Tree& tree, TokenIndex c) {
  const TokenIndex first = tree.subtree(c).front();
  if (tree.token(first).upos == Upos::kPunct && tree.token(first).xpos != "HYPH" &&
      tree.token(first).form != "\"" && tree.token(first).form != "\xE2\x80\x9C") {
    return true;
  }
  const Token& before = tree.token(std::max<TokenIndex>(first - 1, 0));
  return first > 0 && (before.xpos == "," || before.xpos == ":" || before.xpos == "-LRB-");
}

/// "there is a base in Elmia": where it is, is what is said.
bool is_existential_place(const Tree& tree, TokenIndex c, std::string_view preposition) {
  const TokenIndex noun = tree.head(c);
  const bool exists = tree.is(noun, "nsubj") && tree.child(tree.head(noun), "expl") != kNoToken;
  return exists &&
         (preposition == "in" || preposition == "at" || preposition == "on" ||
          preposition == "near") &&
         tree.token(c).upos == Upos::kPropn;
}

/// "plans to leave", "the risk of losing", "evidence that Roth lied", "the claim Roth made it"; not
/// so the participle of "a plan drawn up in Oslo", which is a claim of its own.
bool is_complement(const Tree& tree, TokenIndex clause) {
  return tree.child(clause, {"mark", "nsubj", "expl"}) != kNoToken;
}

/// Whether the noun at `noun` means little without its relative clause: "everything that he said",
/// "the only one who knows", "the first who came", "the way they did it".
bool needs_relative(const Tree& tree, TokenIndex noun) {
  static constexpr std::array<std::string_view, 5> kEmpty = {"one", "way", "manner", "extent",
                                                             "degree"};
  const Token& token = tree.token(noun);
  if (token.upos == Upos::kPron || is_one_of(token.lemma, kEmpty) || is_bare_kind(tree, noun)) {
    return true;
  }
  // "sixty percent of the pollution that ...": of what it is that much.
  const TokenIndex above = tree.head(noun);
  if (above != kNoHead && tree.is(noun, "nmod") && tree.introducer(noun, "case") == "of" &&
      (tree.token(above).upos == Upos::kNum || tree.token(above).form == "%" ||
       is_one_of(tree.token(above).lemma, {"percent", "number", "share", "proportion"}))) {
    return true;
  }
  return is_singled_out(tree, noun);
}

/// "the airlines affected", "the towns damaged": which ones are meant.
bool is_bare_participle(const Tree& tree, TokenIndex c) {
  const TokenIndex noun = tree.head(c);
  const bool exists = tree.is(noun, "nsubj") && tree.child(tree.head(noun), "expl") != kNoToken;
  const auto& own = tree.children(c);
  const bool bare = std::all_of(own.begin(), own.end(), [&](TokenIndex t) {
    return tree.token(t).upos == Upos::kPunct || (tree.is(t, "advcl") && is_set_off(tree, t));
  });
  return tree.token(c).xpos == "VBN" && c == noun + 1 && bare && !exists;
}

/// "a scenario involving his removal": which one it is.
bool tells_content(const Tree& tree, TokenIndex participle) {
  const TokenIndex noun = tree.head(participle);
  const TokenIndex determiner = tree.child(noun, "det");
  const bool indefinite = determiner != kNoToken && tree.token(determiner).lemma == "a";
  return indefinite && participle == noun + 1 && tree.token(participle).xpos == "VBG" &&
         is_one_of(tree.token(participle).lemma, {"involve", "concern"});
}

}  // namespace

bool is_bare_kind(const Tree& tree, TokenIndex noun) {
  static constexpr std::array<std::string_view, 12> kKinds = {
      "thing",     "condition", "circumstance", "situation", "case",   "area",
      "substance", "place",     "item",         "factor",    "aspect", "object"};
  if (tree.token(noun).xpos != "NNS" || !is_one_of(tree.token(noun).lemma, kKinds)) return false;
  const auto& modifiers = tree.children(noun);
  return std::none_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
    return c < noun && !tree.is(c, "case") && tree.token(c).upos != Upos::kPunct;
  });
}

bool is_restrictive_relative(const Tree& tree, TokenIndex c) {
  return c > tree.head(c) && tree.token(c).deprel == "acl:relcl" && !is_set_off(tree, c);
}

TokenIndex pronoun_of_whole(const Tree& tree, TokenIndex noun) {
  for (const TokenIndex c : tree.children(noun)) {
    const bool refers = is_one_of(tree.token(c).xpos, {"PRP", "WP", "WDT"});
    if (refers && tree.is(c, "nmod") && tree.introducer(c, "case") == "of") return c;
  }
  return kNoToken;
}

bool is_what_makes_up(const Tree& tree, TokenIndex noun) {
  const TokenIndex verb = tree.head(noun);
  if (!tree.is(noun, "obl") || verb == kNoHead || verb > noun) return false;
  const std::string preposition = tree.introducer(noun, "case");
  if (preposition != "of" && preposition != "up of") return false;
  const std::string& lemma = tree.token(verb).lemma;
  const bool up = tree.token(verb + 1).lemma == "up";
  return lemma == "consist" || lemma == "compose" || (lemma == "make" && up);
}

bool is_trouble(const Tree& tree, TokenIndex c) {
  const TokenIndex noun = tree.head(c);
  if (noun == kNoHead || !tree.is(c, "acl") || tree.token(c).xpos != "VBG") return false;
  const std::string& lemma = tree.token(noun).lemma;
  const TokenIndex adjective = tree.child(noun, "amod");
  // "a harder time landing"
  const bool hard_time =
      lemma == "time" && adjective != kNoToken &&
      is_one_of(tree.token(adjective).lemma, {"hard", "tough", "difficult", "rough"});
  return hard_time || is_one_of(lemma, {"trouble", "difficulty", "problem", "luck"});
}

bool is_reduced_relative(const Tree& tree, TokenIndex c) {
  const Token& token = tree.token(c);
  return token.deprel == "acl" && (token.xpos == "VBN" || token.xpos == "VBG") &&
         tree.head(c) < c && tree.child(c, {"nsubj", "nsubj:pass"}) == kNoToken;
}

bool is_ranking(const Tree& tree, TokenIndex c) {
  return is_reduced_relative(tree, c) && tree.token(c).xpos == "VBN" &&
         is_singled_out(tree, tree.head(c));
}

bool is_kind_description(const Tree& tree, TokenIndex c) {
  // What tells of a kind and not of what happened: "people jailed for it" were jailed.
  static constexpr std::array<std::string_view, 14> kDescribing = {
      "charge", "accuse", "suspect",  "convict", "criticize", "criticise", "oppose",
      "govern", "relate", "regulate", "concern", "regard",    "contain",   "support"};
  constexpr std::size_t kMostWords = 5;
  const TokenIndex noun = tree.head(c);
  if (noun == kNoHead || !is_reduced_relative(tree, c)) return false;
  if (tells_content(tree, c)) return true;
  if (tree.token(noun).xpos != "NNS" || !is_one_of(tree.token(c).lemma, kDescribing)) return false;
  const auto& modifiers = tree.children(noun);
  const bool described = std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex m) {
    return m < noun && !tree.is(m, "case") && tree.token(m).upos != Upos::kPunct;
  });
  const std::vector<TokenIndex> words = until_comma(tree, tree.subtree(c));
  const bool adjacent = !words.empty() && words.front() == noun + 1;
  if (described || !adjacent || words.size() < 2 || words.size() > kMostWords) return false;
  // "with sanctions restricting trade": that they do is said.
  if (tree.introducer(noun, "case").starts_with("with")) return false;
  // Who did it, whom and how many is news.
  return tree.child(c, "obl:agent") == kNoToken &&
         std::none_of(words.begin(), words.end(), [&](TokenIndex t) {
           return tree.token(t).upos == Upos::kPropn || tree.token(t).upos == Upos::kNum;
         });
}

bool is_denied_description(const Tree& tree, TokenIndex c) {
  const TokenIndex noun = tree.head(c);
  if (!tree.is(c, "acl") || noun == kNoHead || c < noun || is_set_off(tree, c)) return false;
  if (tree.child(noun, {"det", "nmod:poss", "nummod"}) != kNoToken) return false;
  const auto& words = tree.children(c);
  return std::any_of(words.begin(), words.end(), [&](TokenIndex t) {
    return t < c && tree.is(t, "advmod") && tree.token(t).lemma == "not";
  });
}

bool is_grounded(const Tree& tree, TokenIndex c) {
  const TokenIndex ground = tree.child(c, "obl");
  return tree.is(c, "acl") && c == tree.head(c) + 1 && tree.token(c).lemma == "base" &&
         ground != kNoToken && tree.introducer(ground, "case") != "in";
}

bool is_rank_since(const Tree& tree, TokenIndex c) {
  const TokenIndex noun = tree.head(c);
  if (noun == kNoHead || c < noun || tree.introducer(c, "case") != "since") return false;
  return tree.token(noun).xpos == "JJS" || is_singled_out(tree, noun);
}

Restriction restriction_of(const Tree& tree, TokenIndex c) {
  if (c < tree.head(c) || is_set_off(tree, c)) return Restriction::kNone;
  if (tree.token(c).deprel == "acl:relcl") {
    return needs_relative(tree, tree.head(c)) ? Restriction::kRelative : Restriction::kNone;
  }
  // "discrimination based on race"
  if (is_grounded(tree, c) || is_denied_description(tree, c) || is_kind_description(tree, c)) {
    return Restriction::kComplement;
  }
  if (tree.is(c, "acl")) {
    const bool needed = is_complement(tree, c) || is_trouble(tree, c) ||
                        is_bare_participle(tree, c) || is_ranking(tree, c);
    return needed ? Restriction::kComplement : Restriction::kNone;
  }
  // "wages higher than the minimum", "acts contrary to the law"
  if (tree.is(c, "amod") && tree.child(c, {"obl", "nmod", "advcl"}) > c) {
    return Restriction::kComplement;
  }
  if (tree.token(c).deprel != "nmod") return Restriction::kNone;
  // "a model of how it works".
  if (tree.token(c).xpos.starts_with('W')) return Restriction::kComplement;
  const std::string preposition = tree.introducer(c, "case");
  if (is_existential_place(tree, c, preposition)) return Restriction::kNone;
  // "the same rights as others".
  const auto& modifiers = tree.children(tree.head(c));
  const bool same = std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex m) {
    return tree.is(m, "amod") && tree.token(m).lemma == "same";
  });
  if (preposition == "as" && same) return Restriction::kPhrase;
  if (is_rank_since(tree, c)) return Restriction::kPhrase;
  // "deaths by drowning", "transport by rail", "a report by the ministry".
  const bool means = preposition == "by" && tree.token(c).xpos == "NN" &&
                     tree.child(c, {"det", "nmod:poss", "nummod", "flat", "appos"}) == kNoToken;
  const TokenIndex work = tree.head(c);
  const bool author =
      preposition == "by" && noun_class(tree.token(work).lemma) == NounClass::kCommunication;
  const bool adds = preposition.empty() || (adds_to_noun(preposition) && !means && !author);
  return adds ? Restriction::kNone : Restriction::kPhrase;
}

std::vector<TokenIndex> clause_core(const Tree& tree, TokenIndex predicate) {
  std::vector<TokenIndex> core = {predicate};
  bool complete = false;  // an argument behind the predicate is there
  const TokenIndex object = tree.child(predicate, "obj");
  for (const TokenIndex c : tree.children(predicate)) {
    const bool argument = tree.is(c, "obj") || tree.is(c, "iobj") || tree.is(c, "obl") ||
                          tree.is(c, "xcomp") || tree.is(c, "ccomp");
    const bool joined = tree.is(c, "conj") || tree.is(c, "cc") || tree.is(c, "parataxis") ||
                        tree.is(c, "punct") || tree.is(c, "advcl");
    if (joined) continue;
    // "to challenge in court the lawfulness of it"
    if (c > predicate && c < object && tree.is(c, "obl")) continue;
    if (c > predicate && complete && !tree.is(c, "xcomp")) continue;
    complete |= argument && c > predicate && !tree.is(c, "iobj");
    const bool clause = tree.is(c, "xcomp") || tree.is(c, "ccomp");
    const std::vector<TokenIndex> part = clause ? clause_core(tree, c) : tree.subtree(c);
    core.insert(core.end(), part.begin(), part.end());
  }
  std::sort(core.begin(), core.end());
  return core;
}

std::vector<TokenIndex> until_comma(const Tree& tree, std::vector<TokenIndex> tokens) {
  const auto comma = std::find_if(tokens.begin(), tokens.end(), [&](TokenIndex t) {
    return tree.token(t).xpos == "," || tree.token(t).xpos == ":";
  });
  tokens.erase(comma, tokens.end());
  return tokens;
}

}  // namespace newsgraph
