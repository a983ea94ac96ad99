#include "extract/proposition/clause_subjects.hpp"

#include <algorithm>

#include "extract/base/one_of.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/proposition/attribution/source_cue.hpp"
#include "extract/proposition/bidding.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/signature.hpp"
#include "extract/proposition/open_complement.hpp"

namespace newsgraph {
namespace {

/// Trees are finite, but a wrong one may send a rule a long way round.
constexpr int kMaxDepth = 8;

/// "signing", "having signed".
bool is_gerund(const Tree& tree, TokenIndex i) {
  const TokenIndex auxiliary = tree.child(i, {"aux", "aux:pass", "cop"});
  return tree.token(auxiliary == kNoToken ? i : auxiliary).xpos == "VBG";
}

/// Not so the prize of "won the prize for discovering it".
bool may_act(const Token& noun) {
  const NounClass found = noun_class(noun.lemma);
  return noun.upos != Upos::kNoun || found == NounClass::kPerson || found == NounClass::kGroup;
}

/// "experts like Roth": what holds of several holds of those among them that are named.
void add_named_examples(const Tree& tree, TokenRef noun, std::vector<TokenRef>& found) {
  for (const TokenIndex c : tree.children(noun.token)) {
    if (c < noun.token || !tree.is(c, "nmod") || !is_in_name(tree, c)) continue;
    const std::string introducer = tree.introducer(c, "case");
    const bool plural = tree.token(noun.token).xpos == "NNS";
    if (!plural || (introducer != "like" && introducer != "such as" && introducer != "including")) {
      continue;
    }
    for (const TokenIndex member : tree.with_conjuncts(c)) {
      if (is_in_name(tree, member)) found.push_back({noun.sentence, member});
    }
  }
}

/// "Norland, but not Estmark, recognised it": of whom the clause is denied, which the enhanced
/// graph leaves out.
void add_contrasts(const Tree& tree, TokenRef noun, std::vector<TokenRef>& found) {
  if (tree.is(noun.token, "conj")) return;
  for (const TokenIndex c : tree.children(noun.token)) {
    const Upos upos = tree.token(c).upos;
    const bool nominal = upos == Upos::kNoun || upos == Upos::kPropn;
    if (!tree.is(c, "conj") || !nominal || !is_excluded(tree, c)) continue;
    const TokenIndex adverb = tree.child(c, "advmod");
    if (adverb != kNoToken && tree.token(adverb).lemma == "not")
      found.push_back({noun.sentence, c});
  }
}

/// Finds the subject of a predicate in one sentence.
class SubjectFinder {
 public:
  SubjectFinder(const Document& document, std::uint32_t sentence)
      : document_(document), tree_(document.tree(sentence)), sentence_(sentence) {}

  std::vector<TokenRef> of(TokenIndex head, int depth = 0) const {
    if (depth > kMaxDepth) return {};
    if (tells_what_came_out(head) || is_listed(head)) return {};
    std::vector<TokenRef> subjects = with_the_verb(head, depth);
    // "which surprised many": the subject is a clause.
    if (!subjects.empty() || own_subject(tree_, head) != kNoToken) return subjects;
    // "Roth said it failed, and it is time to go": time of nobody.
    const TokenIndex expletive = tree_.child(head, "expl");
    if (expletive != kNoToken && expletive < head) return {};
    const TokenIndex above = tree_.head(head);
    if (above == kNoHead || is_consequence(head)) return {};
    // "but it is Roth's wish that Kern leave": has an empty subject of its own.
    if (tree_.child(head, "expl") != kNoToken) return {};
    if (tree_.is(head, "conj")) return of_first_conjunct(head, depth);
    if (const auto introduced = introduced_clause(tree_, above);
        introduced && introduced->predicate == head) {
      return {{sentence_, introduced->subject}};
    }
    if (const TokenIndex addressee = addressee_of(tree_, head);
        addressee != kNoToken && !is_date_phrase(document_, {sentence_, addressee})) {
      return with_conjuncts(addressee);
    }
    if (tree_.is(head, "xcomp")) return of(above, depth + 1);
    if (tree_.is(head, "advcl")) return of_adverbial(head, depth);
    if (tree_.is(head, "acl")) return of_modified(head, depth);
    return {};
  }

 private:
  /// "after it emerged that Roth had lied": nothing emerged but the clause.
  bool tells_what_came_out(TokenIndex head) const {
    const TokenIndex it = own_subject(tree_, head);
    return it != kNoToken && tree_.token(it).lemma == "it" &&
           is_one_of(tree_.token(head).lemma, {"emerge", "transpire", "turn", "happen"}) &&
           tree_.child(head, {"ccomp", "csubj"}) != kNoToken;
  }

  /// "appointing" of "the demands include dissolving it and appointing one": demands appoint
  /// nobody.
  bool is_listed(TokenIndex head) const {
    if (!tree_.is(head, "conj") || tag(head) != "VBG" || tag(tree_.head(head)) != "VBG")
      return false;
    const TokenIndex above = tree_.head(tree_.head(head));
    return above != kNoHead &&
           is_one_of(tree_.token(above).lemma, {"include", "involve", "mean", "entail", "require"});
  }

  std::vector<TokenRef> arguments_of(TokenIndex head, std::string_view relation) const {
    return arguments(tree_, sentence_, head, relation);
  }

  std::vector<TokenRef> with_conjuncts(TokenIndex noun) const {
    std::vector<TokenRef> members;
    for (const TokenIndex member : tree_.with_conjuncts(noun))
      members.push_back({sentence_, member});
    return members;
  }

  const std::string& tag(TokenIndex i) const { return tree_.token(i).xpos; }

  bool follows_comma(TokenIndex i) const { return i > 0 && tree_.token(i - 1).form == ","; }

  /// The subject beside the verb, that of a first conjunct or of what a relative pronoun stands for
  /// among them.
  std::vector<TokenRef> with_the_verb(TokenIndex head, int depth) const {
    std::vector<TokenRef> subjects = arguments_of(head, "nsubj");
    // Of two subjects the parser took one by mistake.
    std::erase_if(subjects, [&](const TokenRef& subject) {
      const bool joined = tree_.is(subject.token, "conj");
      const TokenIndex first = joined ? tree_.head(subject.token) : subject.token;
      return tree_.is(first, "nsubj") && own_subject(tree_, tree_.head(first)) != first;
    });
    // "which is that we sign": the pronoun is subject of the copula.
    const TokenIndex own = own_subject(tree_, head);
    if (own != kNoToken && tree_.token(own).deprel != "nsubj:outer" &&
        tree_.child(head, "nsubj:outer") != kNoToken) {
      std::erase_if(subjects,
                    [&](const TokenRef& subject) { return !tree_.is_below(subject.token, head); });
    }
    std::erase_if(subjects, [&](const TokenRef& subject) { return is_view(subject.token, head); });
    for (TokenRef& subject : subjects) {
      if (!is_description_of_another(subject.token, head)) continue;
      const auto holders = of(subject.token, depth + 1);
      // "It was Keller who led": a cleft says it of Keller.
      if (!holders.empty() && tree_.token(holders.front().token).upos != Upos::kPron) {
        subject = holders.front();
      }
    }
    return subjects;
  }

  /// "Roth sees Kern as a figure who can win": what Roth thinks of Kern, of no figure.
  bool is_view(TokenIndex noun, TokenIndex relative) const {
    const TokenIndex verb = tree_.head(noun);
    return verb != kNoHead && tree_.is(noun, "obl") && tree_.introducer(noun, "case") == "as" &&
           tree_.is_below(relative, noun) &&
           is_one_of(tree_.token(verb).lemma,
                     {"see", "describe", "regard", "view", "perceive", "portray", "depict",
                      "characterise", "characterize", "hail", "dismiss", "denounce"});
  }

  /// "Roth is a writer living in Oslo": what is said of a writer is said of Roth.
  bool is_description_of_another(TokenIndex noun, TokenIndex head) const {
    if (tree_.child(noun, "cop") == kNoToken || noun == head || !tree_.is_below(head, noun) ||
        tree_.child(noun, "case") != kNoToken) {
      return false;
    }
    // "Kern was everything that was good about Oslo".
    if (tree_.token(noun).upos == Upos::kPron) return false;
    const auto& children = tree_.children(noun);
    return std::none_of(children.begin(), children.end(), [&](TokenIndex c) {
      return (tree_.is(c, "advmod") || tree_.is(c, "det")) &&
             is_in_class(tree_.token(c).lemma, WordClass::kNegative);
    });
  }

  std::vector<TokenRef> of_first_conjunct(TokenIndex head, int depth) const {
    TokenIndex first = tree_.head(head);
    // "films showing her dancing and lying in bed", where the parser makes a noun of "dancing".
    const bool gerunds = tag(head) == "VBG" && tree_.token(first).upos == Upos::kNoun &&
                         tree_.token(first).form.ends_with("ing");
    if (gerunds) return {};
    // "learning whether they may leave and finding out": no gerund is joined to an infinitive.
    if (tag(head) == "VBG" && tag(first) == "VB" && tree_.child(head, "aux") == kNoToken) return {};
    // "charged Roth with fraud and with making threats": here, too, the object controls.
    if (tag(head) == "VBG" && tree_.is(first, "obl") && tree_.head(first) != kNoHead) {
      const TokenIndex verb = tree_.head(first);
      const TokenIndex object = tree_.child(verb, {"obj", "iobj"});
      const bool charged = signature_of(tree_.token(verb).lemma, Frame::kCharge).has_value();
      if (charged && object != kNoToken) return arguments_of(verb, tree_.token(object).deprel);
    }
    // A verb joined to a noun belongs to the verb above: "is president and represents the state".
    while (tree_.token(first).upos == Upos::kNoun && tree_.child(first, "cop") == kNoToken &&
           tree_.head(first) != kNoHead) {
      first = tree_.head(first);
    }
    return of(first, depth + 1);
  }

  std::vector<TokenRef> of_adverbial(TokenIndex head, int depth) const {
    const TokenIndex above = tree_.head(head);
    const std::string marker = tree_.introducer(head, "mark");
    // "accused Roth of wasting time", "thanked Roth for having come": here the object controls.
    const TokenIndex object = tree_.child(above, {"obj", "iobj"});
    if (is_gerund(tree_, head) && !marker.empty() && object != kNoToken && object < head) {
      const bool charged = signature_of(tree_.token(above).lemma, Frame::kCharge).has_value();
      const bool amount =
          tree_.token(object).upos == Upos::kSym || tree_.token(object).upos == Upos::kNum;
      if (amount) return of(above, depth + 1);  // "earned $600 from selling it"
      if (marker == "of" || marker == "from" || marker == "with" ||
          (charged && may_act(tree_.token(object)))) {
        return arguments_of(above, tree_.token(object).deprel);
      }
    }
    // "stopped Roth entering Oslo"
    const bool stopped = object != kNoToken && object < head && marker.empty() &&
                         !follows_comma(head) && tag(head) == "VBG" &&
                         is_one_of(tree_.token(above).lemma, {"stop", "prevent"});
    if (stopped) return arguments_of(above, tree_.token(object).deprel);
    if (const TokenIndex own = absolute_subject(tree_, head); own != kNoToken) {
      return {{sentence_, own}};
    }
    if (tag(head) != "VBG" && tag(head) != "VBN") return {};
    // "a scale used by the agency for classifying storms": who uses it classifies.
    // "was described by Roth as a success, saying that": who describes says.
    const bool says = is_in_class(tree_.token(head).lemma, WordClass::kSay);
    if ((marker == "for" || (marker.empty() && says)) &&
        tree_.child(above, "obl:agent") != kNoToken) {
      return arguments_of(above, "obl:agent");
    }
    // "was interrupted by Kern joining a band": who is named right before it.
    const TokenIndex agent = tree_.child(above, "obl:agent");
    const bool beside = agent != kNoToken && marker.empty() && agent < head && tag(head) == "VBG" &&
                        tree_.subtree(agent).back() + 1 == head;
    if (beside) return arguments_of(above, "obl:agent");
    if (is_unnamed_means(head)) return {};
    // "admitting that ...", "attempting to ...": participles share the main clause's subject.
    return of(governor_of_participle(head), depth + 1);
  }

  /// "asked Roth to leave, saying that it was late": behind a comma a participle belongs to the
  /// whole chain; so does who is cited: "reported Roth to be dead citing sources".
  TokenIndex governor_of_participle(TokenIndex head) const {
    TokenIndex above = tree_.head(head);
    const bool trails = follows_comma(head) || tree_.token(head).lemma == "cite";
    if (!trails || tag(head) != "VBG") return above;
    while (tree_.is(above, "xcomp") && above < head && tree_.head(above) != kNoHead) {
      above = tree_.head(above);
    }
    return above;
  }

  /// "was shot using a rifle": whoever shot used it.
  bool is_unnamed_means(TokenIndex head) const {
    const TokenIndex above = tree_.head(head);
    return tree_.token(head).lemma == "use" && tag(head) == "VBG" &&
           tree_.child(above, {"aux:pass", "nsubj:pass"}) != kNoToken;
  }

  /// "..., resulting in a minority government", "..., highlighting how he fell": what follows is of
  /// the whole clause, not of its subject.
  bool is_consequence(TokenIndex head) const {
    const bool trailing = tree_.is(head, "advcl") || tree_.is(head, "conj") ||
                          (tree_.is(head, "acl") && follows_comma(head));
    if (!trailing || tag(head) != "VBG" || !tree_.introducer(head, "mark").empty()) return false;
    if (tree_.head(head) > head) return false;
    const std::string& lemma = tree_.token(head).lemma;
    if (lemma == "mean" || lemma == "highlight" || lemma == "illustrate" || lemma == "underline" ||
        lemma == "underscore") {
      return true;
    }
    // "four are dead, bringing the toll to ten"
    const TokenIndex total = tree_.child(head, "obj");
    if (lemma == "bring" && total != kNoToken) {
      return is_one_of(tree_.token(total).lemma, {"toll", "total", "number", "count", "tally"});
    }
    if (lemma != "result" && lemma != "lead" && lemma != "contribute") return false;
    const std::string_view link = lemma == "result" ? "in" : "to";
    const auto& children = tree_.children(head);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
      return (tree_.is(c, "obl") && tree_.introducer(c, "case") == link) ||
             (tree_.is(c, "advcl") && tree_.introducer(c, "mark") == link);
    });
  }

  /// "issued a statement warning that ...", "wrote a letter urging Roth to leave": who issues it
  /// warns.
  bool is_told_by_issuer(TokenIndex head) const {
    const TokenIndex noun = tree_.head(head);
    const TokenIndex verb = tree_.head(noun);
    const std::string& told = tree_.token(head).lemma;
    const bool tells = is_in_class(told, WordClass::kSay) ||
                       is_one_of(told, {"urge", "ask", "demand", "call", "request", "appeal"});
    if (!tells || tag(head) != "VBG" || !tree_.is(noun, "obj")) return false;
    // "released Kern's letter urging": he urges.
    const bool of_others = tree_.child(noun, {"nmod", "nmod:poss"}) != kNoToken;
    return !of_others && !has_open_modal(tree_, verb) &&
           noun_class(tree_.token(noun).lemma) == NounClass::kCommunication &&
           is_one_of(tree_.token(verb).lemma, {"issue", "release", "send", "sign", "write",
                                               "deliver", "make", "submit", "tweet"});
  }

  /// "presides over the trial assisted by a panel", "left for Oslo accompanied by guards": he, not
  /// the trial.
  bool is_company_of_subject(TokenIndex head) const {
    const TokenIndex noun = tree_.head(head);
    return is_one_of(tree_.token(head).lemma, {"assist", "accompany", "flank", "escort", "aid"}) &&
           tag(head) == "VBN" && tree_.child(head, "obl:agent") != kNoToken &&
           tree_.is(noun, "obl") && tree_.child(tree_.head(noun), "obj") == kNoToken &&
           tree_.token(noun).upos == Upos::kNoun &&
           noun_class(tree_.token(noun).lemma) != NounClass::kPerson &&
           noun_class(tree_.token(noun).lemma) != NounClass::kGroup;
  }

  /// "a delegation led by a writer", "pressure coming from abroad".
  std::vector<TokenRef> of_modified(TokenIndex head, int depth) const {
    const TokenIndex noun = tree_.head(head);
    if (is_undertaken(tree_, head)) return of(tree_.head(noun), depth + 1);
    // "the impossibility of holding talks": what a preposition introduces has no such subject; what
    // a relative clause lacks is not its subject.
    const bool introduced =
        !tree_.introducer(head, "mark").empty() || !tree_.introducer(head, "case").empty();
    const bool participle = tag(head) == "VBN" || tag(head) == "VBD" || tag(head) == "VBG";
    if (tree_.is(head, "acl:relcl") || introduced || !participle) return {};
    if (is_told_by_issuer(head)) return of(tree_.head(noun), depth + 1);
    if (is_company_of_subject(head)) return of(tree_.head(noun), depth + 1);
    const Upos upos = tree_.token(noun).upos;
    if (upos != Upos::kNoun && upos != Upos::kPropn && upos != Upos::kPron && upos != Upos::kNum) {
      return {};
    }
    // "had trouble landing": whether they landed is not said.
    if (is_trouble(tree_, head)) return {};
    // "spent years portraying Roth as a puppet": who spent them portrayed.
    const bool spent = noun_class(tree_.token(noun).lemma) == NounClass::kTime;
    if (tag(head) == "VBG" && tree_.is(noun, "obj") && spent) {
      return of(tree_.head(noun), depth + 1);
    }
    // "after ten years working for it, Roth left"; but "the years leading up to it".
    const TokenIndex count = tree_.child(noun, {"nummod", "det"});
    const bool lasted = count != kNoToken &&
                        (tree_.token(count).upos == Upos::kNum || tree_.token(count).lemma == "a");
    if (tag(head) == "VBG" && tree_.is(noun, "obl") && spent && lasted) {
      return of(tree_.head(noun), depth + 1);
    }
    if (is_description_of_another(noun, head)) return of(noun, depth + 1);
    if (is_said_with(noun, head)) return of(tree_.head(noun), depth + 1);
    if (is_scene_of_another(noun, head)) return {};
    return {{sentence_, is_description_of_name(noun) ? tree_.head(noun) : noun}};
  }

  /// "Roth of Elm Marine, a firm selling ships": no person is a firm.
  bool are_alike(TokenIndex named, TokenIndex noun) const {
    const auto& names = tree_.sentence().names;
    const bool person = std::any_of(names.begin(), names.end(), [&](const NamedMention& name) {
      return name.type == NameType::kPerson && static_cast<TokenIndex>(name.begin) <= named &&
             named < static_cast<TokenIndex>(name.end);
    });
    return person == (noun_class(tree_.token(noun).lemma) == NounClass::kPerson);
  }

  /// "Elmbase, a list describing ships": what describes ships is Elmbase.
  bool is_description_of_name(TokenIndex noun) const {
    const TokenIndex named = tree_.head(noun);
    return tree_.is(noun, "appos") && named != kNoHead && named < noun &&
           tree_.token(noun).xpos == "NN" && tree_.child(noun, "det") != kNoToken &&
           tree_.token(named).upos == Upos::kPropn && are_alike(named, noun);
  }

  /// "tweeted her reasoning saying that it is late": a noun that cannot speak is said, as what
  /// follows is, by whoever tweeted.
  bool is_said_with(TokenIndex noun, TokenIndex participle) const {
    const auto says = [&](TokenIndex verb) {
      return is_in_class(tree_.token(verb).lemma, WordClass::kSay);
    };
    return tag(participle) == "VBG" && says(participle) && tree_.is(noun, "obj") &&
           says(tree_.head(noun)) && !is_voice(document_, {sentence_, noun});
  }

  /// "had a booth at the fair displaying his works": whose works they are displays them, not the
  /// fair.
  bool is_scene_of_another(TokenIndex noun, TokenIndex participle) const {
    const TokenIndex object = tree_.child(participle, "obj");
    if (tag(participle) != "VBG" || object == kNoToken || tree_.introducer(noun, "case") != "at" ||
        noun_class(tree_.token(noun).lemma) == NounClass::kPerson) {
      return false;
    }
    const TokenIndex possessor = tree_.child(object, "nmod:poss");
    return possessor != kNoToken && tree_.token(possessor).xpos == "PRP$" &&
           tree_.token(possessor).lemma != "its";
  }

  const Document& document_;
  const Tree& tree_;
  std::uint32_t sentence_;
};

}  // namespace

const Token& finite_word(const Tree& tree, TokenIndex head) {
  for (const TokenIndex c : tree.children(head)) {
    if (tree.is(c, "aux") || tree.is(c, "cop")) return tree.token(c);
  }
  return tree.token(head);
}

bool is_full_verb(const Token& token) {
  return token.upos == Upos::kVerb || (token.upos == Upos::kAux && token.deprel != "aux" &&
                                       token.deprel != "aux:pass" && token.deprel != "cop");
}

bool is_infinitive(const Tree& tree, TokenIndex i) {
  for (const TokenIndex c : tree.children(i)) {
    if (tree.is(c, "mark") && tree.token(c).lemma == "to") return true;
  }
  return false;
}

bool is_in_name(const Tree& tree, TokenIndex i) {
  const auto& names = tree.sentence().names;
  return std::any_of(names.begin(), names.end(), [i](const NamedMention& name) {
    return static_cast<TokenIndex>(name.begin) <= i && i < static_cast<TokenIndex>(name.end);
  });
}

std::vector<TokenRef> arguments(const Tree& tree, std::uint32_t sentence, TokenIndex head,
                                std::string_view relation) {
  std::vector<TokenRef> found;
  for (const EnhancedDependent& dependent : tree.enhanced_children(head)) {
    if (!is_relation(dependent.relation, relation)) continue;
    // A clause joined to a noun by mistake of the parser is no participant.
    if (tree.is(dependent.token, "conj") && is_full_verb(tree.token(dependent.token))) continue;
    found.push_back({sentence, dependent.token});
    add_named_examples(tree, found.back(), found);
    add_contrasts(tree, {sentence, dependent.token}, found);
  }
  return found;
}

namespace {

/// "led to corridors becoming unsafe", "spoke of Norland attacking": the verb is about what
/// happens, not where to or of whom.
bool governs_event(std::string_view verb, std::string_view preposition) {
  if (preposition == "of" || preposition == "about") {
    return is_one_of(verb, {"speak", "talk", "warn", "dream", "think", "tell", "hear"});
  }
  if (preposition == "to") return verb == "lead" || verb == "contribute" || verb == "object";
  if (preposition == "in") return verb == "result" || verb == "end";
  return preposition == "on" && (verb == "depend" || verb == "rely" || verb == "hinge");
}

/// "was interrupted by Kern joining a band", where the preposition stands below the subject.
bool is_subject_of_gerund(const Tree& tree, TokenIndex subject) {
  const TokenIndex gerund = tree.head(subject);
  return tree.is(gerund, "advcl") && tree.token(gerund).xpos == "VBG" &&
         tree.subtree(subject).back() + 1 == gerund;
}

}  // namespace

TokenIndex own_subject(const Tree& tree, TokenIndex head) {
  TokenIndex outer = kNoToken;
  TokenIndex nearest = kNoToken;
  for (const TokenIndex c : tree.children(head)) {
    // A subject has no preposition; where the parser gives it one, it took an adjunct for it.
    if (!tree.is(c, "nsubj")) continue;
    if (!tree.introducer(c, "case").empty() && !is_subject_of_gerund(tree, c)) continue;
    if (tree.token(c).deprel == "nsubj:outer") {
      outer = c;
    } else if (nearest == kNoToken || c < head) {
      // Of two, the parser took an adjunct for the farther one.
      nearest = c;
    }
  }
  return nearest != kNoToken ? nearest : outer;
}

TokenIndex absolute_subject(const Tree& tree, TokenIndex participle) {
  if (!tree.is(participle, "advcl") || tree.token(participle).xpos != "VBG" ||
      !tree.introducer(participle, "mark").empty()) {
    return kNoToken;
  }
  const TokenIndex above = tree.head(participle);
  for (const TokenIndex c : tree.children(above)) {
    if (c > participle || !tree.is(c, "obl")) continue;
    const std::string preposition = tree.introducer(c, "case");
    if (preposition != "with" && !governs_event(tree.token(above).lemma, preposition)) continue;
    if (tree.subtree(c).back() + 1 == participle) return c;
  }
  return kNoToken;
}

std::vector<TokenRef> subjects_of(const Document& document, TokenRef head) {
  return SubjectFinder(document, head.sentence).of(head.token);
}

}  // namespace newsgraph
