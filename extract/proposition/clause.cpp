#include "extract/proposition/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/language/enhanced_graph.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/bidding.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/factuality/signature.hpp"
#include "extract/proposition/open_complement.hpp"
#include "extract/proposition/trace.hpp"

namespace newsgraph {
namespace {

/// Trees are finite, but a wrong one may send a rule a long way round.
constexpr int kMaxDepth = 8;

bool is_verb(const Token& token) {
  return token.upos == Upos::kVerb || (token.upos == Upos::kAux && token.deprel != "aux" &&
                                       token.deprel != "aux:pass" && token.deprel != "cop");
}

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

bool is_name(const Tree& tree, TokenIndex i) {
  const auto& names = tree.sentence().names;
  return std::any_of(names.begin(), names.end(), [i](const NamedMention& name) {
    return static_cast<TokenIndex>(name.begin) <= i && i < static_cast<TokenIndex>(name.end);
  });
}

/// "experts like Roth": what holds of several holds of those among them that are named.
void add_named_examples(const Tree& tree, TokenRef noun, std::vector<TokenRef>& found) {
  for (const TokenIndex c : tree.children(noun.token)) {
    if (c < noun.token || !tree.is(c, "nmod") || !is_name(tree, c)) continue;
    const std::string introducer = tree.introducer(c, "case");
    const bool plural = tree.token(noun.token).xpos == "NNS";
    if (!plural || (introducer != "like" && introducer != "such as" && introducer != "including")) {
      continue;
    }
    for (const TokenIndex member : tree.with_conjuncts(c)) {
      if (is_name(tree, member)) found.push_back({noun.sentence, member});
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

/// The dependents of `head` in `relation`, what the tree leaves implicit, conjuncts and named
/// examples among them.
std::vector<TokenRef> arguments(const Tree& tree, std::uint32_t sentence, TokenIndex head,
                                std::string_view relation) {
  std::vector<TokenRef> found;
  for (const EnhancedDependent& dependent : tree.enhanced_children(head)) {
    if (!is_relation(dependent.relation, relation)) continue;
    // A clause joined to a noun by mistake of the parser is no participant.
    if (tree.is(dependent.token, "conj") && is_verb(tree.token(dependent.token))) continue;
    found.push_back({sentence, dependent.token});
    add_named_examples(tree, found.back(), found);
    add_contrasts(tree, {sentence, dependent.token}, found);
  }
  return found;
}

/// The noun of "with Kern following suit": subject of the participle, though parsers take it for an
/// adjunct of the verb above; kNoToken if there is none.
TokenIndex absolute_subject(const Tree& tree, TokenIndex participle) {
  if (!tree.is(participle, "advcl") || tree.token(participle).xpos != "VBG" ||
      !tree.introducer(participle, "mark").empty()) {
    return kNoToken;
  }
  for (const TokenIndex c : tree.children(tree.head(participle))) {
    if (c > participle || !tree.is(c, "obl") || tree.introducer(c, "case") != "with") continue;
    if (tree.subtree(c).back() + 1 == participle) return c;
  }
  return kNoToken;
}

std::vector<TokenRef> subjects_at(const Document& document, TokenRef head, int depth) {
  const Tree& tree = document.tree(head.sentence);
  if (depth > kMaxDepth) return {};
  std::vector<TokenRef> subjects = arguments(tree, head.sentence, head.token, "nsubj");
  // Of two subjects the parser took one by mistake.
  std::erase_if(subjects, [&](const TokenRef& subject) {
    const bool joined = tree.is(subject.token, "conj");
    const TokenIndex first = joined ? tree.head(subject.token) : subject.token;
    return tree.is(first, "nsubj") && own_subject(tree, tree.head(first)) != first;
  });
  // "Roth is a writer living in Oslo": what is said of a writer is said of Roth.
  const auto described = [&](TokenIndex noun) {
    // Not so "everything that is good".
    if (tree.token(noun).upos == Upos::kPron) return false;
    if (tree.child(noun, "cop") == kNoToken || noun == head.token ||
        !tree.is_below(head.token, noun) || tree.child(noun, "case") != kNoToken) {
      return false;
    }
    return std::none_of(tree.children(noun).begin(), tree.children(noun).end(), [&](TokenIndex c) {
      return (tree.is(c, "advmod") || tree.is(c, "det")) &&
             is_in_class(tree.token(c).lemma, WordClass::kNegative);
    });
  };
  for (TokenRef& subject : subjects) {
    if (!described(subject.token)) continue;
    const auto holders = subjects_at(document, subject, depth + 1);
    // "It was Keller who led": a cleft says it of Keller.
    if (!holders.empty() && tree.token(holders.front().token).upos != Upos::kPron) {
      subject = holders.front();
    }
  }
  // "which surprised many": the subject is a clause.
  const bool has_own = own_subject(tree, head.token) != kNoToken;
  if (has_own || !subjects.empty()) return subjects;
  const TokenIndex above = tree.head(head.token);
  if (above == kNoHead) return {};
  const TokenRef governor = {head.sentence, above};
  if (tree.is(head.token, "conj")) {
    TokenIndex first = above;
    // A verb joined to a noun belongs to the verb above: "is president and represents the state".
    while (tree.token(first).upos == Upos::kNoun && tree.child(first, "cop") == kNoToken &&
           tree.head(first) != kNoHead) {
      first = tree.head(first);
    }
    return subjects_at(document, {head.sentence, first}, depth + 1);
  }
  if (const TokenIndex addressee = addressee_of(tree, head.token);
      addressee != kNoToken && !is_date_phrase(document, {head.sentence, addressee})) {
    std::vector<TokenRef> addressees;
    for (const TokenIndex member : tree.with_conjuncts(addressee)) {
      addressees.push_back({head.sentence, member});
    }
    return addressees;
  }
  if (tree.is(head.token, "xcomp")) return subjects_at(document, governor, depth + 1);
  // "accused Roth of wasting time", "thanked Roth for having come": here the object controls.
  const std::string marker = tree.introducer(head.token, "mark");
  const TokenIndex object = tree.child(above, {"obj", "iobj"});
  const bool gerund = tree.is(head.token, "advcl") && is_gerund(tree, head.token);
  if (gerund && !marker.empty() && object != kNoToken && object < head.token) {
    const bool charged = signature_of(tree.token(above).lemma, Frame::kCharge).has_value();
    if (marker == "of" || marker == "from" || marker == "with" ||
        (charged && may_act(tree.token(object)))) {
      return arguments(tree, head.sentence, above, tree.token(object).deprel);
    }
  }
  if (const auto introduced = introduced_clause(tree, above);
      introduced && introduced->predicate == head.token) {
    return {{head.sentence, introduced->subject}};
  }
  if (const TokenIndex own = absolute_subject(tree, head.token); own != kNoToken) {
    return {{head.sentence, own}};
  }
  // "..., meaning that it is over": what was said means it, not its subject.
  if (tree.is(head.token, "advcl") && tree.token(head.token).lemma == "mean" &&
      tree.token(head.token).xpos == "VBG") {
    return {};
  }
  // "admitting that ...", "attempting to ...": participles share the main clause's subject.
  if (tree.is(head.token, "advcl") &&
      (tree.token(head.token).xpos == "VBG" || tree.token(head.token).xpos == "VBN")) {
    // "a scale used by the agency for classifying storms": who uses it classifies.
    // "was described by Roth as a success, saying that": who describes says.
    const bool says = is_in_class(tree.token(head.token).lemma, WordClass::kSay);
    if ((marker == "for" || (marker.empty() && says)) &&
        tree.child(above, "obl:agent") != kNoToken) {
      return arguments(tree, head.sentence, above, "obl:agent");
    }
    return subjects_at(document, governor, depth + 1);
  }
  // "a delegation led by a writer", "pressure coming from abroad", "the man who came".
  if (tree.is(head.token, "acl")) {
    const std::string& tag = tree.token(head.token).xpos;
    const bool has_object_gap = tree.is(head.token, "acl:relcl");
    // "the impossibility of holding talks": what a preposition introduces has no such subject.
    const bool introduced = !tree.introducer(head.token, "mark").empty() ||
                            !tree.introducer(head.token, "case").empty();
    const Upos modified = tree.token(above).upos;
    const bool noun = modified == Upos::kNoun || modified == Upos::kPropn ||
                      modified == Upos::kPron || modified == Upos::kNum;
    if (noun && !has_object_gap && !introduced && (tag == "VBN" || tag == "VBD" || tag == "VBG")) {
      if (is_trouble(tree, head.token)) return {};
      // "spent years portraying Roth as a puppet": who spent them portrayed.
      if (tag == "VBG" && tree.is(above, "obj") &&
          noun_class(tree.token(above).lemma) == NounClass::kTime) {
        return subjects_at(document, {head.sentence, tree.head(above)}, depth + 1);
      }
      if (described(above)) return subjects_at(document, governor, depth + 1);
      return {governor};
    }
  }
  return {};
}

/// "a delegation led by a writer", "equipped with modern weapons": passive without an auxiliary.
bool is_bare_participle(const Tree& tree, TokenIndex i) {
  const std::string& tag = tree.token(i).xpos;
  const TokenIndex place = tree.is(i, "conj") ? tree.head(i) : i;
  const bool reduced = (tree.is(place, "acl") && !tree.is(place, "acl:relcl")) ||
                       (tree.is(place, "advcl") && !tree.is(place, "advcl:relcl"));
  // "had her home searched".
  const TokenIndex above = tree.head(place);
  const bool of_object = tree.is(place, "xcomp") && tag == "VBN" && above != kNoHead &&
                         tree.token(above).lemma == "have" && tree.child(above, "obj") != kNoToken;
  if (of_object) return tree.child(i, "aux") == kNoToken && tree.child(i, "obj") == kNoToken;
  if (!reduced || (tag != "VBN" && tag != "VBD")) return false;
  return tree.child(i, "aux") == kNoToken && tree.child(i, "obj") == kNoToken &&
         own_subject(tree, i) == kNoToken && tree.introducer(i, "mark").empty();
}

void add_obliques(const Document& document, Clause& clause, TokenIndex from) {
  const Tree& tree = document.tree(clause.sentence);
  std::vector<TokenIndex> absolute;  // subjects of participles, not adjuncts
  for (const TokenIndex c : tree.children(from)) {
    const TokenIndex subject = absolute_subject(tree, c);
    if (subject != kNoToken) absolute.push_back(subject);
  }
  for (const EnhancedDependent& dependent : tree.enhanced_children(from)) {
    const bool oblique = is_relation(dependent.relation, "obl") ||
                         (clause.copular && is_relation(dependent.relation, "nmod") &&
                          dependent.relation != "nmod:poss" && dependent.token > from &&
                          tree.token(from).upos == Upos::kAdj);
    if (!oblique) continue;
    if (std::find(absolute.begin(), absolute.end(), dependent.token) != absolute.end()) continue;
    const TokenRef head = {clause.sentence, dependent.token};
    std::string preposition(introducer_of(dependent.relation));
    // "rose by 26 percent" has a measure, not an agent.
    const bool may_have_agent = clause.passive || tree.token(from).xpos == "VBN";
    if (may_have_agent && (dependent.relation == "obl:agent" || preposition == "by")) {
      clause.agents.push_back(head);
      continue;
    }
    // "the hotel where he stayed": how the noun stands to the clause is not said.
    if (preposition.empty() && tree.is_below(from, dependent.token)) continue;
    std::replace(preposition.begin(), preposition.end(), '_', ' ');
    clause.obliques.push_back({head, std::move(preposition)});
  }
}

/// "neither confirmed nor denied the report": of verbs that a correlative pairs, with nothing but
/// the conjunction between them, the object behind the second is that of both.
std::vector<TokenRef> shared_object(const Tree& tree, std::uint32_t sentence, TokenIndex verb) {
  const auto pairs = [&](TokenIndex c) {
    static constexpr std::array<std::string_view, 3> kCorrelatives = {"neither", "either", "both"};
    return c + 1 == verb && std::find(kCorrelatives.begin(), kCorrelatives.end(),
                                      to_lower(tree.token(c).form)) != kCorrelatives.end();
  };
  const auto& children = tree.children(verb);
  if (!is_verb(tree.token(verb)) || std::none_of(children.begin(), children.end(), pairs))
    return {};
  const TokenIndex other = tree.child(verb, "conj");
  if (other != verb + 2 || !is_verb(tree.token(other)) || !tree.is(verb + 1, "cc")) return {};
  return arguments(tree, sentence, other, "obj");
}

/// Verbs of giving and denying, whose first of two objects receives the second.
bool takes_recipient(std::string_view verb) {
  static constexpr std::array<std::string_view, 14> kGiving = {
      "give", "offer", "grant", "deny",    "award", "send", "show",
      "pay",  "lend",  "owe",   "promise", "teach", "hand", "allow"};
  return std::find(kGiving.begin(), kGiving.end(), verb) != kGiving.end();
}

std::optional<Clause> clause_at(const Document& document, const SentenceFactuality& factuality,
                                std::uint32_t sentence, TokenIndex i) {
  const Tree& tree = document.tree(sentence);
  const Token& token = tree.token(i);
  const bool copular = tree.child(i, "cop") != kNoToken;
  if (!copular && !is_verb(token)) return std::nullopt;
  if (tree.is(i, "amod") || tree.is(i, "compound") || tree.is(i, "case") || tree.is(i, "fixed") ||
      tree.is(i, "flat") || tree.is(i, "mark") || tree.is(i, "advmod")) {
    return std::nullopt;
  }
  // Parts of another clause's chain, and bare purposes ("a candidate to replace him"), claim
  // nothing of their own.
  if (tree.is(i, "xcomp")) {
    const TokenIndex object = tree.child(tree.head(i), {"obj", "iobj"});
    const bool controlled = object != kNoToken && object < i;
    if (!controlled && addressee_of(tree, i) == kNoToken) return std::nullopt;
  }
  if (is_infinitive(tree, i) && own_subject(tree, i) == kNoToken && !tree.is(i, "xcomp") &&
      tree.head(i) != kNoHead && addressee_of(tree, i) == kNoToken) {
    if (!tree.is(i, "conj")) return std::nullopt;
    const TokenIndex first = tree.head(i);
    if (!tree.is(first, "xcomp") || tree.child(tree.head(first), {"obj", "iobj"}) == kNoToken) {
      return std::nullopt;
    }
  }
  if (is_governed_gerund(tree, i)) return std::nullopt;
  // "fell compared to March": a preposition by now.
  if (token.lemma == "compare" && is_bare_participle(tree, i)) return std::nullopt;
  Clause clause;
  clause.sentence = sentence;
  clause.chain = {i};
  clause.copular = copular;
  clause.passive = tree.child(i, "aux:pass") != kNoToken || is_bare_participle(tree, i) ||
                   !arguments(tree, sentence, i, "nsubj:pass").empty();
  const TokenIndex expletive = tree.child(i, "expl");
  clause.existential = expletive != kNoToken && tree.token(expletive).lemma == "there";
  clause.subjects = subjects_at(document, {sentence, i}, 0);
  follow_chain(tree, clause);

  const TokenIndex last = clause.last();
  for (const TokenRef& object : arguments(tree, sentence, last, "obj")) {
    // "said that it failed": a conjunction that was taken for a pronoun.
    const Token& word = tree.token(object.token);
    const bool misread = word.lemma == "that" && object.token < last && tree.is(i, "ccomp") &&
                         word.upos == Upos::kPron;
    // "left the town the following day": when, though the parser may take it for what.
    if (misread || is_date_phrase(document, object) || is_tally(tree, object.token)) continue;
    clause.objects.push_back(object);
  }
  if (clause.objects.empty()) clause.objects = shared_object(tree, sentence, last);
  clause.recipients = arguments(tree, sentence, last, "iobj");
  // "gave Roth a medal", "called the plan a hoax": of two objects side by side the first receives.
  if (clause.recipients.empty() && clause.objects.size() == 2 &&
      !tree.is(clause.objects.back().token, "conj") && last < clause.objects.front().token &&
      (is_name(tree, clause.objects.front().token) || takes_recipient(tree.token(last).lemma) ||
       is_in_class(tree.token(last).lemma, WordClass::kName))) {
    clause.recipients = {clause.objects.front()};
    clause.objects.erase(clause.objects.begin());
  }
  // "made gun control a key issue": the second is what the first becomes.
  if (clause.recipients.empty() && clause.objects.size() == 2 && tree.token(last).lemma == "make" &&
      !tree.is(clause.objects.back().token, "conj") && last < clause.objects.front().token) {
    clause.made = clause.objects.back().token;
  }
  if (clause.infinitive != kNoToken && tree.token(last).lemma == "make" &&
      tree.token(clause.infinitive).upos == Upos::kNoun &&
      !is_infinitive(tree, clause.infinitive)) {
    clause.made = clause.infinitive;
  }
  // "asked Roth to come": the object controls, by whatever name.
  if (clause.objects.empty() && clause.infinitive != kNoToken) {
    clause.objects = std::move(clause.recipients);
  }
  clause.introduced = introduced_clause(tree, last);
  for (const TokenIndex link : clause.chain) add_obliques(document, clause, link);
  if (clause.introduced) {
    std::erase_if(clause.obliques, [&](const Oblique& oblique) {
      return oblique.head.token == clause.introduced->subject ||
             tree.is_below(oblique.head.token, clause.introduced->subject);
    });
  }
  for (const TokenIndex link : clause.chain) {
    const TokenIndex complement = tree.child(link, "ccomp");
    if (complement != kNoToken && complement != clause.infinitive &&
        std::find(clause.chain.begin(), clause.chain.end(), complement) == clause.chain.end()) {
      clause.complement = complement;
    }
  }
  std::vector<TokenIndex> printed = clause.chain;
  clause.unfulfilled = clause.chain.size() > 1 && has_yet_to(tree, i);
  if (clause.nominal != kNoToken) printed.push_back(clause.nominal);
  const Factuality found = factuality.of_printed(printed);
  clause.polarity = found.polarity;
  clause.modality = found.modality;
  return clause;
}

}  // namespace

std::vector<TokenRef> subjects_of(const Document& document, TokenRef head) {
  return subjects_at(document, head, 0);
}

std::vector<Clause> find_clauses(const Document& document, std::uint32_t sentence, Trace* trace) {
  std::vector<Clause> clauses;
  const Tree& tree = document.tree(sentence);
  const SentenceFactuality factuality(tree);
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (auto clause = clause_at(document, factuality, sentence, i)) {
      clauses.push_back(std::move(*clause));
    } else if (trace != nullptr) {
      trace->no_clause(document, {sentence, i});
    }
  }
  return clauses;
}

}  // namespace newsgraph
