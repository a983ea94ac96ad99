#include "extract/proposition/role.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "extract/base/one_of.hpp"
#include "extract/language/characters.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/dates/clause_dates.hpp"

namespace newsgraph {
namespace {

bool is_acronym(std::string_view form) {
  return form.size() > 1 &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "United States District Judge", "Norland Society Research Fellow": the name was taken to go on
/// into the title, which says what kind of judge or fellow it is.
bool ends_in_title(const Tree& tree, const NamedMention& name) {
  static constexpr std::array<std::string_view, 8> kTitleWords = {
      "district", "circuit", "research", "deputy", "assistant", "vice", "associate", "senior"};
  return name.end - name.begin > 1 &&
         is_one_of(to_lower(tree.token(static_cast<TokenIndex>(name.end) - 1).form), kTitleWords);
}

/// "a Norland minister" is one of it, "a Norland expert" one on it; "a Norland singer" sings there,
/// and "an Oslo TV reporter" is of neither Oslo nor TV.
std::optional<RoleComplement> compound_complement(const Document& document, TokenRef role,
                                                  TokenRef modifier) {
  const Tree& tree = document.tree(role.sentence);
  const auto name = document.name_at(modifier);
  if (!name) return std::nullopt;
  const NamedMention& mention = tree.sentence().names[*name];
  if (ends_in_title(tree, mention)) return std::nullopt;
  for (auto t = static_cast<TokenIndex>(mention.end); t < role.token; ++t) {
    if (tree.is(t, "compound") && is_acronym(tree.token(t).form)) return std::nullopt;
  }
  const std::string lemma = to_lower(tree.token(role.token).lemma);
  // "Elmia is the only Sol System planet": without the rest it would be another "only".
  const auto& modifiers = tree.children(role.token);
  const bool only = std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex c) {
    return c < role.token && tree.token(c).lemma == "only";
  });
  if (only) return std::nullopt;
  if (mention.type != NameType::kPlace) return RoleComplement{modifier, "of"};
  if (is_in_class(lemma, WordClass::kStudent)) return RoleComplement{modifier, "on"};
  if (!is_in_class(lemma, WordClass::kOffice)) return std::nullopt;
  return RoleComplement{modifier, "of"};
}

/// "mayor of Oslo", "ambassador to Norland", "a lawyer from Oslo"; but "a city ten kilometres from
/// Oslo".
std::optional<RoleComplement> following_complement(const Document& document, TokenRef role,
                                                   TokenRef modifier) {
  static constexpr std::array<std::string_view, 8> kPrepositions = {"of", "to",   "for",  "at",
                                                                    "in", "with", "from", "on"};
  const Tree& tree = document.tree(role.sentence);
  const std::string preposition = tree.introducer(modifier.token, "case");
  if (!is_one_of(preposition, kPrepositions)) return std::nullopt;
  const bool far =
      preposition == "from" && noun_class(tree.token(role.token).lemma) != NounClass::kPerson;
  if (far || !holds_name(document, modifier) || is_time_phrase(document, modifier)) {
    return std::nullopt;
  }
  return RoleComplement{modifier, preposition};
}

/// "Co-lead author Sam Keller of Norland University", "Member of Parliament Ana Roth of the Labour
/// Party": what stands behind the name of an author, or of who has his role of something already,
/// is where he belongs, not what he wrote.
bool is_affiliation(const Tree& tree, TokenIndex role, TokenIndex modifier) {
  static constexpr std::array<std::string_view, 4> kAuthors = {"author", "co-author", "coauthor",
                                                               "writer"};
  const TokenIndex holder = tree.child(role, {"flat", "appos"});
  if (holder == kNoToken || holder < role || modifier < holder) return false;
  if (is_one_of(to_lower(tree.token(role).lemma), kAuthors)) return true;
  const TokenIndex field = tree.child(role, "nmod");
  return field != kNoToken && role < field && field < holder &&
         tree.introducer(field, "case") == "of";
}

/// "Head of the department of surgery in the First Institute", "US Secretary of State": what the
/// role is of, beside the complement that is told apart from it.
bool is_own_field(const Document& document, TokenRef role, TokenIndex modifier,
                  const std::optional<RoleComplement>& complement) {
  const Tree& tree = document.tree(role.sentence);
  const TokenIndex holder = tree.child(role.token, {"flat", "appos"});
  const bool first = complement
                         ? complement->head.token < role.token || modifier < complement->head.token
                         : holder != kNoToken && modifier < holder;
  return first && tree.is(modifier, "nmod") && tree.introducer(modifier, "case") == "of" &&
         !holds_name(document, {role.sentence, modifier});
}

/// "U.S. attorney for Texas": what follows says more closely what the role is for.
bool is_closer(const RoleComplement& following) {
  static constexpr std::array<std::string_view, 3> kOver = {"of", "to", "for"};
  return is_one_of(following.preposition, kOver);
}

/// The tokens of the role's own words.
std::vector<TokenIndex> role_tokens(const Document& document, TokenRef role,
                                    const std::optional<RoleComplement>& complement) {
  const Tree& tree = document.tree(role.sentence);
  std::vector<TokenIndex> tokens = {role.token};
  const auto keep = [&](TokenIndex child) {
    for (const TokenIndex t : tree.subtree(child)) tokens.push_back(t);
  };
  const auto complement_name = complement ? document.name_at(complement->head) : std::nullopt;
  for (const TokenIndex c : tree.children(role.token)) {
    if (complement && c == complement->head.token) continue;
    // "Oslo TV" is one name, also where the tree splits it.
    if (complement_name && document.name_at({role.sentence, c}) == complement_name) continue;
    const bool named = document.name_at({role.sentence, c}).has_value();
    if (c < role.token) {
      // Names too: "US singer", "U.S. attorney for Texas", "Norlandic minister".
      if (tree.is(c, "compound") || tree.is(c, "amod") || tree.token(c).xpos == "HYPH") keep(c);
      continue;
    }
    const bool nested_of = is_own_field(document, role, c, complement);
    // "Commander-in-Chief" and the like stand in several trees.
    const bool fixed = (tree.is(c, "fixed") || tree.is(c, "flat")) && !named;
    // "Assistant Attorney General".
    const bool title = c == role.token + 1 &&
                       is_one_of(to_lower(tree.token(c).lemma), {"general", "elect", "designate"});
    const bool hyphenated =
        tree.is(c, "nmod") && tree.child(c, "punct") != kNoToken && !tree.token(c - 1).space_after;
    if (nested_of || fixed || title || hyphenated) keep(c);
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  tree.complete_hyphenated(tokens);
  return tokens;
}

}  // namespace

bool is_possessive_pronoun(const Token& token) {
  return token.upos == Upos::kPron && (token.xpos == "PRP$" || token.xpos == "WP$");
}

bool holds_name(const Document& document, TokenRef head) {
  for (const TokenIndex t : document.tree(head.sentence).subtree(head.token)) {
    if (document.name_at({head.sentence, t})) return true;
  }
  return false;
}

bool is_role_noun(const Token& token) {
  const bool noun = token.upos == Upos::kNoun || token.upos == Upos::kPropn;
  const std::string lemma = to_lower(token.lemma);
  return noun && (is_in_class(lemma, WordClass::kRole) || noun_class(lemma) == NounClass::kPerson);
}

bool is_past_by_context(const Document& document, TokenRef role_ref) {
  const Tree& tree = document.tree(role_ref.sentence);
  const TokenIndex role = role_ref.token;
  // "Was previously the mayor" says so itself.
  if (tree.child(role, "cop") != kNoToken) return false;
  static constexpr std::array<std::string_view, 4> kEarlier = {"previously", "formerly", "once",
                                                               "earlier"};
  static constexpr std::array<std::string_view, 4> kOwnStatus = {"former", "ex", "then", "current"};
  bool alone = false;  // what says that the first of two roles is past is not said of this one
  for (const TokenIndex c : tree.children(role)) {
    if (c >= role) break;
    const std::string lemma = to_lower(tree.token(c).lemma);
    if (tree.is(c, "advmod") && is_one_of(lemma, kEarlier)) return true;
    alone |= tree.is(c, "det") || tree.is(c, "nmod:poss") || is_one_of(lemma, kOwnStatus);
  }
  if (alone) return false;
  // A title is coordinated through the name that bears it.
  TokenIndex member = role;
  if (tree.head(role) != kNoHead && !tree.is(role, "conj") && tree.is(tree.head(role), "conj")) {
    member = tree.head(role);
  }
  if (!tree.is(member, "conj") || member < role) {
    return false;
  }
  const TokenIndex first = tree.head(member);
  if (first == kNoHead || !is_role_noun(tree.token(first))) return false;
  // "Former mayor Pia Kern and senator Ana Roth": two persons.
  const TokenRef first_role = {role_ref.sentence, first};
  const TokenRef holder = document.referent(first_role);
  if (holder != first_role && holder.token < member) return false;
  for (const TokenIndex c : tree.children(first)) {
    const std::string& status = tree.token(c).lemma;
    const bool past = status == "former" || status == "then";
    if (c < first && tree.is(c, "amod") && past) return true;
  }
  return false;
}

bool is_title_of(const Document& document, TokenRef role, TokenRef holder) {
  const Tree& tree = document.tree(role.sentence);
  const auto name = document.name_at(holder);
  if (role.sentence != holder.sentence || !name) return false;
  const NamedMention& mention = tree.sentence().names[*name];
  if (static_cast<TokenIndex>(mention.begin) != role.token + 1) return false;
  // Some trees hang only the surname on the title.
  for (auto t = static_cast<TokenIndex>(mention.begin); t < static_cast<TokenIndex>(mention.end);
       ++t) {
    const bool joined = tree.is(t, "flat") || tree.is(t, "appos") || tree.is(t, "nmod");
    if (joined && tree.head(t) == role.token) return true;
  }
  return false;
}

namespace {

/// "The decision-maker in Norland on any deal": where one holds a role does not tell it from others
/// of its kind that what stands behind does.
bool is_restricted_behind(const Document& document, TokenRef role, const RoleComplement& found) {
  if (is_one_of(found.preposition, {"of", "to", "for"})) return false;
  const Tree& tree = document.tree(role.sentence);
  const auto& behind = tree.children(role.token);
  return std::any_of(behind.begin(), behind.end(), [&](TokenIndex c) {
    const std::string preposition = tree.introducer(c, "case");
    return c > found.head.token && found.head.token > role.token && tree.is(c, "nmod") &&
           (preposition == "on" || preposition == "for" || preposition == "of") &&
           !is_time_phrase(document, {role.sentence, c});
  });
}

/// "A Norland scholar with the Oslo Institute": where an expert works tells more of him than the
/// field, which stays in his role.
bool employs_expert(const Document& document, TokenRef role, const RoleComplement& following) {
  const Tree& tree = document.tree(role.sentence);
  const auto name = document.name_at(following.head);
  return is_in_class(to_lower(tree.token(role.token).lemma), WordClass::kStudent) && name &&
         tree.sentence().names[*name].type == NameType::kOrganization;
}

/// "U.S. Attorney", "United States Senator": one office of many under that name.
bool is_part_of_office(const Tree& tree, TokenIndex state, TokenIndex role) {
  const std::string& lemma = tree.token(role).lemma;
  const bool states = role > 1 && role - state <= 2 && tree.token(role - 1).form == "States" &&
                      tree.token(role - 2).form == "United";
  return ((state + 1 == role && tree.token(state).form == "U.S.") || states) &&
         is_one_of(to_lower(lemma), {"attorney", "senator", "representative", "congressman",
                                     "congresswoman", "marshal", "judge", "sen.", "rep."});
}

}  // namespace

std::optional<RoleComplement> complement_of(const Document& document, TokenRef role) {
  const Tree& tree = document.tree(role.sentence);
  std::optional<RoleComplement> found;
  for (const TokenIndex c : tree.children(role.token)) {
    const TokenRef child = {role.sentence, c};
    if (tree.is(c, "nmod:poss")) {
      if (is_possessive_pronoun(tree.token(c)) || holds_name(document, child)) {
        return RoleComplement{child, "of"};
      }
    } else if (tree.is(c, "compound") && c < role.token && !found &&
               !is_part_of_office(tree, c, role.token)) {
      found = compound_complement(document, role, child);
    } else if (tree.is(c, "nmod") && c > role.token && !is_affiliation(tree, role.token, c)) {
      const auto following = following_complement(document, role, child);
      const bool before = found && found->head.token < role.token;
      const bool closer = before && following &&
                          (is_closer(*following) || employs_expert(document, role, *following));
      if (following && (!found || closer)) found = following;
    }
  }
  if (found && is_restricted_behind(document, role, *found)) return std::nullopt;
  return found;
}

bool is_held_by_each(const Document& document, TokenRef role, TokenRef holder) {
  const auto name = document.name_at(holder);
  const std::string& tag = document.tree(role.sentence).token(role.token).xpos;
  return name && (tag == "NNS" || tag == "NNPS") &&
         document.tree(holder.sentence).sentence().names[*name].type == NameType::kPerson;
}

std::string role_phrase(const Document& document, TokenRef role,
                        const std::optional<RoleComplement>& complement, bool by_each) {
  const Tree& tree = document.tree(role.sentence);
  const std::vector<TokenIndex> tokens = role_tokens(document, role, complement);
  std::string phrase = is_past_by_context(document, role) ? "former" : "";
  TokenIndex written = kNoToken;
  for (const TokenIndex t : tokens) {
    const Token& token = tree.token(t);
    if (token.upos == Upos::kPunct && token.xpos != "HYPH") continue;
    const bool then = token.lemma == "then" && token.space_after;
    if (tree.is(t, "det") || then) continue;
    // "Broadcaster Ana Roth" is a broadcaster, "Canadian singer Ana Roth" a Canadian.
    const bool sentence_start =
        t == 0 && token.upos != Upos::kPropn && !is_capitalized(token.lemma);
    const bool glued = written != kNoToken && tree.is_glued(written, t);
    written = t;
    if (!phrase.empty() && !glued) phrase += ' ';
    const std::string& form = by_each && t == role.token ? token.lemma : token.form;
    phrase += sentence_start ? to_lower(form) : form;
  }
  return phrase;
}

}  // namespace newsgraph
