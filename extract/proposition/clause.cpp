#include "extract/proposition/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/language/enhanced_graph.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"
#include "extract/proposition/clause_subjects.hpp"
#include "extract/proposition/dates/clause_dates.hpp"
#include "extract/proposition/factuality/factuality.hpp"
#include "extract/proposition/factuality/negation.hpp"
#include "extract/proposition/factuality/predicate_marks.hpp"
#include "extract/proposition/trace.hpp"

namespace newsgraph {
namespace {

/// Trees are finite, but a wrong one may send a rule a long way round.
constexpr int kMaxDepth = 8;

/// "a delegation led by a writer", "equipped with modern weapons": passive without an auxiliary.
bool is_bare_participle(const Tree& tree, TokenIndex i) {
  const std::string& tag = tree.token(i).xpos;
  const TokenIndex place = tree.is(i, "conj") ? tree.head(i) : i;
  const bool reduced = (tree.is(place, "acl") && !tree.is(place, "acl:relcl")) ||
                       (tree.is(place, "advcl") && !tree.is(place, "advcl:relcl"));
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

/// "will push hard to secure concessions": a bare verb whose purpose is what is said.
bool is_bare_purpose(const Tree& tree, TokenIndex verb, TokenIndex purpose) {
  if (!tree.is(purpose, "advcl") || !is_infinitive(tree, purpose) || purpose < verb ||
      own_subject(tree, purpose) != kNoToken || tree.token(verb).upos != Upos::kVerb) {
    return false;
  }
  // Only adverbs stand between.
  for (TokenIndex i = verb + 1; i < purpose; ++i) {
    const bool own = tree.head(i) == purpose || tree.token(i).upos == Upos::kAdv;
    if (!own) return false;
  }
  return tree.child(verb, "aux:pass") == kNoToken;
}

/// "called for the bill to be dropped", "called on drivers to slow down": whether another than the
/// subject does what `infinitive` says.
bool has_subject_with_preposition(const Tree& tree, TokenIndex verb, TokenIndex infinitive) {
  return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenIndex c) {
    if (c < verb || c > infinitive || !tree.is(c, "obl")) return false;
    const std::string preposition = tree.introducer(c, "case");
    return preposition == "for" || (preposition == "on" && tree.token(verb).lemma == "call");
  });
}

/// "declined to visit", "is ready to agree", "remains confident": follows the chain of open
/// complements whose subject is the clause's own.
void follow_chain(const Tree& tree, Clause& clause) {
  TokenIndex at = clause.head();
  for (int depth = 0; depth < 4; ++depth) {
    // "asked Roth to come": newer treebanks call the person asked "iobj".
    const TokenIndex object = tree.child(at, {"obj", "iobj"});
    TokenIndex next = kNoToken;
    for (const TokenIndex c : tree.children(at)) {
      // "declared Roth to be the winner": parsers also say ccomp.
      const bool of_object = tree.is(c, "ccomp") && is_infinitive(tree, c) &&
                             own_subject(tree, c) == kNoToken && object != kNoToken && object < c;
      const bool open = tree.is(c, "xcomp") || is_bare_purpose(tree, at, c) || of_object ||
                        // After an adjective parsers also say advcl or ccomp: "eager to negotiate".
                        (clause.copular && at == clause.head() && is_infinitive(tree, c) &&
                         tree.token(at).upos == Upos::kAdj &&
                         (tree.is(c, "advcl") || tree.is(c, "ccomp") || tree.is(c, "acl")));
      if (open && c > at) {
        next = c;
        break;
      }
    }
    if (next == kNoToken) return;
    if ((object != kNoToken && object < next) ||
        (is_infinitive(tree, next) && has_subject_with_preposition(tree, at, next))) {
      clause.infinitive = next;
      return;
    }
    // "remains president", "wants to be mayor": what one is or becomes is an object.
    const Upos upos = tree.token(next).upos;
    if (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kNum) {
      clause.nominal = next;
      return;
    }
    clause.chain.push_back(next);
    at = next;
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

/// "leave" of "wants Roth to leave", "called for Roth to leave", "asked Roth to come and leave":
/// tells what another wishes, which the verb of wishing claims with it.
bool is_wished(const Tree& tree, TokenIndex i) {
  if (tree.is(i, "conj")) i = tree.head(i);
  const TokenIndex above = tree.head(i);
  if (above == kNoHead || above > i || !is_in_class(tree.token(above).lemma, WordClass::kWish)) {
    return false;
  }
  if (tree.is(i, "xcomp")) return tree.child(above, {"obj", "iobj"}) != kNoToken;
  const bool clause = tree.is(i, "ccomp") || tree.is(i, "advcl");
  return clause && is_infinitive(tree, i) && own_subject(tree, i) != kNoToken;
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
    if (tree.token(word).lemma != "respectively") continue;
    TokenIndex above = tree.head(word);
    while (above != i && !is_full_verb(tree.token(above)) && tree.child(above, "cop") == kNoToken) {
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

/// "hurt" of "there is no law that hurts them": of what is not there nothing is claimed.
bool describes_none(const Tree& tree, TokenIndex i) {
  if (tree.is(i, "conj")) i = tree.head(i);
  return tree.is(i, "acl:relcl") && tree.head(i) < i && is_none(tree, tree.head(i));
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
  // Parts of another clause's chain, and bare purposes ("a candidate to replace him"), claim
  // nothing of their own.
  if (tree.is(i, "xcomp")) {
    const TokenIndex object = tree.child(tree.head(i), {"obj", "iobj"});
    const bool controlled = object != kNoToken && object < i;
    if (!controlled) return std::nullopt;
  }
  if (is_infinitive(tree, i) && own_subject(tree, i) == kNoToken && !tree.is(i, "xcomp") &&
      tree.head(i) != kNoHead) {
    if (!tree.is(i, "conj")) return std::nullopt;
    const TokenIndex first = tree.head(i);
    if (!tree.is(first, "xcomp") || tree.child(tree.head(first), {"obj", "iobj"}) == kNoToken) {
      return std::nullopt;
    }
  }
  if (describes_none(tree, i) || is_simile(tree, i)) return std::nullopt;
  Clause clause;
  clause.sentence = sentence;
  clause.chain = {i};
  clause.copular = copular;
  clause.wished = is_wished(tree, i);
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
    if (!misread && !is_date_phrase(document, object)) clause.objects.push_back(object);
  }
  if (clause.objects.empty()) clause.objects = shared_object(tree, sentence, last);
  if (clause.objects.empty() && is_about_event(tree, last)) return std::nullopt;
  clause.recipients = arguments(tree, sentence, last, "iobj");
  // "gave Roth a medal", "called the plan a hoax": of two objects side by side the first receives.
  if (clause.recipients.empty() && clause.objects.size() == 2 &&
      !tree.is(clause.objects.back().token, "conj") && last < clause.objects.front().token &&
      (is_in_name(tree, clause.objects.front().token) ||
       is_in_class(tree.token(last).lemma, WordClass::kName))) {
    clause.recipients = {clause.objects.front()};
    clause.objects.erase(clause.objects.begin());
  }
  // "asked Roth to come": the object controls, by whatever name.
  if (clause.objects.empty() && clause.infinitive != kNoToken) {
    clause.objects = std::move(clause.recipients);
  }
  for (const TokenIndex link : clause.chain) add_obliques(document, clause, link);
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
