#include "extract/proposition/consistency.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph {
namespace {

class ConsistencyCheck {
 public:
  explicit ConsistencyCheck(const Extraction& extraction) : extraction_(extraction) {}

  void run() const {
    for (const SentenceText& sentence : extraction_.sentences) span(sentence.span);
    for (const Mention& mention : extraction_.mentions) check(mention);
    for (const Proposition& proposition : extraction_.propositions) check(proposition);
    check_acyclic();
  }

 private:
  static void within(std::size_t index, std::size_t size, const char* what) {
    if (index >= size) {
      throw Damage("refers to " + std::string(what) + " " + std::to_string(index) + " of " +
                   std::to_string(size));
    }
  }
  void sentence(std::uint32_t index) const {
    within(index, extraction_.sentences.size(), "sentence");
  }
  void mention(std::uint32_t index) const { within(index, extraction_.mentions.size(), "mention"); }
  static void span(const Span& value) {
    if (value.begin > value.end) {
      throw Damage("a span ends at " + std::to_string(value.end) + ", before it begins at " +
                   std::to_string(value.begin));
    }
  }
  void argument(const Argument& value) const {
    span(value.span);
    if (value.is_mention()) mention(value.index);
    if (value.is_proposition()) {
      within(value.index, extraction_.propositions.size(), "proposition");
    }
  }

  void check(const Mention& value) const {
    sentence(value.sentence);
    span(value.span);
    mention(value.chain);
    const std::uint32_t first = extraction_.mentions[value.chain].chain;
    if (first != value.chain) {
      throw Damage("coreference chain leads from mention " + std::to_string(value.chain) +
                   " on to mention " + std::to_string(first));
    }
    for (const std::uint32_t participant : value.participants) mention(participant);
  }

  void check(const Proposition& value) const {
    sentence(value.sentence);
    if (!value.subject.is_mention()) throw Damage("a proposition's subject is no mention");
    span(value.predicate_span);
    argument(value.subject);
    argument(value.object);
    for (const Qualifier& qualifier : value.qualifiers) argument(qualifier.value);
    for (const Attribution& source : value.attribution) {
      span(source.span);
      if (source.mention) mention(*source.mention);
    }
  }

  template <typename Visit>
  static void each_clause(const Proposition& proposition, const Visit& visit) {
    if (proposition.object.is_proposition()) visit(proposition.object.index);
    for (const Qualifier& qualifier : proposition.qualifiers) {
      if (qualifier.value.is_proposition()) visit(qualifier.value.index);
    }
  }

  /// Whoever follows clauses into clauses must come to an end (Kahn, 1962).
  void check_acyclic() const {
    const auto& propositions = extraction_.propositions;
    std::vector<std::uint32_t> users(propositions.size());
    for (const Proposition& proposition : propositions) {
      each_clause(proposition, [&](std::uint32_t clause) { ++users[clause]; });
    }
    std::vector<std::uint32_t> free;
    for (std::uint32_t i = 0; i < users.size(); ++i) {
      if (users[i] == 0) free.push_back(i);
    }
    std::size_t seen = 0;
    while (!free.empty()) {
      const std::uint32_t user = free.back();
      free.pop_back();
      ++seen;
      each_clause(propositions[user], [&](std::uint32_t clause) {
        if (--users[clause] == 0) free.push_back(clause);
      });
    }
    if (seen != propositions.size()) throw Damage("propositions contain one another");
  }

  const Extraction& extraction_;
};

}  // namespace

void check_consistency(const Extraction& extraction) { ConsistencyCheck(extraction).run(); }

}  // namespace newsgraph
