#include "extract/mention/document.hpp"

#include <algorithm>
#include <iterator>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/name_pieces.hpp"
#include "extract/mention/name_types.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/tree_repair.hpp"
#include "extract/mention/value_mention.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

EntityType entity_type(NameType type) {
  switch (type) {
    case NameType::kPerson:
      return EntityType::kPerson;
    case NameType::kOrganization:
      return EntityType::kOrganization;
    case NameType::kPlace:
      return EntityType::kPlace;
    case NameType::kEvent:
      return EntityType::kEvent;
    case NameType::kWork:
      return EntityType::kWork;
    case NameType::kProduct:
      return EntityType::kProduct;
    case NameType::kLaw:
      return EntityType::kLaw;
    case NameType::kNationality:
      return EntityType::kNationality;
    case NameType::kOther:
      return EntityType::kOther;
  }
  return EntityType::kOther;
}

bool is_closing_mark(const Token& token) {
  return token.upos == Upos::kPunct || token.xpos == "POS";
}

/// Capitalised common nouns are tagged as names in titles and headings: "President", "Minister".
bool is_common_noun(const Token& token) {
  const std::string word = to_lower(token.lemma);
  return noun_class(word) != NounClass::kUnknown || is_eventive_noun(word) ||
         is_in_class(word, WordClass::kRole);
}

/// "Continue the counter-offensive", "some of the rebels left": an adjective, by its tag, or a
/// determiner in the place of a noun.
bool is_used_as_noun(const Tree& tree, TokenIndex word) {
  const Token& token = tree.token(word);
  if (token.upos == Upos::kDet && is_one_of(token.lemma, {"some", "another"})) {
    const TokenIndex whole = tree.child(word, "nmod");
    return whole != kNoToken && tree.introducer(whole, "case") == "of";
  }
  return token.upos == Upos::kAdj && is_one_of(token.deprel, {"obj", "nsubj", "nsubj:pass"});
}

/// "The first Norland city to vote" and "two Norland cities" are cities of Norland, not Norland.
bool is_one_of_kind(const Tree& tree, TokenIndex noun) {
  return tree.token(noun).xpos == "NNS" || tree.child(noun, "nummod") != kNoToken ||
         is_singled_out(tree, noun);
}

/// Whether `clause` is negated or denies something itself: "did not", "has no leader", "denied
/// that".
bool is_turned(const Tree& tree, TokenIndex clause, TokenIndex none) {
  if (is_in_class(tree.token(clause).lemma, WordClass::kDeny)) return true;
  const std::vector<TokenIndex>& parts = tree.children(clause);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex c) {
    if (tree.is(c, "advmod")) return is_in_class(tree.token(c).lemma, WordClass::kNegative);
    const TokenIndex determiner = tree.child(c, "det");
    return c != none && determiner != kNoToken && tree.token(determiner).lemma == "no";
  });
}

/// "None of the ministers left" is denied of all. Not so "almost none of them", "none of them but
/// Roth", "none of them did not leave", "denied that none of them left".
bool is_plainly_none(const Tree& tree, TokenIndex none) {
  if (tree.child(none, "advmod") != kNoToken) return false;
  const std::vector<TokenIndex> phrase = tree.subtree(none);
  const bool excepts = std::any_of(phrase.begin(), phrase.end(), [&](TokenIndex t) {
    return is_one_of(tree.token(t).lemma, {"but", "except", "besides", "save"});
  });
  if (excepts) return false;
  for (TokenIndex clause = tree.head(none); clause != kNoHead; clause = tree.head(clause)) {
    if (is_turned(tree, clause, none)) return false;
    const bool inner =
        tree.is(clause, "ccomp") || tree.is(clause, "xcomp") || tree.is(clause, "csubj");
    if (!inner) break;
  }
  return true;
}

/// Words that mean the whole of a set: "all of", "a range of", "none of". Not so "one of", "most
/// of".
bool is_quantifier(const Token& token) {
  return is_one_of(token.lemma, {"all", "both", "each", "none", "neither", "lot", "dozens",
                                 "variety", "range", "series"});
}

/// Whether a name or nationality in a phrase tells which one is meant: "Norlandic troops".
bool is_identified(const Tree& tree, const std::vector<TokenIndex>& kept) {
  return std::any_of(kept.begin(), kept.end(), [&](TokenIndex t) {
    const Token& token = tree.token(t);
    return token.upos == Upos::kPropn || (token.upos == Upos::kAdj && is_capitalized(token.lemma));
  });
}

/// Whether an unidentified phrase means something of its article alone: it is definite, counted
/// ("one of the petitioners"), or a person or group.
bool is_local(const Tree& tree, TokenIndex head) {
  const NounClass noun = noun_class(tree.token(head).lemma);
  const Upos upos = tree.token(head).upos;
  const bool noun_headed = upos == Upos::kNoun || upos == Upos::kPropn;
  return !noun_headed || noun == NounClass::kPerson || noun == NounClass::kGroup ||
         tree.child(head, "det") != kNoToken || tree.child(head, "nummod") != kNoToken ||
         tree.child(head, "nmod:poss") != kNoToken;
}

/// Whether the phrase of the name at `head` means some of those who bear it, or what it may become:
/// "two Norlanders", "the first Norlander", "a more federal European Union".
bool is_one_of_several(const Tree& tree, TokenIndex head, const NamedMention& name) {
  const Token& token = tree.token(head);
  const bool people = name.type == NameType::kNationality || token.xpos == "NNPS";
  const bool thing = name.type == NameType::kPlace || name.type == NameType::kOrganization;
  bool indefinite = false;
  for (const TokenIndex c : tree.children(head)) {
    if (c >= static_cast<TokenIndex>(name.begin)) break;
    const Token& modifier = tree.token(c);
    indefinite |= tree.is(c, "det") && modifier.lemma == "a";
    const bool ordinal =
        tree.is(c, "amod") && (modifier.lemma == "first" || modifier.lemma == "only");
    if (people && tree.is(c, "nummod")) return true;
    if (ordinal && name.type != NameType::kEvent && name.type != NameType::kWork) return true;
    if (thing && indefinite && tree.is(c, "amod")) return true;
  }
  return false;
}

/// Of disjoint stretches in order the one that `token` is in, or null.
template <typename Stretch>
const Stretch* stretch_at(const std::vector<Stretch>& stretches, TokenIndex token) {
  const auto at = static_cast<std::uint32_t>(token);
  const auto behind = std::upper_bound(
      stretches.begin(), stretches.end(), at,
      [](std::uint32_t place, const Stretch& stretch) { return place < stretch.begin; });
  if (behind == stretches.begin() || at >= std::prev(behind)->end) return nullptr;
  return &*std::prev(behind);
}

/// Whether the noun at `head` denotes what happens. What is said is an event where it names both
/// sides: "talks between Norland and Estmark", "Roth's meeting with Kern".
bool may_happen(const Tree& tree, TokenIndex head) {
  const std::string& lemma = tree.token(head).lemma;
  if (is_eventive_noun(lemma)) return true;
  // Not so one treaty, or a group.
  const bool meeting = lemma.ends_with("ing") || (noun_class(lemma) == NounClass::kCommunication &&
                                                  tree.token(head).xpos == "NNS");
  if (!meeting) return false;
  const TokenIndex possessor = tree.child(head, "nmod:poss");
  for (const TokenIndex c : tree.children(head)) {
    if (!tree.is(c, "nmod") || c < head) continue;
    const std::string preposition = tree.introducer(c, "case");
    if (preposition == "between" && tree.child(c, "conj") != kNoToken) return true;
    if (preposition == "with" && possessor != kNoToken) return true;
  }
  return false;
}

}  // namespace

Document::Document(const Article& article, std::vector<Sentence> sentences)
    : article_(article), sentences_(std::move(sentences)) {
  join_name_pieces(sentences_);
  find_surnames(sentences_);
  settle_name_types(sentences_);
  name_of_token_.reserve(sentences_.size());
  for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
    repair_tree(sentences_[s]);
    const Sentence& sentence = sentences_[s];
    trees_.emplace_back(sentence);
    std::vector<std::int32_t> names(sentence.tokens.size(), -1);
    for (std::size_t n = 0; n < sentence.names.size(); ++n) {
      for (std::uint32_t t = sentence.names[n].begin; t < sentence.names[n].end; ++t) {
        names[t] = static_cast<std::int32_t>(n);
      }
    }
    name_of_token_.push_back(std::move(names));
    times_.push_back(find_time_expressions(sentence));
    amounts_.push_back(find_amounts(sentence));
  }
  // Every name is a mention, whether or not a proposition will use it.
  for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
    for (const NamedMention& name : sentences_[s].names) {
      for (auto t = static_cast<TokenIndex>(name.begin); t < static_cast<TokenIndex>(name.end);
           ++t) {
        const TokenIndex head = trees_[s].head(t);
        const bool head_outside =
            head < static_cast<TokenIndex>(name.begin) || head >= static_cast<TokenIndex>(name.end);
        if (head_outside) {
          own_mention_of({s, t});
          break;
        }
      }
    }
  }
}

std::optional<std::size_t> Document::name_at(TokenRef token) const {
  const std::int32_t name = name_of_token_[token.sentence][static_cast<std::size_t>(token.token)];
  if (name < 0) return std::nullopt;
  return static_cast<std::size_t>(name);
}

const TimeExpression* Document::time_at(TokenRef token) const {
  return stretch_at(times_[token.sentence], token.token);
}

const Amount* Document::amount_at(TokenRef token) const {
  return stretch_at(amounts_[token.sentence], token.token);
}

TokenRef Document::referent(TokenRef head) const {
  if (name_at(head)) return head;
  const Tree& tree = trees_[head.sentence];
  // "all of his objectives" are his objectives.
  const bool none = is_one_of(tree.token(head.token).lemma, {"none", "neither"});
  if (is_quantifier(tree.token(head.token)) && (!none || is_plainly_none(tree, head.token))) {
    for (const TokenIndex c : tree.children(head.token)) {
      if (c > head.token && tree.is(c, "nmod") && tree.introducer(c, "case") == "of") {
        return referent({head.sentence, c});
      }
    }
  }
  // "the Telegraph newspaper" is the Telegraph.
  const TokenIndex determiner = tree.child(head.token, "det");
  const bool indefinite = determiner != kNoToken && tree.token(determiner).lemma == "a";
  if (is_in_class(tree.token(head.token).lemma, WordClass::kKind) && !indefinite &&
      !is_one_of_kind(tree, head.token)) {
    for (const TokenIndex c : tree.children(head.token)) {
      const auto name = name_at({head.sentence, c});
      if (c > head.token || !tree.is(c, "compound") || !name) continue;
      // "the Norland company" comes from Norland; "the Lindow region" is Lindow.
      const bool place = sentences_[head.sentence].names[*name].type == NameType::kPlace;
      if (place && noun_class(tree.token(head.token).lemma) != NounClass::kLocation) continue;
      return {head.sentence, c};
    }
  }
  if (tree.token(head.token).upos != Upos::kNoun && tree.token(head.token).upos != Upos::kPropn) {
    return head;
  }
  // "Commander-in-Chief of the army and ambassador to Norland, Ana Roth": the name may stand
  // beside the last conjunct.
  for (const TokenIndex member : tree.with_conjuncts(head.token)) {
    for (const TokenIndex c : tree.children(member)) {
      const bool beside =
          tree.is(c, "appos") || tree.is(c, "flat") || (tree.is(c, "nmod:desc") && c > member);
      if (!beside || !name_at({head.sentence, c})) continue;
      const auto& name = sentences_[head.sentence].names[*name_at({head.sentence, c})];
      // A plural or a thing with a name in apposition is a set or a title, not its name.
      const bool singular = tree.token(member).xpos != "NNS";
      const bool person_beside_person =
          name.type != NameType::kPerson ||
          noun_class(tree.token(member).lemma) != NounClass::kLocation;
      // "his Elm Studio, Oslo": where it is.
      const bool placed = name.type == NameType::kPlace &&
                          tree.token(member).upos == Upos::kPropn &&
                          tree.child(member, "nmod:poss") != kNoToken;
      if (singular && person_beside_person && !placed) return {head.sentence, c};
    }
  }
  return head;
}

std::uint32_t Document::chain_of(std::uint32_t mention) const {
  std::uint32_t chain = mentions_[mention].chain;
  while (mentions_[chain].chain != chain) chain = mentions_[chain].chain;
  return chain;
}

std::uint32_t Document::add(TokenRef head, Mention mention) {
  const auto index = static_cast<std::uint32_t>(mentions_.size());
  mention.id = mention_id(article_.key, mention.span);
  mention.sentence = head.sentence;
  mention.chain = index;
  mentions_.push_back(std::move(mention));
  heads_.push_back(head);
  return index;
}

Mention Document::name_mention(TokenRef head, TokenIndex first, TokenIndex last,
                               EntityType type) const {
  const Tree& tree = trees_[head.sentence];
  // The possessive ending and stray marks are not part of the name.
  while (last > first && is_closing_mark(tree.token(last))) --last;
  while (first < last && tree.token(first).upos == Upos::kPunct) ++first;
  Mention mention;
  mention.form = MentionForm::kName;
  mention.kind = NodeKind::kEntity;
  mention.type = type;
  mention.span = {tree.token(first).span.begin, tree.token(last).span.end};
  mention.text = span_text(article_.text, mention.span);
  mention.head = tree.token(head.token).lemma;
  for (const TokenIndex c : tree.children(head.token)) {
    if (c < first && tree.is(c, "nmod:desc")) mention.title = short_phrase({head.sentence, c});
  }
  const TokenIndex above = tree.head(head.token);
  if (above != kNoHead && above < first && tree.is(head.token, "flat")) {
    mention.title = short_phrase({head.sentence, above});
    if (mention.title.size() > mention.text.size() && mention.title.ends_with(mention.text)) {
      mention.title.resize(mention.title.size() - mention.text.size());
      mention.title = fold_space(mention.title);
    }
  }
  return mention;
}

Mention Document::nominal_mention(TokenRef head) const {
  const Tree& tree = trees_[head.sentence];
  const Token& token = tree.token(head.token);
  Mention mention;
  mention.form = MentionForm::kNominal;
  mention.head = token.lemma;
  mention.text = short_phrase(head);
  const std::vector<TokenIndex> kept = phrase_tokens(head, 0);
  mention.span = {tree.token(kept.front()).span.begin, tree.token(kept.back()).span.end};
  mention.identified = is_identified(tree, kept);
  mention.local = !mention.identified && is_local(tree, head.token);
  type_value(*this, head, kept, mention);
  return mention;
}

/// "two Norlanders" and "a more federal European Union" are not what the names alone are.
Mention Document::counted_name(TokenRef head, const NamedMention& name) const {
  const Tree& tree = trees_[head.sentence];
  const auto first = static_cast<TokenIndex>(name.begin);
  std::string text;
  for (const TokenIndex c : tree.children(head.token)) {
    if (c >= first || !(tree.is(c, "nummod") || tree.is(c, "amod"))) continue;
    for (const TokenIndex t : tree.subtree(c)) text += tree.token(t).form + ' ';
  }
  Mention mention;
  mention.form = MentionForm::kNominal;
  mention.head = tree.token(head.token).lemma;
  mention.span = {tree.token(first).span.begin,
                  tree.token(static_cast<TokenIndex>(name.end) - 1).span.end};
  mention.text = text + span_text(article_.text, mention.span);
  mention.identified = true;
  mention.local = true;
  return mention;
}

/// " between Norland and Estmark", of the phrase at `parties` of an event; empty if it is another.
std::string Document::parties_of(std::uint32_t sentence, TokenIndex parties) const {
  const Tree& tree = trees_[sentence];
  if (tree.introducer(parties, "case") != "between") return {};
  const std::vector<TokenIndex> members = tree.with_conjuncts(parties);
  if (members.size() != 2) return {};
  std::string text = " between";
  for (const TokenIndex member : members) {
    if (!name_at({sentence, member})) return {};
    text += (member == parties ? " " : " and ") + short_phrase({sentence, member});
  }
  return text;
}

void Document::find_participants(TokenRef head, Mention& mention) {
  const Tree& tree = trees_[head.sentence];
  if (mention.kind != NodeKind::kConcept || !may_happen(tree, head.token)) return;
  std::string prefix;
  std::string suffix;
  for (const TokenIndex c : tree.children(head.token)) {
    if (!tree.is(c, "nmod") && !tree.is(c, "compound")) continue;
    if (suffix.empty()) suffix = parties_of(head.sentence, c);
    for (const TokenIndex member : tree.with_conjuncts(c)) {
      if (!name_at({head.sentence, member})) continue;
      const auto participant = own_mention_of({head.sentence, member});
      if (!participant) continue;
      mention.participants.push_back(*participant);
      const bool after_head = member > head.token;
      const bool already_said =
          mention.text.find(mentions_[*participant].text) != std::string::npos;
      if (!after_head || already_said || !prefix.empty() || !suffix.empty()) continue;
      // "visit to Moscow" is the "Moscow visit", but "frustration with Roth" is no Roth
      // frustration.
      const std::string preposition = tree.introducer(c, "case");
      const std::string& name = mentions_[*participant].text;
      if (preposition == "to" || preposition == "of" || preposition == "in") {
        prefix = name + ' ';
      } else if (!preposition.empty() && preposition != "between") {
        suffix = ' ' + preposition + ' ' + name;
      }
    }
  }
  if (mention.participants.empty()) return;
  mention.kind = NodeKind::kEvent;
  mention.type = EntityType::kEvent;
  const auto blanks = std::count(mention.text.begin(), mention.text.end(), ' ');
  if (blanks <= 2) mention.text = (blanks == 0 ? prefix : "") + mention.text + suffix;
}

std::optional<std::uint32_t> Document::own_mention_of(TokenRef head) {
  if (const auto known = by_head_.find(head); known != by_head_.end()) return known->second;
  const Tree& tree = trees_[head.sentence];
  const Token& token = tree.token(head.token);
  std::uint32_t index = 0;
  if (const auto name = name_at(head)) {
    const NamedMention& named = sentences_[head.sentence].names[*name];
    // One mention a name, whichever of its tokens is asked for.
    for (auto t = static_cast<TokenIndex>(named.begin); t < static_cast<TokenIndex>(named.end);
         ++t) {
      if (const auto known = by_head_.find({head.sentence, t}); known != by_head_.end()) {
        by_head_.emplace(head, known->second);
        return known->second;
      }
    }
    Mention mention =
        is_one_of_several(tree, head.token, named)
            ? counted_name(head, named)
            : name_mention(head, static_cast<TokenIndex>(named.begin),
                           static_cast<TokenIndex>(named.end) - 1, entity_type(named.type));
    index = add(head, std::move(mention));
  } else if (token.upos == Upos::kPron) {
    Mention mention;
    mention.form = MentionForm::kPronoun;
    mention.span = token.span;
    mention.text = token.form;
    mention.head = token.lemma;
    index = add(head, std::move(mention));
  } else if (token.upos == Upos::kPropn && !is_common_noun(token)) {
    TokenIndex first = head.token;
    TokenIndex last = head.token;
    for (const TokenIndex c : tree.children(head.token)) {
      // "IL-25"
      if (tree.token(c).upos == Upos::kNum && tree.is(c, "flat")) last = std::max(last, c);
      if (tree.token(c).upos != Upos::kPropn || name_at({head.sentence, c})) continue;
      if (tree.is(c, "compound") || tree.is(c, "flat")) {
        first = std::min(first, c);
        last = std::max(last, c);
      }
      // "the Prosecutor General's Office"
      if (!tree.is(c, "nmod:poss") || c > head.token) continue;
      const TokenIndex front = tree.subtree(c).front();
      for (TokenIndex t = c; t >= front && tree.token(t).upos == Upos::kPropn; --t) {
        first = std::min(first, t);
      }
    }
    // "Tropical Storm Ana", where the recogniser sees no name.
    const bool storm = last > first && is_storm_title(tree.token(last - 1).form);
    index =
        add(head, name_mention(head, first, last, storm ? EntityType::kEvent : EntityType::kOther));
  } else if (token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kNum ||
             token.upos == Upos::kSym || is_used_as_noun(tree, head.token)) {
    Mention mention = nominal_mention(head);
    find_participants(head, mention);
    const bool part = pronoun_of_whole(tree, head.token) != kNoToken;
    if (mention.kind == NodeKind::kConcept || mention.type == EntityType::kQuantity || part) {
      mention.text = restricted_phrase(head);
    }
    index = add(head, std::move(mention));
  } else {
    return std::nullopt;
  }
  by_head_.emplace(head, index);
  return index;
}

std::optional<std::uint32_t> Document::mention_of(TokenRef head) {
  return own_mention_of(referent(head));
}

std::uint32_t Document::add_event(TokenRef verb, const std::string& noun, std::uint32_t participant,
                                  Span span) {
  Mention mention;
  mention.form = MentionForm::kNominal;
  mention.kind = NodeKind::kEvent;
  mention.type = EntityType::kEvent;
  mention.head = noun;
  mention.text = mentions_[participant].text + ' ' + noun;
  mention.span = span;
  mention.participants = {participant};
  return add(verb, std::move(mention));
}

std::uint32_t Document::add_action(TokenRef verb, const std::string& noun, Span span) {
  Mention mention;
  mention.form = MentionForm::kNominal;
  mention.head = noun;
  mention.text = noun;
  mention.span = span;
  return add(verb, std::move(mention));
}

}  // namespace newsgraph
