#include "extract/proposition/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/base/one_of.hpp"
#include "extract/language/enhanced_graph.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/restriction.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/bidding.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/open_complement.hpp"
#include "extract/proposition/predicate.hpp"
#include "extract/proposition/trace.hpp"

namespace newsgraph {
namespace {

/// The clause that is the object of `verb`; not what it is about: "Regarding what was hard, Roth
/// said it was Norlandic".
TokenIndex content_of(const Tree& tree, TokenIndex verb) {
  for (const TokenIndex c : tree.children(verb)) {
    if (!tree.is(c, "ccomp")) continue;
    const TokenIndex mark = tree.child(c, "mark");
    const bool topic = c < verb && mark != kNoToken && tree.token(mark).lemma != "to" &&
                       to_lower(tree.token(mark).form).ends_with("ing");
    if (!topic) return c;
  }
  return kNoToken;
}

/// Trees are finite, but a wrong one may send a rule a long way round.
constexpr int kMaxDepth = 8;

/// "a delegation led by a writer", "equipped with modern weapons": passive without an auxiliary.
bool is_bare_participle(const Tree& tree, TokenIndex i) {
  const std::string& tag = tree.token(i).xpos;
  const TokenIndex place = tree.is(i, "conj") ? tree.head(i) : i;
  const bool reduced = (tree.is(place, "acl") && !tree.is(place, "acl:relcl")) ||
                       (tree.is(place, "advcl") && !tree.is(place, "advcl:relcl"));
  // "had her home searched", "left Roth injured".
  const TokenIndex above = tree.head(place);
  const bool of_object = tree.is(place, "xcomp") && tag == "VBN" && above != kNoHead &&
                         is_one_of(tree.token(above).lemma, {"have", "leave", "find", "keep"}) &&
                         tree.child(above, "obj") != kNoToken &&
                         tree.child(place, "mark") == kNoToken;
  if (of_object) return tree.child(i, "aux") == kNoToken && tree.child(i, "obj") == kNoToken;
  if (!reduced || (tag != "VBN" && tag != "VBD")) return false;
  return tree.child(i, "aux") == kNoToken && tree.child(i, "obj") == kNoToken &&
         own_subject(tree, i) == kNoToken && tree.introducer(i, "mark").empty();
}

/// "with or without" before a noun; nothing where only one preposition is.
std::string joined_prepositions(const Tree& tree, TokenIndex noun) {
  std::string words;
  bool joined = false;
  for (const TokenIndex c : tree.children(noun)) {
    if (!tree.is(c, "case") || c > noun) continue;
    const TokenIndex conjunction = tree.child(c, "cc");
    joined |= conjunction != kNoToken && !words.empty();
    if (!words.empty()) words += ' ';
    if (conjunction != kNoToken) words += to_lower(tree.token(conjunction).form) + ' ';
    words += to_lower(tree.token(c).form);
    const TokenIndex second = tree.child(c, "conj");
    const TokenIndex before_second = second == kNoToken ? kNoToken : tree.child(second, "cc");
    if (before_second == kNoToken) continue;
    words +=
        ' ' + to_lower(tree.token(before_second).form) + ' ' + to_lower(tree.token(second).form);
    joined = true;
  }
  return joined ? words : std::string();
}

/// "fire" of "in connection with the fire": what stands behind a preposition that is made of a bare
/// noun and two others; kNoToken if `noun` makes none.
TokenIndex behind_complex_preposition(const Tree& tree, TokenIndex noun) {
  struct Row {
    std::string_view first, noun, last;
  };
  static constexpr Row kRows[] = {{"in", "connection", "with"},    {"in", "accordance", "with"},
                                  {"in", "conjunction", "with"},   {"in", "cooperation", "with"},
                                  {"in", "partnership", "with"},   {"in", "consultation", "with"},
                                  {"in", "collaboration", "with"}, {"in", "response", "to"},
                                  {"in", "reaction", "to"},        {"in", "exchange", "for"},
                                  {"in", "return", "for"},         {"in", "support", "of"},
                                  {"in", "violation", "of"},       {"in", "favor", "of"},
                                  {"in", "favour", "of"},          {"in", "search", "of"},
                                  {"on", "behalf", "of"}};
  if (tree.child(noun, {"det", "amod", "nmod:poss", "compound"}) != kNoToken) return kNoToken;
  const std::string first = tree.introducer(noun, "case");
  for (const TokenIndex c : tree.children(noun)) {
    if (c < noun || !tree.is(c, "nmod")) continue;
    const std::string last = tree.introducer(c, "case");
    const bool made = std::any_of(std::begin(kRows), std::end(kRows), [&](const Row& row) {
      return row.first == first && row.noun == tree.token(noun).lemma && row.last == last;
    });
    return made ? c : kNoToken;
  }
  return kNoToken;
}

/// "by Monday", "by year's end", "by age 15", "by secret ballot": when and how, no agent.
bool is_no_agent(const Document& document, TokenRef head) {
  if (document.time_at(head) != nullptr) return true;
  const Tree& tree = document.tree(head.sentence);
  const TokenIndex noun = head.token;
  const std::string& lemma = tree.token(noun).lemma;
  if (is_one_of(lemma, {"ballot", "hand", "post", "mail", "lot"})) {
    return tree.child(noun, {"det", "nmod:poss"}) == kNoToken;
  }
  const bool counts = noun + 1 < tree.size() && tree.token(noun + 1).upos == Upos::kNum;
  if (lemma == "age" && counts) return true;
  const TokenIndex period = tree.child(noun, {"nmod", "nmod:poss"});
  return (lemma == "end" || lemma == "start" || lemma == "beginning") && period != kNoToken &&
         noun_class(tree.token(period).lemma) == NounClass::kTime;
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
    // "self-funded" is one word.
    const bool glued =
        dependent.token + 2 == from && tree.token(dependent.token + 1).xpos == "HYPH";
    if (!oblique || glued) continue;
    // "is 45 years old" says so in the predicate.
    if (clause.copular && is_measure_of(tree, dependent.token, from)) continue;
    if (std::find(absolute.begin(), absolute.end(), dependent.token) != absolute.end()) continue;
    const TokenRef head = {clause.sentence, dependent.token};
    std::string preposition(introducer_of(dependent.relation));
    // "rose by 26 percent" has a measure, not an agent.
    // "were scheduled to be hit by storms": the storms do not schedule.
    const bool of_inner =
        clause.passive && from != clause.head() && !has_yet_to(tree, clause.head());
    const bool may_have_agent = !of_inner && (clause.passive || tree.token(from).xpos == "VBN");
    if (dependent.relation == "obl:agent") preposition = "by";
    if (may_have_agent && preposition == "by" && !is_no_agent(document, head)) {
      clause.agents.push_back(head);
      continue;
    }
    // "the hotel where he stayed": how the noun stands to the clause is not said.
    if (preposition.empty() && tree.is_below(from, dependent.token)) continue;
    std::replace(preposition.begin(), preposition.end(), '_', ' ');
    if (auto joined = joined_prepositions(tree, dependent.token); !joined.empty()) {
      preposition = std::move(joined);
    }
    // "hunted nearly to extinction": not to extinction.
    const TokenIndex near = tree.child(dependent.token, "case") - 1;
    if (near > from && tree.is(near, "advmod") &&
        (tree.token(near).lemma == "nearly" || tree.token(near).lemma == "almost")) {
      preposition = tree.token(near).lemma + ' ' + preposition;
    }
    // "arrested in connection with the fire"
    if (const TokenIndex real = behind_complex_preposition(tree, dependent.token);
        real != kNoToken) {
      const std::string link = preposition + ' ' + tree.token(dependent.token).lemma + ' ' +
                               tree.introducer(real, "case");
      for (const TokenIndex member : tree.with_conjuncts(real)) {
        clause.obliques.push_back({{clause.sentence, member}, link});
      }
      continue;
    }
    // "finished ahead of Roth"
    if (near > from && preposition == "of" && tree.token(near).lemma == "ahead") {
      preposition = "ahead of";
    }
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
  if (!is_full_verb(tree.token(verb)) || std::none_of(children.begin(), children.end(), pairs))
    return {};
  const TokenIndex other = tree.child(verb, "conj");
  if (other != verb + 2 || !is_full_verb(tree.token(other)) || !tree.is(verb + 1, "cc")) return {};
  return arguments(tree, sentence, other, "obj");
}

/// "wants" of "the hope is that Roth wants peace": parsers hang the copula on the verb of the
/// clause.
bool is_predicate_clause(const Tree& tree, TokenIndex i) {
  const TokenIndex copula = tree.child(i, "cop");
  const TokenIndex that = tree.child(i, "mark");
  return is_full_verb(tree.token(i)) && copula != kNoToken && copula < that &&
         tree.token(that).lemma == "that";
}

/// "spoken" of "called him humble and soft-spoken"; but "is state-owned" says something.
bool ends_adjective(const Tree& tree, TokenIndex i) {
  if (!tree.is(i, "conj") || tree.child(i, {"cop", "aux"}) != kNoToken) return false;
  return i > 0 && tree.token(i).xpos == "VBN" && tree.token(i - 1).xpos == "HYPH" &&
         !tree.token(i - 1).space_after;
}

/// "Roth and Kern, who head the army and the navy, respectively": who heads which is not told by
/// the tree.
bool distributes(const Tree& tree, TokenIndex i) {
  for (const TokenIndex word : tree.subtree(i)) {
    if (tree.token(word).lemma != "respectively" || word == i) continue;
    TokenIndex above = tree.head(word);
    while (above != kNoHead && above != i && !is_full_verb(tree.token(above)) &&
           tree.child(above, "cop") == kNoToken) {
      above = tree.head(above);
    }
    if (above == i) return true;
  }
  return false;
}

/// "The farther they go, the safer Norland is": neither holds by itself.
bool is_correlative(const Tree& tree, TokenIndex i) {
  const auto& children = tree.children(i);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    const std::string& tag = tree.token(c).xpos;
    const TokenIndex determiner = tree.child(c, "det");
    return c < i && (tag == "JJR" || tag == "RBR") && tree.is(c, "advcl") &&
           determiner != kNoToken && tree.token(determiner).lemma == "the";
  });
}

/// "There are no laws", "does not have laws".
bool is_none(const Tree& tree, TokenIndex noun) {
  if (is_excluded(tree, noun)) return true;
  const TokenIndex verb = tree.head(noun);
  if (verb == kNoHead || !is_negated(tree, verb)) return false;
  if (tree.child(noun, {"det", "nmod:poss"}) != kNoToken) return false;
  const bool has = tree.is(noun, "obj") && tree.token(verb).lemma == "have";
  return has || (tree.is(noun, "nsubj") && tree.child(verb, "expl") != kNoToken);
}

/// "paid" of "made it appear that they paid": they did not.
bool is_pretended(const Tree& tree, TokenIndex i) {
  const TokenIndex appears = tree.head(i);
  if (!tree.is(i, "ccomp") || appears == kNoHead ||
      !is_one_of(tree.token(appears).lemma, {"appear", "seem", "look"})) {
    return false;
  }
  const TokenIndex makes = tree.head(appears);
  return makes != kNoHead && tree.token(makes).lemma == "make";
}

/// "hurt" of "there is no law that hurts them", "no law hurting them passed": of what is not there
/// nothing is claimed.
bool describes_none(const Tree& tree, TokenIndex i) {
  if (tree.is(i, "conj")) i = tree.head(i);
  if (!tree.is(i, "acl") || tree.head(i) > i) return false;
  const TokenIndex noun = tree.head(i);
  const bool participle = is_reduced_relative(tree, i);
  // "no reports that Roth left": nobody says it.
  const bool content = !tree.is(i, "acl:relcl") && !participle;
  if (content) {
    return is_excluded(tree, noun) &&
           is_one_of(tree.token(noun).lemma,
                     {"report", "evidence", "indication", "sign", "record", "confirmation",
                      "information", "allegation", "proof", "claim", "suggestion", "complaint",
                      "risk", "danger", "chance", "hint", "suspicion"});
  }
  // "was not a race approved by Roth"
  const bool denied = participle && tree.child(noun, "cop") != kNoToken && is_negated(tree, noun);
  return denied || is_none(tree, noun);
}

/// "had not met them before": what had not been is told because it came.
bool is_denied_until_then(const Tree& tree, TokenIndex verb) {
  const TokenIndex auxiliary = tree.child(verb, "aux");
  if (auxiliary == kNoToken || tree.token(auxiliary).xpos != "VBD" || !is_negated(tree, verb)) {
    return false;
  }
  const auto& children = tree.children(verb);
  return tree.token(auxiliary).lemma == "have" &&
         std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
           return c > verb && tree.is(c, "advmod") && tree.token(c).lemma == "before";
         });
}

/// "scoring" of "like scoring glass, it weakens", "walked" of "as if they walked": nobody does.
bool is_simile(const Tree& tree, TokenIndex i) {
  if (tree.is(i, "conj")) i = tree.head(i);
  if (!tree.is(i, "advcl")) return false;
  std::string marker = tree.introducer(i, "mark");
  if (marker.empty()) marker = tree.introducer(i, "case");
  const bool gerund = marker == "like" && tree.token(i).xpos == "VBG";
  return gerund || marker == "as if" || marker == "as though";
}

/// "led" of "led to Norland closing the port": without the event, which is no noun, nothing is
/// said.
bool is_about_event(const Tree& tree, TokenIndex verb) {
  const auto& children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    const TokenIndex subject = absolute_subject(tree, c);
    return subject != kNoToken && tree.introducer(subject, "case") != "with";
  });
}

/// "May he rest in peace".
bool is_wish(const Tree& tree, TokenIndex i) {
  const TokenIndex modal = tree.child(i, "aux");
  return modal != kNoToken && modal + 1 == own_subject(tree, i) &&
         tree.token(modal).form == "May" && tree.token(tree.size() - 1).form != "?";
}

/// "has 22 months left in office": nobody left them.
bool is_left_over(const Tree& tree, TokenIndex i) {
  if (tree.token(i).lemma != "leave" || tree.token(i).xpos != "VBN" || !tree.is(i, "acl") ||
      tree.child(i, "obl:agent") != kNoToken) {
    return false;
  }
  const TokenIndex noun = tree.head(i);
  return (tree.is(noun, "obj") || tree.is(noun, "nsubj")) &&
         unit_of(tree.token(noun).lemma) != TimeUnit::kNone &&
         is_one_of(tree.token(tree.head(noun)).lemma, {"have", "be"});
}

/// "Adjusted for inflation, wages fell": how they are counted.
bool is_way_of_counting(const Tree& tree, TokenIndex i) {
  return is_one_of(tree.token(i).lemma, {"adjust", "measure"}) && tree.token(i).xpos == "VBN" &&
         tree.is(i, "advcl") && tree.child(i, {"aux", "aux:pass", "obl:agent"}) == kNoToken;
}

std::optional<Clause> clause_at(const Document& document, const SentenceFactuality& factuality,
                                std::uint32_t sentence, TokenIndex i) {
  const Tree& tree = document.tree(sentence);
  const Token& token = tree.token(i);
  const bool predicate_clause = is_predicate_clause(tree, i);
  // "It was not that they came" denies something else.
  if (predicate_clause && is_negated(tree, i)) return std::nullopt;
  const bool copular = tree.child(i, "cop") != kNoToken && !predicate_clause;
  if (!copular && !is_full_verb(token)) return std::nullopt;
  if (ends_adjective(tree, i) || distributes(tree, i) || is_correlative(tree, i)) {
    return std::nullopt;
  }
  if (tree.is(i, "amod") || tree.is(i, "compound") || tree.is(i, "case") || tree.is(i, "fixed") ||
      tree.is(i, "flat") || tree.is(i, "mark") || tree.is(i, "advmod")) {
    return std::nullopt;
  }
  // "chose to resign rather than sign": nobody signs, nor has to.
  if (token.xpos == "VB" && tree.is(i, "conj") && tree.child(i, "nsubj") == kNoToken &&
      is_infinitive(tree, tree.head(i)) &&
      is_one_of(tree.introducer(i, "cc"), {"rather than", "instead of"})) {
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
      tree.head(i) != kNoHead && addressee_of(tree, i) == kNoToken && !is_undertaken(tree, i)) {
    if (!tree.is(i, "conj")) return std::nullopt;
    const TokenIndex first = tree.head(i);
    if (!tree.is(first, "xcomp") || tree.child(tree.head(first), {"obj", "iobj"}) == kNoToken) {
      return std::nullopt;
    }
  }
  // "too thin for humans to breathe": they do not, nor does anybody plan it.
  const TokenIndex above = tree.head(i);
  if (is_infinitive(tree, i) && above != kNoHead && is_beyond(tree, above)) return std::nullopt;
  if (is_denied_until_then(tree, i)) return std::nullopt;
  if (describes_none(tree, i) || is_pretended(tree, i) || is_simile(tree, i) ||
      is_governed_gerund(tree, i)) {
    return std::nullopt;
  }
  // "I mean, it is neat".
  if (token.lemma == "mean" && tree.is(i, "parataxis") &&
      tree.child(i, {"obj", "ccomp", "xcomp"}) == kNoToken) {
    return std::nullopt;
  }
  if (is_wish(tree, i) || is_left_over(tree, i) || is_way_of_counting(tree, i)) return std::nullopt;
  // "fell compared to March", "slow given the weather": prepositions by now.
  if (token.lemma == "compare" && is_bare_participle(tree, i)) return std::nullopt;
  if (token.lemma == "give" && token.xpos == "VBN" && tree.is(i, "advcl") &&
      tree.child(i, "obj") != kNoToken && tree.child(i, {"aux", "aux:pass"}) == kNoToken) {
    return std::nullopt;
  }
  Clause clause;
  clause.sentence = sentence;
  clause.chain = {i};
  clause.copular = copular;
  clause.passive = tree.child(i, "aux:pass") != kNoToken || is_bare_participle(tree, i) ||
                   !arguments(tree, sentence, i, "nsubj:pass").empty();
  const TokenIndex expletive = tree.child(i, "expl");
  clause.existential = expletive != kNoToken && tree.token(expletive).lemma == "there";
  clause.subjects = subjects_of(document, {sentence, i});
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
  clause.introduced = introduced_clause(tree, last);
  if (clause.objects.empty() && !clause.introduced && is_about_event(tree, last)) {
    return std::nullopt;
  }
  clause.recipients = arguments(tree, sentence, last, "iobj");
  // "gave Roth a medal", "called the plan a hoax": of two objects side by side the first receives.
  if (clause.recipients.empty() && clause.objects.size() == 2 &&
      !tree.is(clause.objects.back().token, "conj") && last < clause.objects.front().token &&
      (is_in_name(tree, clause.objects.front().token) || takes_recipient(tree.token(last).lemma) ||
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
  for (const TokenIndex link : clause.chain) add_obliques(document, clause, link);
  if (clause.introduced) {
    std::erase_if(clause.obliques, [&](const Oblique& oblique) {
      return oblique.head.token == clause.introduced->subject ||
             tree.is_below(oblique.head.token, clause.introduced->subject);
    });
  }
  for (const TokenIndex link : clause.chain) {
    const TokenIndex complement = content_of(tree, link);
    if (complement != kNoToken && complement != clause.infinitive &&
        std::find(clause.chain.begin(), clause.chain.end(), complement) == clause.chain.end()) {
      clause.complement = complement;
    }
  }
  clause.governors = governors_of(tree, i);
  std::vector<TokenIndex> printed = clause.governors;
  printed.insert(printed.end(), clause.chain.begin(), clause.chain.end());
  clause.unfulfilled = clause.chain.size() > 1 && has_yet_to(tree, i);
  if (clause.nominal != kNoToken) printed.push_back(clause.nominal);
  const Factuality found = factuality.of_printed(printed);
  clause.polarity = found.polarity;
  clause.modality = found.modality;
  return clause;
}

}  // namespace

bool takes_recipient(std::string_view verb) {
  static constexpr std::array<std::string_view, 16> kGiving = {
      "give", "offer", "grant",   "deny",  "award", "send",  "show",    "pay",
      "lend", "owe",   "promise", "teach", "hand",  "allow", "provide", "bring"};
  return std::find(kGiving.begin(), kGiving.end(), verb) != kGiving.end();
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
