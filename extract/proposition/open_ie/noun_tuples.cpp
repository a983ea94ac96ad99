#include "extract/proposition/open_ie/noun_tuples.hpp"

#include <optional>
#include <string>
#include <utility>

#include "extract/mention/lexicon.hpp"
#include "extract/proposition/open_ie/relation_words.hpp"

namespace newsgraph {
namespace {

class NounTuples {
 public:
  NounTuples(const Document& document, std::uint32_t sentence, std::vector<TupleDraft>& drafts)
      : document_(document), sentence_(sentence), drafts_(drafts), tree_(document.tree(sentence)) {}

  void apply() {
    for (TokenIndex i = 0; i < tree_.size(); ++i) {
      if (tree_.head(i) == kNoHead) continue;
      if (tree_.is(i, "appos")) apposition(i);
      if (tree_.token(i).deprel == "nmod:unmarked") containing_place(i);
      title(i);
      adjective(i);
      if (tree_.is(i, "nmod:poss")) {
        possessive(i);
      } else if (tree_.is(i, "nmod")) {
        place(i);
        examples(i);
      }
    }
  }

 private:
  bool is_name(TokenIndex i) const {
    return tree_.token(i).upos == Upos::kPropn || name_type(i).has_value();
  }

  std::optional<NameType> name_type(TokenIndex i) const {
    const auto name = document_.name_at({sentence_, i});
    if (!name) return std::nullopt;
    return tree_.sentence().names[*name].type;
  }

  void emit(const char* rule, TokenIndex ground, Phrase subject, RelationWords relation,
            Phrase object) {
    if (subject.empty() || object.empty()) return;
    TupleDraft draft;
    draft.rule = rule;
    draft.head = ground;
    draft.relation = std::move(relation);
    draft.arguments = {std::move(subject), std::move(object)};
    drafts_.push_back(std::move(draft));
  }

  /// "Keller , 47 ,"; "a move that surprised many": how old, or of the whole clause.
  bool is_weak(TokenIndex i) const {
    const Token& token = tree_.token(i);
    return token.upos == Upos::kNum || token.upos == Upos::kSym ||
           is_in_class(token.lemma, WordClass::kShell);
  }

  /// "Marta Keller , the mayor of Oslo ,": Marta Keller | is | the mayor of Oslo.
  /// "the mayor , Marta Keller": Marta Keller | is | the mayor.
  void apposition(TokenIndex i) {
    TokenIndex holder = tree_.head(i);
    TokenIndex role = i;
    // "Keller and Roth , the mayor": the nearest; "Keller and Roth , the ministers": all.
    const bool all = is_plural(tree_, role) && tree_.child(holder, "conj") != kNoToken;
    for (const TokenIndex member : tree_.with_conjuncts(tree_.head(i))) {
      if (member < i && !all) holder = member;
    }
    if (is_name(role) && !is_name(holder)) std::swap(holder, role);
    const PhraseParts alone = {.conjuncts = false, .without = i};
    // A role where just one of them is a name; two names, or two nouns, are often a list.
    const bool weak = is_weak(role) || is_weak(holder) || is_name(role) == is_name(holder);
    for (const TokenIndex member : tree_.with_conjuncts(role)) {
      emit(weak ? "weak apposition" : "apposition", i,
           noun_phrase(tree_, holder, {.conjuncts = all, .without = i}),
           {{kNoToken, all ? "are" : "is"}}, noun_phrase(tree_, member, alone));
    }
  }

  /// "Halmar , Norland": Halmar | is in | Norland.
  void containing_place(TokenIndex i) {
    const TokenIndex part = tree_.head(i);
    if (name_type(part) != NameType::kPlace || name_type(i) != NameType::kPlace || i < part) return;
    emit("place", i, noun_phrase(tree_, part, {.conjuncts = false, .without = i}),
         {{kNoToken, "is in"}}, noun_phrase(tree_, i, {.conjuncts = false}));
  }

  /// "President Marta Keller": Marta Keller | is | President.
  void title(TokenIndex i) {
    TokenIndex role = i;
    TokenIndex person = tree_.head(i);
    if (tree_.is(i, "flat")) {
      std::swap(role, person);
    } else if (!tree_.is(i, "nmod:desc") && !tree_.is(i, "compound")) {
      return;
    }
    if (role > person || name_type(role) || name_type(person) != NameType::kPerson) return;
    const NamedMention& name = tree_.sentence().names[*document_.name_at({sentence_, person})];
    Phrase subject;
    for (auto t = static_cast<TokenIndex>(name.begin); t < static_cast<TokenIndex>(name.end); ++t) {
      subject.push_back(t);
    }
    Phrase object = noun_phrase(tree_, role, {.without = person});
    std::erase_if(object, [&](TokenIndex t) { return t >= subject.front(); });
    if (object.empty() || object.back() + 1 != subject.front()) return;
    emit("title", i, std::move(subject), {{kNoToken, "is"}}, std::move(object));
  }

  /// "people familiar with the plan": people | are familiar with | the plan.
  void adjective(TokenIndex i) {
    const TokenIndex noun = tree_.head(i);
    const bool modifies = tree_.is(i, "amod") || tree_.is(i, "acl");
    if (!modifies || i < noun || tree_.token(i).upos != Upos::kAdj || !is_nominal(tree_, noun))
      return;
    const TokenIndex object = tree_.child(i, {"obl", "nmod"});
    if (object == kNoToken || object < i || tree_.child(i, {"nsubj", "cop"}) != kNoToken) return;
    const Phrase preposition = case_words(tree_, object);
    if (preposition.empty()) return;
    emit("state", i, noun_phrase(tree_, noun, {.clauses = false, .without = i}),
         RelationWords{{kNoToken, form_of_be(tree_, i, noun)}} + Phrase{i} + preposition,
         noun_phrase(tree_, object));
  }

  /// "Roth 's house": Roth | has | house.
  void possessive(TokenIndex i) {
    if (tree_.token(i).upos == Upos::kPron) return;
    Phrase owner = noun_phrase(tree_, i);
    if (!owner.empty() && tree_.token(owner.back()).xpos == "POS") owner.pop_back();
    emit("possessive", i, std::move(owner), {{kNoToken, "has"}},
         noun_phrase(tree_, tree_.head(i), {.clauses = false, .without = i}));
  }

  /// "Keller College in Oslo": Keller College | is in | Oslo.
  void place(TokenIndex i) {
    const TokenIndex noun = tree_.head(i);
    if (tree_.introducer(i, "case") != "in" || !is_name(i) || !is_name(noun) || i < noun) return;
    emit("place", i, noun_phrase(tree_, noun, {.conjuncts = false, .without = i}),
         RelationWords{{kNoToken, "is"}} + case_words(tree_, i), noun_phrase(tree_, i));
  }

  /// "cities such as Oslo": cities | are such as | Oslo.
  void examples(TokenIndex i) {
    const TokenIndex noun = tree_.head(i);
    const std::string preposition = tree_.introducer(i, "case");
    if (preposition != "such as" && preposition != "including") return;
    const Phrase kind = noun_phrase(tree_, noun, {.clauses = false, .without = i});
    for (const TokenIndex member : tree_.with_conjuncts(i)) {
      emit("example", i, kind,
           RelationWords{{kNoToken, present_of_be(tree_, noun)}} + case_words(tree_, i),
           noun_phrase(tree_, member, {.conjuncts = false}));
    }
  }

  const Document& document_;
  std::uint32_t sentence_;
  std::vector<TupleDraft>& drafts_;
  const Tree& tree_;
};

}  // namespace

void add_noun_tuples(const Document& document, std::uint32_t sentence,
                     std::vector<TupleDraft>& drafts) {
  NounTuples(document, sentence, drafts).apply();
}

}  // namespace newsgraph
