#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/clause_rules.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"

namespace newsgraph {
namespace {

/// "leave" of "called on Roth to leave", right behind whom one calls on.
bool asks_of_someone(const Tree& tree, TokenIndex verb, TokenIndex infinitive) {
  if (!is_one_of(tree.token(verb).lemma, {"call", "rely", "count", "depend", "appeal"}))
    return false;
  if (tree.introducer(infinitive, "mark") != "to" || tree.head(infinitive) != verb) return false;
  const TokenIndex before = tree.subtree(infinitive).front() - 1;
  const auto& dependents = tree.children(verb);
  return std::any_of(dependents.begin(), dependents.end(), [&](TokenIndex c) {
    return tree.is(c, "obl") && c > verb && tree.subtree(c).back() == before;
  });
}

/// "when prices rise", "only when she asked for it".
bool is_when_clause(const Tree& tree, TokenIndex clause) {
  const auto& adverbs = tree.children(clause);
  return std::any_of(adverbs.begin(), adverbs.end(), [&](TokenIndex c) {
    return tree.is(c, "advmod") && c < clause && tree.token(c).lemma == "when";
  });
}

/// "where" of "was present where it exploded"; not behind a comma.
bool is_where_clause(const Tree& tree, TokenIndex clause) {
  const TokenIndex first = tree.subtree(clause).front();
  return first > 0 && tree.token(first).lemma == "where" && tree.is(first, "advmod") &&
         tree.head(first) == clause && tree.token(first - 1).upos != Upos::kPunct;
}

/// "finally cleared" of "As the storm finally cleared the islands", where the parser has the storm
/// elsewhere: it would be said of whom the main clause is about.
bool lacks_subject(const Tree& tree, TokenIndex verb) {
  const std::string& tag = tree.token(verb).xpos;
  const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
  return finite && tree.child(verb, {"nsubj", "nsubj:pass", "csubj", "expl"}) == kNoToken;
}

}  // namespace

Draft ClauseRules::frame(const char* rule) const {
  Draft draft;
  draft.clause = {clause_.sentence, clause_.head()};
  draft.polarity = clause_.polarity;
  draft.modality = clause_.modality;
  draft.rule = rule;
  return draft;
}

Draft* ClauseRules::emit(TokenRef subject, TokenRef object, PredicateText predicate,
                         const char* rule) {
  // "were aged nine, ten and 59": a list of numbers is no set of facts.
  const TokenIndex first = first_conjunct(object);
  if (tree_.token(first).upos == Upos::kNum && tree_.child(first, "conj") != kNoToken)
    return nullptr;
  // "claimed to have no memory" denies the memory, not the claim.
  const bool says =
      clause_.chain.size() > 1 && is_in_class(tree_.token(clause_.head()).lemma, WordClass::kSay);
  if (says && is_excluded(tree_, object.token)) return nullptr;
  Draft draft = frame(rule);
  draft.subject = subject;
  draft.object = object;
  draft.predicate = std::move(predicate);
  for (const Oblique& oblique : obliques_) {
    if (first_conjunct(oblique.head) != first_conjunct(object)) {
      draft.qualifiers.push_back(oblique);
    }
  }
  add_purpose_of_amount(draft);
  add_clauses(draft);
  if (clause_.infinitive != kNoToken && !is_resultative()) {
    draft.qualifiers.push_back({{clause_.sentence, clause_.infinitive}, open_marker()});
  }
  return &drafts_.emplace_back(std::move(draft));
}

/// "paid $2 billion in fines": the amount alone is not what was paid.
void ClauseRules::add_purpose_of_amount(Draft& draft) const {
  const TokenRef amount = *draft.object;
  if (amount.sentence != clause_.sentence || tree_.token(amount.token).upos != Upos::kSym) return;
  for (const TokenIndex c : tree_.children(amount.token)) {
    const std::string preposition = tree_.introducer(c, "case");
    if (c > amount.token && tree_.is(c, "nmod") && preposition == "in") {
      draft.qualifiers.push_back({{clause_.sentence, c}, preposition});
    }
  }
}

/// What the arguments make of the draft: "no minister visited Oslo", "visited not Oslo but
/// Bergen", "sent no troops to Oslo".
void ClauseRules::qualify(Draft& draft) const {
  const auto weigh = [&](TokenRef argument) {
    if (argument.sentence != clause_.sentence) return;
    draft.polarity = polarity_with(tree_, argument.token, draft.polarity);
    if (argument.token == clause_.head()) return;  // a predicate noun is in the clause already
    if (is_doubted(tree_, argument.token)) {
      draft.modality = combined(draft.modality, Modality::kPossible);
    }
  };
  if (draft.object) {
    for (TokenIndex t = draft.object->token; t != kNoHead; t = tree_.head(t)) {
      // "is not mayor but head of Oslo": the object stands inside of the contrasted noun.
      if (is_contrasted(tree_, t)) draft.polarity = Polarity::kAffirmed;
      if (t == clause_.head()) break;
    }
    weigh(*draft.object);
    const bool drawn_in = !clause_.objects.empty() && *draft.object != clause_.objects.front() &&
                          !tree_.is(draft.object->token, "conj");
    if (drawn_in && is_excluded(tree_, clause_.objects.front().token)) {
      draft.polarity = Polarity::kNegated;
    }
  }
  // "spoke with nobody in Oslo": whom one did it with denies where it was.
  for (const Oblique& oblique : clause_.obliques) {
    const Token& partner = tree_.token(oblique.head.token);
    if (oblique.preposition.empty() || oblique.preposition == "like") continue;
    if (partner.lemma == "nobody" && is_excluded(tree_, oblique.head.token)) {
      draft.polarity = Polarity::kNegated;
    }
  }
  // "There are likely spies".
  if (clause_.existential) weigh(draft.subject);
  if (is_excluded(tree_, draft.subject.token) && draft.subject.sentence == clause_.sentence) {
    draft.polarity = Polarity::kNegated;
  }
  // "Keller or Roth signed", "are either harmless or cause mild problems": which of them is not
  // said.
  const auto is_one_of_these = [&](TokenRef argument) {
    return argument.sentence == clause_.sentence && is_alternative(argument.token);
  };
  const bool object = draft.object && !draft.whole && !excludes_objects() &&
                      is_one_of_these(*draft.object) &&
                      document_.amount_at(*draft.object) == nullptr;  // "is worth $8 or €7"
  const bool either = object || is_alternative(clause_.head()) || is_one_of_these(draft.subject);
  if (either && draft.polarity == Polarity::kAffirmed) {
    draft.modality = combined(draft.modality, Modality::kPossible);
  }
  add_reach_of_rank(draft);
}

/// "is at its lowest since 1955": not the lowest of all.
void ClauseRules::add_reach_of_rank(Draft& draft) const {
  const auto ranked = [&](TokenIndex i) {
    return tree_.token(i).xpos == "JJS" || is_singled_out(tree_, i);
  };
  const bool object =
      draft.object && draft.object->sentence == clause_.sentence && ranked(draft.object->token);
  if (!object && !ranked(clause_.head())) return;
  for (const Oblique& oblique : clause_.obliques) {
    const bool known =
        std::any_of(draft.qualifiers.begin(), draft.qualifiers.end(),
                    [&](const Oblique& other) { return other.head == oblique.head; });
    if (oblique.preposition == "since" && !known) draft.qualifiers.push_back(oblique);
  }
}

/// Whether the conjunct `second` stands where `first` does: two verbs, or two things that one
/// copula says of somebody.
bool ClauseRules::is_parallel(TokenIndex first, TokenIndex second) const {
  const bool verb = tree_.token(first).upos == Upos::kVerb;
  // "were prisoners or had been detained"
  if (!verb && tree_.child(first, "cop") != kNoToken && tree_.token(second).upos == Upos::kVerb &&
      tree_.child(second, "aux") != kNoToken) {
    return tree_.child(second, "nsubj") == kNoToken;
  }
  if (verb != (tree_.token(second).upos == Upos::kVerb)) return false;
  return tree_.child(first, "cop") != kNoToken || tree_.child(second, "cop") == kNoToken;
}

/// One of several that "or" joins; not another name for the first ("the yuan, or renminbi"), and
/// not "the closure and evacuation or lockdown", of which the closure is certain.
bool ClauseRules::is_alternative(TokenIndex member) const {
  const TokenIndex first = first_conjunct({clause_.sentence, member});
  bool alternative = false;
  bool second = true;  // of the list
  for (const TokenIndex c : tree_.children(first)) {
    if (!tree_.is(c, "conj")) continue;
    const TokenIndex joint = tree_.child(c, "cc");
    const bool joined = joint != kNoToken && joint > 0;
    if (joined && tree_.token(joint).lemma == "and") return false;
    const TokenIndex article = tree_.child(c, "det");
    const bool same = second && joined && tree_.token(joint - 1).form == "," &&
                      (article == kNoToken || tree_.token(article).lemma == "the") &&
                      tree_.child(c, "advmod") == kNoToken;
    alternative |= joined && tree_.token(joint).lemma == "or" && is_parallel(first, c) && !same;
    second = false;
  }
  return alternative;
}

/// "rejects violence or terror", "bans smoking or drinking": both, as if it were denied.
bool ClauseRules::excludes_objects() const {
  static constexpr std::array<std::string_view, 15> kExcluding = {
      "lack",  "reject", "ban",    "prohibit", "forbid",  "oppose",  "deny", "refuse",
      "avoid", "bar",    "outlaw", "condemn",  "exclude", "prevent", "stop"};
  const auto excludes = [&](TokenIndex verb) {
    const std::string& lemma = tree_.token(verb).lemma;
    return std::find(kExcluding.begin(), kExcluding.end(), lemma) != kExcluding.end();
  };
  return std::any_of(clause_.chain.begin(), clause_.chain.end(), excludes);
}

/// "kept Norland from joining", "thanked Roth for coming", "was fined for lying": what the verb
/// says of its object, or of who suffers it.
bool ClauseRules::is_of_object(TokenIndex gerund, std::string_view marker) const {
  static constexpr std::array<std::string_view, 5> kMarkers = {"from", "of", "for", "into", "with"};
  const bool of_object = !clause_.objects.empty() && clause_.objects.front().token < gerund;
  const bool printed =
      std::find(clause_.chain.begin(), clause_.chain.end(), gerund) != clause_.chain.end();
  const bool suffered = clause_.passive && gerund > clause_.head() && !printed && marker != "with";
  return (of_object || suffered) && tree_.token(gerund).xpos == "VBG" &&
         std::find(kMarkers.begin(), kMarkers.end(), marker) != kMarkers.end();
}

/// "set the stage [for Norland to win]", "set the stage for Norland [to win]": what leads from the
/// object to the clause that it serves; empty if the clause at `c` does not.
std::string ClauseRules::purpose_marker(TokenIndex c) const {
  if (c == clause_.infinitive) return "";  // a qualifier of its own
  // "called on Roth [to leave]"
  if (clause_.objects.empty() && asks_of_someone(tree_, clause_.last(), c)) return "to";
  if (clause_.objects.empty() || c < clause_.objects.front().token) return "";
  const std::string marker = tree_.introducer(c, "mark");
  if (marker == "for to") return "for";
  if (marker != "to" || !tree_.is(c, "advcl")) return "";
  // "used the crisis [to lay off staff]"
  const bool used = tree_.token(clause_.last()).lemma == "use";
  if (used && tree_.head(c) == clause_.last()) return "to";
  const TokenIndex before = tree_.subtree(c).front() - 1;
  // "took steps [to prosecute Roth]"
  const TokenIndex object = clause_.objects.front().token;
  static constexpr std::array<std::string_view, 18> kOpen = {
      "step",       "measure", "action", "move",  "effort",  "attempt",
      "bid",        "right",   "chance", "power", "ability", "authority",
      "permission", "plan",    "way",    "need",  "reason",  "initiative"};
  if (tree_.subtree(object).back() == before && is_one_of(tree_.token(object).lemma, kOpen)) {
    return "to";
  }
  const auto& behind = tree_.children(clause_.objects.front().token);
  const bool for_someone = std::any_of(behind.begin(), behind.end(), [&](TokenIndex noun) {
    return tree_.is(noun, "nmod") && tree_.introducer(noun, "case") == "for" &&
           tree_.subtree(noun).back() == before;
  });
  return for_someone ? "to" : "";
}

/// "if the terms suit", "described it as marred by fraud": clauses that bound what is said.
void ClauseRules::add_clauses(Draft& draft) const {
  for (const TokenIndex link : clause_.chain) {
    for (const TokenIndex c : tree_.children(link)) {
      if (!tree_.is(c, "advcl") && !tree_.is(c, "xcomp")) continue;
      const std::string purpose = purpose_marker(c);
      if (!purpose.empty()) draft.qualifiers.push_back({{clause_.sentence, c}, purpose});
      if (!tree_.is(c, "advcl") || !purpose.empty()) continue;
      // "higher when prices rise", where "when" is a word of the clause.
      if (is_when_clause(tree_, c) || (!draft.object && is_where_clause(tree_, c))) {
        draft.qualifiers.push_back({{clause_.sentence, c}, ""});
        continue;
      }
      const std::string marker = tree_.introducer(c, "mark");
      static constexpr std::array<std::string_view, 9> kBounds = {
          "if", "unless", "until", "when", "while", "as", "after", "before", "because"};
      const bool bounds = std::find(kBounds.begin(), kBounds.end(), marker) != kBounds.end();
      if (bounds && lacks_subject(tree_, c)) continue;
      if (!bounds && !is_of_object(c, marker)) continue;
      draft.qualifiers.push_back({{clause_.sentence, c}, marker});
    }
  }
}

/// "left seven dead", "considered the deal acceptable": the adjective is part of the predicate.
bool ClauseRules::is_resultative() const {
  // "could have concentrations high enough": that is how they are, not what comes of having them.
  return clause_.infinitive != kNoToken && tree_.token(clause_.infinitive).upos == Upos::kAdj &&
         tree_.token(clause_.last()).lemma != "have" &&
         tree_.child(clause_.infinitive, {"mark", "det"}) == kNoToken;
}

/// What the verb makes of its object: "dead" of "left seven dead", where the parser has the
/// adjective below the verb or behind the noun; empty if nothing.
std::string ClauseRules::result_in(TokenRef object) const {
  if (is_resultative()) return adjective_phrase(tree_, clause_.infinitive);
  static constexpr std::array<std::string_view, 14> kMaking = {
      "leave", "make",    "find", "render", "keep", "declare", "consider",
      "deem",  "believe", "set",  "hold",   "call", "get",     "turn"};
  const std::string& verb = tree_.token(clause_.last()).lemma;
  TokenIndex next = object.token + 1;
  if (const auto name = document_.name_at(object)) {
    next = static_cast<TokenIndex>(tree_.sentence().names[*name].end);
  }
  // "kept their children indoors", "took the prize away from Roth"
  if (next < tree_.size() && tree_.is(next, "advmod") && tree_.head(next) == clause_.last()) {
    const std::string& where = tree_.token(next).lemma;
    const bool keeps =
        is_one_of(verb, {"keep", "leave", "hold"}) &&
        is_one_of(where, {"indoors", "inside", "outside", "together", "home", "upright", "abroad"});
    const bool moves = is_one_of(verb, {"take", "set", "put", "move", "send", "give", "drive",
                                        "pull", "tear", "turn", "carry", "keep"}) &&
                       is_one_of(where, {"away", "apart", "aside"});
    if (keeps || moves) return where;
  }
  if (std::find(kMaking.begin(), kMaking.end(), verb) == kMaking.end()) return "";
  const bool behind = next < tree_.size() && tree_.is(next, "amod") &&
                      tree_.head(next) == object.token && tree_.children(next).empty();
  return behind && tree_.token(next).upos == Upos::kAdj ? to_lower(tree_.token(next).form) : "";
}

/// What leads from object to open complement: "advised residents to leave", "called it a
/// maneuver".
std::string ClauseRules::open_marker() const {
  const std::string marker = tree_.introducer(clause_.infinitive, "mark");
  const Upos upos = tree_.token(clause_.infinitive).upos;
  // "considered it to be a failure": a noun comes without its copula.
  const TokenIndex copula = tree_.child(clause_.infinitive, "cop");
  const bool noun = upos == Upos::kNoun || upos == Upos::kPropn;
  if (marker == "to" && noun && copula != kNoToken) {
    return marker + ' ' + tree_.token(copula).form;
  }
  if (!marker.empty()) return marker;
  const bool nominal = upos == Upos::kNoun || upos == Upos::kPropn ||
                       tree_.child(clause_.infinitive, "det") != kNoToken;  // "the worst"
  return nominal ? "as" : "";
}

TokenIndex ClauseRules::first_conjunct(TokenRef member) const {
  TokenIndex first = member.token;
  while (tree_.is(first, "conj") && tree_.head(first) != kNoHead) first = tree_.head(first);
  return first;
}

}  // namespace newsgraph
