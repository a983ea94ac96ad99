#include "extract/proposition/open_ie/adjuncts.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/proposition/open_ie/relation_words.hpp"

namespace newsgraph {
namespace {

/// Adds `oblique`, or joins it to the one of which it is a conjunct.
void add_oblique(const Tree& tree, const Clause& clause, const Oblique& oblique,
                 std::vector<Adjunct>& adjuncts) {
  const TokenIndex head = oblique.head.token;
  for (Adjunct& adjunct : adjuncts) {
    if (adjunct.head == head) return;
    if (tree.is(head, "conj") && adjunct.head == tree.head(head)) {
      adjunct.members.push_back(head);
      return;
    }
  }
  Adjunct adjunct;
  adjunct.head = head;
  adjunct.members = {head};
  adjunct.preposition = preposition_words(tree, clause, oblique);
  adjunct.phrase = adjunct.preposition;
  const Phrase noun = argument_phrase(tree, clause, head, {});
  adjunct.phrase.insert(adjunct.phrase.end(), noun.begin(), noun.end());
  // "even in Oslo"; but "in which he lived" leaves "in the town", though that stands before it.
  if (!tree.is_below(clause.head(), head)) std::sort(adjunct.phrase.begin(), adjunct.phrase.end());
  adjuncts.push_back(std::move(adjunct));
}

/// Whether the clause `i` stands to the verb as an oblique does: "came to visit Oslo", "accused
/// Roth of wasting money". Those with a subject or before the verb are statements of their own.
bool is_argument_clause(const Tree& tree, TokenIndex i, TokenIndex verb) {
  if (!tree.is(i, "advcl")) return false;
  const std::string introducer = tree.introducer(i, "mark");
  if (introducer == "to") return true;
  return i > verb && !introducer.empty() && tree.token(i).xpos == "VBG" &&
         tree.child(i, "nsubj") == kNoToken;
}

}  // namespace

std::vector<Adjunct> find_adjuncts(const Tree& tree, const Clause& clause,
                                   const RelationWords& relation) {
  std::vector<Adjunct> adjuncts;
  std::vector<Oblique> obliques = clause.obliques;
  for (const TokenRef& agent : clause.agents) obliques.push_back({agent, "by"});
  std::sort(obliques.begin(), obliques.end(),
            [](const Oblique& a, const Oblique& b) { return a.head < b.head; });
  for (const Oblique& oblique : obliques) add_oblique(tree, clause, oblique, adjuncts);
  std::vector<Adjunct> clauses;
  for (const TokenIndex link : clause.chain) {
    for (const TokenIndex c : tree.children(link)) {
      const bool said = std::any_of(relation.begin(), relation.end(),
                                    [&](const RelationWord& word) { return word.token == c; });
      const bool question = tree.token(c).xpos.starts_with('W');
      Adjunct adjunct;
      adjunct.head = c;
      if (tree.is(c, "advmod") && c > link && !said && !question) {
        adjunct.kind = Adjunct::Kind::kAdverb;
        adjunct.phrase = clause_phrase(tree, c);
        adjuncts.push_back(std::move(adjunct));
      } else if (!said && is_argument_clause(tree, c, link)) {
        adjunct.kind = Adjunct::Kind::kClause;
        adjunct.phrase = clause_phrase(tree, c);
        clauses.push_back(std::move(adjunct));
      }
    }
  }
  adjuncts.insert(adjuncts.end(), clauses.begin(), clauses.end());
  return adjuncts;
}

Phrase argument_phrase(const Tree& tree, const Clause& clause, TokenIndex head, PhraseParts parts) {
  if (tree.is_below(clause.head(), head)) parts.without = clause.head();
  return noun_phrase(tree, head, parts);
}

std::vector<TokenIndex> objects_of(const Tree& tree, const Clause& clause) {
  std::vector<TokenIndex> objects;
  for (const TokenRef& object : clause.objects) objects.push_back(object.token);
  const TokenIndex indirect = tree.child(clause.last(), "iobj");
  if (objects.empty() && indirect != kNoToken) objects = tree.with_conjuncts(indirect);
  return objects;
}

const Adjunct* following_oblique(const Tree& tree, const Clause& clause,
                                 const std::vector<Adjunct>& adjuncts) {
  for (const Adjunct& adjunct : adjuncts) {
    if (adjunct.head > clause.last() && !adjunct.preposition.empty()) return &adjunct;
  }
  for (const Adjunct& adjunct : adjuncts) {
    const bool relative = tree.is_below(clause.head(), adjunct.head);
    if (relative && !adjunct.preposition.empty()) return &adjunct;
  }
  return nullptr;
}

}  // namespace newsgraph
