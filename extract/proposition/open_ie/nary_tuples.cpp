#include "extract/proposition/open_ie/nary_tuples.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/mention/lexicon.hpp"
#include "extract/proposition/open_ie/adjuncts.hpp"
#include "extract/proposition/open_ie/relation_words.hpp"

namespace newsgraph {
namespace {

class NaryClause {
 public:
  NaryClause(const Document& document, const Clause& clause, std::vector<TupleDraft>& drafts)
      : clause_(clause), drafts_(drafts), tree_(document.tree(clause.sentence)) {}

  void apply() {
    find_subject();
    if (subject_.empty()) return;
    relation_ = predicate_words(tree_, clause_, true);
    adjuncts_ = find_adjuncts(tree_, clause_, relation_);
    add_setting();
    if (clause_.existential) return existential();
    const bool verbal = tree_.token(head()).upos == Upos::kVerb;  // "the aim is to go"
    if (clause_.copular && clause_.chain.size() == 1 && !verbal) return copula();
    if (!objects_of(tree_, clause_).empty()) return objects();
    if (clause_.nominal != kNoToken) return nominal();
    if (clause_.complement != kNoToken) {
      return emit("complement", relation_, {clause_phrase(tree_, clause_.complement)});
    }
    if (reported()) return;
    verb();
  }

 private:
  TokenIndex head() const { return clause_.head(); }

  Phrase argument(TokenIndex noun, bool conjuncts) const {
    return argument_phrase(tree_, clause_, noun, {.conjuncts = conjuncts});
  }

  /// The subject as written: of its conjuncts the first, which has the others below it.
  void find_subject() {
    const TokenIndex clausal = tree_.child(head(), "csubj");
    const TokenIndex expletive = tree_.child(head(), "expl");
    for (const TokenRef& subject : clause_.subjects) {
      if (subject.token == head()) continue;
      grounds_.push_back(subject.token);
      // "It was Roth who left": of a noun that the clause modifies, the noun.
      const bool clause =
          !tree_.is_below(head(), subject.token) &&
          (tree_.is(subject.token, "csubj") || tree_.child(subject.token, "cop") != kNoToken);
      subject_ = clause ? clause_phrase(tree_, subject.token, true, head())
                        : argument(subject.token, true);
      return;
    }
    if (expletive != kNoToken) {
      // "It is likely that the talks go on": the clause is what is said of "it".
      subject_ = {expletive};
      if (clausal != kNoToken) extraposed_ = clause_phrase(tree_, clausal);
    } else if (clausal != kNoToken) {
      subject_ = clause_phrase(tree_, clausal, true, head());
    }
  }

  /// "the town where Roth lived": lived in | the town; "the day when he left".
  void add_setting() {
    if (!tree_.is(head(), "acl:relcl")) return;
    const TokenIndex adverb = tree_.child(head(), "advmod");
    if (adverb == kNoToken) return;
    const std::string& lemma = tree_.token(adverb).lemma;
    if (lemma != "where" && lemma != "when") return;
    is_place_ = lemma == "where";
    Adjunct setting;
    setting.head = tree_.head(head());
    setting.phrase = argument(setting.head, true);
    adjuncts_.push_back(std::move(setting));
  }

  /// Adds a tuple with all adjuncts but `used` behind its own arguments.
  void emit(const char* rule, RelationWords relation, std::vector<Phrase> arguments,
            const Adjunct* used = nullptr) {
    TupleDraft draft;
    draft.rule = rule;
    draft.relation = std::move(relation);
    draft.arguments = std::move(arguments);
    draft.arguments.insert(draft.arguments.begin(), subject_);
    draft.grounds = grounds_;
    draft.head = head();
    draft.conditional = clause_.modality == Modality::kConditional;
    for (const Adjunct& adjunct : adjuncts_) {
      if (&adjunct != used && !is_said(draft, adjunct.head)) {
        draft.arguments.push_back(adjunct.phrase);
      }
    }
    draft.arguments.push_back(extraposed_);
    std::erase_if(draft.arguments, [](const Phrase& phrase) { return phrase.empty(); });
    drafts_.push_back(std::move(draft));
  }

  /// Whether an argument has the word: "nine feet" of "is nine feet high".
  static bool is_said(const TupleDraft& draft, TokenIndex word) {
    return std::any_of(draft.arguments.begin(), draft.arguments.end(), [&](const Phrase& phrase) {
      return std::find(phrase.begin(), phrase.end(), word) != phrase.end();
    });
  }

  /// "There is hope for peace": There | is | hope for peace.
  void existential() {
    const TokenIndex subject = tree_.child(head(), "nsubj");
    const TokenIndex expletive = tree_.child(head(), "expl");
    if (subject == kNoToken || expletive == kNoToken) return;
    subject_ = {expletive};
    emit("existential", relation_, {argument(subject, true)});
  }

  /// "is the mayor", "is in Oslo", "is open to talks", "is negotiable".
  void copula() {
    if (!is_nominal(tree_, head())) {
      const Adjunct* next = following_oblique(tree_, clause_, adjuncts_);
      return next != nullptr ? oblique("copula", *next) : adjective();
    }
    const Phrase preposition = case_words(tree_, head());
    for (const TokenIndex member : tree_.with_conjuncts(head())) {
      const bool clause = tree_.token(member).upos == Upos::kVerb ||
                          tree_.child(member, {"nsubj", "cop"}) != kNoToken;
      if (member != head() && clause) continue;
      const Phrase own = case_words(tree_, member);
      if (preposition.empty() && role(member)) continue;
      emit("copula", relation_ + (own.empty() ? preposition : own), {argument(member, false)});
    }
  }

  /// "is the parent of Norland Bank": is the parent of | Norland Bank.
  bool role(TokenIndex noun) {
    TokenIndex whole = kNoToken;
    for (const TokenIndex c : tree_.children(noun)) {
      if (c < noun || tree_.token(c).upos == Upos::kPunct) continue;
      if (whole != kNoToken || !tree_.is(c, "nmod")) return false;
      whole = c;
    }
    if (whole == kNoToken || tree_.introducer(whole, "case") != "of") return false;
    const Phrase words = noun_phrase(tree_, noun, {.conjuncts = false, .without = whole});
    emit("role", relation_ + words + case_words(tree_, whole), {argument(whole, true)});
    return true;
  }

  /// "is virtually unchanged": what is said of the subject is the adjective.
  void adjective() {
    Phrase phrase = noun_phrase(tree_, clause_.last());
    RelationWords relation = relation_;
    std::erase_if(relation, [&](const RelationWord& word) {
      return std::binary_search(phrase.begin(), phrase.end(), word.token);
    });
    if (clause_.complement != kNoToken) {
      const Phrase complement = clause_phrase(tree_, clause_.complement);
      phrase.insert(phrase.end(), complement.begin(), complement.end());
    }
    emit("adjective", std::move(relation), {std::move(phrase)});
  }

  /// "rejected the plan and the treaty": a tuple for each. "gave Kern a book", "asked Kern to
  /// come", "told Kern that ...": what goes with it.
  void objects() {
    std::vector<Phrase> more;
    const std::vector<TokenIndex> objects = objects_of(tree_, clause_);
    const TokenIndex indirect = tree_.child(clause_.last(), "iobj");
    const bool given = indirect != kNoToken && indirect != objects.front();
    if (clause_.infinitive != kNoToken) more.push_back(clause_phrase(tree_, clause_.infinitive));
    if (clause_.nominal != kNoToken) more.push_back(argument(clause_.nominal, true));
    if (clause_.complement != kNoToken) more.push_back(clause_phrase(tree_, clause_.complement));
    for (const TokenIndex object : objects) {
      std::vector<Phrase> arguments = more;
      arguments.insert(arguments.begin(), argument(object, false));
      if (given) arguments.insert(arguments.begin(), argument(indirect, true));
      grounds_.push_back(object);
      emit("object", relation_, std::move(arguments));
      grounds_.pop_back();
    }
  }

  /// "remains the mayor", "was chosen as mayor": a tuple for each conjunct.
  void nominal() {
    Phrase words;
    for (const TokenIndex c : tree_.children(clause_.nominal)) {
      const bool links = tree_.is(c, "mark") || tree_.is(c, "cop") || tree_.is(c, "case");
      if (links && c < clause_.nominal) words.push_back(c);
    }
    for (const TokenIndex member : tree_.with_conjuncts(clause_.nominal)) {
      emit("nominal", relation_ + words, {argument(member, false)});
    }
  }

  /// "The talks went on , Roth said": said | The talks went on.
  bool reported() {
    const bool says = is_in_class(tree_.token(head()).lemma, WordClass::kSay);
    if (!says || !tree_.is(head(), "parataxis")) return false;
    emit("report", relation_, {clause_phrase(tree_, tree_.head(head()), true, head())});
    return true;
  }

  /// "was sold to Roth and Kern": was sold to | Roth, and | Kern.
  void oblique(const char* rule, const Adjunct& adjunct) {
    for (const TokenIndex member : adjunct.members) {
      const Phrase own = case_words(tree_, member);
      grounds_.push_back(member);
      emit(rule, relation_ + (own.empty() ? adjunct.preposition : own), {argument(member, false)},
           &adjunct);
      grounds_.pop_back();
    }
  }

  /// A verb without object: its first oblique, else an adverb or fronted adjunct, else nothing.
  void verb() {
    const Adjunct* next = following_oblique(tree_, clause_, adjuncts_);
    if (next != nullptr) return oblique("oblique", *next);
    // "seems virtually unchanged".
    if (tree_.token(clause_.last()).upos == Upos::kAdj && clause_.last() != head()) {
      return adjective();
    }
    if (is_place_) {
      const Adjunct place = adjuncts_.back();
      adjuncts_.pop_back();
      relation_.push_back({kNoToken, "in"});
      return emit("adjunct", relation_, {place.phrase});
    }
    if (!adjuncts_.empty() || !extraposed_.empty()) return emit("adjunct", relation_, {});
    if (clause_.passive && clause_.chain.size() == 1) return state();
    emit("intransitive", relation_, {});
  }

  /// "was never vaulted": a passive that tells nothing else tells a state, was never | vaulted.
  void state() {
    const auto is_auxiliary = [&](const RelationWord& word) {
      return word.inserted != nullptr || tree_.is(word.token, "aux");
    };
    const auto last = std::find_if(relation_.rbegin(), relation_.rend(), is_auxiliary);
    RelationWords copula(relation_.begin(), last.base());
    Phrase state;
    for (auto word = last.base(); word != relation_.end(); ++word) state.push_back(word->token);
    // "not" is of the copula.
    while (state.size() > 1 &&
           is_in_class(tree_.token(state.front()).lemma, WordClass::kNegative)) {
      copula.push_back({state.front(), nullptr});
      state.erase(state.begin());
    }
    emit("state", std::move(copula), {std::move(state)});
  }

  const Clause& clause_;
  std::vector<TupleDraft>& drafts_;
  const Tree& tree_;
  Phrase subject_;
  Phrase extraposed_;
  RelationWords relation_;
  std::vector<Adjunct> adjuncts_;
  std::vector<TokenIndex> grounds_;
  bool is_place_ = false;  ///< the last adjunct is the noun before "where"
};

}  // namespace

void add_nary_tuples(const Document& document, const Clause& clause,
                     std::vector<TupleDraft>& drafts) {
  NaryClause(document, clause, drafts).apply();
}

}  // namespace newsgraph
