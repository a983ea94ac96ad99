#include <array>
#include <cstdio>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/json_output.hpp"
#include "cli/relation_text.hpp"
#include "cli/terminal.hpp"
#include "graph/query/statistics.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

using Counts = GraphStatistics::Counts;

struct Options {
  std::string file;
  std::size_t top = 10;
  bool json = false;
};

/// "12.3 %".
std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f %%",
                100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return text.data();
}

/// A bar of at most `columns`, in eighths of a column.
std::string bar(std::uint64_t part, std::uint64_t most, std::size_t columns) {
  static constexpr std::array<std::string_view, 8> kEighths = {"",  "▏", "▎", "▍",
                                                               "▌", "▋", "▊", "▉"};
  const std::uint64_t eighths = most == 0 ? 0 : (part * columns * 8 + most - 1) / most;
  std::string text;
  for (std::uint64_t i = 0; i < eighths / 8; ++i) text += "█";
  return text + std::string(kEighths[eighths % 8]);
}

class StatsPrinter {
 public:
  StatsPrinter(const KnowledgeGraph& graph, const GraphStatistics& stats, Terminal& terminal)
      : graph_(graph), stats_(stats), terminal_(terminal) {}

  void print() {
    print_totals();
    print_counts("Nodes", stats_.kinds, stats_.entities);
    print_counts("Named entities", stats_.types, sum(stats_.types));
    print_counts("Relations by class", stats_.classes, stats_.relations, 20);
    print_quality();
    print_entities();
    print_counts("Most quoted", stats_.top_sources, 0);
    print_counts("Outlets", stats_.outlets, 0);
  }

 private:
  static std::uint64_t sum(const Counts& counts) {
    std::uint64_t total = 0;
    for (const auto& [name, count] : counts) total += count;
    return total;
  }

  void heading(const std::string& text) {
    terminal_.line();
    terminal_.line(StyledText(text, Style::kBold));
  }

  void print_totals() {
    using enum Table::Align;
    Table table({kRight, kLeft});
    const auto row = [&](std::uint64_t count, StyledText what) {
      table.row({StyledText(grouped_digits(count), Style::kBold), std::move(what)});
    };
    StyledText articles("articles");
    if (!stats_.first_date.empty()) {
      articles.add(", " + date_span(stats_.first_date, stats_.last_date), Style::kDim);
    }
    if (stats_.undated_articles != 0) {
      articles.add(", " + grouped_digits(stats_.undated_articles) + " without a date", Style::kDim);
    }
    row(stats_.articles, articles);
    row(stats_.sentences, "sentences that are evidence");
    row(stats_.entities, "nodes");
    row(stats_.relations, "relations");
    row(stats_.statements, "statements");
    row(stats_.claims, "claims");
    table.print(terminal_);
  }

  /// @param whole  What shares refer to; 0: none are shown.
  void print_counts(const std::string& title, const Counts& counts, std::uint64_t whole,
                    std::size_t most_rows = 0) {
    if (counts.empty()) return;
    heading(title);
    using enum Table::Align;
    Table table({kLeft, kRight, kRight, kLeft});
    std::size_t rows = 0;
    std::uint64_t rest = 0;
    for (const auto& [name, count] : counts) {
      if (most_rows != 0 && rows == most_rows) {
        rest += count;
        continue;
      }
      ++rows;
      table.row({name, grouped_digits(count), StyledText(percent(count, whole), Style::kDim),
                 StyledText(bar(count, counts.front().second, kBar), Style::kRelation)});
    }
    if (rest != 0) {
      table.row({std::to_string(counts.size() - rows) + " more", grouped_digits(rest),
                 StyledText(percent(rest, whole), Style::kDim)});
    }
    table.print(terminal_, 2);
  }

  void print_quality() {
    if (stats_.relations == 0) return;
    heading("How relations are said");
    using enum Table::Align;
    Table table({kLeft, kRight, kRight, kLeft});
    const auto row = [&](const std::string& name, std::uint64_t count) {
      table.row({name, grouped_digits(count),
                 StyledText(percent(count, stats_.relations), Style::kDim),
                 StyledText(bar(count, stats_.relations, kBar), Style::kRelation)});
    };
    row("asserted", stats_.asserted);
    for (const auto& [name, count] : stats_.polarities) {
      if (name == "negated") row(name, count);
    }
    for (const auto& [name, count] : stats_.modalities) {
      if (name != "actual") row(name, count);
    }
    row("only reported", stats_.reported);
    row("contested", stats_.contested);
    row("in two articles or more", stats_.supported);
    table.print(terminal_, 2);
  }

  void print_entities() {
    if (stats_.top_entities.empty()) return;
    heading("Best connected");
    using enum Table::Align;
    Table table({kLeft, kRight, kLeft, kLeft});
    for (const auto& top : stats_.top_entities) {
      const Entity& entity = graph_.relations[top.vertex];
      table.row({node_text(entity), grouped_digits(top.relations),
                 StyledText(bar(top.relations, stats_.top_entities.front().relations, kBar),
                            Style::kRelation),
                 StyledText(what_it_is(entity), Style::kDim)});
    }
    table.print(terminal_, 2);
  }

  static constexpr std::size_t kBar = 20;
  const KnowledgeGraph& graph_;
  const GraphStatistics& stats_;
  Terminal& terminal_;
};

/// {"articles": 12, …, "kinds": {"entity": 30, …}, …, "top_entities": [{"entity": node,
/// "relations":
///  9}, …], "top_sources": [{"name": "…", "claims": 4}, …], "outlets": [{"name", "articles"}, …]}
void write_json(const KnowledgeGraph& graph, const GraphStatistics& stats, std::ostream& out) {
  JsonOutput json;
  const auto counts = [&](const char* name, const Counts& values) {
    json.key(name).begin_object();
    for (const auto& [word, count] : values) json.count(word, count);
    json.end_object();
  };
  const auto ranking = [&](const char* name, const Counts& values, const char* unit) {
    json.key(name).begin_array();
    for (const auto& [word, count] : values) {
      json.begin_object().field("name", word).count(unit, count).end_object();
    }
    json.end_array();
  };
  json.begin_object().count("articles", stats.articles).count("sentences", stats.sentences);
  json.count("nodes", stats.entities).count("relations", stats.relations);
  json.count("statements", stats.statements).count("claims", stats.claims);
  json.field("first_date", stats.first_date).field("last_date", stats.last_date);
  json.count("undated_articles", stats.undated_articles);
  counts("kinds", stats.kinds);
  counts("types", stats.types);
  counts("classes", stats.classes);
  counts("polarities", stats.polarities);
  counts("modalities", stats.modalities);
  json.count("asserted", stats.asserted).count("reported", stats.reported);
  json.count("contested", stats.contested).count("supported_twice", stats.supported);
  json.key("top_entities").begin_array();
  for (const auto& top : stats.top_entities) {
    json.begin_object().key("entity");
    json.node(graph, top.vertex);
    json.count("relations", top.relations).end_object();
  }
  json.end_array();
  ranking("top_sources", stats.top_sources, "claims");
  ranking("outlets", stats.outlets, "articles");
  json.end_object();
  json.finish(out);
}

int run(const Options& options) {
  const KnowledgeGraph graph = GraphStore(options.file, GraphStore::Access::kRead).load();
  const GraphStatistics stats = graph_statistics(graph, options.top);
  if (options.json) {
    write_json(graph, stats, std::cout);
  } else {
    Terminal terminal = Terminal::standard_output();
    StatsPrinter(graph, stats, terminal).print();
  }
  return kSuccess;
}

}  // namespace

void add_stats(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("stats", "The graph in figures");
  command->add_option("FILE", options->file, "The graph file")->required();
  command->add_option("--top", options->top, "How many entities, sources and outlets")
      ->capture_default_str();
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace newsgraph::cli
