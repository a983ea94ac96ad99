#include "extract/proposition/clause.hpp"

#include <algorithm>

#include "extract/language/enhanced_graph.hpp"
#include "extract/mention/lexicon.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

/// Trees are finite, but a wrong one may send a rule a long way round.
constexpr int kMaxDepth = 8;

bool is_verb(const Token& token) {
  return token.upos == Upos::kVerb || (token.upos == Upos::kAux && token.deprel != "aux" &&
                                       token.deprel != "aux:pass" && token.deprel != "cop");
}

bool is_infinitive(const Tree& tree, TokenIndex i) {
  for (const TokenIndex c : tree.children(i)) {
    if (tree.is(c, "mark") && tree.token(c).lemma == "to") return true;
  }
  return false;
}

/// The dependents of `head` in `relation`, what the tree leaves implicit and conjuncts among them.
std::vector<TokenRef> arguments(const Tree& tree, std::uint32_t sentence, TokenIndex head,
                                std::string_view relation) {
  std::vector<TokenRef> found;
  for (const EnhancedDependent& dependent : tree.enhanced_children(head)) {
    if (!is_relation(dependent.relation, relation)) continue;
    // A clause joined to a noun by mistake of the parser is no participant.
    if (tree.is(dependent.token, "conj") && is_verb(tree.token(dependent.token))) continue;
    found.push_back({sentence, dependent.token});
  }
  return found;
}

TokenIndex own_subject(const Tree& tree, TokenIndex head) {
  TokenIndex outer = kNoToken;
  TokenIndex nearest = kNoToken;
  for (const TokenIndex c : tree.children(head)) {
    // A subject has no preposition; where the parser gives it one, it took an adjunct for it.
    if (!tree.is(c, "nsubj") || !tree.introducer(c, "case").empty()) continue;
    if (tree.token(c).deprel == "nsubj:outer") {
      outer = c;
    } else if (nearest == kNoToken || c < head) {
      // Of two, the parser took an adjunct for the farther one.
      nearest = c;
    }
  }
  return nearest != kNoToken ? nearest : outer;
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
  if (tree.is(head.token, "xcomp")) return subjects_at(document, governor, depth + 1);
  // "accused Roth of wasting time": here the object controls.
  const std::string marker = tree.introducer(head.token, "mark");
  if (tree.is(head.token, "advcl") && tree.token(head.token).xpos == "VBG" &&
      (marker == "of" || marker == "from")) {
    const TokenIndex object = tree.child(above, "obj");
    if (object != kNoToken && object < head.token) {
      return arguments(tree, head.sentence, above, "obj");
    }
  }
  // "admitting that ...", "attempting to ...": participles share the main clause's subject.
  if (tree.is(head.token, "advcl") &&
      (tree.token(head.token).xpos == "VBG" || tree.token(head.token).xpos == "VBN")) {
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
  if (!reduced || (tag != "VBN" && tag != "VBD")) return false;
  return tree.child(i, "aux") == kNoToken && tree.child(i, "obj") == kNoToken &&
         own_subject(tree, i) == kNoToken && tree.introducer(i, "mark").empty();
}

Modality modality_of(const Tree& tree, TokenIndex head) {
  Modality modality = Modality::kActual;
  for (const TokenIndex c : tree.children(head)) {
    const Token& token = tree.token(c);
    if (tree.is(c, "aux")) {
      const std::string form = to_lower(token.form);
      if (is_in_class(form, WordClass::kPossible)) modality = Modality::kPossible;
      if (is_in_class(form, WordClass::kPlanned) && modality == Modality::kActual) {
        modality = Modality::kPlanned;
      }
    } else if (tree.is(c, "advmod") && is_in_class(token.lemma, WordClass::kDoubt)) {
      if (modality != Modality::kPlanned) modality = Modality::kPossible;
    } else if (tree.is(c, "mark") && is_in_class(token.lemma, WordClass::kConditional)) {
      return Modality::kConditional;
    }
  }
  // "has to compromise", "is going to leave", "is about to leave".
  const Token& token = tree.token(head);
  const TokenIndex open = tree.child(head, "xcomp");
  if (open != kNoToken && is_infinitive(tree, open) && modality == Modality::kActual) {
    const bool going = token.form == "going" && tree.child(head, "aux") != kNoToken;
    if (token.lemma == "have" || going) modality = Modality::kPlanned;
  }
  return modality;
}

/// What the place of a clause in its sentence makes of it.
Modality place_modality(const Tree& tree, TokenIndex head, Modality own) {
  if (own == Modality::kConditional) return own;
  TokenIndex i = head;
  for (int depth = 0; i != kNoHead && depth < kMaxDepth; ++depth, i = tree.head(i)) {
    const TokenIndex above = tree.head(i);
    if (above == kNoHead) break;
    if (tree.is(i, "conj")) {
      // "if the terms suit and they agree", "may come and go".
      const Modality first = modality_of(tree, above);
      if (first == Modality::kConditional) return first;
      if (own == Modality::kActual && first != Modality::kActual &&
          tree.child(i, "aux") == kNoToken && own_subject(tree, i) == kNoToken) {
        own = first;
      }
      continue;
    }
    if (tree.is(i, "xcomp")) {
      const bool ahead = is_infinitive(tree, i) && tree.child(above, {"obj", "iobj"}) != kNoToken;
      if (ahead && own == Modality::kActual) return Modality::kPlanned;
      continue;
    }
    if (tree.is(i, "advcl") || (tree.is(i, "acl") && !tree.is(i, "acl:relcl"))) {
      if (is_infinitive(tree, i)) return Modality::kPlanned;
      const std::string marker = tree.introducer(i, "mark");
      // "betting on Roth accepting": a gerund after a preposition need not have happened.
      const bool gerund = tree.token(i).xpos == "VBG";
      const bool happened = marker.empty() || marker == "after" || marker == "by" ||
                            marker == "since" || marker == "while" || marker == "when" ||
                            marker == "as" || marker == "because" || marker == "in";
      if (gerund && !happened && own == Modality::kActual) return Modality::kPossible;
      if (gerund && marker.empty() && own == Modality::kActual) {
        // The same with the gerund below its subject: "contingent on Roth accepting".
        const std::string preposition = tree.introducer(above, "case");
        if (preposition == "on" || preposition == "upon") return Modality::kPossible;
        const Modality above_modality = modality_of(tree, above);
        if (above_modality != Modality::kActual) return above_modality;
      }
    }
    if (tree.is(i, "ccomp") || tree.is(i, "csubj")) {
      // "betting on Roth accepting": a gerund is not a finite claim.
      if (tree.token(i).xpos == "VBG" && tree.child(i, "aux") == kNoToken &&
          own == Modality::kActual) {
        return Modality::kPossible;
      }
      const std::string& verb = tree.token(above).lemma;
      const bool wish = verb == "hope" || verb == "fear" || verb == "suspect" || verb == "expect" ||
                        verb == "want" || verb == "demand" || verb == "ensure" || verb == "mean" ||
                        verb == "doubt" || verb == "propose" || verb == "wish";
      if (wish && own == Modality::kActual) return Modality::kPossible;
    }
    const bool subject_infinitive = tree.is(i, "csubj") && is_infinitive(tree, i);
    if (subject_infinitive && own == Modality::kActual) return Modality::kPossible;
    break;
  }
  // A question asserts nothing.
  const Token& last = tree.token(tree.size() - 1);
  bool asks = last.form == "?" || (tree.size() > 1 && tree.token(tree.size() - 2).form == "?");
  // "The question remains: who will pay?": only what follows the colon is asked.
  for (TokenIndex t = head; t < tree.size() && asks; ++t) asks = tree.token(t).form != ":";
  if (asks && own == Modality::kActual) return Modality::kPossible;
  return own;
}

void add_obliques(const Document& document, Clause& clause, TokenIndex from) {
  const Tree& tree = document.tree(clause.sentence);
  for (const EnhancedDependent& dependent : tree.enhanced_children(from)) {
    const bool oblique = is_relation(dependent.relation, "obl") ||
                         (clause.copular && is_relation(dependent.relation, "nmod") &&
                          dependent.relation != "nmod:poss" && dependent.token > from &&
                          tree.token(from).upos == Upos::kAdj);
    if (!oblique) continue;
    const TokenRef head = {clause.sentence, dependent.token};
    std::string preposition(introducer_of(dependent.relation));
    if (dependent.relation == "obl:agent" || (clause.passive && preposition == "by")) {
      clause.agents.push_back(head);
      continue;
    }
    // "the hotel where he stayed": how the noun stands to the clause is not said.
    if (preposition.empty() && tree.is_below(from, dependent.token)) continue;
    std::replace(preposition.begin(), preposition.end(), '_', ' ');
    clause.obliques.push_back({head, std::move(preposition)});
  }
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
      const bool open = tree.is(c, "xcomp") ||
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
    if (object != kNoToken && object < next) {
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

std::optional<Clause> clause_at(const Document& document, std::uint32_t sentence, TokenIndex i) {
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
    if (object == kNoToken || object > i) return std::nullopt;
  }
  if (is_infinitive(tree, i) && own_subject(tree, i) == kNoToken && !tree.is(i, "xcomp") &&
      tree.head(i) != kNoHead) {
    if (!tree.is(i, "conj")) return std::nullopt;
    const TokenIndex first = tree.head(i);
    if (!tree.is(first, "xcomp") || tree.child(tree.head(first), "obj") == kNoToken) {
      return std::nullopt;
    }
  }
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
    if (!misread) clause.objects.push_back(object);
  }
  // "asked Roth to come": the object controls, by whatever name.
  if (clause.objects.empty() && clause.infinitive != kNoToken) {
    clause.objects = arguments(tree, sentence, last, "iobj");
  }
  for (const TokenIndex link : clause.chain) add_obliques(document, clause, link);
  for (const TokenIndex link : clause.chain) {
    const TokenIndex complement = tree.child(link, "ccomp");
    if (complement != kNoToken &&
        std::find(clause.chain.begin(), clause.chain.end(), complement) == clause.chain.end()) {
      clause.complement = complement;
    }
  }
  clause.polarity = is_negated(tree, i) ? Polarity::kNegated : Polarity::kAffirmed;
  clause.modality = place_modality(tree, i, modality_of(tree, i));
  return clause;
}

}  // namespace

bool is_negated(const Tree& tree, TokenIndex head) {
  for (const TokenIndex c : tree.children(head)) {
    const Token& token = tree.token(c);
    const bool modifier = tree.is(c, "advmod") || tree.is(c, "cc:preconj") || tree.is(c, "det");
    if (!modifier || !is_in_class(token.lemma, WordClass::kNegative)) continue;
    const bool not_only = c + 1 < tree.size() && tree.token(c + 1).lemma == "only";
    if (!not_only) return true;
  }
  if (tree.introducer(head, "mark") == "without") return true;
  // "has no chance", "no agreement was reached".
  for (const TokenIndex c : tree.children(head)) {
    if (!tree.is(c, "obj") && !tree.is(c, "nsubj")) continue;
    const TokenIndex determiner = tree.child(c, "det");
    if (determiner != kNoToken &&
        (tree.token(determiner).lemma == "no" || tree.token(determiner).lemma == "neither")) {
      return true;
    }
  }
  const TokenIndex determiner = tree.child(head, "det");
  return determiner != kNoToken && tree.token(determiner).lemma == "no" &&
         tree.child(head, "cop") != kNoToken;
}

std::vector<TokenRef> subjects_of(const Document& document, TokenRef head) {
  return subjects_at(document, head, 0);
}

std::vector<Clause> find_clauses(const Document& document, std::uint32_t sentence) {
  std::vector<Clause> clauses;
  const Tree& tree = document.tree(sentence);
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (auto clause = clause_at(document, sentence, i)) clauses.push_back(std::move(*clause));
  }
  return clauses;
}

}  // namespace newsgraph
