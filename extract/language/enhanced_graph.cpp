#include "extract/language/enhanced_graph.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/language/basic_tree.hpp"
#include "extract/language/enhanced_words.hpp"
#include "extract/language/relation_bits.hpp"

namespace newsgraph {
namespace {

bool is_nominal(const Token& token) {
  return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron ||
         token.upos == Upos::kNum;
}

/// What a noun is to a clause if it is a clause itself: "he resigned, which surprised all".
std::string as_clause(const std::string& relation) {
  if (relation.starts_with("nsubj")) return "csubj" + relation.substr(5);
  if (relation == "obj") return "ccomp";
  if (relation.starts_with("obl")) return "advcl" + relation.substr(3);
  return relation;
}

enum class Role : std::uint8_t { kSubject, kObject, kIndirectObject };

/// An argument of a predicate; those of one predicate and role are a list.
struct Argument {
  WordIndex word = kNoWord;
  std::int32_t next = -1;
  bool clausal = false;     ///< csubj
  bool outer = false;       ///< nsubj:outer, of a clause that is a predicate
  bool controlled = false;  ///< nsubj:xsubj
};

class Enhancer {
 public:
  explicit Enhancer(const std::vector<Token>& tokens)
      : tree_(tokens),
        graph_(tokens.size()),
        start_(tokens.size(), kNoWord),
        arguments_(tokens.size()) {}

  EnhancedGraph run() {
    for (const WordIndex i : tree_.order()) attach(i);
    for (const WordIndex i : tree_.order()) resolve_relative_clause(i);
    for (const WordIndex i : tree_.order()) give_subject(i);
    for (WordIndex i = 0; i < tree_.size(); ++i) {
      std::vector<EnhancedArc>& arcs = graph_[at(i)];
      if (arcs.empty()) arcs.push_back({head(i), tree_.label(i)});
      std::sort(arcs.begin(), arcs.end());
    }
    return std::move(graph_);
  }

 private:
  static std::size_t at(WordIndex i) { return static_cast<std::size_t>(i); }
  const Token& token(WordIndex i) const { return tree_.token(i); }
  const std::string& deprel(WordIndex i) const { return tree_.deprel(i); }
  bool is_verb(WordIndex i) const { return tree_.is_verb(i); }
  bool is(WordIndex i, std::uint32_t relations) const { return tree_.is(i, relations); }
  bool is_bare(WordIndex i, std::uint32_t relations) const { return tree_.is_bare(i, relations); }
  bool has(WordIndex i, std::uint32_t traits) const { return tree_.has(i, traits); }
  WordIndex head(WordIndex i) const { return tree_.head(i); }
  BasicTree::Children children(WordIndex i) const { return tree_.children(i); }

  void add(WordIndex i, WordIndex above, std::string relation, bool controlled = false) {
    std::vector<EnhancedArc>& arcs = graph_[at(i)];
    if (i == above || arcs.size() >= kMaxEnhancedArcs) return;
    for (const EnhancedArc& arc : arcs) {
      if (arc.head == above && arc.relation == relation) return;
    }
    if (above != kNoHead) note_argument(i, above, relation, controlled);
    arcs.push_back({above, std::move(relation)});
  }

  void note_argument(WordIndex i, WordIndex above, std::string_view relation, bool controlled) {
    const std::uint32_t relations = relation_bits(relation);
    if ((relations & (kNsubj | kCsubj | kObj | kIobj)) == 0) return;
    Argument argument;
    argument.word = i;
    Role role = Role::kSubject;
    if ((relations & kObj) != 0) role = Role::kObject;
    if ((relations & kIobj) != 0) role = Role::kIndirectObject;
    argument.clausal = (relations & kCsubj) != 0;
    argument.outer = relation.ends_with(":outer");
    argument.controlled = controlled;
    auto& [first, last] = arguments_[at(above)][static_cast<std::size_t>(role)];
    const auto place = static_cast<std::int32_t>(argument_pool_.size());
    (last < 0 ? first : argument_pool_[at(last)].next) = place;
    last = place;
    argument_pool_.push_back(argument);
  }

  /// The arguments of `predicate` in `role`, by value: more may come while they are walked.
  std::vector<Argument> arguments(WordIndex predicate, Role role) const {
    std::vector<Argument> found;
    std::int32_t next = arguments_[at(predicate)][static_cast<std::size_t>(role)].first;
    while (next >= 0 && found.size() < kMaxEnhancedArcs) {
      found.push_back(argument_pool_[at(next)]);
      next = found.back().next;
    }
    return found;
  }

  /// Rules 1 to 3: the heads of `i`, and those that its dependents share with their conjuncts.
  void attach(WordIndex i) {
    const WordIndex above = head(i);
    if (!has(i, kIsRelativizer)) add(i, above, tree_.label(i));
    start_[at(i)] = i;
    if (is(i, kConj) && above != kNoHead) {
      start_[at(i)] = start_[at(above)];
      join(i, above);
    }
    std::vector<WordIndex> conjuncts;
    for (const WordIndex c : children(i)) {
      if (is(c, kConj)) {
        if (conjuncts.size() < kMaxEnhancedArcs) conjuncts.push_back(c);
      } else if (!has(c, kIsRelativizer)) {
        for (const WordIndex conjunct : conjuncts) {
          if (is_shared(c, i, conjunct)) add(c, conjunct, tree_.label(c));
        }
      }
    }
  }

  /// Gives the conjunct `i` the heads of the `first`.
  void join(WordIndex i, WordIndex first) {
    if (is(start_[at(i)], kParataxis | kOrphan | kVocative | kDiscourse)) return;
    if (is_contrast(i)) return;
    const std::string own = own_relation(i, start_[at(i)]);
    const std::size_t count = graph_[at(first)].size();
    for (std::size_t a = 0; a < count; ++a) {
      const EnhancedArc& arc = graph_[at(first)][a];
      if (arc.head == kNoHead || is_relation(arc.relation, "conj")) continue;
      add(i, arc.head, own.empty() ? arc.relation : own);
    }
  }

  /// "Kern, not Roth, resigned", "Kern rather than Roth": a participant in nothing.
  bool is_contrast(WordIndex i) const {
    if (!is_nominal(token(i)) || has(i, kHasSubject | kHasCopula)) return false;
    for (const WordIndex c : children(i)) {
      const std::string& lemma = token(c).lemma;
      if (is(c, kCc) && (lemma == "rather" || lemma == "instead")) return true;
      const bool only = c + 1 < tree_.size() && token(c + 1).lemma == "only";
      if (is(c, kCc | kAdvmod) && lemma == "not" && !only) return true;
    }
    return false;
  }

  /// How the conjunct `i` is what the `start` of its coordination is, where its own form tells: "in
  /// Oslo and on Monday", "democratic and integration reforms"; else empty.
  std::string own_relation(WordIndex i, WordIndex start) const {
    const Upos upos = token(i).upos;
    if (is_bare(start, kAmod) && (upos == Upos::kNoun || upos == Upos::kPropn)) return "compound";
    if (is_bare(start, kCompound) && upos == Upos::kAdj) return "amod";
    std::string_view relation = deprel(start);
    std::uint32_t relations = tree_.relations(start);
    if (is(start, kNmod | kObl) && relation.ends_with(":unmarked")) {
      // "last week and on Monday"
      relation.remove_suffix(std::string_view(":unmarked").size());
      relations &= ~static_cast<std::uint32_t>(kSubtype);
    }
    const std::string name = tree_.introducer_of(i, relations);
    return name.empty() ? "" : std::string(relation) + ':' + name;
  }

  /// Whether what `i`, behind `conjunct`, is to `first` holds for `conjunct`, too.
  bool is_shared(WordIndex i, WordIndex first, WordIndex conjunct) const {
    if (is(i, kNmod | kAcl)) {
      return is_nominal(token(first)) && is_nominal(token(conjunct)) && !has(first, kHasSubject) &&
             !has(conjunct, kHasSubject) && !deprel(i).ends_with(":unmarked");
    }
    if (!is_verb(first) || !is_verb(conjunct) || has(conjunct, kHasSubject)) return false;
    if (is(i, kObj | kIobj | kXcomp | kCcomp)) return !has(conjunct, kHasObject | kHasComplement);
    return is(i, kObl | kAdvcl);
  }

  /// Rules 6 and 7.
  void resolve_relative_clause(WordIndex clause) {
    if (!has(clause, kIsRelativeClause)) return;
    std::vector<WordIndex> nouns;
    for (const EnhancedArc& arc : graph_[at(clause)]) {
      if (arc.relation.ends_with(":relcl")) nouns.push_back(arc.head);
    }
    const WordIndex pronoun = tree_.relativizer(clause);
    for (const WordIndex noun : nouns) {
      if (pronoun == kNoWord) {
        if (!is(clause, kConj)) resolve_without_pronoun(clause, noun);
      } else if (has(pronoun, kIsRelativizer)) {
        std::string relation = is(pronoun, kAdvmod) ? "obl" : tree_.label(pronoun);
        // "he resigned, which surprised all"; but "it was Roth who resigned" is about a noun.
        const bool of_clause =
            is(clause, kAdvcl) && (!is_nominal(token(noun)) || token(pronoun).lemma == "which");
        if (of_clause) relation = as_clause(relation);
        fill(noun, head(pronoun), relation);
        add(pronoun, noun, "ref");
      }
    }
  }

  /// Makes `noun` an argument or adjunct of `predicate`, and of its conjuncts that lack one: what
  /// is missing in one conjunct is missing in all (the coordinate structure constraint of Ross,
  /// 1967).
  void fill(WordIndex noun, WordIndex predicate, const std::string& relation) {
    add(noun, predicate, relation);
    const bool object = relation == "obj";
    if (!object && !relation.starts_with("obl")) return;
    const std::uint32_t occupied =
        object ? kHasObject | kHasComplement | kIsPassive | kHasCopula : kHasSubject;
    for (const WordIndex c : children(predicate)) {
      if (!is(c, kConj) || !is_verb(c) || tree_.relativizer(c) != kNoWord) continue;
      if (!has(c, occupied)) add(noun, c, relation);
    }
  }

  /// "who came", "how talks may go": nothing is missing outside, nor may be.
  bool is_question(WordIndex clause) const {
    for (const WordIndex c : children(clause)) {
      if (c > clause) break;
      if (token(c).xpos.starts_with('W')) return true;
    }
    return false;
  }

  /// "a debate about how talks may go": no relative clause, whatever the parser calls it. A "that"
  /// may be a pronoun that it took for a subordinator.
  bool is_complete(WordIndex clause) const {
    for (const WordIndex c : children(clause)) {
      if (c > clause) break;
      if (is(c, kMark) && token(c).lemma != "that" && token(c).lemma != "to") return true;
    }
    return is_question(clause);
  }

  void resolve_without_pronoun(WordIndex clause, WordIndex noun) {
    if (is(clause, kAdvcl)) {
      // "he knows where they live"
      if (token(noun).xpos == "WRB") add(noun, clause, "advmod");
      return;
    }
    if (is_complete(clause)) return;
    if (!has(clause, kHasSubject)) {
      if (!has(clause, kIsInfinitive)) add(noun, clause, subject_relation(clause));
      return;
    }
    // Down to the clause that something is missing in.
    WordIndex predicate = clause;
    for (;;) {
      WordIndex inner = kNoWord;
      for (const WordIndex c : children(predicate)) {
        if (c < predicate) continue;
        // "the man we spoke to"
        if (token(c).upos == Upos::kAdp && is(c, kObl | kNmod)) {
          std::string name;
          append_introducer(token(c), name);
          return fill(noun, predicate, name.empty() ? "obl" : "obl:" + name);
        }
        const bool open =
            is(c, kXcomp) || (is(c, kCcomp) && !has(predicate, kHasObject) && !is_question(c));
        if (open && inner == kNoWord) inner = c;
      }
      const bool lacks_controller =
          needs_object(token(predicate)) && !has(predicate, kHasObject | kIsPassive);
      if (inner == kNoWord || lacks_controller) break;
      if (is(inner, kCcomp) && !has(inner, kHasSubject | kIsInfinitive)) {
        return add(noun, inner, subject_relation(inner));
      }
      predicate = inner;
    }
    const bool complete =
        has(predicate, kHasObject | kIsPassive | kHasCopula) || !is_verb(predicate);
    if (is_circumstance(token(noun)) && (complete || !takes_time(token(predicate)))) {
      fill(noun, predicate, "obl");
    } else if (!complete) {
      fill(noun, predicate, "obj");
    }
  }

  std::string subject_relation(WordIndex predicate) const {
    return has(predicate, kIsPassive) ? "nsubj:pass" : "nsubj";
  }

  /// Rules 4 and 5.
  void give_subject(WordIndex i) {
    const WordIndex above = head(i);
    if (above == kNoHead || has(i, kHasSubject)) return;
    if (is(i, kConj)) {
      // "was found and arrested"
      if (has(above, kIsPassive) && token(i).xpos == "VBN" && !has(i, kHasAuxiliary | kHasObject)) {
        tree_.mark_passive(i);
      }
      if (has(i, kHasOrphan)) return;
      for (const Argument& subject : arguments(above, Role::kSubject)) {
        add_subject(subject, i, subject.controlled);
      }
    } else if (is(i, kXcomp) && !has(above, kHasObjectExpletive) && !is_tough(token(above))) {
      for (const Argument& subject : controllers(i, above)) add_subject(subject, i, true);
    }
  }

  std::vector<Argument> controllers(WordIndex complement, WordIndex governor) const {
    std::vector<Argument> found;
    if (const WordIndex oblique = controlling_oblique(complement, governor); oblique != kNoWord) {
      found.emplace_back().word = oblique;
      for (const WordIndex other : children(oblique)) {
        if (is(other, kConj) && found.size() < kMaxEnhancedArcs) found.emplace_back().word = other;
      }
      return found;
    }
    if (!is_subject_control(token(governor))) {
      found = arguments(governor, Role::kIndirectObject);
      if (!found.empty()) return found;
      found = arguments(governor, Role::kObject);
      // An object behind an infinitive is the infinitive's by right.
      std::erase_if(found, [&](const Argument& object) {
        return object.word > complement && has(complement, kIsInfinitive);
      });
      if (!found.empty()) return found;
    }
    found = arguments(governor, Role::kSubject);
    const auto is_outer = [](const Argument& subject) { return subject.outer; };
    if (!std::all_of(found.begin(), found.end(), is_outer)) std::erase_if(found, is_outer);
    return found;
  }

  WordIndex controlling_oblique(WordIndex complement, WordIndex governor) const {
    std::size_t looked_at = 0;
    for (const WordIndex c : children(governor)) {
      if (c > complement || ++looked_at > kMaxEnhancedArcs) break;
      if (!is(c, kObl) || c < governor) continue;
      for (const WordIndex preposition : children(c)) {
        if (is(preposition, kCase) && is_oblique_control(token(governor), token(preposition))) {
          return c;
        }
      }
    }
    return kNoWord;
  }

  void add_subject(const Argument& subject, WordIndex predicate, bool controlled) {
    std::string relation = subject.clausal ? "csubj" : "nsubj";
    if (subject.outer && !controlled) {
      relation += ":outer";
    } else if (has(predicate, kIsPassive)) {
      relation += ":pass";
    }
    if (controlled) relation += ":xsubj";
    add(subject.word, predicate, std::move(relation), controlled);
  }

  BasicTree tree_;
  EnhancedGraph graph_;
  std::vector<WordIndex> start_;  ///< of a conjunct: the first of its coordination
  struct List {
    std::int32_t first = -1;
    std::int32_t last = -1;
  };
  std::vector<std::array<List, 3>> arguments_;  ///< by predicate and role, into the pool
  std::vector<Argument> argument_pool_;
};

}  // namespace

EnhancedGraph enhance(const Sentence& sentence) { return Enhancer(sentence.tokens).run(); }

std::string_view introducer_of(std::string_view relation) {
  const std::size_t colon = relation.find(':');
  const bool may_have_one = (relation_bits(relation) & (kAcl | kAdvcl | kNmod | kObl | kConj)) != 0;
  if (colon == relation.npos || !may_have_one) return {};
  const std::string_view name = relation.substr(colon + 1);
  for (const std::string_view subtype : {"agent", "desc", "poss", "relcl", "unmarked"}) {
    if (name == subtype) return {};
  }
  return name;
}

std::string to_deps(const std::vector<EnhancedArc>& arcs) {
  std::string text;
  for (const EnhancedArc& arc : arcs) {
    if (!text.empty()) text += '|';
    text += std::to_string(arc.head + 1) + ':' + arc.relation;
  }
  return text;
}

}  // namespace newsgraph
