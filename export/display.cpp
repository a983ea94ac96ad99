#include "export/display.hpp"

#include "graph/model/negation.hpp"

namespace newsgraph {

std::string predicate_label(const Relation& relation) {
  std::string label = relation.readable.empty() ? relation.predicate : relation.readable;
  if (relation.polarity == Polarity::kNegated) {
    const std::size_t place = place_of_not(label);
    label.insert(place, place == 0 ? "not " : " not");
  }
  return label;
}

std::string display_label(const Relation& relation, std::string_view object) {
  std::string label = predicate_label(relation);
  if (!object.empty()) label.append(" ").append(object);
  if (relation.modality != Modality::kActual) {
    label += std::string(" (") + to_string(relation.modality) + ")";
  } else if (relation.polarity == Polarity::kAffirmed && !relation.asserted) {
    label += " (reported)";
  }
  return label;
}

std::string attribution_text(const Claim& claim) {
  std::string text;
  for (const Source& source : claim.attribution) {
    if (!text.empty()) text += " > ";
    text += source.text;
    if (!source.cue.empty()) text += (source.text.empty() ? "(" : " (") + source.cue + ")";
  }
  return text;
}

StatementsBySubject::StatementsBySubject(const KnowledgeGraph& graph)
    : starts(boost::num_vertices(graph.relations) + 1), order(graph.statements.size()) {
  // Counting sort: keeps the order by id within each subject.
  for (const Statement& statement : graph.statements) ++starts[statement.subject + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (std::uint32_t i = 0; i < graph.statements.size(); ++i) {
    order[next[graph.statements[i].subject]++] = i;
  }
}

std::string_view type_label(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return "Person";
    case EntityType::kOrganization:
      return "Organization";
    case EntityType::kPlace:
      return "Place";
    case EntityType::kEvent:
      return "Event";
    case EntityType::kWork:
      return "Work";
    case EntityType::kProduct:
      return "Product";
    case EntityType::kLaw:
      return "Law";
    case EntityType::kNationality:
      return "Nationality";
    case EntityType::kDate:
      return "Date";
    case EntityType::kNumber:
      return "Number";
    case EntityType::kMoney:
      return "Money";
    case EntityType::kQuantity:
      return "Quantity";
    case EntityType::kOther:
      break;
  }
  return "Other";
}

std::string identifier(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    const bool digit = c >= '0' && c <= '9';
    if (digit && name.empty()) name += '_';
    name += letter || digit ? c : '_';
  }
  return name.empty() ? "OTHER" : name;
}

}  // namespace newsgraph
