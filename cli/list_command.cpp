#include <array>
#include <cstdio>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/date_option.hpp"
#include "cli/entity_choice.hpp"
#include "cli/json_output.hpp"
#include "cli/relation_text.hpp"
#include "cli/terminal.hpp"
#include "graph/query/listing.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  bool relations = false;
  EntityListQuery entities;
  RelationListQuery relation_query;
  std::vector<std::string> types;
  std::string subject;
  std::string object;
  std::string of;
  std::string sort;
  bool negated_only = false;
  std::string modality;
  std::size_t limit = 20;
  bool json = false;
};

/// What --sort takes; the first of each is the default.
constexpr std::pair<std::string_view, EntityOrder> kEntityOrders[] = {
    {"mentions", EntityOrder::kMentions},   {"articles", EntityOrder::kArticles},
    {"relations", EntityOrder::kRelations}, {"label", EntityOrder::kLabel},
    {"first", EntityOrder::kFirst},         {"last", EntityOrder::kLast},
};
constexpr std::pair<std::string_view, RelationOrder> kRelationOrders[] = {
    {"support", RelationOrder::kSupport},
    {"confidence", RelationOrder::kConfidence},
    {"first", RelationOrder::kFirst},
    {"last", RelationOrder::kLast},
};

template <typename Order, std::size_t size>
Order order_named(const std::pair<std::string_view, Order> (&orders)[size],
                  const std::string& name) {
  if (name.empty()) return orders[0].second;
  std::string words;
  for (const auto& [word, order] : orders) {
    if (word == name) return order;
    words += (words.empty() ? "" : ", ") + std::string(word);
  }
  throw CLI::ValidationError("--sort", "\"" + name + "\" is none of: " + words);
}

std::size_t relation_count(const KnowledgeGraph& graph, std::uint32_t vertex) {
  return out_degree(vertex, graph.relations) + in_degree(vertex, graph.relations);
}

void print_rest(std::size_t shown, std::size_t total, Terminal& terminal) {
  if (shown == total) return;
  terminal.line();
  terminal.line(StyledText(
      grouped_digits(shown) + " of " + grouped_digits(total) + " shown; --limit 0 shows all",
      Style::kDim));
}

void print_entities(const KnowledgeGraph& graph, const std::vector<std::uint32_t>& entities,
                    Terminal& terminal) {
  // Eighty columns hold no more than a name, three figures and an id.
  constexpr std::size_t kRoomForDates = 110;
  const bool has_dates = !terminal.is_interactive() || terminal.width() >= kRoomForDates;
  using enum Table::Align;
  std::vector<Table::Align> columns = {kLeft, kFixed, kRight, kRight, kRight};
  std::vector<StyledText> titles;
  for (const char* title : {"entity", "type", "mentions", "articles", "relations"}) {
    titles.emplace_back(title, Style::kDim);
  }
  if (has_dates) {
    columns.insert(columns.end(), {kFixed, kFixed});
    titles.emplace_back("first seen", Style::kDim);
    titles.emplace_back("last seen", Style::kDim);
  }
  columns.push_back(kFixed);
  titles.emplace_back("id", Style::kDim);
  Table table(columns);
  table.row(titles);
  for (const std::uint32_t vertex : entities) {
    const Entity& entity = graph.relations[vertex];
    std::vector<StyledText> row = {node_text(entity), what_it_is(entity),
                                   grouped_digits(entity.mentions), grouped_digits(entity.articles),
                                   grouped_digits(relation_count(graph, vertex))};
    if (has_dates) {
      row.emplace_back(entity.first_seen.substr(0, 10));
      row.emplace_back(entity.last_seen.substr(0, 10));
    }
    row.emplace_back(entity_id(entity.id), Style::kDim);
    table.row(std::move(row));
  }
  table.print(terminal);
}

int list_entities(const KnowledgeGraph& graph, Options& options) {
  for (const std::string& word : options.types) {
    const auto kind = node_kind_from_string(word);
    const auto type = entity_type_from_string(word);
    // "event" is both: the kind, which the named events are not of.
    if (kind && word != "event") {
      options.entities.kinds.push_back(*kind);
    } else {
      options.entities.types.push_back(type.value());
    }
  }
  options.entities.order = order_named(kEntityOrders, options.sort);
  options.entities.limit = options.limit;
  const auto listing = list_entities(graph, options.entities);
  if (options.json) {
    JsonOutput json;
    json.begin_object().count("total", listing.total).key("entities").begin_array();
    for (const std::uint32_t vertex : listing.items) {
      const Entity& entity = graph.relations[vertex];
      json.begin_object().field("id", entity_id(entity.id)).field("label", entity.label);
      json.field("kind", to_string(entity.kind)).field("type", to_string(entity.type));
      json.count("mentions", entity.mentions).count("articles", entity.articles);
      json.count("relations", relation_count(graph, vertex)).field("first_seen", entity.first_seen);
      json.field("last_seen", entity.last_seen).end_object();
    }
    json.end_array().end_object();
    json.finish(std::cout);
    return kSuccess;
  }
  Terminal terminal = Terminal::standard_output();
  print_entities(graph, listing.items, terminal);
  print_rest(listing.items.size(), listing.total, terminal);
  return kSuccess;
}

/// @return false if a name is unknown or ambiguous; said already.
bool choose_ends(const KnowledgeGraph& graph, Options& options) {
  if (options.subject.empty() && options.object.empty() && options.of.empty()) return true;
  const EntityNames names(graph);
  Terminal messages = Terminal::standard_error();
  const auto choose = [&](const std::string& name, std::optional<std::uint32_t>& chosen) {
    if (name.empty()) return true;
    chosen = choose_entity(graph, names, name, messages, options.json ? &std::cout : nullptr);
    return chosen.has_value();
  };
  RelationListQuery& query = options.relation_query;
  return choose(options.subject, query.subject) && choose(options.object, query.object) &&
         choose(options.of, query.involving);
}

int list_relations(const KnowledgeGraph& graph, Options& options) {
  if (!choose_ends(graph, options)) return kNotFound;
  RelationListQuery& query = options.relation_query;
  query.order = order_named(kRelationOrders, options.sort);
  query.limit = options.limit;
  if (options.negated_only) query.polarity = Polarity::kNegated;
  if (!options.modality.empty()) query.modality = modality_from_string(options.modality);
  Listing<Edge> listing;
  try {
    listing = list_relations(graph, query);
  } catch (const UnknownName& error) {
    Terminal::standard_error().wrapped(StyledText("newsgraph: ", Style::kBad).add(error.what()), 0,
                                       2);
    return kNotFound;
  }
  if (options.json) {
    JsonOutput json;
    json.begin_object().count("total", listing.total).key("relations").begin_array();
    for (const Edge& edge : listing.items) json.relation(graph, edge);
    json.end_array().end_object();
    json.finish(std::cout);
    return kSuccess;
  }
  Terminal terminal = Terminal::standard_output();
  for (const Edge& edge : listing.items) {
    terminal.wrapped(relation_text(graph, edge), 0, 4);
    terminal.wrapped(relation_facts(graph.relations[edge]), 2, 2);
  }
  print_rest(listing.items.size(), listing.total, terminal);
  return kSuccess;
}

}  // namespace

void add_list(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("list", "Entities, or relations, by what they are, best known first");
  command->add_option("FILE", options->file, "The graph file")->required();
  command->add_flag("--relations", options->relations, "Relations instead of entities");
  command->add_option("--limit", options->limit, "At most so many; 0: all")->capture_default_str();
  command->add_option("--sort", options->sort,
                      "Entities: mentions (default), articles, relations, label, first, last; "
                      "relations: support (default), confidence, first, last");
  command->add_flag("--json", options->json, "Print JSON");

  const auto is_type = [](const std::string& word) {
    return node_kind_from_string(word) || entity_type_from_string(word)
               ? std::string()
               : "\"" + word +
                     "\" is no type or kind; e.g. person, organization, place, event, "
                     "entity, concept, value";
  };
  command->add_option("--type", options->types, "Entities of this type or kind (repeatable)")
      ->allow_extra_args(false)
      ->check(is_type)
      ->group("Entities");
  command->add_option("--name", options->entities.name, "Entities with this in one of their names")
      ->group("Entities");
  command->add_option("--min-mentions", options->entities.min_mentions, "Entities named so often")
      ->group("Entities");

  RelationListQuery& query = options->relation_query;
  const std::string group = "Relations (each implies --relations)";
  std::vector<CLI::Option*> implying = {
      command
          ->add_option("--relation", query.selection.relations,
                       "Of this predicate or class (repeatable)")
          ->allow_extra_args(false),
      command->add_option("--of", options->of, "Of this entity, as subject or object"),
      command->add_option("--subject", options->subject, "With this entity as subject"),
      command->add_option("--object", options->object, "With this entity as object"),
      command->add_option("--min-confidence", query.selection.min_confidence, "So sure")
          ->check(CLI::Range(0.0, 1.0)),
      command->add_option("--min-support", query.selection.min_support,
                          "In so many independent articles"),
      command->add_option("--since", query.selection.since, "Dated then or later")
          ->check(is_date, "DATE"),
      command->add_option("--until", query.selection.until, "Dated then or earlier")
          ->check(is_date, "DATE"),
      command->add_flag("--asserted-only", query.selection.asserted_only,
                        "Said by an article in its own voice, not negated or planned"),
      command->add_flag("--contested", query.contested_only, "Of which the contrary is said too"),
      command->add_flag("--reported", query.reported_only, "Only ever attributed to somebody"),
      command->add_flag("--negated", options->negated_only, "Negated"),
      command->add_option("--modality", options->modality, "actual, planned, possible, conditional")
          ->check(CLI::IsMember({"actual", "planned", "possible", "conditional"})),
  };
  for (CLI::Option* option : implying) option->group(group);

  command->callback([options, implying, &exit_code] {
    for (const CLI::Option* option : implying) options->relations |= option->count() != 0;
    const KnowledgeGraph graph = GraphStore(options->file, GraphStore::Access::kRead).load();
    exit_code =
        options->relations ? list_relations(graph, *options) : list_entities(graph, *options);
  });
}

}  // namespace newsgraph::cli
