#include "export/display.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cmath>

namespace newsgraph {

std::string display_label(const Relation& relation, std::string_view object) {
  std::string label = relation.polarity == Polarity::kNegated ? "not " : "";
  label += relation.readable.empty() ? relation.predicate : relation.readable;
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

Color node_color(const Entity& entity) {
  // Tableau's ten categorical colours, told apart with the common forms of colour blindness.
  if (entity.kind == NodeKind::kValue) return {0x9C, 0x75, 0x5F};
  switch (entity.type) {
    case EntityType::kPerson:
      return {0x4E, 0x79, 0xA7};
    case EntityType::kOrganization:
      return {0xF2, 0x8E, 0x2B};
    case EntityType::kPlace:
      return {0x59, 0xA1, 0x4F};
    case EntityType::kEvent:
      return {0xE1, 0x57, 0x59};
    case EntityType::kWork:
      return {0xB0, 0x7A, 0xA1};
    case EntityType::kProduct:
      return {0xFF, 0x9D, 0xA7};
    case EntityType::kLaw:
      return {0xED, 0xC9, 0x48};
    case EntityType::kNationality:
      return {0x76, 0xB7, 0xB2};
    case EntityType::kDate:
    case EntityType::kNumber:
    case EntityType::kMoney:
    case EntityType::kQuantity:
      return {0x9C, 0x75, 0x5F};
    case EntityType::kOther:
      break;
  }
  if (entity.kind == NodeKind::kEvent) return {0xE1, 0x57, 0x59};
  return {0xBA, 0xB0, 0xAC};
}

NodeSizes::NodeSizes(const KnowledgeGraph& graph) {
  const auto vertices = boost::make_iterator_range(boost::vertices(graph.relations));
  if (vertices.empty()) return;
  least_ = most_ = graph.relations[*vertices.begin()].mentions;
  for (const Vertex vertex : vertices) {
    least_ = std::min(least_, graph.relations[vertex].mentions);
    most_ = std::max(most_, graph.relations[vertex].mentions);
  }
}

double NodeSizes::operator()(const Entity& entity) const {
  if (most_ == least_) return 4;
  const double share = static_cast<double>(entity.mentions - least_) / (most_ - least_);
  return std::round((4 + 96 * std::sqrt(share)) * 100) / 100;
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
