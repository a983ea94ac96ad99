#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/proposition/draft.hpp"

namespace newsgraph {

/// The propositions of one clause, rule by rule: what apply_clause_rules() of draft.hpp does.
///
///     clause_rules.cpp        verbs: which rules apply; objects, recipients, events
///     oblique_rules.cpp       what a preposition leads in: arguments, places, occasions
///     intransitive_rules.cpp  verbs without any of them
///     complement_rules.cpp    clauses as objects
///     copula_rules.cpp        "is", "there is"
///     clause_drafts.cpp       what all drafts of a clause have: qualifiers, polarity, results
class ClauseRules {
 public:
  ClauseRules(Document& document, const Clause& clause, std::vector<Draft>& drafts)
      : document_(document),
        clause_(clause),
        drafts_(drafts),
        tree_(document.tree(clause.sentence)) {}

  void apply();

 private:
  void find_drafts();
  bool tells_which_kind() const;

  void passive_with_agent();
  void verb(TokenRef subject);
  void objects(TokenRef subject);
  bool wishes_of(TokenRef object) const;
  void recipients(TokenRef subject);
  void nominal(TokenRef subject);
  void oblique_arguments(TokenRef subject);
  void settings(TokenRef subject);
  void occasions(TokenRef subject);
  void event(TokenRef subject);
  bool avoids_into() const;
  bool inner_has_oblique() const;
  void complement(TokenRef subject);
  void introduced(TokenRef subject);
  void question(TokenRef subject);
  void made(TokenRef subject);
  void intransitive(TokenRef subject);

  void existential();
  void existential_place(const Draft& exists, TokenIndex place);
  void copula();
  bool copula_with_counterpart();
  std::optional<std::string> list_of(TokenRef subject) const;
  bool is_of_all_together() const;
  bool asks_for_predicate() const;
  bool is_placeholder(TokenRef subject) const;
  PredicateText bare_copula(const std::string& preposition) const;

  Draft frame(const char* rule) const;
  Draft with_clause(TokenRef subject, TokenIndex head, PredicateText predicate) const;
  /// Adds a draft, and gives it to be completed; null where the object is no argument.
  Draft* emit(TokenRef subject, TokenRef object, PredicateText predicate, const char* rule);
  void qualify(Draft& draft) const;
  void add_purpose_of_amount(Draft& draft) const;
  void add_clauses(Draft& draft) const;
  std::string purpose_marker(TokenIndex c) const;
  bool is_parallel(TokenIndex first, TokenIndex second) const;
  bool excludes_objects() const;
  bool is_alternative(TokenIndex member) const;
  bool is_of_object(TokenIndex gerund, std::string_view marker) const;
  bool is_resultative() const;
  std::string result_in(TokenRef object) const;
  std::string open_marker() const;
  TokenIndex first_conjunct(TokenRef member) const;

  bool lacks_content(TokenRef subject) const;
  bool is_bare_modifier() const;
  bool fares(TokenIndex verb) const;
  void add_manner(PredicateText& predicate) const;
  bool tells_how(TokenIndex i) const;
  bool introduces_quotation() const;
  bool goes_on_saying() const;
  bool is_left_open() const;
  bool is_light() const;
  bool is_finite() const;
  bool is_audience(const Oblique& oblique) const;
  void add_reach_of_rank(Draft& draft) const;
  bool is_counted_together(TokenRef member) const;
  void tell_all(Draft& draft) const;
  bool reciprocal();
  bool is_contest_of_sides() const;
  bool is_setting_of_saying(const Oblique& oblique, bool named) const;
  bool encloses_place(const Oblique& oblique) const;
  const Oblique* state_before(const Oblique& oblique) const;
  bool is_absolute(const Oblique& oblique) const;
  bool is_beside(TokenIndex noun) const;
  bool is_place_of_absolute(const Oblique& place) const;
  bool is_all_of(const Oblique& oblique) const;
  bool is_fronted(const Oblique& oblique, TokenRef subject) const;
  std::optional<TokenRef> subject_read_as_object() const;
  bool is_elliptic(TokenIndex complement) const;
  bool names_in_free_relative() const;
  bool object_points_back() const;
  const char* rule() const;

  Document& document_;
  const Clause& clause_;
  std::vector<Draft>& drafts_;
  const Tree& tree_;
  std::vector<Oblique> obliques_;  ///< without those that only tell the time
};

/// Whether the phrase at `head` has a name, through an apposition or by itself.
bool is_named(const Document& document, TokenRef head);

/// Whether it means what its name does; not so "the first Norlander".
bool is_name(Document& document, TokenRef head);

/// A name, or a pronoun whose antecedent is known only later: as good as one.
bool may_be_named(const Document& document, TokenRef head);

/// Whether the preposition tells circumstances: what it introduces is no argument of the verb.
bool introduces_circumstance(const std::string& preposition);

}  // namespace newsgraph
