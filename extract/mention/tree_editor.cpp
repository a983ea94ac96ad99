#include "extract/mention/tree_editor.hpp"

#include <string>

#include "extract/mention/lexicon.hpp"
#include "extract/mention/noun_classes.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {

bool TreeEditor::is_nominal(TokenIndex i) {
  return token(i).upos == Upos::kNoun || token(i).upos == Upos::kPropn;
}

const NamedMention* TreeEditor::name_at(TokenIndex i) const {
  for (const NamedMention& name : sentence_.names) {
    if (static_cast<TokenIndex>(name.begin) <= i && i < static_cast<TokenIndex>(name.end)) {
      return &name;
    }
  }
  return nullptr;
}

bool TreeEditor::is_person_name(TokenIndex i) const {
  const NamedMention* name = name_at(i);
  return name != nullptr && name->type == NameType::kPerson;
}

bool TreeEditor::is_role(TokenIndex i) {
  if (!is_nominal(i) || is_person_name(i)) return false;
  const std::string lemma = to_lower(token(i).lemma);
  return is_in_class(lemma, WordClass::kRole) || noun_class(lemma) == NounClass::kPerson;
}

bool TreeEditor::says(TokenIndex i) { return is_in_class(token(i).lemma, WordClass::kSay); }

bool TreeEditor::is_time(TokenIndex i) {
  const std::string& relation = token(i).deprel;
  if (!is_relation(relation, "obl") && relation != "advmod") return false;
  return noun_class(to_lower(token(i).lemma)) == NounClass::kTime;
}

bool TreeEditor::is_tensed(TokenIndex i) {
  const std::string& tag = token(i).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP";
}

bool TreeEditor::is_below(TokenIndex i, TokenIndex ancestor) {
  // Bounded, in case a rule has made a cycle: repair_tree() then takes it all back.
  for (std::size_t steps = 0; i != kNoHead && steps <= sentence_.tokens.size(); ++steps) {
    if (i == ancestor) return true;
    i = token(i).head;
  }
  return i != kNoHead;
}

void TreeEditor::attach(TokenIndex i, TokenIndex head, std::string_view relation) {
  if (is_below(head, i)) return;
  token(i).head = head;
  token(i).deprel = relation;
}

TokenIndex TreeEditor::child(TokenIndex head, std::string_view relation) {
  for (TokenIndex c = 0; c < static_cast<TokenIndex>(sentence_.tokens.size()); ++c) {
    if (token(c).head == head && is_relation(token(c).deprel, relation)) return c;
  }
  return kNoToken;
}

std::string TreeEditor::preposition_of(TokenIndex noun) {
  const TokenIndex preposition = child(noun, "case");
  return preposition == kNoToken || preposition > noun ? std::string()
                                                       : to_lower(token(preposition).form);
}

}  // namespace newsgraph
