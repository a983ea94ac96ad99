#include "graph/store/graph_table.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "graph/merge/merge.hpp"
#include "graph/store/claim_table.hpp"

namespace newsgraph {
namespace {

constexpr const char* kTables[] = {
    "entity",    "alias",        "title",           "relation",
    "claim",     "claim_source", "claim_qualifier", "evidence_sentence",
    "resolution"};

constexpr const char* kRelations =
    "SELECT row, id, subject, object, object_relation, predicate, canonical, readable, class, "
    "polarity, modality, confidence, evidence_count, support, first_date, last_date, asserted, "
    "contested, object_text FROM relation ";

std::uint64_t count(Database& database, const char* table) {
  return static_cast<std::uint64_t>(
      database.number(std::string("SELECT count(*) FROM ").append(table)));
}

Relation relation_at(const Query& row) {
  Relation relation;
  relation.id = row.id(1);
  relation.predicate = row.text(5);
  relation.canonical = row.text(6);
  relation.readable = row.text(7);
  relation.relation_class = row.text(8);
  relation.polarity = row.enumeration(9, Polarity::kNegated);
  relation.modality = row.enumeration(10, Modality::kConditional);
  relation.confidence = row.probability(11);
  relation.evidence_count = row.index(12);
  relation.support = row.index(13);
  relation.first_date = row.text(14);
  relation.last_date = row.text(15);
  relation.asserted = row.flag(16);
  relation.contested = row.flag(17);
  return relation;
}

}  // namespace

void GraphTable::clear() {
  for (const char* table : kTables) database_.execute(std::string("DELETE FROM ").append(table));
}

void GraphTable::write(const KnowledgeGraph& graph, const std::vector<std::int64_t>& rows,
                       const std::vector<std::vector<std::uint32_t>>& nodes) {
  clear();
  write_entities(graph);
  write_sentences(graph, rows);
  write_relations(graph);
  // In order of the primary key, so that the table grows at its end.
  std::vector<std::size_t> order(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return rows[a] < rows[b]; });
  Query insert(database_, "INSERT INTO resolution VALUES (?,?,?)");
  for (const std::size_t article : order) {
    for (std::uint32_t mention = 0; mention < nodes[article].size(); ++mention) {
      if (nodes[article][mention] == kNoVertex) continue;
      insert.run(rows[article], mention, nodes[article][mention]);
    }
  }
}

void GraphTable::write_entities(const KnowledgeGraph& graph) {
  Query insert(database_, "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?,?)");
  Query insert_alias(database_, "INSERT INTO alias VALUES (?,?,?,?,?)");
  Query insert_title(database_, "INSERT OR IGNORE INTO title VALUES (?,?)");
  for (const Vertex v : boost::make_iterator_range(boost::vertices(graph.relations))) {
    const Entity& entity = graph.relations[v];
    const auto row = static_cast<std::uint32_t>(v);
    insert.run(row, entity.id, entity.label, entity.kind, entity.type, entity.value,
               entity.mentions, entity.articles, entity.first_seen, entity.last_seen);
    std::uint32_t position = 0;
    for (const Alias& alias : entity.aliases) {
      insert_alias.run(row, position++, alias.text, alias.count, alias.rule);
    }
    for (const std::string& title : entity.titles) insert_title.run(row, title);
  }
}

void GraphTable::write_relations(const KnowledgeGraph& graph) {
  Query insert(database_, "INSERT INTO relation VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  ClaimTable claims(database_);
  std::uint32_t row = 0;
  const auto add = [&](std::uint32_t subject, std::optional<std::uint32_t> object,
                       const std::optional<std::uint64_t>& object_relation,
                       const std::string& object_text, const Relation& one) {
    insert.run(row, one.id, subject, object, object_relation, one.predicate, one.canonical,
               one.readable, one.relation_class, one.polarity, one.modality, one.confidence,
               one.evidence_count, one.support, one.first_date, one.last_date, one.asserted,
               one.contested, object_text);
    claims.insert(row, one.claims);
    ++row;
  };
  for (const Edge e : boost::make_iterator_range(boost::edges(graph.relations))) {
    add(static_cast<std::uint32_t>(boost::source(e, graph.relations)),
        static_cast<std::uint32_t>(boost::target(e, graph.relations)), std::nullopt, "",
        graph.relations[e]);
  }
  for (const Statement& statement : graph.statements) {
    add(statement.subject, std::nullopt, statement.object_relation, statement.object_text,
        statement.relation);
  }
}

/// Sentences of the graph follow the order of articles and positions, so both are walked together.
void GraphTable::write_sentences(const KnowledgeGraph& graph,
                                 const std::vector<std::int64_t>& rows) {
  Query insert(database_, "INSERT INTO evidence_sentence VALUES (?,?,?)");
  Query sentences(
      database_,
      "SELECT \"begin\", \"end\", text FROM sentence WHERE article = ? ORDER BY position");
  std::uint32_t row = 0;
  for (std::size_t i = 0; i < graph.sentences.size();) {
    const std::uint32_t article = graph.sentences[i].article;
    sentences.bind(rows[article]);
    for (std::uint32_t position = 0; i < graph.sentences.size() && sentences.step(); ++position) {
      const SentenceRecord& wanted = graph.sentences[i];
      if (wanted.article != article) break;
      if (wanted.span != sentences.span(0) || wanted.text != sentences.text(2)) continue;
      insert.run(row++, rows[article], position);
      ++i;
    }
    sentences.reset();
    if (i < graph.sentences.size() && graph.sentences[i].article == article) {
      database_.damaged("a sentence is missing");
    }
  }
}

void GraphTable::read(KnowledgeGraph& graph, const std::vector<std::int64_t>& rows) {
  read_entities([&](Entity&& entity) { boost::add_vertex(std::move(entity), graph.relations); });
  read_sentences(graph, rows);
  read_relations(graph);
}

void GraphTable::read_entities(const std::function<void(Entity&&)>& visit) {
  Query entities(database_,
                 "SELECT row, id, label, kind, type, value, mentions, articles, first_seen, "
                 "last_seen FROM entity ORDER BY row");
  Query aliases(database_, "SELECT entity, text, count, rule FROM alias ORDER BY entity, position");
  Query titles(database_, "SELECT entity, text FROM title ORDER BY entity, text");
  bool has_alias = aliases.step();
  bool has_title = titles.step();
  std::uint32_t row = 0;
  for (; entities.step(); ++row) {
    if (entities.integer(0) != row) database_.damaged("an entity is missing");
    Entity entity;
    entity.id = entities.id(1);
    entity.label = entities.text(2);
    entity.kind = entities.enumeration(3, NodeKind::kValue);
    entity.type = entities.enumeration(4, EntityType::kOther);
    entity.value = entities.text(5);
    entity.mentions = entities.index(6);
    entity.articles = entities.index(7);
    entity.first_seen = entities.text(8);
    entity.last_seen = entities.text(9);
    for (; has_alias && aliases.integer(0) == row; has_alias = aliases.step()) {
      entity.aliases.push_back({aliases.text(1), aliases.index(2), aliases.text(3)});
    }
    for (; has_title && titles.integer(0) == row; has_title = titles.step()) {
      entity.titles.push_back(titles.text(1));
    }
    visit(std::move(entity));
  }
}

void GraphTable::read_sentences(KnowledgeGraph& graph, const std::vector<std::int64_t>& rows) {
  std::unordered_map<std::int64_t, std::uint32_t> articles;
  for (std::uint32_t i = 0; i < rows.size(); ++i) articles.emplace(rows[i], i);
  Query sentences(database_,
                  "SELECT e.row, e.article, s.\"begin\", s.\"end\", s.text "
                  "FROM evidence_sentence e JOIN sentence s "
                  "ON s.article = e.article AND s.position = e.position ORDER BY e.row");
  while (sentences.step()) {
    if (sentences.index(0) != graph.sentences.size()) database_.damaged("a sentence is missing");
    const auto article = articles.find(sentences.integer(1));
    if (article == articles.end()) database_.damaged("a sentence is of no article");
    graph.sentences.push_back({article->second, sentences.span(2), sentences.text(4)});
  }
}

void GraphTable::read_relations(KnowledgeGraph& graph) {
  const ClaimTable::Limits limits{boost::num_vertices(graph.relations), graph.sentences.size()};
  ClaimTable::Scan claims(database_, limits);
  Query rows(database_, std::string(kRelations).append("ORDER BY row"));
  for (std::uint32_t row = 0; rows.step(); ++row) {
    if (rows.integer(0) != row) database_.damaged("a relation is missing");
    Relation relation = relation_at(rows);
    relation.claims = claims.next(row);
    for (Claim& claim : relation.claims) {
      claim.evidence.article = graph.sentences[claim.evidence.sentence].article;
    }
    const std::uint32_t subject = rows.index(2, limits.entities);
    if (!rows.is_null(3)) {
      if (!graph.statements.empty()) database_.damaged("a relation stands behind the statements");
      boost::add_edge(subject, rows.index(3, limits.entities), std::move(relation),
                      graph.relations);
      continue;
    }
    std::optional<std::uint64_t> object;
    if (!rows.is_null(4)) object = rows.id(4);
    graph.statements.push_back({subject, object, rows.text(18), std::move(relation)});
  }
}

Topology GraphTable::read_topology() {
  Topology topology;
  const std::uint64_t entities = count(database_, "entity");
  Query nodes(database_, "SELECT kind, type FROM entity ORDER BY row");
  while (nodes.step()) {
    topology.add_node(
        {nodes.enumeration(0, NodeKind::kValue), nodes.enumeration(1, EntityType::kOther)});
  }
  Query rows(database_, std::string(kRelations).append("WHERE object IS NOT NULL ORDER BY row"));
  while (rows.step()) {
    Relation relation = relation_at(rows);
    TopologyRelation one;
    one.subject = rows.index(2, entities);
    one.object = rows.index(3, entities);
    one.predicate = topology.word(relation.predicate);
    one.canonical = topology.word(relation.canonical);
    one.readable = topology.word(relation.readable);
    one.relation_class = topology.word(relation.relation_class);
    one.support = relation.support;
    one.confidence = static_cast<float>(relation.confidence);
    one.first_day = day_numbers(relation.first_date).first;
    one.last_day = day_numbers(relation.last_date).last;
    one.polarity = relation.polarity;
    one.modality = relation.modality;
    one.asserted = relation.asserted;
    topology.add_relation(one);
  }
  topology.seal();
  return topology;
}

std::optional<Relation> GraphTable::read_relation(std::uint32_t number) {
  Query row(database_, std::string(kRelations).append("WHERE row = ? AND object IS NOT NULL"));
  if (!row.bind(number).step()) return std::nullopt;
  return relation_at(row);
}

}  // namespace newsgraph
