#include "cli/filter_options.hpp"

#include "cli/date_option.hpp"

namespace newsgraph::cli {
namespace {

std::string is_type(const std::string& word) {
  GraphFilter filter;
  if (add_type(filter, word)) return "";
  return "there is no type \"" + word +
         "\"; the types are person, organization, place, event, work, product, law, nationality, "
         "date, number, money, quantity and other, the kinds entity, event, concept and value";
}

}  // namespace

void FilterOptions::add_to(CLI::App& command) {
  command
      .add_option("--min-support", filter_.min_support,
                  "Only relations of at least so many independent articles")
      ->group("Filters");
  command
      .add_option("--min-confidence", filter_.min_confidence,
                  "Only relations of at least this confidence")
      ->check(CLI::Range(0.0, 1.0))
      ->group("Filters");
  command.add_option("--type", types_, "Only nodes of these types or kinds, e.g. person")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(is_type, "TYPE")
      ->group("Filters");
  command
      .add_option("--relation", filter_.relations,
                  "Only relations of these classes or predicates, e.g. SUPPORT, declined")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Filters");
  command.add_option("--since", filter_.since, "Only what happened then or later")
      ->check(is_date, "DATE")
      ->group("Filters");
  command.add_option("--until", filter_.until, "Only what happened then or earlier")
      ->check(is_date, "DATE")
      ->group("Filters");
  command
      .add_flag("--asserted-only", filter_.asserted_only,
                "Only what an article states as a fact in its own voice")
      ->group("Filters");
}

KnowledgeGraph FilterOptions::apply(KnowledgeGraph graph) const {
  GraphFilter filter = filter_;
  for (const std::string& type : types_) add_type(filter, type);
  return filter.empty() ? std::move(graph) : filtered(graph, filter);
}

}  // namespace newsgraph::cli
