#include "extract/proposition/nominalisation_rules.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/past_tense.hpp"
#include "extract/proposition/role.hpp"

namespace newsgraph {
namespace {

/// Prepositions between a nominalised verb and who or what takes part.
bool marks_participant(const std::string& preposition) {
  static constexpr std::array<std::string_view, 10> kParticipants = {
      "of", "on", "into", "to", "with", "against", "for", "about", "over", "from"};
  return std::find(kParticipants.begin(), kParticipants.end(), preposition) != kParticipants.end();
}

/// Whether the preposition stands for the verb's direct object: "attack on Oslo" is to attack it
/// (after NOMLEX, Macleod et al. 1998, whose classes these are).
bool marks_object(const std::string& noun, const std::string& preposition) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kObjects = {{
      {"attack", "on"},      {"attack", "against"},
      {"assault", "on"},     {"raid", "on"},
      {"ban", "on"},         {"visit", "to"},
      {"support", "for"},    {"investigation", "into"},
      {"inquiry", "into"},   {"probe", "into"},
      {"demand", "for"},     {"request", "for"},
      {"opposition", "to"},  {"influence", "on"},
      {"influence", "over"}, {"approach", "to"},
      {"entry", "into"},     {"discussion", "about"},
      {"order", "for"},      {"promise", "of"},
      {"threat", "against"}, {"resistance", "to"},
      {"claim", "to"},       {"call", "with"},
  }};
  return preposition == "of" || std::find(kObjects.begin(), kObjects.end(),
                                          std::pair<std::string_view, std::string_view>(
                                              noun, preposition)) != kObjects.end();
}

/// Nouns whose possessor is who undergoes it, unless "of" names another: "Roth's nomination for
/// president", "Roth's murder"; but "Roth's murder of Kern". The classes are NOMLEX's.
bool possessor_undergoes(const std::string& noun) {
  static constexpr std::array<std::string_view, 24> kUndergone = {
      "appointment", "arrest",       "assassination", "confirmation", "conviction", "deportation",
      "detention",   "dismissal",    "election",      "execution",    "expulsion",  "extradition",
      "impeachment", "imprisonment", "indictment",    "kidnapping",   "killing",    "murder",
      "nomination",  "prosecution",  "release",       "removal",      "selection",  "trial"};
  return std::find(kUndergone.begin(), kUndergone.end(), noun) != kUndergone.end();
}

class NominalisationRules {
 public:
  NominalisationRules(Document& document, std::uint32_t sentence, std::vector<Draft>& drafts)
      : document_(document),
        sentence_(sentence),
        drafts_(drafts),
        tree_(document.tree(sentence)),
        factuality_(tree_) {}

  /// "Roth's refusal to travel to Oslo": (Roth; refused to travel to; Oslo).
  void read(TokenIndex i) {
    const Token& noun = tree_.token(i);
    const std::string verb = verb_of_event_noun(noun.lemma);
    if (verb.empty()) return;
    const TokenIndex possessor = tree_.child(i, "nmod:poss");
    if (possessor == kNoToken) return act_with_agent(i, verb);
    const TokenRef subject = {sentence_, possessor};
    if (!is_possessive_pronoun(tree_.token(possessor)) && !holds_name(document_, subject) &&
        !is_role_noun(tree_.token(possessor))) {
      return;
    }
    Draft base = frame(i, verb);
    base.subject = subject;
    const TokenIndex infinitive = tree_.child(i, "acl");
    if (infinitive != kNoToken && tree_.token(infinitive).upos == Upos::kVerb &&
        tree_.introducer(infinitive, "mark") == "to") {
      infinitive_of(base, infinitive);
    }
    for (const TokenIndex c : tree_.children(i)) {
      if (!tree_.is(c, "nmod") || c < i || tree_.is(c, "nmod:poss")) continue;
      const std::string preposition = tree_.introducer(c, "case");
      const TokenRef object = {sentence_, c};
      if (!marks_participant(preposition) || is_time_phrase(document_, object)) continue;
      if (possessor_undergoes(noun.lemma) && preposition != "of") continue;
      Draft draft = base;
      draft.object = object;
      if (!marks_object(noun.lemma, preposition)) {
        append_word(draft.predicate.written, preposition);
        append_word(draft.predicate.canonical, preposition);
        append_word(draft.predicate.readable, preposition);
      }
      drafts_.push_back(std::move(draft));
      break;
    }
  }

 private:
  /// What the act named by the noun `at` says, before who takes part.
  Draft frame(TokenIndex at, const std::string& verb) const {
    const Factuality event = factuality_.of(at);
    Draft draft;
    draft.clause = {sentence_, at};
    draft.rule = "nominalisation";
    draft.predicate.written = tree_.token(at).form;
    draft.predicate.canonical = verb;
    draft.predicate.readable = past_tense(verb);
    draft.predicate.span = tree_.token(at).span;
    draft.polarity = event.polarity;
    draft.modality = combined(event.modality, prospect_of(verb));
    return draft;
  }

  /// "the arrest of Brandt by Norlandic police": (Norlandic police; arrested; Brandt).
  void act_with_agent(TokenIndex i, const std::string& verb) {
    TokenIndex agent = kNoToken;
    TokenIndex object = kNoToken;
    for (const TokenIndex c : tree_.children(i)) {
      if (c < i || !tree_.is(c, "nmod") || is_time_phrase(document_, {sentence_, c})) continue;
      const std::string preposition = tree_.introducer(c, "case");
      if (preposition == "by" && agent == kNoToken) agent = c;
      if (object == kNoToken && marks_object(tree_.token(i).lemma, preposition)) object = c;
    }
    if (agent == kNoToken || object == kNoToken) return;
    // "the cut of spending by 5 percent": a measure.
    if (document_.amount_at({sentence_, agent}) != nullptr) return;
    Draft base = frame(i, verb);
    for (const TokenIndex actor : tree_.with_conjuncts(agent)) {
      for (const TokenIndex target : tree_.with_conjuncts(object)) {
        Draft draft = base;
        draft.subject = {sentence_, actor};
        draft.object = TokenRef{sentence_, target};
        drafts_.push_back(std::move(draft));
      }
    }
  }

  void infinitive_of(const Draft& base, TokenIndex infinitive) {
    const Token& inner = tree_.token(infinitive);
    // "her effort to get Norland to pay" is none to get Norland.
    for (const TokenIndex c : tree_.children(infinitive)) {
      const bool open = tree_.is(c, "xcomp") || tree_.is(c, "advcl");
      if (open && tree_.introducer(c, "mark") == "to") return;
    }
    Draft draft = base;
    const TokenIndex particle = tree_.child(infinitive, "compound:prt");
    const auto extend = [&](const std::string& preposition) {
      for (std::string* form :
           {&draft.predicate.written, &draft.predicate.canonical, &draft.predicate.readable}) {
        append_word(*form, "to");
        append_word(*form, inner.lemma);
        if (particle != kNoToken) append_word(*form, tree_.token(particle).lemma);
        if (!preposition.empty()) append_word(*form, preposition);
      }
      draft.predicate.span = hull(draft.predicate.span, inner.span);
    };
    const TokenIndex object = tree_.child(infinitive, "obj");
    if (object != kNoToken) {
      extend("");
      draft.object = TokenRef{sentence_, object};
      drafts_.push_back(draft);
      return;
    }
    for (const TokenIndex c : tree_.children(infinitive)) {
      if (!tree_.is(c, "obl") || is_time_phrase(document_, {sentence_, c})) continue;
      extend(tree_.introducer(c, "case"));
      draft.object = TokenRef{sentence_, c};
      drafts_.push_back(draft);
      return;
    }
    draft.event =
        document_.add_action({sentence_, infinitive}, event_noun_of(inner.lemma), inner.span);
    drafts_.push_back(draft);
  }

  Document& document_;
  std::uint32_t sentence_;
  std::vector<Draft>& drafts_;
  const Tree& tree_;
  SentenceFactuality factuality_;
};

}  // namespace

void apply_nominalisation_rules(Document& document, std::uint32_t sentence,
                                std::vector<Draft>& drafts) {
  NominalisationRules rules(document, sentence, drafts);
  const Tree& tree = document.tree(sentence);
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    const Token& token = tree.token(i);
    const bool noun = token.upos == Upos::kNoun || token.upos == Upos::kPropn;
    if (noun && !document.name_at({sentence, i})) rules.read(i);
  }
}

}  // namespace newsgraph
