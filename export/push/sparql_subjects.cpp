#include "export/push/sparql_subjects.hpp"

#include <algorithm>
#include <functional>

#include "export/text.hpp"

namespace newsgraph {
namespace {

constexpr std::string_view kOntology = "https://newsgraph.example/ontology#";
constexpr std::string_view kType = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
/// Subjects in one statement.
constexpr std::size_t kSubjects = 500;

/// What stands between the quotation marks.
std::string_view literal(std::string_view term) {
  const std::size_t begin = term.find('"');
  if (begin == std::string_view::npos) return {};
  return term.substr(begin + 1, term.find('"', begin + 1) - begin - 1);
}

/// <…> that can stand in a statement as it is.
bool is_iri(std::string_view term) {
  return term.size() > 2 && term.front() == '<' && term.back() == '>' &&
         std::all_of(term.begin() + 1, term.end() - 1, is_iri_character);
}

/// Calls send(values) with " item item …" for parts of the list.
template <typename Item, typename Text, typename Send>
void in_parts(const std::vector<Item>& items, Text text, Send send) {
  std::string values;
  for (std::size_t i = 0; i < items.size(); ++i) {
    values += ' ';
    values += text(items[i]);
    if ((i + 1) % kSubjects == 0 || i + 1 == items.size()) {
      send(values);
      values.clear();
    }
  }
}

std::string_view as_it_is(const std::string& text) { return text; }

}  // namespace

bool SparqlScope::is_within_own_spaces(std::string_view property) const {
  property.remove_prefix(1);
  return property.starts_with(base_) || property.starts_with(kOntology);
}

void SparqlScope::see(std::string_view subject, std::string_view rest) {
  const auto add = [&](std::string_view property) {
    if (is_within_own_spaces(property) || properties_.count(property) > 0) return;
    properties_.emplace(property);
  };
  const std::size_t begin = rest.find('<');
  const std::size_t end = rest.find('>', begin);
  if (end == std::string_view::npos) return;
  const std::string_view property = rest.substr(begin, end + 1 - begin);
  add(property);
  if (property == kType && rest.find("/owl#", end) != std::string_view::npos &&
      rest.find("Property>", end) != std::string_view::npos) {
    add(subject);
  }
}

bool SparqlScope::is_own(std::string_view subject) const {
  subject.remove_prefix(1);
  return subject.starts_with(base_) && !subject.starts_with(kOntology);
}

std::string SparqlScope::own_properties() const {
  std::string test = "STRSTARTS(STR(?p),\"" + std::string(kOntology) + "\")||STRSTARTS(STR(?p),\"" +
                     base_ + "\")||?p IN (" + std::string(kMarkProperty);
  for (const std::string& property : properties_) test += "," + property;
  return test + ")";
}

StoredSubjects take_inventory(SparqlEndpoint& endpoint, const SparqlScope& scope, Ledger& ledger) {
  const std::string mark(kMarkProperty);
  StoredSubjects own;
  endpoint.select(
      "SELECT ?s ?m WHERE{?s " + mark + " ?m}",
      [&] {
        ledger.find_nothing();
        own = {};
      },
      [&](const std::vector<std::string_view>& row) {
        if (row.size() != 2 || !is_iri(row[0])) return;
        const std::string_view text = literal(row[1]);
        if (scope.is_own(row[0]) && ledger.is_own(text)) ++own.count;
        const Ledger::Unwanted fate = ledger.found(row[0], text);
        if (fate != Ledger::Unwanted::kOwn && fate != Ledger::Unwanted::kShared) return;
        own.unwanted.push_back({std::string(row[0]), std::string(text), fate});
      });
  // What a push was cut off from marking, or was loaded by other means. Every subject has a type,
  // which is the first that is written of it.
  endpoint.select(
      "SELECT DISTINCT ?s WHERE{?s a ?t FILTER(STRSTARTS(STR(?s),\"" + scope.base() +
          "\"))FILTER NOT EXISTS{?s " + mark + " ?m}}",
      [] {},
      [&](const std::vector<std::string_view>& row) {
        if (!row.empty() && is_iri(row[0])) ledger.found(row[0], "");
      });
  return own;
}

void erase(SparqlEndpoint& endpoint, const SparqlScope& scope,
           const std::vector<std::string>& subjects) {
  std::vector<std::string> own;
  std::vector<std::string> vocabulary;
  for (const std::string& subject : subjects) {
    (scope.is_own(subject) ? own : vocabulary).push_back(subject);
  }
  in_parts(own, as_it_is, [&](const std::string& values) {
    endpoint.update("DELETE{?s ?p ?o}WHERE{VALUES ?s{" + values + "}?s ?p ?o FILTER(" +
                    scope.own_properties() + ")}");
  });
  in_parts(vocabulary, as_it_is, [&](const std::string& values) {
    const std::string pattern = "?s " + std::string(kMarkProperty) + " ?m";
    endpoint.update("DELETE{" + pattern + "}WHERE{VALUES ?s{" + values + "}" + pattern + "}");
  });
}

void rename(SparqlEndpoint& endpoint, const SparqlScope& scope, Ledger& ledger,
            const std::vector<RenamedSubject>& subjects) {
  std::vector<std::string> old;
  for (const RenamedSubject& subject : subjects) old.push_back(subject.old);
  erase(endpoint, scope, old);
  in_parts(
      subjects,
      [](const RenamedSubject& subject) { return "(" + subject.old + " " + subject.now + ")"; },
      [&](const std::string& values) {
        const std::string names = "VALUES(?old ?new){" + values + "}";
        endpoint.update("DELETE{?old ?p ?o}INSERT{?new ?p ?o}WHERE{" + names + "?old ?p ?o};" +
                        "DELETE{?s ?p ?old}INSERT{?s ?p ?new}WHERE{" + names + "?s ?p ?old}");
      });
  for (const RenamedSubject& subject : subjects) ledger.disturb(subject.now);
}

void remove(SparqlEndpoint& endpoint, const SparqlScope& scope, const Ledger& ledger,
            const std::vector<StoredSubject>& subjects) {
  std::vector<std::string> own;
  std::vector<std::string> shared;
  for (const StoredSubject& subject : subjects) {
    if (subject.fate == Ledger::Unwanted::kOwn) {
      own.push_back(subject.iri);
    } else {
      shared.push_back("(" + subject.iri + " \"" + ledger.disowned(subject.mark) + "\")");
    }
  }
  erase(endpoint, scope, own);
  in_parts(shared, as_it_is, [&](const std::string& values) {
    const std::string mark(kMarkProperty);
    endpoint.update("DELETE{?s " + mark + " ?m}INSERT{?s " + mark + " ?new}WHERE{VALUES(?s ?new){" +
                    values + "}?s " + mark + " ?m}");
  });
}

}  // namespace newsgraph
