#include "export/viewer/columns.hpp"

#include <algorithm>

namespace newsgraph {
namespace {

constexpr Column kNodeColumns[] = {
    {"type", ColumnType::kText},      {"node_kind", ColumnType::kText},
    {"aliases", ColumnType::kList},   {"titles", ColumnType::kList},
    {"value", ColumnType::kText},     {"mentions", ColumnType::kCount},
    {"articles", ColumnType::kCount}, {"first_seen", ColumnType::kText},
    {"last_seen", ColumnType::kText}, {"statements", ColumnType::kList},
    {"pagerank", ColumnType::kReal},  {"community", ColumnType::kCount},
};
constexpr Column kEdgeColumns[] = {
    {"predicate", ColumnType::kText},      {"canonical", ColumnType::kText},
    {"relation_class", ColumnType::kText}, {"polarity", ColumnType::kText},
    {"modality", ColumnType::kText},       {"asserted", ColumnType::kFlag},
    {"contested", ColumnType::kFlag},      {"confidence", ColumnType::kReal},
    {"support", ColumnType::kCount},       {"evidence_count", ColumnType::kCount},
    {"first_date", ColumnType::kText},     {"last_date", ColumnType::kText},
    {"evidence", ColumnType::kList},       {"article_keys", ColumnType::kList},
    {"article_titles", ColumnType::kList}, {"article_dates", ColumnType::kList},
    {"attributions", ColumnType::kList},
};

/// Beyond, one edge's list would outgrow the tables of the viewers and libxml2's limit of 10 MB.
constexpr std::size_t kListedClaims = 100;

}  // namespace

std::span<const Column> node_columns() { return kNodeColumns; }
std::span<const Column> edge_columns() { return kEdgeColumns; }

void ViewerColumns::text(ColumnWriter& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.text(name, value);
}

/// The items that `item(i)` gives, for i in [0, size).
template <typename Item>
void ViewerColumns::list(ColumnWriter& out, std::string_view name, std::size_t size, Item item) {
  if (size == 0) return;
  items_.resize(size);
  for (std::size_t i = 0; i < size; ++i) items_[i] = item(i);
  out.list(name, items_);
}

void ViewerColumns::node(Vertex vertex, ColumnWriter& out) {
  const Entity& entity = graph_.relations[vertex];
  text(out, "type", to_string(entity.type));
  text(out, "node_kind", to_string(entity.kind));
  list(out, "aliases", entity.aliases.size(),
       [&](std::size_t i) -> const std::string& { return entity.aliases[i].text; });
  list(out, "titles", entity.titles.size(),
       [&](std::size_t i) -> const std::string& { return entity.titles[i]; });
  text(out, "value", entity.value);
  out.count("mentions", entity.mentions);
  out.count("articles", entity.articles);
  text(out, "first_seen", entity.first_seen);
  text(out, "last_seen", entity.last_seen);
  const std::uint32_t first = statements_.starts[vertex];
  list(out, "statements", statements_.starts[vertex + 1] - first, [&](std::size_t i) {
    const Statement& statement = graph_.statements[statements_.order[first + i]];
    return display_label(statement.relation, statement.object_text);
  });
  out.real("pagerank", picture_[vertex].rank);
  out.count("community", picture_[vertex].community);
}

void ViewerColumns::edge(Edge edge, ColumnWriter& out) {
  const Relation& relation = graph_.relations[edge];
  text(out, "predicate", relation.predicate);
  text(out, "canonical", relation.canonical);
  text(out, "relation_class", relation.relation_class);
  text(out, "polarity", to_string(relation.polarity));
  text(out, "modality", to_string(relation.modality));
  out.flag("asserted", relation.asserted);
  out.flag("contested", relation.contested);
  out.real("confidence", relation.confidence);
  out.count("support", relation.support);
  out.count("evidence_count", relation.evidence_count);
  text(out, "first_date", relation.first_date);
  text(out, "last_date", relation.last_date);

  const std::vector<Claim>& claims = relation.claims;
  const std::size_t listed = std::min(claims.size(), kListedClaims);
  const auto article = [&](std::size_t i) -> const ArticleHeader& {
    return graph_.articles[claims[i].evidence.article].header;
  };
  // A blank item at either end of a joined list would be lost where readers trim.
  const auto or_dash = [](std::string_view value) { return value.empty() ? "-" : value; };
  list(out, "evidence", listed, [&](std::size_t i) -> const std::string& {
    return graph_.sentences[claims[i].evidence.sentence].text;
  });
  list(out, "article_keys", listed, [&](std::size_t i) { return article(i).key; });
  list(out, "article_titles", listed, [&](std::size_t i) { return or_dash(article(i).title); });
  list(out, "article_dates", listed, [&](std::size_t i) { return or_dash(article(i).published); });
  list(out, "attributions", listed, [&](std::size_t i) {
    const std::string attribution = attribution_text(claims[i]);
    return attribution.empty() ? "-" : attribution;
  });
}

std::uint64_t edge_weight(const Relation& relation) {
  return std::max(1u, relation.evidence_count);
}

}  // namespace newsgraph
