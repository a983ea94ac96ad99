#include "extract/proposition/open_ie/binary_tuples.hpp"

#include <algorithm>
#include <utility>

#include "extract/mention/lexicon.hpp"
#include "extract/proposition/open_ie/adjuncts.hpp"
#include "extract/proposition/open_ie/relation_words.hpp"

namespace newsgraph {
namespace {

class BinaryClause {
 public:
  BinaryClause(const Document& document, const Clause& clause, std::vector<TupleDraft>& drafts)
      : clause_(clause), drafts_(drafts), tree_(document.tree(clause.sentence)) {}

  void apply() {
    const RelationWords relation = predicate_words(tree_, clause_, false);
    adjuncts_ = find_adjuncts(tree_, clause_, relation);
    for (const TokenRef& subject : clause_.subjects) {
      if (subject.token == head()) continue;
      subject_ = argument(subject.token);
      ground_ = subject.token;
      facts(relation);
    }
  }

 private:
  TokenIndex head() const { return clause_.head(); }

  Phrase argument(TokenIndex noun) const {
    return argument_phrase(tree_, clause_, noun, {.conjuncts = false, .clauses = false});
  }

  void emit(const char* rule, RelationWords relation, Phrase object, TokenIndex ground) {
    if (subject_.empty() || object.empty() || relation.empty()) return;
    TupleDraft draft;
    draft.rule = rule;
    draft.relation = std::move(relation);
    draft.arguments = {subject_, std::move(object)};
    draft.head = head();
    draft.conditional = clause_.modality == Modality::kConditional;
    draft.grounds = {ground_, ground};
    drafts_.push_back(std::move(draft));
  }

  void facts(const RelationWords& relation) {
    if (clause_.existential) return;
    const bool verbal = tree_.token(head()).upos == Upos::kVerb;  // "the aim is to go"
    if (clause_.copular && clause_.chain.size() == 1 && !verbal) return copula(relation);
    if (!objects_of(tree_, clause_).empty()) return objects(relation);
    if (clause_.nominal != kNoToken) {
      nominals(relation);
    } else if (clause_.complement != kNoToken) {
      complement(relation);
    } else {
      const bool adjectival = tree_.token(clause_.last()).upos == Upos::kAdj &&
                              clause_.last() != head() &&
                              following_oblique(tree_, clause_, adjuncts_) == nullptr;
      if (adjectival) return adjective(relation);
      reported(relation);
      if (following_oblique(tree_, clause_, adjuncts_) == nullptr) governed_clauses(relation);
    }
    obliques(relation);
  }

  /// "is the mayor and a lawyer", "is in Oslo", "is open to talks", "is negotiable".
  void copula(const RelationWords& relation) {
    if (is_nominal(tree_, head())) {
      const Phrase preposition = case_words(tree_, head());
      for (const TokenIndex member : tree_.with_conjuncts(head())) {
        if (member != head() && tree_.child(member, {"nsubj", "cop"}) != kNoToken) continue;
        const Phrase own = case_words(tree_, member);
        emit("copula", relation + (own.empty() ? preposition : own), argument(member), member);
      }
      return;
    }
    if (following_oblique(tree_, clause_, adjuncts_) != nullptr) return obliques(relation);
    adjective(relation);
  }

  /// "is virtually unchanged", "seems happy".
  void adjective(RelationWords relation) {
    Phrase phrase = noun_phrase(tree_, clause_.last(), {.conjuncts = false});
    std::erase_if(relation, [&](const RelationWord& word) {
      return std::binary_search(phrase.begin(), phrase.end(), word.token);
    });
    emit("adjective", std::move(relation), std::move(phrase), clause_.last());
  }

  /// "rejected the plan in Oslo": rejected | the plan, and rejected the plan in | Oslo.
  void objects(const RelationWords& relation) {
    const TokenIndex indirect = tree_.child(clause_.last(), "iobj");
    const std::vector<TokenIndex> objects = objects_of(tree_, clause_);
    for (const TokenIndex object : objects) {
      const Phrase phrase = argument(object);
      const bool follows = object > clause_.last();
      // "gave Kern a book": gave Kern | a book.
      if (indirect != kNoToken && indirect < object) {
        emit("object", relation + argument(indirect), phrase, object);
        continue;
      }
      emit("object", relation, phrase, object);
      if (object != objects.front() || phrase.size() > kObjectWords) continue;
      const RelationWords whole = follows ? relation + phrase : relation;
      // "asked Kern to visit Oslo": asked Kern to visit | Oslo.
      if (clause_.infinitive != kNoToken) complements(whole, clause_.infinitive);
      if (clause_.nominal != kNoToken) nominals(whole);
      if (clause_.complement != kNoToken) complement(whole);
      governed_clauses(whole);
      obliques(whole);
    }
  }

  /// "remains the mayor": remains | the mayor; "was chosen as mayor": was chosen as | mayor.
  void nominals(const RelationWords& relation) {
    Phrase words;
    for (const TokenIndex c : tree_.children(clause_.nominal)) {
      const bool links = tree_.is(c, "mark") || tree_.is(c, "cop") || tree_.is(c, "case");
      if (links && c < clause_.nominal) words.push_back(c);
    }
    for (const TokenIndex member : tree_.with_conjuncts(clause_.nominal)) {
      emit("nominal", relation + words, argument(member), member);
    }
  }

  /// "said that the talks went on": said that | the talks went on.
  void complement(const RelationWords& relation) {
    const TokenIndex clause = clause_.complement;
    const TokenIndex mark = tree_.child(clause, "mark");
    const bool that = mark != kNoToken && mark < clause && tree_.token(mark).lemma == "that";
    emit("complement", that ? relation + Phrase{mark} : relation,
         clause_phrase(tree_, clause, !that), clause);
  }

  /// "The talks went on , Roth said": said | The talks went on.
  void reported(const RelationWords& relation) {
    const bool says = is_in_class(tree_.token(head()).lemma, WordClass::kSay);
    if (!says || !tree_.is(head(), "parataxis")) return;
    const TokenIndex above = tree_.head(head());
    emit("report", relation, clause_phrase(tree_, above, true, head()), above);
  }

  /// "came to visit Oslo": came to visit | Oslo; "used arms to defend Oslo", "accused Kern of
  /// wasting money".
  void governed_clauses(const RelationWords& relation) {
    for (const Adjunct& adjunct : adjuncts_) {
      const bool follows = adjunct.head > clause_.last();
      if (adjunct.kind == Adjunct::Kind::kClause && follows) {
        governed("governed", relation, adjunct.head);
      }
    }
  }

  /// "asked Kern to visit Oslo", "called Kern a liar", "made Kern angry".
  void complements(const RelationWords& relation, TokenIndex complement) {
    if (tree_.token(complement).upos == Upos::kVerb) {
      governed("governed", relation, complement);
    } else {
      emit("nominal", relation + case_words(tree_, complement),
           noun_phrase(tree_, complement, {.clauses = false}), complement);
    }
  }

  /// The objects of the infinitive `verb`, or its first oblique, behind `relation`.
  void governed(const char* rule, const RelationWords& relation, TokenIndex verb) {
    Phrase words;
    for (const TokenIndex c : tree_.children(verb)) {
      const bool belongs = tree_.is(c, "mark") || tree_.is(c, "aux") || tree_.is(c, "compound:prt");
      if (belongs) words.push_back(c);
    }
    words.push_back(verb);
    std::sort(words.begin(), words.end());
    const TokenIndex object = tree_.child(verb, {"obj", "obl", "xcomp"});
    if (object == kNoToken || object < verb || tree_.is(object, "xcomp")) return;
    for (const TokenIndex member : tree_.with_conjuncts(object)) {
      emit(rule, relation + words + case_words(tree_, member), argument(member), member);
    }
  }

  /// "was sold to Roth in May": was sold to | Roth, and was sold in | May.
  void obliques(const RelationWords& relation) {
    for (const Adjunct& adjunct : adjuncts_) {
      if (adjunct.kind == Adjunct::Kind::kAdverb) {
        emit("adverb", relation, adjunct.phrase, adjunct.head);
      }
      for (const TokenIndex member : adjunct.members) {
        const Phrase own = case_words(tree_, member);
        emit("oblique", relation + (own.empty() ? adjunct.preposition : own), argument(member),
             member);
      }
    }
  }

  /// Longer objects make no relation.
  static constexpr std::size_t kObjectWords = 6;

  const Clause& clause_;
  std::vector<TupleDraft>& drafts_;
  const Tree& tree_;
  std::vector<Adjunct> adjuncts_;
  Phrase subject_;
  TokenIndex ground_ = kNoToken;
};

}  // namespace

void add_binary_tuples(const Document& document, const Clause& clause,
                       std::vector<TupleDraft>& drafts) {
  BinaryClause(document, clause, drafts).apply();
}

}  // namespace newsgraph
