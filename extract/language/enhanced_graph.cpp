#include "extract/language/enhanced_graph.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/language/enhanced_words.hpp"
#include "extract/language/relation_bits.hpp"

namespace newsgraph {
namespace {

using WordIndex = std::int32_t;
constexpr WordIndex kNoWord = -1;

/// Introducers of more words come from damaged trees.
constexpr int kIntroducerWords = 6;

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

/// What a word's dependents and place tell about it.
enum Trait : std::uint32_t {
  kHasSubject = 1,  ///< or an expletive
  kHasObject = 2,
  kHasComplement = 4,  ///< xcomp or ccomp
  kHasAuxiliary = 8,
  kIsPassive = 16,
  kHasCopula = 32,
  kHasOrphan = 64,
  kHasRelativeClause = 128,
  kIsInfinitive = 256,
  kHasObjectExpletive = 512,  ///< "makes it clear that"
  kIsRelativeClause = 1024,   ///< or a conjunct of one
  kIsRelativizer = 2048,      ///< and the noun before takes its place
};

class Enhancer {
 public:
  explicit Enhancer(const std::vector<Token>& tokens)
      : tokens_(tokens),
        size_(static_cast<WordIndex>(tokens.size())),
        graph_(tokens.size()),
        traits_(tokens.size(), 0),
        start_(tokens.size(), kNoWord),
        arguments_(tokens.size()) {}

  EnhancedGraph run() {
    index();
    note_traits();
    find_conjunctions();
    find_relativizers();
    for (const WordIndex i : order_) attach(i);
    for (const WordIndex i : order_) resolve_relative_clause(i);
    for (const WordIndex i : order_) give_subject(i);
    for (WordIndex i = 0; i < size_; ++i) {
      std::vector<EnhancedArc>& arcs = graph_[at(i)];
      if (arcs.empty()) arcs.push_back({head(i), label(i)});
      std::sort(arcs.begin(), arcs.end());
    }
    return std::move(graph_);
  }

 private:
  static std::size_t at(WordIndex i) { return static_cast<std::size_t>(i); }
  const Token& token(WordIndex i) const { return tokens_[at(i)]; }
  const std::string& deprel(WordIndex i) const { return tokens_[at(i)].deprel; }
  bool is_verb(WordIndex i) const { return token(i).upos == Upos::kVerb; }

  /// Whether `i` is in one of the relations, subtypes included.
  bool is(WordIndex i, std::uint32_t relations) const {
    return (relations_[at(i)] & relations) != 0;
  }
  bool is_bare(WordIndex i, std::uint32_t relations) const {
    return is(i, relations) && !is(i, kSubtype);
  }
  bool has(WordIndex i, std::uint32_t traits) const { return (traits_[at(i)] & traits) != 0; }

  WordIndex head(WordIndex i) const {
    const WordIndex above = token(i).head;
    return above >= 0 && above < size_ ? above : kNoHead;
  }

  /// `i`'s dependents in order of the text.
  struct Children {
    const WordIndex* first;
    const WordIndex* last;
    const WordIndex* begin() const { return first; }
    const WordIndex* end() const { return last; }
  };
  Children children(WordIndex i) const {
    return {children_.data() + first_child_[at(i)], children_.data() + first_child_[at(i) + 1]};
  }

  /// Dependents by head, and the words in an order in which heads come first. What hangs on a cycle
  /// is not among them.
  void index() {
    relations_.reserve(at(size_));
    first_child_.assign(at(size_) + 2, 0);
    for (WordIndex i = 0; i < size_; ++i) {
      relations_.push_back(relation_bits(deprel(i)));
      if (head(i) != kNoHead) ++first_child_[at(head(i)) + 2];
    }
    for (std::size_t i = 2; i < first_child_.size(); ++i) first_child_[i] += first_child_[i - 1];
    children_.resize(at(size_));
    order_.reserve(at(size_));
    for (WordIndex i = 0; i < size_; ++i) {
      if (head(i) == kNoHead) {
        order_.push_back(i);
      } else {
        children_[first_child_[at(head(i)) + 1]++] = i;
      }
    }
    for (std::size_t next = 0; next < order_.size(); ++next) {
      for (const WordIndex c : children(order_[next])) order_.push_back(c);
    }
  }

  void note_traits() {
    for (const WordIndex i : order_) {
      const WordIndex above = head(i);
      if (is(i, kRelcl) || (is(i, kConj) && above != kNoHead && has(above, kIsRelativeClause))) {
        traits_[at(i)] |= kIsRelativeClause;
      }
      if (above == kNoHead) continue;
      std::uint32_t& traits = traits_[at(above)];
      if (is(i, kNsubj | kCsubj)) traits |= kHasSubject;
      if (is(i, kExpl)) traits |= i > above ? kHasObjectExpletive : kHasSubject;
      if (is(i, kObj)) traits |= kHasObject;
      if (is(i, kXcomp | kCcomp)) traits |= kHasComplement;
      if (is(i, kAux)) traits |= kHasAuxiliary;
      if (is(i, kPass) && is(i, kAux | kNsubj | kCsubj)) traits |= kIsPassive;
      if (is(i, kCop)) traits |= kHasCopula;
      if (is(i, kOrphan)) traits |= kHasOrphan;
      if (is(i, kMark) && token(i).lemma == "to") traits |= kIsInfinitive;
      if (is(i, kAcl) && is(i, kRelcl)) traits |= kHasRelativeClause;
    }
  }

  /// The conjunct that has a conjunct's conjunction: of "A, B and C" the last for both.
  void find_conjunctions() {
    conjunction_.assign(at(size_), kNoWord);
    for (const WordIndex i : order_) {
      WordIndex named = kNoWord;
      const Children all = children(i);
      for (const WordIndex* c = all.end(); c != all.begin();) {
        --c;
        if (!is(*c, kConj)) continue;
        for (const WordIndex below : children(*c)) {
          if (is_bare(below, kCc)) named = *c;
        }
        conjunction_[at(*c)] = named;
      }
    }
  }

  /// Each relative clause's pronoun: the first candidate in it, unless the subject comes before
  /// ("the man he asked who came").
  void find_relativizers() {
    relativizer_.assign(at(size_), kNoWord);
    std::vector<WordIndex> clause(at(size_), kNoWord);  // the nearest relative clause around
    std::vector<WordIndex> branch(at(size_), kNoWord);  // the dependent of its head that is above
    std::vector<WordIndex> subject(at(size_), kNoWord);
    for (const WordIndex i : order_) {
      const WordIndex above = head(i);
      if (has(i, kIsRelativeClause)) {
        clause[at(i)] = i;
      } else if (above != kNoHead && !is(i, kParataxis)) {
        clause[at(i)] = clause[at(above)];
        branch[at(i)] = above == clause[at(i)] ? i : branch[at(above)];
      }
      if (above != kNoHead && is(i, kNsubj) && subject[at(above)] == kNoWord) {
        subject[at(above)] = i;
      }
    }
    for (WordIndex i = 0; i < size_; ++i) {
      const WordIndex in = clause[at(i)];
      if (in == kNoWord || i >= in || relativizer_[at(in)] != kNoWord) continue;
      if (!may_be_relative(token(i)) || has(i, kHasRelativeClause)) continue;
      const WordIndex under = branch[at(i)];
      const WordIndex before = subject[at(in)];
      if (before != kNoWord && before < i && before != under) continue;
      const bool adverb = token(i).xpos == "WRB" || token(i).upos == Upos::kAdv;
      if (adverb && under != i && !is(under, kCcomp | kXcomp)) continue;
      relativizer_[at(in)] = i;
      // "in which case": a determiner's place is no noun's.
      if (is(i, kNsubj | kCsubj | kObj | kIobj | kObl | kNmod | kAdvmod | kXcomp | kCcomp)) {
        traits_[at(i)] |= kIsRelativizer;
      }
    }
  }

  /// The words that introduce `i`, its dependents in `relation`: "because_of"; empty if none.
  std::string introducer(WordIndex i, RelationBit relation) const {
    std::string name;
    int words = 0;
    for (const WordIndex c : children(i)) {
      if (!is_bare(c, relation)) continue;
      // The possessive ending is a case, too: "at the baker's".
      if (token(c).xpos == "POS") continue;
      if (words++ < kIntroducerWords) append_introducer(token(c), name);
      for (const WordIndex part : children(c)) {
        if (is(part, kFixed) && words++ < kIntroducerWords) append_introducer(token(part), name);
      }
    }
    return name;
  }

  /// What introduces `i` as one that stands in `relations`.
  std::string introducer_of(WordIndex i, std::uint32_t relations) const {
    if ((relations & kSubtype) != 0) return "";
    if ((relations & (kNmod | kObl)) != 0) return introducer(i, kCase);
    if ((relations & kConj) != 0) {
      const WordIndex named = conjunction_[at(i)];
      return named == kNoWord ? "" : introducer(named, kCc);
    }
    if ((relations & (kAdvcl | kAcl)) == 0) return "";
    std::string name = introducer(i, kMark);
    if (!name.empty()) return name;
    for (const WordIndex c : children(i)) {
      const std::string& lemma = token(c).lemma;
      if (is_bare(c, kAdvmod) && (lemma == "when" || lemma == "where" || lemma == "whenever")) {
        return lemma;
      }
    }
    return name;
  }

  /// `i`'s basic relation with what introduces it.
  std::string label(WordIndex i) const {
    if (head(i) == kNoHead) return "root";
    if (deprel(i).empty()) return "dep";
    const std::string name = introducer_of(i, relations_[at(i)]);
    return name.empty() ? deprel(i) : deprel(i) + ':' + name;
  }

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
    if (!has(i, kIsRelativizer)) add(i, above, label(i));
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
          if (is_shared(c, i, conjunct)) add(c, conjunct, label(c));
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
      const bool only = c + 1 < size_ && token(c + 1).lemma == "only";
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
    std::uint32_t relations = relations_[at(start)];
    if (is(start, kNmod | kObl) && relation.ends_with(":unmarked")) {
      // "last week and on Monday"
      relation.remove_suffix(std::string_view(":unmarked").size());
      relations &= ~static_cast<std::uint32_t>(kSubtype);
    }
    const std::string name = introducer_of(i, relations);
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
    const WordIndex pronoun = relativizer_[at(clause)];
    for (const WordIndex noun : nouns) {
      if (pronoun == kNoWord) {
        if (!is(clause, kConj)) resolve_without_pronoun(clause, noun);
      } else if (has(pronoun, kIsRelativizer)) {
        std::string relation = is(pronoun, kAdvmod) ? "obl" : label(pronoun);
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
      if (!is(c, kConj) || !is_verb(c) || relativizer_[at(c)] != kNoWord) continue;
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
        traits_[at(i)] |= kIsPassive;
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

  const std::vector<Token>& tokens_;
  const WordIndex size_;
  EnhancedGraph graph_;
  std::vector<std::uint32_t> relations_;  ///< RelationBit
  std::vector<std::uint32_t> traits_;
  std::vector<std::uint32_t> first_child_;
  std::vector<WordIndex> children_;
  std::vector<WordIndex> order_;
  std::vector<WordIndex> start_;        ///< of a conjunct: the first of its coordination
  std::vector<WordIndex> conjunction_;  ///< of a conjunct: the one that has its conjunction
  std::vector<WordIndex> relativizer_;  ///< of a relative clause: its pronoun
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
