#include "graph/query/filter.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_set>

#include "extract/base/date.hpp"

namespace newsgraph {
namespace {

/// ASCII letters in lower case; the rest as it is.
std::string folded(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

constexpr std::uint32_t kDropped = ~std::uint32_t{0};

/// Numbers those that are used from 0 on, in their old order.
std::vector<std::uint32_t> renumbered(const std::vector<bool>& used) {
  std::vector<std::uint32_t> numbers(used.size(), kDropped);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) numbers[i] = next++;
  }
  return numbers;
}

class Filtering {
 public:
  /// @param chosen  Nodes that the filter is to choose among; nullptr for all.
  Filtering(const KnowledgeGraph& graph, const GraphFilter& filter,
            const std::vector<bool>* chosen = nullptr)
      : graph_(graph),
        chosen_(chosen),
        filter_(filter),
        first_day_(day_range(filter.since).first),
        last_day_(day_range(filter.until).last),
        vertex_used_(boost::num_vertices(graph.relations), !filter.selects_relations()),
        article_used_(graph.articles.size()),
        sentence_used_(graph.sentences.size()) {
    for (const std::string& relation : filter.relations) relations_.insert(folded(relation));
    article_days_.reserve(graph.articles.size());
    for (const ArticleRecord& article : graph.articles) {
      article_days_.push_back(day_range(article.header.published));
    }
  }

  KnowledgeGraph result() {
    select();
    const std::vector<std::uint32_t> vertices = renumbered(vertex_used_);
    const std::vector<std::uint32_t> articles = renumbered(article_used_);
    const std::vector<std::uint32_t> sentences = renumbered(sentence_used_);

    KnowledgeGraph part;
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      if (vertex_used_[vertex]) boost::add_vertex(graph_.relations[vertex], part.relations);
    }
    for (std::size_t i = 0; i < graph_.articles.size(); ++i) {
      if (article_used_[i]) part.articles.push_back(graph_.articles[i]);
    }
    for (std::size_t i = 0; i < graph_.sentences.size(); ++i) {
      if (!sentence_used_[i]) continue;
      part.sentences.push_back(graph_.sentences[i]);
      part.sentences.back().article = articles[part.sentences.back().article];
    }
    const auto relink = [&](Relation& relation) {
      for (Claim& claim : relation.claims) {
        claim.evidence.article = articles[claim.evidence.article];
        claim.evidence.sentence = sentences[claim.evidence.sentence];
        for (Source& source : claim.attribution) relink_entity(source.entity, vertices);
        for (ClaimQualifier& qualifier : claim.qualifiers) {
          relink_entity(qualifier.entity, vertices);
        }
      }
    };
    for (auto& [edge, relation] : kept_relations_) {
      relink(relation);
      boost::add_edge(vertices[boost::source(edge, graph_.relations)],
                      vertices[boost::target(edge, graph_.relations)], std::move(relation),
                      part.relations);
    }
    for (Statement& statement : kept_statements_) {
      relink(statement.relation);
      statement.subject = vertices[statement.subject];
      if (statement.object_relation && !kept_ids_.contains(*statement.object_relation)) {
        statement.object_relation.reset();
      }
      part.statements.push_back(std::move(statement));
    }
    return part;
  }

 private:
  /// Copies what passes, and marks what that stands on.
  void select() {
    for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph_.relations))) {
      if (!is_wanted(vertex)) vertex_used_[vertex] = false;
    }
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph_.relations))) {
      const Vertex source = boost::source(edge, graph_.relations);
      const Vertex target = boost::target(edge, graph_.relations);
      if (!is_wanted(source) || !is_wanted(target)) continue;
      std::optional<Relation> relation = passed(graph_.relations[edge]);
      if (!relation) continue;
      vertex_used_[source] = vertex_used_[target] = true;
      keep(*relation);
      kept_relations_.emplace_back(edge, *std::move(relation));
    }
    for (const Statement& statement : graph_.statements) {
      if (!is_wanted(statement.subject)) continue;
      std::optional<Relation> relation = passed(statement.relation);
      if (!relation) continue;
      vertex_used_[statement.subject] = true;
      keep(*relation);
      kept_statements_.push_back({statement.subject, statement.object_relation,
                                  statement.object_text, *std::move(relation)});
    }
  }

  void keep(const Relation& relation) {
    kept_ids_.insert(relation.id);
    for (const Claim& claim : relation.claims) {
      article_used_[claim.evidence.article] = true;
      sentence_used_[claim.evidence.sentence] = true;
    }
  }

  bool is_wanted(Vertex vertex) const {
    if (chosen_ != nullptr && !(*chosen_)[vertex]) return false;
    if (filter_.types.empty() && filter_.kinds.empty()) return true;
    const Entity& entity = graph_.relations[vertex];
    return std::find(filter_.types.begin(), filter_.types.end(), entity.type) !=
               filter_.types.end() ||
           std::find(filter_.kinds.begin(), filter_.kinds.end(), entity.kind) !=
               filter_.kinds.end();
  }

  bool is_wanted(const Relation& relation) const {
    return relations_.empty() || relations_.contains(folded(relation.relation_class)) ||
           relations_.contains(folded(relation.canonical)) ||
           relations_.contains(folded(relation.readable)) ||
           relations_.contains(folded(relation.predicate));
  }

  /// The days that claim_date() may mean; those of articles are computed once.
  DayRange claim_days(const Claim& claim) const {
    for (const std::string* const date : {&claim.event_date, &claim.statement_date}) {
      if (date->empty()) continue;
      DayRange days = day_range(*date);
      if (!days.first.empty()) return days;
    }
    return article_days_[claim.evidence.article];
  }

  bool is_wanted(const Claim& claim) const {
    const DayRange days = claim_days(claim);
    if (days.first.empty()) return false;
    return (filter_.since.empty() || days.last >= first_day_) &&
           (filter_.until.empty() || days.first <= last_day_);
  }

  /// The relation with the claims that pass; nothing if it does not pass.
  std::optional<Relation> passed(const Relation& relation) const {
    if (!is_wanted(relation)) return std::nullopt;
    if (filter_.since.empty() && filter_.until.empty()) {
      return passes_counts(relation) ? std::optional(relation) : std::nullopt;
    }
    const auto is_out = [this](const Claim& claim) { return !is_wanted(claim); };
    const auto out = std::count_if(relation.claims.begin(), relation.claims.end(), is_out);
    if (out == std::ssize(relation.claims)) return std::nullopt;
    if (out == 0) return passes_counts(relation) ? std::optional(relation) : std::nullopt;
    Relation part = relation;
    std::erase_if(part.claims, is_out);
    recount(part);
    if (!passes_counts(part)) return std::nullopt;
    return part;
  }

  bool passes_counts(const Relation& relation) const {
    return relation.support >= filter_.min_support &&
           relation.confidence >= filter_.min_confidence &&
           (relation.asserted || !filter_.asserted_only);
  }

  /// What follows from a relation's claims.
  void recount(Relation& relation) const {
    relation.evidence_count = static_cast<std::uint32_t>(relation.claims.size());
    relation.confidence = 0;
    relation.first_date.clear();
    relation.last_date.clear();
    bool own_voice = false;
    std::set<std::string_view> texts;
    for (const Claim& claim : relation.claims) {
      relation.confidence = std::max(relation.confidence, claim.confidence);
      own_voice = own_voice || claim.attribution.empty();
      const ArticleHeader& article = graph_.articles[claim.evidence.article].header;
      texts.insert(article.text_hash.empty() ? article.key : article.text_hash);
      const std::string date(claim_date(graph_, claim));
      if (date.empty()) continue;
      if (relation.first_date.empty() || date_before(date, relation.first_date)) {
        relation.first_date = date;
      }
      if (relation.last_date.empty() || date_before(relation.last_date, date)) {
        relation.last_date = date;
      }
    }
    relation.support = static_cast<std::uint32_t>(texts.size());
    relation.asserted = relation.polarity == Polarity::kAffirmed &&
                        relation.modality == Modality::kActual && own_voice;
  }

  static void relink_entity(std::optional<std::uint32_t>& entity,
                            const std::vector<std::uint32_t>& vertices) {
    if (!entity) return;
    entity = vertices[*entity];
    if (*entity == kDropped) entity.reset();
  }

  const KnowledgeGraph& graph_;
  const std::vector<bool>* chosen_;
  const GraphFilter& filter_;
  std::string first_day_;
  std::string last_day_;
  std::unordered_set<std::string> relations_;  ///< folded
  std::vector<DayRange> article_days_;
  std::vector<bool> vertex_used_;
  std::vector<bool> article_used_;
  std::vector<bool> sentence_used_;
  std::vector<std::pair<Edge, Relation>> kept_relations_;
  std::vector<Statement> kept_statements_;
  std::unordered_set<std::uint64_t> kept_ids_;
};

}  // namespace

bool add_type(GraphFilter& filter, std::string_view word) {
  const std::string name = folded(word);
  const std::optional<EntityType> type = entity_type_from_string(name);
  const std::optional<NodeKind> kind = node_kind_from_string(name);
  if (type) filter.types.push_back(*type);
  if (kind) filter.kinds.push_back(*kind);
  return type || kind;
}

std::string_view claim_date(const KnowledgeGraph& graph, const Claim& claim) {
  for (const std::string* const date : {&claim.event_date, &claim.statement_date}) {
    if (!day_range(*date).first.empty()) return *date;
  }
  return graph.articles[claim.evidence.article].header.published;
}

KnowledgeGraph filtered(const KnowledgeGraph& graph, const GraphFilter& filter) {
  if (filter.empty()) return graph;
  return Filtering(graph, filter).result();
}

KnowledgeGraph most_connected(const KnowledgeGraph& graph, std::size_t count) {
  const std::size_t nodes = boost::num_vertices(graph.relations);
  if (nodes <= count) return graph;
  std::vector<std::size_t> degree(nodes);
  for (Vertex vertex = 0; vertex < nodes; ++vertex) {
    degree[vertex] = boost::degree(vertex, graph.relations);
  }
  for (const Statement& statement : graph.statements) ++degree[statement.subject];
  std::vector<Vertex> order(nodes);
  std::iota(order.begin(), order.end(), Vertex{0});
  std::stable_sort(order.begin(), order.end(), [&](Vertex a, Vertex b) {
    return std::pair(degree[a], graph.relations[a].mentions) >
           std::pair(degree[b], graph.relations[b].mentions);
  });
  std::vector<bool> chosen(nodes);
  for (std::size_t i = 0; i < count; ++i) chosen[order[i]] = true;
  return Filtering(graph, GraphFilter{}, &chosen).result();
}

}  // namespace newsgraph
