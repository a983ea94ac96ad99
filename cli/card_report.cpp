#include "cli/card_report.hpp"

#include <algorithm>
#include <unordered_map>

#include "cli/json_output.hpp"
#include "cli/relation_text.hpp"
#include "graph/query/evidence.hpp"

namespace newsgraph::cli {
namespace {

class CardPrinter {
 public:
  CardPrinter(const KnowledgeGraph& graph, const EntityCard& card, std::size_t limit,
              Terminal& terminal)
      : graph_(graph), card_(card), limit_(limit), terminal_(terminal) {}

  void print() {
    print_head();
    if (!card_.contested.empty()) {
      heading("Contested", card_.contested.size());
      print_relations(card_.contested);
    }
    for (const auto& group : card_.out) {
      heading(group.relation_class, group.relations.size());
      print_relations(group.relations);
    }
    for (const auto& group : card_.in) {
      heading(group.relation_class + ", as object", group.relations.size());
      print_relations(group.relations);
    }
    print_statements();
    print_neighbours();
  }

 private:
  const Entity& entity() const { return graph_.relations[card_.vertex]; }

  void print_head() {
    StyledText title = node_text(entity());
    title.add(" · " + what_it_is(entity()), Style::kBold);
    if (entity().kind != NodeKind::kEntity && what_it_is(entity()) != to_string(entity().kind)) {
      title.add(std::string(" (") + to_string(entity().kind) + ")", Style::kBold);
    }
    title.add(" · " + entity_id(entity().id), Style::kDim);
    terminal_.wrapped(title, 0, 2);

    StyledText mentions(counted(entity().mentions, "mention", "mentions") + " in " +
                        counted(entity().articles, "article", "articles"));
    if (const auto span = date_span(entity().first_seen, entity().last_seen); !span.empty()) {
      mentions.add(", " + span);
    }
    terminal_.wrapped(mentions, 2, 4);
    terminal_.wrapped(counted(card_.relation_count, "relation", "relations") + ", " +
                          counted(card_.statements.size(), "statement", "statements"),
                      2, 4);
    if (!entity().value.empty()) terminal_.wrapped("value: " + entity().value, 2, 4);
    if (!entity().titles.empty()) {
      StyledText titles("titles: ", Style::kDim);
      for (std::size_t i = 0; i < entity().titles.size(); ++i) {
        titles.add((i == 0 ? "" : ", ") + entity().titles[i]);
      }
      terminal_.wrapped(titles, 2, 4);
    }
    if (entity().aliases.size() > 1) {
      constexpr std::size_t kNames = 12;
      StyledText names("also called: ", Style::kDim);
      std::size_t shown = 0;
      for (const Alias& alias : entity().aliases) {
        if (alias.text == entity().label) continue;
        if (limit_ != 0 && shown == kNames) break;
        names.add(shown == 0 ? "" : ", ").add(alias.text);
        names.add(" ×" + grouped_digits(alias.count), Style::kDim);
        ++shown;
      }
      const std::size_t others = entity().aliases.size() - 1;
      if (shown < others)
        names.add(" and " + std::to_string(others - shown) + " more", Style::kDim);
      terminal_.wrapped(names, 2, 4);
    }
  }

  void heading(const std::string& name, std::size_t count) {
    terminal_.line();
    StyledText text(name, Style::kBold);
    terminal_.line(text.add("  " + grouped_digits(count), Style::kDim));
  }

  std::size_t shown_of(std::size_t count) const {
    return limit_ == 0 ? count : std::min(limit_, count);
  }

  void print_rest(std::size_t count) {
    if (shown_of(count) < count) {
      terminal_.line(StyledText(
          "  and " + grouped_digits(count - shown_of(count)) + " more (--limit 0 shows all)",
          Style::kDim));
    }
  }

  void print_relations(const std::vector<Edge>& edges) {
    for (std::size_t i = 0; i < shown_of(edges.size()); ++i) {
      const Relation& relation = graph_.relations[edges[i]];
      terminal_.wrapped(relation_text(graph_, edges[i]), 2, 4);
      terminal_.wrapped(relation_facts(relation), 4, 4);
      print_evidence(graph_, best_claim(relation), 4, terminal_);
    }
    print_rest(edges.size());
  }

  void print_statements() {
    if (card_.statements.empty()) return;
    heading("Statements", card_.statements.size());
    for (std::size_t i = 0; i < shown_of(card_.statements.size()); ++i) {
      const Statement& statement = graph_.statements[card_.statements[i]];
      StyledText text = node_text(entity());
      text.add(arrow(statement.relation, true));
      text.add(statement.object_text);
      if (statement.object_relation) text.add(object_text(*statement.object_relation));
      terminal_.wrapped(text, 2, 4);
      terminal_.wrapped(relation_facts(statement.relation), 4, 4);
      print_evidence(graph_, best_claim(statement.relation), 4, terminal_);
    }
    print_rest(card_.statements.size());
  }

  /// The relation or statement that a statement is about, in brackets.
  StyledText object_text(std::uint64_t id) {
    if (objects_.empty()) {
      for (const Edge& edge : boost::make_iterator_range(edges(graph_.relations))) {
        objects_.emplace(graph_.relations[edge].id, relation_text(graph_, edge));
      }
      for (const Statement& statement : graph_.statements) {
        StyledText text = node_text(graph_.relations[statement.subject]);
        text.add(arrow(statement.relation, true)).add(statement.object_text);
        objects_.emplace(statement.relation.id, text);
      }
    }
    const auto found = objects_.find(id);
    StyledText text("[");
    return text.add(found == objects_.end() ? StyledText(relation_id(id)) : found->second).add("]");
  }

  void print_neighbours() {
    constexpr std::size_t kShown = 8;
    if (card_.neighbours.empty()) return;
    heading("Related to", card_.neighbours.size());
    StyledText text;
    const std::size_t shown =
        limit_ == 0 ? card_.neighbours.size() : std::min(kShown, card_.neighbours.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& neighbour = card_.neighbours[i];
      if (i > 0) text.add(", ");
      text.add(node_text(graph_.relations[neighbour.vertex]));
      if (neighbour.relations > 1)
        text.add(" ×" + grouped_digits(neighbour.relations), Style::kDim);
    }
    if (shown < card_.neighbours.size()) {
      text.add(" and " + grouped_digits(card_.neighbours.size() - shown) + " more", Style::kDim);
    }
    terminal_.wrapped(text, 2, 2);
  }

  const KnowledgeGraph& graph_;
  const EntityCard& card_;
  std::size_t limit_;
  Terminal& terminal_;
  std::unordered_map<std::uint64_t, StyledText> objects_;
};

void write_groups(const KnowledgeGraph& graph, const std::vector<EntityCard::Group>& groups,
                  JsonOutput& json) {
  json.begin_array();
  for (const auto& group : groups) {
    for (const Edge& edge : group.relations) json.relation(graph, edge);
  }
  json.end_array();
}

}  // namespace

void print_card(const KnowledgeGraph& graph, const EntityCard& card,
                const CardReportOptions& options, Terminal& terminal) {
  CardPrinter(graph, card, options.limit, terminal).print();
}

void write_card_json(const KnowledgeGraph& graph, const EntityCard& card, std::ostream& out) {
  const Entity& entity = graph.relations[card.vertex];
  JsonOutput json;
  json.begin_object().key("entity").begin_object();
  json.field("id", entity_id(entity.id)).field("label", entity.label);
  json.field("kind", to_string(entity.kind)).field("type", to_string(entity.type));
  json.field("value", entity.value).key("titles").begin_array();
  for (const std::string& title : entity.titles) json.text(title);
  json.end_array().key("aliases").begin_array();
  for (const Alias& alias : entity.aliases) {
    json.begin_object().field("text", alias.text).count("count", alias.count);
    json.field("rule", alias.rule).end_object();
  }
  json.end_array().count("mentions", entity.mentions).count("articles", entity.articles);
  json.field("first_seen", entity.first_seen).field("last_seen", entity.last_seen).end_object();
  json.key("out");
  write_groups(graph, card.out, json);
  json.key("in");
  write_groups(graph, card.in, json);
  json.key("statements").begin_array();
  for (const std::uint32_t number : card.statements) {
    const Statement& statement = graph.statements[number];
    json.begin_object().key("subject");
    json.node(graph, statement.subject);
    if (statement.object_relation) {
      json.field("object_relation", relation_id(*statement.object_relation));
    }
    if (!statement.object_text.empty()) json.field("object_text", statement.object_text);
    json.relation_fields(graph, statement.relation);
    json.end_object();
  }
  json.end_array().key("contested").begin_array();
  for (const Edge& edge : card.contested) json.text(relation_id(graph.relations[edge].id));
  json.end_array().key("neighbours").begin_array();
  for (const auto& neighbour : card.neighbours) {
    json.begin_object().key("entity");
    json.node(graph, neighbour.vertex);
    json.count("relations", neighbour.relations).end_object();
  }
  json.end_array().end_object();
  json.finish(out);
}

}  // namespace newsgraph::cli
