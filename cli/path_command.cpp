#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/date_option.hpp"
#include "cli/entity_choice.hpp"
#include "cli/path_report.hpp"
#include "cli/terminal.hpp"
#include "extract/base/error.hpp"
#include "graph/query/path_evidence.hpp"
#include "graph/query/path_search.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  std::string from;
  std::string to;
  std::vector<std::string> via;
  PathQuery query;
  PathReportOptions report;
  bool json = false;
};

/// The part of a graph file that a question about paths needs: its nodes and its structure at once,
/// the relations of the paths found afterwards. A stale file has to be merged, and so is read
/// whole.
class PathSource {
 public:
  explicit PathSource(const std::string& file)
      : store_(file, GraphStore::Access::kRead), is_whole_(!store_.is_fresh()) {
    if (is_whole_) {
      graph_ = store_.load();
      names_ = EntityNames(graph_);
      topology_ = make_topology(graph_);
      return;
    }
    store_.load_entities([this](Entity&& entity) {
      names_.add(entity);
      add_vertex(std::move(entity), graph_.relations);
    });
    topology_ = store_.load_topology();
    if (topology_.nodes().size() != num_vertices(graph_.relations)) throw changed();
  }

  const KnowledgeGraph& graph() const { return graph_; }
  const EntityNames& names() const { return names_; }
  const Topology& topology() const { return topology_; }

  /// The paths, their relations loaded into graph().
  std::vector<Path> find(const PathQuery& query) {
    std::vector<Path> paths = find_paths(topology_, query);
    if (!is_whole_) {
      const auto load = [this](std::uint32_t number) { return relation(number); };
      attach_relations(topology_, load, graph_, paths);
    }
    return paths;
  }

 private:
  EvidencedRelation relation(std::uint32_t number) const {
    auto relation = store_.relation(number);
    if (!relation) throw changed();
    EvidencedRelation loaded{std::move(*relation), {}, {}};
    for (GraphStore::EvidencedClaim& claim : store_.claims_of(number)) {
      loaded.relation.claims.push_back(std::move(claim.claim));
      loaded.articles.push_back(std::move(claim.article));
      loaded.sentences.push_back(std::move(claim.sentence));
    }
    if (loaded.relation.claims.empty()) throw changed();
    return loaded;
  }

  static IoError changed() {
    return IoError("the graph file changed while it was read; run the command again");
  }

  GraphStore store_;
  bool is_whole_;
  KnowledgeGraph graph_;
  EntityNames names_;
  Topology topology_;
};

int run(Options& options) {
  PathSource file(options.file);
  const KnowledgeGraph& graph = file.graph();
  Terminal messages = Terminal::standard_error();
  std::ostream* json = options.json ? &std::cout : nullptr;
  const auto from = choose_entity(graph, file.names(), options.from, messages, json);
  if (!from) return kNotFound;
  const auto to = choose_entity(graph, file.names(), options.to, messages, json);
  if (!to) return kNotFound;
  if (*from == *to) {
    messages.wrapped("newsgraph: \"" + options.from + "\" and \"" + options.to +
                         "\" are one entity, " + graph.relations[*from].label +
                         "; \"newsgraph show\" prints what is known of it",
                     0, 2);
    return kNotFound;
  }
  PathQuery& query = options.query;
  query.from = *from;
  query.to = *to;
  for (const std::string& word : options.via) {
    query.via.push_back(entity_type_from_string(word).value());
  }

  std::vector<Path> paths;
  try {
    paths = file.find(query);
  } catch (const UnknownName& error) {
    messages.wrapped(StyledText("newsgraph: ", Style::kBad).add(error.what()), 0, 2);
    return kNotFound;
  }
  if (options.json) {
    write_paths_json(graph, query, paths, std::cout);
  } else if (!paths.empty()) {
    Terminal terminal = Terminal::standard_output();
    print_paths(graph, paths, options.report, terminal);
  }
  if (!paths.empty()) return kSuccess;
  messages.wrapped(
      StyledText("newsgraph: ", Style::kBad).add(why_no_path(graph, file.topology(), query)), 0, 2);
  return kNotFound;
}

}  // namespace

void add_path(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "path", "How two entities are related: the best paths between them, with their evidence");
  command->add_option("FILE", options->file, "The graph file")->required();
  command->add_option("FROM", options->from, "Where paths begin: a name, or an id (e_...)")
      ->required();
  command->add_option("TO", options->to, "Where they end")->required();
  command->add_option("-k,--k", options->query.k, "How many paths")
      ->check(CLI::Range(1U, kMostPaths))
      ->capture_default_str();
  command->add_option("--max-hops", options->query.max_hops, "At most so many relations in a row")
      ->check(CLI::Range(1U, kMostHops))
      ->capture_default_str();
  const std::map<std::string, Direction> directions = {{"any", Direction::kAny},
                                                       {"out", Direction::kOut}};
  command
      ->add_option("--direction", options->query.direction,
                   "any: relations may be followed backward; out: from subject to object only")
      ->transform(CLI::CheckedTransformer(directions, CLI::ignore_case))
      ->default_str("any");
  RelationSelection& selection = options->query.selection;
  command
      ->add_option("--relation", selection.relations,
                   "Only over relations of this predicate or class (repeatable)")
      ->allow_extra_args(false);
  command
      ->add_option("--via", options->via, "Only over nodes of this type, e.g. person (repeatable)")
      ->allow_extra_args(false)
      ->check([](const std::string& word) {
        return entity_type_from_string(word) ? std::string()
                                             : "\"" + word +
                                                   "\" is no entity type; e.g. person, "
                                                   "organization, place, event";
      });
  command->add_option("--min-confidence", selection.min_confidence, "Only over relations so sure")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--min-support", selection.min_support,
                      "Only over relations in so many independent articles");
  command->add_option("--since", selection.since, "Only over relations dated then or later")
      ->check(is_date, "DATE");
  command->add_option("--until", selection.until, "Only over relations dated then or earlier")
      ->check(is_date, "DATE");
  command->add_flag("--asserted-only", selection.asserted_only,
                    "Only over what an article says in its own voice, not negated, planned or "
                    "reported");
  command->add_flag("--all", options->report.all_relations,
                    "Show every relation between two nodes of a path, and every sentence");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
