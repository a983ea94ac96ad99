// Writes a synthetic graph in a format, to compare with what other programs make of the same graph:
//
//   write_synthetic RELATIONS FORMAT FILE
//   write_synthetic --formats                 lists the formats, with the endings of their files
//
// Prints how many seconds the writing took, the graph being in memory, and by how many bytes the
// peak of memory rose meanwhile.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string_view>

#include "export/exporter.hpp"
#include "export/output_file.hpp"
#include "tests/benchmarks/memory.hpp"
#include "tests/support/synthetic_graph.hpp"

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--formats") {
    for (const newsgraph::Format& each : newsgraph::formats()) {
      std::cout << each.name << ' ' << each.extension << '\n';
    }
    return 0;
  }
  const newsgraph::Format* const format = argc == 4 ? newsgraph::find_format(argv[2]) : nullptr;
  if (format == nullptr) {
    std::cerr << "usage: write_synthetic RELATIONS FORMAT FILE | --formats\n";
    return 2;
  }
  const auto graph = newsgraph::testing::synthetic_graph(
      static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10)));
  newsgraph::reset_peak();
  const newsgraph::Memory before = newsgraph::memory();
  const auto start = std::chrono::steady_clock::now();
  newsgraph::write_file(argv[3], [&](std::ostream& out) { format->make({})->write(graph, out); });
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::cout << seconds.count() << ' ' << newsgraph::memory().peak - before.now << '\n';
}
