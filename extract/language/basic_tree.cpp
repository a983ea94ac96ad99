#include "extract/language/basic_tree.hpp"

#include "extract/language/enhanced_words.hpp"

namespace newsgraph {
namespace {

/// Introducers of more words come from damaged trees.
constexpr int kIntroducerWords = 6;

}  // namespace

BasicTree::BasicTree(const std::vector<Token>& tokens)
    : tokens_(tokens), size_(static_cast<WordIndex>(tokens.size())), traits_(tokens.size(), 0) {
  index();
  note_traits();
  find_conjunctions();
  find_relativizers();
}

/// Dependents by head, and the words in an order in which heads come first. What hangs on a cycle
/// is not among them.
void BasicTree::index() {
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

void BasicTree::note_traits() {
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
void BasicTree::find_conjunctions() {
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
void BasicTree::find_relativizers() {
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
std::string BasicTree::introducer(WordIndex i, RelationBit relation) const {
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

std::string BasicTree::introducer_of(WordIndex i, std::uint32_t relations) const {
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

std::string BasicTree::label(WordIndex i) const {
  if (head(i) == kNoHead) return "root";
  if (deprel(i).empty()) return "dep";
  const std::string name = introducer_of(i, relations_[at(i)]);
  return name.empty() ? deprel(i) : deprel(i) + ':' + name;
}

}  // namespace newsgraph
