#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/json_output.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "export/exporter.hpp"
#include "export/push/address.hpp"
#include "export/push/credentials.hpp"
#include "export/push/ledger.hpp"
#include "export/push/neo4j_push.hpp"
#include "export/push/sparql_push.hpp"
#include "extract/base/error.hpp"
#include "extract/http/curl_http_client.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/store/graph_store.hpp"

namespace newsgraph::cli {
namespace {

struct Options {
  std::string file;
  std::string to;
  std::string credentials;
  FilterOptions filter;
  PushOptions how;
  CurlHttpClient::Options http;
  bool prune = false;
  bool prune_most = false;
  std::optional<std::string> base;
  bool quiet = false;
  bool json = false;
};

std::string is_address(const std::string& text) {
  try {
    parse_push_address(text);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

std::string is_name(const std::string& text) {
  if (is_graph_name(text)) return "";
  return "the name of a graph consists of letters, digits, '.', '_' and '-', at most 64";
}

std::string is_base(const std::string& base) {
  try {
    ExportOptions how;
    how.base = base;
    find_format("ntriples")->make(how);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

/// "europe" for "graphs/europe.ngraph".
std::string name_of(const std::string& file) {
  std::string name;
  for (const char c : std::filesystem::path(file).stem().string().substr(0, 64)) {
    name += is_graph_name(std::string(1, c)) ? c : '_';
  }
  return name.empty() ? "newsgraph" : name;
}

HttpCredentials credentials_of(const Options& options, const PushAddress& address) {
  const std::string prefix = address.credentials_prefix();
  if (!options.credentials.empty()) return file_credentials(options.credentials, prefix);
  return environment_credentials(prefix, [](const char* name) { return std::getenv(name); });
}

/// An option that says nothing to this store is a mistake that would go unseen.
void check_options_apply(const Options& options, const PushAddress& address) {
  const bool is_neo4j = address.protocol == PushAddress::Protocol::kNeo4j;
  if (options.how.claims && !is_neo4j) {
    throw CLI::ValidationError("--claims",
                               "applies where --to is neo4j+http(s)://…; a triple store has the "
                               "claims in any case");
  }
  if (options.base && is_neo4j) {
    throw CLI::ValidationError("--base",
                               "applies where --to is sparql+http(s)://…; nothing in Neo4j has an "
                               "IRI");
  }
}

/// "12,345 of 20,113, 1,204 sent, 8,120/s, 0:42 left": rows of nodes and relations, or triples.
/// @param seconds  Since the first of them.
std::string progress_line(const PushProgress& counts, double seconds) {
  if (counts.total == 0) return "looking at what is there";
  std::string text = grouped_digits(counts.done) + " of " + grouped_digits(counts.total) + ", " +
                     grouped_digits(counts.written) + " sent";
  if (seconds < 2 || counts.done == 0) return text;
  const double rate = static_cast<double>(counts.done) / seconds;
  const auto left = static_cast<double>(counts.total - counts.done) / rate;
  return text + ", " + grouped_digits(static_cast<std::uint64_t>(rate)) + "/s, " +
         clock_text(static_cast<std::uint64_t>(left)) + " left";
}

std::string part(std::uint64_t count, const char* what) {
  return count == 0 ? std::string() : ", " + grouped_digits(count) + ' ' + what;
}

/// Why --prune is refused, and how to go on.
std::string too_much(const Options& options, const PushReport& report) {
  return "it would remove " + grouped_digits(report.leaving) + " of the " +
         grouped_digits(report.stored) + " that are there under the name \"" + options.how.name +
         "\", more than half. If they are another graph's, give this one a name of its own with "
         "--as; if a filter has left them out, push without it; if they are to go, say "
         "--prune-most";
}

void print_summary(const Options& options, const PushReport& report, double seconds) {
  const bool dry = options.how.dry_run;
  std::string text = options.to + ": " + grouped_digits(report.added) +
                     (dry ? " to add" : " added") + ", " + grouped_digits(report.updated) +
                     (dry ? " to update" : " updated") + ", " + grouped_digits(report.unchanged) +
                     " unchanged";
  text += part(report.renamed, dry ? "to rename" : "renamed");
  text += part(report.removed, dry ? "to remove" : "removed");
  const char* const prune = report.loses_most() ? "--prune-most" : "--prune";
  text += part(report.gone, "not in the graph any more");
  if (report.gone > 0) text += std::string(" (") + prune + " removes them)";
  text += part(report.kept, "kept though gone, because something else is attached to them");
  text += " in " + clock_text(static_cast<std::uint64_t>(seconds));
  if (report.is_refused) text += "; --prune will be refused: " + too_much(options, report);
  Terminal::standard_error().wrapped(text, 0, 2);
}

void print_json(const Options& options, const PushReport& report, double seconds) {
  JsonOutput json;
  json.begin_object();
  json.field("file", options.file).field("to", options.to).field("as", options.how.name);
  json.count("elements", report.elements).count("added", report.added);
  json.count("updated", report.updated).count("unchanged", report.unchanged);
  json.count("renamed", report.renamed).count("removed", report.removed);
  json.count("gone", report.gone).count("kept", report.kept);
  json.count("stored", report.stored).count("leaving", report.leaving);
  json.key("refused").boolean(report.is_refused);
  json.key("seconds").fraction(seconds);
  json.end_object();
  json.finish(std::cout);
}

void run(Options& options) {
  const PushAddress address = parse_push_address(options.to);
  check_options_apply(options, address);
  const HttpCredentials credentials = credentials_of(options, address);
  if (options.base) options.how.base = *options.base;
  if (options.prune) options.how.prune = Prune::kMinority;
  if (options.prune_most) options.how.prune = Prune::kAnything;
  if (options.how.name.empty()) options.how.name = name_of(options.file);
  Progress progress(!options.quiet, std::nullopt);
  if (!credentials.empty() && !address.is_private) {
    progress.report("the password goes over the network as it is; use " +
                    std::string(address.protocol == PushAddress::Protocol::kNeo4j
                                    ? "neo4j+https://"
                                    : "sparql+https://") +
                    " where the server can");
  }
  const GraphStore store(options.file, GraphStore::Access::kRead);
  const KnowledgeGraph graph = options.filter.apply(store.load());

  CurlHttpClient client(options.http);
  Retrier http(
      client, {}, [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); },
      [&](std::string_view message) {
        if (!options.quiet) progress.report(message);
      });
  const Successors successors = [&](const std::vector<std::uint64_t>& ids) {
    return store.entities_of_mentions(ids);
  };
  double begin = 0;  // of sending
  bool is_looking = true;
  const OnPushProgress on_progress = [&](const PushProgress& counts) {
    if (is_looking) begin = progress.seconds();
    is_looking = counts.total == 0;
    progress.update([&] { return progress_line(counts, progress.seconds() - begin); });
  };
  PushReport report;
  if (address.protocol == PushAddress::Protocol::kNeo4j) {
    Neo4jEndpoint endpoint(http, address, credentials);
    report = push_to_neo4j(graph, options.how, successors, endpoint, on_progress);
  } else {
    SparqlEndpoint endpoint(http, address, credentials);
    report = push_to_sparql(graph, options.how, successors, endpoint, on_progress);
  }
  progress.clear();
  if (report.is_refused && !options.how.dry_run) {
    throw Error(options.to +
                ": --prune is refused and nothing was written: " + too_much(options, report));
  }
  if (options.json) print_json(options, report, progress.seconds());
  if (!options.quiet) print_summary(options, report, progress.seconds());
}

}  // namespace

void add_push(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  options->how.name.clear();
  CLI::App* const command =
      app.add_subcommand("push", "Put a graph file into a running Neo4j or triple store");
  command->footer(
      "Only what the store does not have yet is sent, so the same command goes on where one was\n"
      "interrupted, and brings the store up to date after more articles.\n\n"
      "The name (--as) is the graph's identity in the store: two files of one name are one\n"
      "graph there, the later in place of the earlier. Filters narrow what stays: what they\n"
      "leave out is gone for --prune.\n\n"
      "Addresses:\n"
      "  neo4j+http://localhost:7474            Neo4j, database \"neo4j\"\n"
      "  neo4j+https://host:7473/news           Neo4j, database \"news\"\n"
      "  sparql+http://localhost:3030/news      Fuseki, dataset \"news\"\n"
      "  sparql+http://localhost:7878           Oxigraph\n"
      "  sparql+http://localhost:7200/repositories/news   GraphDB, RDF4J\n\n"
      "Credentials: NEO4J_USERNAME and NEO4J_PASSWORD (or NEO4J_TOKEN), SPARQL_USERNAME and\n"
      "SPARQL_PASSWORD (or SPARQL_TOKEN) in the environment, or as NAME=value in a file for\n"
      "--credentials.");
  command->add_option("FILE", options->file, "Graph file")->required();
  command->add_option("--to", options->to, "Where to")->required()->check(is_address, "ADDRESS");
  command
      ->add_option("--as", options->how.name,
                   "Name by which the store tells this graph from others, whatever file it comes "
                   "from; else the file's without folder and ending")
      ->check(is_name, "NAME");
  command->add_flag("--prune", options->prune,
                    "Remove what an earlier push under this name put there and this graph, as "
                    "filtered, has not; refused where that is more than half");
  command->add_flag("--prune-most", options->prune_most,
                    "As --prune, even if more than half of what is there under this name goes");
  command->add_flag("--full", options->how.full, "Write everything, whatever is there");
  command->add_flag("-n,--dry-run", options->how.dry_run, "Only say what would be done");
  command->add_flag("--claims", options->how.claims, "neo4j+… only: claims as nodes");
  command
      ->add_option("--base", options->base,
                   "sparql+… only: start of every IRI [" + options->how.base + "]")
      ->check(is_base, "IRI");
  command->add_option("--credentials", options->credentials, "File that only you can read")
      ->type_name("FILE")
      ->group("Connection");
  command
      ->add_option("--ca-file", options->http.ca_file,
                   "Certificates to trust instead of the system's")
      ->check(CLI::ExistingFile)
      ->group("Connection");
  command->add_option("--timeout", options->http.timeout, "Seconds that one request may take")
      ->capture_default_str()
      ->check(CLI::Range(1, 86400))
      ->type_name("SECONDS")
      ->group("Connection");
  command->add_flag("-q,--quiet", options->quiet, "No progress and no summary");
  command->add_flag("--json", options->json, "Print the summary as JSON on standard output");
  options->filter.add_to(*command);
  command->callback([options, &exit_code] {
    run(*options);
    exit_code = kSuccess;
  });
}

}  // namespace newsgraph::cli
