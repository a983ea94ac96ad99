#include "graph/merge/node_table.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>

#include "extract/base/date.hpp"
#include "extract/base/hash.hpp"
#include "graph/identity/alias.hpp"
#include "graph/identity/name_tables.hpp"
#include "graph/merge/merge.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t kNoArticle = 0xffffffff;

bool is_name(const Mention& mention) {
  return mention.form == MentionForm::kName && mention.kind != NodeKind::kValue;
}

/// The most frequent type; "other" only where nothing else was found.
EntityType majority(const std::array<std::uint32_t, 13>& votes) {
  std::size_t best = static_cast<std::size_t>(EntityType::kOther);
  std::uint32_t most = 0;
  for (std::size_t type = 0; type < votes.size(); ++type) {
    if (type != static_cast<std::size_t>(EntityType::kOther) && votes[type] > most) {
      best = type;
      most = votes[type];
    }
  }
  return static_cast<EntityType>(best);
}

}  // namespace

ArticleOrder::ArticleOrder(const std::vector<std::string>& published) : rank(published.size()) {
  std::vector<std::uint32_t> order(published.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return date_before(published[a], published[b]);
  });
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
}

void NodeTable::add(std::uint32_t article, const Extraction& extraction) {
  const std::vector<Identity::Node>& nodes = identity_.nodes(article);
  for (std::size_t i = 0; i < extraction.mentions.size(); ++i) {
    const Identity::Node node = nodes[i];
    if (node == Identity::kNone) continue;
    const bool is_named = identity_.is_named(node);
    add(article, extraction.mentions[i], nodes_[node], is_named);
  }
}

void NodeTable::add(std::uint32_t article, const Mention& mention, Node& node, bool is_named) {
  ++node.mentions;
  if (node.last_article != article) {
    node.last_article = article;
    ++node.articles;
    if (!published_[article].empty()) {
      const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
        return order_.rank[a] < order_.rank[b];
      };
      if (node.first_seen == kNoArticle || earlier(article, node.first_seen))
        node.first_seen = article;
      if (node.last_seen == kNoArticle || earlier(node.last_seen, article))
        node.last_seen = article;
    }
  }
  if (mention.form == MentionForm::kPronoun) return;
  // The earliest mention gives the id; name and noun phrase of one span take part alike.
  const std::uint32_t rank = order_.rank[article];
  if (std::tie(rank, mention.span, mention.id) <
      std::tie(node.first_rank, node.first_span, node.id)) {
    node.first_rank = rank;
    node.first_span = mention.span;
    node.id = mention.id;
  }
  if (is_named != is_name(mention)) return;
  ++node.forms[mention.text];
  ++node.types[static_cast<std::size_t>(mention.title.empty() ? mention.type
                                                              : EntityType::kPerson)];
  if (!mention.title.empty()) node.titles.insert(mention.title);
  node.kind = is_named ? NodeKind::kEntity : std::min(node.kind, mention.kind);
  if (is_named && mention.type != EntityType::kNationality) node.is_keepable = true;
  if (!mention.value.empty() && (node.value.empty() || mention.value < node.value)) {
    node.value = mention.value;
  }
}

Entity NodeTable::entity(const Node& node, bool is_named) const {
  Entity entity;
  entity.id = node.id;
  entity.kind = node.kind;
  entity.type = majority(node.types);
  entity.label = is_named ? choose_label(node.forms, entity.type) : choose_phrase(node.forms);
  if (is_named) {
    if (const KnownName* known = NameTables::instance().known(entity.label);
        known && entity.type != EntityType::kPerson) {
      entity.type = known->type;
    }
  }
  if (node.kind == NodeKind::kValue) entity.value = node.value;
  for (const auto& [text, count] : node.forms) {
    entity.aliases.push_back(
        {text, count, is_named ? alias_rule(text, entity.label, entity.type) : "name"});
  }
  std::stable_sort(entity.aliases.begin(), entity.aliases.end(),
                   [](const Alias& a, const Alias& b) { return a.count > b.count; });
  entity.titles.assign(node.titles.begin(), node.titles.end());
  entity.mentions = node.mentions;
  entity.articles = node.articles;
  if (node.first_seen != kNoArticle) entity.first_seen = published_[node.first_seen];
  if (node.last_seen != kNoArticle) entity.last_seen = published_[node.last_seen];
  return entity;
}

std::vector<Entity> NodeTable::finish(std::vector<std::uint32_t>& vertex_of) {
  std::vector<std::uint32_t> kept;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    if (!node.forms.empty() && (node.is_used || node.is_keepable)) kept.push_back(i);
  }
  // Mentions have ids of their own; where hostile or damaged input gives two the same, the node
  // that comes later in the order of articles, or of labels, takes another.
  std::vector<Entity> entities;
  entities.reserve(kept.size());
  for (const std::uint32_t i : kept) entities.push_back(entity(nodes_[i], identity_.is_named(i)));
  std::vector<std::uint32_t> order(kept.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Node& left = nodes_[kept[a]];
    const Node& right = nodes_[kept[b]];
    return std::tie(left.first_rank, left.first_span, left.id, entities[a].label,
                    entities[a].kind) < std::tie(right.first_rank, right.first_span, right.id,
                                                 entities[b].label, entities[b].kind);
  });
  std::unordered_set<std::uint64_t> taken;
  for (const std::uint32_t i : order) {
    std::uint64_t& id = entities[i].id;
    while (!taken.insert(id).second) id = sha256_64(to_hex(id) + entities[i].label);
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return entities[a].id < entities[b].id; });
  vertex_of.assign(nodes_.size(), kNoVertex);
  std::vector<Entity> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) {
    vertex_of[kept[i]] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(entities[i]));
  }
  return sorted;
}

}  // namespace newsgraph
