#include "extract/mention/value_mention.hpp"

#include "extract/mention/words.hpp"
#include "extract/values/calendar.hpp"

namespace newsgraph {
namespace {

/// "25 years and nine months": "25 year 9 month".
void add_smaller_measures(const Document& document, TokenRef head, Mention& mention) {
  const Tree& tree = document.tree(head.sentence);
  for (const TokenIndex c : tree.children(head.token)) {
    if (c < head.token || tree.token(c).deprel != "nmod:unmarked" ||
        unit_of(tree.token(c).lemma) == TimeUnit::kNone) {
      continue;
    }
    const Amount* amount = document.amount_at({head.sentence, c});
    if (amount == nullptr || amount->kind != AmountKind::kQuantity) continue;
    mention.value += ' ' + amount->value;
  }
}

}  // namespace

void type_value(const Document& document, TokenRef head, const std::vector<TokenIndex>& kept,
                Mention& mention) {
  const Tree& tree = document.tree(head.sentence);
  const Token& token = tree.token(head.token);
  const TimeExpression* time = document.time_at(head);
  if (time != nullptr && time->kind == TimeKind::kDate) {
    mention.kind = NodeKind::kValue;
    mention.type = EntityType::kDate;  // what it comes to, the clauses tell
    const std::vector<Token>& tokens = tree.sentence().tokens;
    mention.span = {tokens[time->begin].span.begin, tokens[time->end - 1].span.end};
    mention.text = span_text(document.article().text, mention.span);
    return;
  }
  const TokenIndex count = tree.child(head.token, "nummod");
  const Amount* amount = document.amount_at(head);
  if (amount == nullptr && count != kNoToken) {
    amount = document.amount_at({head.sentence, count});
  }
  // "the 2005 law" is dated, not counted.
  const bool dated = count != kNoToken && document.time_at({head.sentence, count}) != nullptr &&
                     document.time_at({head.sentence, count})->kind == TimeKind::kDate;
  const bool counted = count != kNoToken && token.upos == Upos::kNoun && !dated;
  const bool money = amount != nullptr && amount->kind == AmountKind::kMoney;
  const bool sign = token.upos == Upos::kSym && amount != nullptr;
  if (token.upos != Upos::kNum && !sign && !counted && !money) return;
  mention.kind = NodeKind::kValue;
  mention.value = amount != nullptr ? amount->value : mention.text;
  if (money) {
    mention.type = EntityType::kMoney;
  } else if (token.upos == Upos::kNum) {
    mention.type = EntityType::kNumber;
  } else {
    mention.type = EntityType::kQuantity;
    add_smaller_measures(document, head, mention);
    if (amount == nullptr || amount->kind == AmountKind::kQuantity) return;
    // What is counted is part of the value, for there is no unit.
    for (const TokenIndex t : kept) {
      if (t < static_cast<TokenIndex>(amount->end) || tree.token(t).upos == Upos::kPunct) continue;
      mention.value += ' ' + (t == head.token ? token.lemma : tree.token(t).form);
    }
  }
}

}  // namespace newsgraph
