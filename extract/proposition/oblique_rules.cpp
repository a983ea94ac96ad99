#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/clause_rules.hpp"

namespace newsgraph {

bool introduces_circumstance(const std::string& preposition) {
  static constexpr std::array<std::string_view, 30> kCircumstances = {
      "due to",     "because of",  "despite",     "during",        "amid",         "after",
      "before",     "until",       "since",       "thanks to",     "according to", "in addition to",
      "instead of", "besides",     "without",     "unlike",        "within",       "throughout",
      "following",  "ahead of",    "in spite of", "as of",         "including",    "such as",
      "along with", "compared to", "in terms of", "regardless of", "by",           "via"};
  return preposition.empty() || std::find(kCircumstances.begin(), kCircumstances.end(),
                                          preposition) != kCircumstances.end();
}

namespace {

/// "said on the radio".
bool is_medium(std::string_view noun) {
  static constexpr std::array<std::string_view, 9> kMedia = {
      "media", "medium", "radio", "television", "tv", "air", "website", "channel", "page"};
  return std::find(kMedia.begin(), kMedia.end(), noun) != kMedia.end();
}

/// "said to Roth", "spoke about Oslo"; not where or when it was: "said on the radio".
bool is_of_saying(std::string_view preposition) {
  static constexpr std::array<std::string_view, 9> kOfSaying = {
      "to", "about", "of", "on", "against", "for", "with", "over", "between"};
  return std::find(kOfSaying.begin(), kOfSaying.end(), preposition) != kOfSaying.end();
}

/// "wrote to Roth", "admitted to the crime"; of "announced to reporters that ..." the addressee
/// alone says nothing.
bool is_directed(std::string_view verb) {
  static constexpr std::array<std::string_view, 14> kDirected = {
      "write",  "respond", "reply",   "testify", "point", "promise",  "vow",
      "pledge", "admit",   "confess", "concede", "quote", "complain", "signal"};
  return std::find(kDirected.begin(), kDirected.end(), verb) != kDirected.end();
}

}  // namespace

/// "engaged in talks"; with an object also each name: "hold talks with Oslo".
void ClauseRules::oblique_arguments(TokenRef subject) {
  const bool points_back = object_points_back();
  bool first = (clause_.objects.empty() || points_back) && clause_.complement == kNoToken &&
               clause_.nominal == kNoToken;
  for (const Oblique& oblique : obliques_) {
    const bool occasion = points_back && oblique.preposition == "during";
    const bool audience = is_audience(oblique);
    if (!occasion && !audience && introduces_circumstance(oblique.preposition)) continue;
    if (is_absolute(oblique) || is_place_of_absolute(oblique)) continue;
    // "not seen in Elmia, in northern Norland": elsewhere in Norland it may be.
    if (clause_.polarity == Polarity::kNegated && encloses_place(oblique)) continue;
    if (is_fronted(oblique, subject)) continue;
    const bool named = may_be_named(document_, oblique.head);
    if (!first && !named) continue;
    const bool told_below = std::any_of(obliques_.begin(), obliques_.end(), [&](const Oblique& o) {
      return may_be_named(document_, o.head) && !introduces_circumstance(o.preposition) &&
             state_before(o) == &oblique;
    });
    if (told_below) continue;
    if (is_setting_of_saying(oblique, named)) continue;
    // "went on sale in Oslo", "goes on trial in Oslo" are not "went in Oslo".
    const Oblique* const state = named ? state_before(oblique) : nullptr;
    PredicateText predicate = predicate_of(
        document_, clause_,
        state == nullptr ? oblique.preposition
                         : state->preposition + ' ' + tree_.token(state->head.token).form + ' ' +
                               oblique.preposition);
    if (!clause_.objects.empty()) {
      const TokenRef object = clause_.objects.front();
      const Token& noun = tree_.token(object.token);
      // "attributed this to Roth": without what it was, nothing is said; but "announced this on
      // Radio Oslo" tells where.
      const bool somewhere = oblique.preposition == "on" || oblique.preposition == "in" ||
                             oblique.preposition == "at" || occasion;
      // "buys 60 percent from", "reached 102 millimetres in"
      const Amount* const amount = document_.amount_at(object);
      const bool measured = somewhere && amount != nullptr && amount->kind != AmountKind::kMoney &&
                            tree_.child(object.token, "nummod") != kNoToken;
      if (noun.lemma == "percent" || noun.form == "%" || measured) continue;
      if (noun.upos == Upos::kPron && noun.xpos == "DT" && !(somewhere && named)) continue;
      // Beside a named object the preposition alone would mislead: "sent Roth to Oslo".
      if (noun.upos != Upos::kNoun) {
        if (is_named(document_, object) || noun.xpos == "PRP") continue;
      } else {
        predicate = with_object(predicate_of(document_, clause_, ""), to_lower(noun.form),
                                noun.lemma, oblique.preposition, noun.span);
      }
    }
    Draft* const draft =
        emit(subject, oblique.head, std::move(predicate), first ? rule() : "oblique");
    if (draft != nullptr && is_all_of(oblique)) draft->whole = true;
    if (draft != nullptr && state != nullptr) {
      std::erase_if(draft->qualifiers, [&](const Oblique& q) { return q.head == state->head; });
    }
    first = false;
  }
}

/// "testified before the committee", "appeared before a judge": not when.
bool ClauseRules::is_audience(const Oblique& oblique) const {
  static constexpr std::array<std::string_view, 8> kHeard = {"testify", "appear", "plead", "argue",
                                                             "speak",   "stand",  "kneel", "swear"};
  if (oblique.preposition != "before" && oblique.preposition != "in front of") return false;
  const std::string& verb = tree_.token(clause_.last()).lemma;
  if (std::find(kHeard.begin(), kHeard.end(), verb) == kHeard.end()) return false;
  const std::string noun = to_lower(tree_.token(oblique.head.token).lemma);
  const NounClass kind = noun_class(noun);
  return kind == NounClass::kGroup || kind == NounClass::kPerson ||
         may_be_named(document_, oblique.head);
}

/// "Said as a teenager she was forced into it", "announced through a speaker", "said on the radio":
/// when, how and where, not what or to whom.
bool ClauseRules::is_setting_of_saying(const Oblique& oblique, bool named) const {
  const std::string& verb = tree_.token(clause_.last()).lemma;
  const std::string& preposition = oblique.preposition;
  const bool says =
      !clause_.passive && clause_.objects.empty() && is_in_class(verb, WordClass::kSay);
  if (!says) return false;
  // "it pays, they explained on a programme": what they said stands before.
  const bool inserted = tree_.is(clause_.head(), "parataxis");
  if (preposition == "on") {
    return named || inserted || is_medium(tree_.token(oblique.head.token).lemma);
  }
  if (preposition == "as" || preposition == "through") return true;
  if (preposition == "of" && verb == "say") return true;  // "said of Roth that he was ill"
  if (preposition == "to") return !is_directed(verb);
  if (is_audience(oblique)) return false;
  return !is_of_saying(preposition);
}

/// "shared this insight on Radio Oslo": where, though the parser may hang it on the object.
void ClauseRules::settings(TokenRef subject) {
  const Token& noun = tree_.token(clause_.objects.front().token);
  if (noun.upos != Upos::kNoun) return;
  for (const TokenIndex c : tree_.children(clause_.objects.front().token)) {
    const TokenRef place = {clause_.sentence, c};
    const std::string preposition = tree_.introducer(c, "case");
    const bool on_verb = preposition == "on" || preposition == "in" || preposition == "at";
    if (!tree_.is(c, "nmod") || !on_verb || !is_named(document_, place)) continue;
    emit(subject, place,
         with_object(predicate_of(document_, clause_, ""), to_lower(noun.form), noun.lemma,
                     preposition, noun.span),
         "oblique");
  }
}

/// "said in an interview with Reuters": whom one met on the occasion.
void ClauseRules::occasions(TokenRef subject) {
  for (const Oblique& oblique : obliques_) {
    const Token& noun = tree_.token(oblique.head.token);
    const bool occasion = oblique.preposition == "in" || oblique.preposition == "during" ||
                          oblique.preposition == "at";
    if (!occasion || noun.upos != Upos::kNoun || !is_eventive_noun(noun.lemma)) continue;
    for (const TokenIndex c : tree_.children(oblique.head.token)) {
      const TokenRef partner = {clause_.sentence, c};
      if (!tree_.is(c, "nmod") || tree_.introducer(c, "case") != "with" ||
          !is_named(document_, partner)) {
        continue;
      }
      emit(subject, partner,
           with_object(predicate_of(document_, clause_, 1, oblique.preposition),
                       to_lower(noun.form), noun.lemma, "with", noun.span),
           "oblique");
    }
  }
}

/// "in northern Norland" behind "in Elmia": the wider place.
bool ClauseRules::encloses_place(const Oblique& oblique) const {
  return oblique.preposition == "in" &&
         std::any_of(obliques_.begin(), obliques_.end(), [&](const Oblique& other) {
           return other.preposition == "in" && other.head.token < oblique.head.token &&
                  first_conjunct(other.head) != first_conjunct(oblique.head);
         });
}

/// "on sale" of "went on sale in Oslo": the bare noun right behind an intransitive verb tells with
/// its preposition what happens; what stands before `oblique`, or null.
const Oblique* ClauseRules::state_before(const Oblique& oblique) const {
  if (!clause_.objects.empty()) return nullptr;
  // "in turn": no state but how it happens.
  static constexpr std::array<std::string_view, 13> kAdverbial = {
      "turn",   "part",    "fact",    "addition", "response",   "return", "general",
      "person", "advance", "average", "time",     "particular", "earnest"};
  for (const Oblique& other : obliques_) {
    const TokenIndex noun = other.head.token;
    const bool state = is_one_of(other.preposition, {"on", "in", "at", "to", "under"}) &&
                       !is_one_of(tree_.token(noun).lemma, kAdverbial);
    if (!state) continue;
    const bool bare = tree_.token(noun).xpos == "NN" && noun == clause_.last() + 2 &&
                      tree_.token(noun - 1).upos == Upos::kAdp && tree_.head(noun - 1) == noun;
    if (bare && noun < oblique.head.token && tree_.child(oblique.head.token, "case") == noun + 1) {
      return &other;
    }
  }
  return nullptr;
}

/// "with sanctions restricting trade": what happens meanwhile.
bool ClauseRules::is_absolute(const Oblique& oblique) const {
  if (oblique.preposition != "with") return false;
  const TokenIndex noun = oblique.head.token;
  if (is_beside(noun)) return true;
  const TokenIndex participle = tree_.child(noun, "acl");
  // "met with leaders asking for help": whom one met.
  const bool governed = tree_.child(noun, "case") == clause_.last() + 1 &&
                        clause_.objects.empty() && !clause_.passive;
  return participle != kNoToken && tree_.token(participle).xpos == "VBG" && !governed;
}

/// "died with his sons at his side": where they were.
bool ClauseRules::is_beside(TokenIndex noun) const {
  if (tree_.child(noun, "nmod:poss") == kNoToken || tree_.head(noun) == kNoHead) return false;
  const TokenIndex preposition = tree_.subtree(noun).back() + 1;
  const auto places = [&](TokenIndex c) {
    const TokenIndex owner = tree_.child(c, "nmod:poss");
    const bool behind = c > noun && (tree_.is(c, "nmod") || tree_.is(c, "obl"));
    const bool next = tree_.head(c) == noun || tree_.subtree(c).front() == preposition;
    return behind && next && owner != kNoToken && tree_.token(owner).upos == Upos::kPron;
  };
  const auto& own = tree_.children(noun);
  const auto& others = tree_.children(tree_.head(noun));
  return std::any_of(own.begin(), own.end(), places) ||
         std::any_of(others.begin(), others.end(), places);
}

/// "at his side" of "died with his sons at his side": where they were, not where he died.
bool ClauseRules::is_place_of_absolute(const Oblique& place) const {
  return std::any_of(obliques_.begin(), obliques_.end(), [&](const Oblique& oblique) {
    return oblique.head.token < place.head.token && is_beside(oblique.head.token) &&
           is_absolute(oblique) && tree_.child(place.head.token, "nmod:poss") != kNoToken &&
           tree_.subtree(place.head.token).front() == tree_.subtree(oblique.head.token).back() + 1;
  });
}

/// "shared between Keller and Roth", "made up of Keller and Roth": both or neither.
bool ClauseRules::is_all_of(const Oblique& oblique) const {
  return oblique.preposition == "between" || is_what_makes_up(tree_, first_conjunct(oblique.head));
}

/// "In essence, Roth is ready", "Roth has, in a statement, left": what comes before the verb sets
/// the scene.
bool ClauseRules::is_fronted(const Oblique& oblique, TokenRef subject) const {
  const bool scene = oblique.head.token < std::max(subject.token, clause_.head());
  return scene && oblique.head.token < clause_.head() &&
         tree_.is_below(oblique.head.token, clause_.head());
}

/// "made this announcement during a visit": the object only points back, so that what is said
/// is where it was made.
bool ClauseRules::object_points_back() const {
  if (clause_.objects.empty()) return false;
  const TokenIndex object = clause_.objects.front().token;
  const TokenIndex determiner = tree_.child(object, "det");
  if (tree_.token(object).upos == Upos::kPron) return tree_.token(object).xpos != "PRP";
  if (determiner == kNoToken) return false;
  const std::string& lemma = tree_.token(determiner).lemma;
  return lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those";
}

}  // namespace newsgraph
