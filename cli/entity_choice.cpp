#include "cli/entity_choice.hpp"

#include "cli/json_output.hpp"
#include "cli/relation_text.hpp"

namespace newsgraph::cli {
namespace {

constexpr std::size_t kShown = 10;

void print_table(const KnowledgeGraph& graph, const std::vector<NamedEntity>& entities,
                 Terminal& messages) {
  Table table(
      {Table::Align::kLeft, Table::Align::kFixed, Table::Align::kRight, Table::Align::kFixed});
  for (std::size_t i = 0; i < entities.size() && i < kShown; ++i) {
    const Entity& entity = graph.relations[entities[i].vertex];
    table.row({node_text(entity), what_it_is(entity),
               counted(entity.mentions, "mention", "mentions"),
               StyledText(entity_id(entity.id), Style::kDim)});
  }
  table.print(messages, 2);
}

void write_json(const KnowledgeGraph& graph, const std::string& name, const char* error,
                const std::vector<NamedEntity>& entities, std::ostream& out) {
  JsonOutput json;
  json.begin_object().field("error", error).field("name", name);
  json.key("candidates").begin_array();
  for (const NamedEntity& found : entities) {
    const Entity& entity = graph.relations[found.vertex];
    json.begin_object().field("id", entity_id(entity.id)).field("label", entity.label);
    json.field("kind", to_string(entity.kind)).field("type", to_string(entity.type));
    json.count("mentions", entity.mentions).end_object();
  }
  json.end_array().end_object();
  json.finish(out);
}

}  // namespace

std::optional<std::uint32_t> choose_entity(const KnowledgeGraph& graph, const EntityNames& names,
                                           const std::string& name, Terminal& messages,
                                           std::ostream* json) {
  const NameLookup lookup = names.find(name);
  const std::string quoted = "\"" + name + "\"";
  if (lookup.is_clear()) {
    const NamedEntity& found = lookup.candidates.front();
    const Entity& entity = graph.relations[found.vertex];
    if (found.match > NameMatch::kExact || lookup.candidates.size() > 1) {
      StyledText note("newsgraph: " + quoted + " read as ");
      note.add(node_text(entity))
          .add(" (" + what_it_is(entity) + ", " + counted(entity.mentions, "mention", "mentions") +
               ")");
      if (lookup.candidates.size() > 1) note.add("; it may also be");
      messages.wrapped(note, 0, 2);
      if (lookup.candidates.size() > 1) {
        print_table(graph, {lookup.candidates.begin() + 1, lookup.candidates.end()}, messages);
      }
    }
    return found.vertex;
  }
  const bool is_ambiguous = !lookup.candidates.empty();
  const auto& near = is_ambiguous ? lookup.candidates : lookup.suggestions;
  StyledText message("newsgraph: ", Style::kBad);
  if (is_ambiguous) {
    message.add(quoted + " may be any of these; say which by its full name or its id:");
  } else {
    message.add("no entity is called " + quoted +
                (near.empty() ? "; \"newsgraph list FILE --name PART\" finds parts of names"
                              : "; did you mean:"));
  }
  messages.wrapped(message, 0, 2);
  print_table(graph, near, messages);
  if (near.size() > kShown) {
    messages.line("  and " + std::to_string(near.size() - kShown) + " more");
  }
  if (json != nullptr) {
    write_json(graph, name, is_ambiguous ? "ambiguous" : "unknown", near, *json);
  }
  return std::nullopt;
}

}  // namespace newsgraph::cli
