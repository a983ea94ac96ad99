// How fast the exporters are, and whether their memory grows with the output:
//
//   export_benchmark [--benchmark_filter=graphml]
//
// exports a synthetic graph of NEWSGRAPH_RELATIONS relations (default 1,000,000) between a fifth as
// many nodes, each with one claim and a sentence of its own. Reported per format: bytes and
// relations a second, the size of the output, and how far the peak of the process's memory rose
// above what the graph itself takes ("above_graph"; 0 if below an earlier peak).
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <streambuf>
#include <string>

#include "export/exporter.hpp"
#include "graph/query/filter.hpp"
#include "tests/support/synthetic_graph.hpp"

namespace {

using newsgraph::KnowledgeGraph;

std::uint32_t relations() {
  const char* const text = std::getenv("NEWSGRAPH_RELATIONS");
  return text == nullptr ? 1'000'000 : static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
}

const KnowledgeGraph& graph() {
  static const KnowledgeGraph graph = newsgraph::testing::synthetic_graph(relations());
  return graph;
}

/// Memory of the process in bytes: now, and the most since reset_peak().
struct Memory {
  double now = 0;
  double peak = 0;
};

Memory memory() {
  Memory memory;
  std::ifstream status("/proc/self/status");
  for (std::string name; status >> name;) {
    if (name == "VmRSS:") status >> memory.now;
    if (name == "VmHWM:") status >> memory.peak;
    std::string rest;
    std::getline(status, rest);
  }
  memory.now *= 1024;
  memory.peak *= 1024;
  return memory;
}

/// Linux sets the peak back to what is used now.
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

/// Counts bytes and forgets them.
class Counter : public std::streambuf {
 public:
  std::size_t bytes = 0;

 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override {
    bytes += static_cast<std::size_t>(size);
    return size;
  }
  int_type overflow(int_type c) override {
    ++bytes;
    return c;
  }
};

void export_graph(benchmark::State& state, const newsgraph::Format& format,
                  const newsgraph::ExportOptions& options) {
  const KnowledgeGraph& whole = graph();
  reset_peak();
  const Memory before = memory();
  std::size_t bytes = 0;
  for (auto _ : state) {
    Counter counter;
    std::ostream out(&counter);
    format.make(options)->write(whole, out);
    bytes = counter.bytes;
  }
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(rounds * relations());
  state.counters["output"] = static_cast<double>(bytes);
  state.counters["above_graph"] = memory().peak - before.now;
}

void filter_graph(benchmark::State& state, const newsgraph::GraphFilter& filter) {
  const KnowledgeGraph& whole = graph();
  for (auto _ : state) benchmark::DoNotOptimize(newsgraph::filtered(whole, filter));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * relations());
}

/// One benchmark for each format of the table.
const bool registered = [] {
  const auto add = [](const std::string& name, auto function, const auto&... arguments) {
    benchmark::RegisterBenchmark(name.c_str(), function, arguments...)
        ->Unit(benchmark::kMillisecond);
  };
  for (const newsgraph::Format& format : newsgraph::formats()) {
    add("export/" + std::string(format.name), export_graph, format, newsgraph::ExportOptions());
  }
  add("export/cypher --claims", export_graph, *newsgraph::find_format("cypher"),
      newsgraph::ExportOptions{.claims = true});
  add("export/trig --rdf-graphs document", export_graph, *newsgraph::find_format("trig"),
      newsgraph::ExportOptions{.rdf_graphs = newsgraph::RdfGraphs::kDocument});
  add("filter/relation", filter_graph, newsgraph::GraphFilter{.relations = {"SUPPORT"}});
  add("filter/since", filter_graph, newsgraph::GraphFilter{.since = "2024-05"});
  return true;
}();

}  // namespace
