#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "graph/query/entity_names.hpp"
#include "graph/query/path_search.hpp"
#include "graph/query/topology.hpp"

/// Queries on a graph like those of news, a million relations between 200,000 nodes: few are in
/// nearly every article, most are named once (preferential attachment, Barabási and Albert 1999).
/// The same graph and the same questions on every machine.
namespace newsgraph {
namespace {

constexpr std::uint32_t kNodes = 200'000;
constexpr std::uint32_t kRelations = 1'000'000;

Topology make_scale_free() {
  std::mt19937 random(1);
  const auto roll = [&](std::size_t sides) { return random() % sides; };
  Topology topology;
  for (std::uint32_t i = 0; i < kNodes; ++i) {
    const auto dice = roll(10);
    const NodeKind kind = dice < 6    ? NodeKind::kEntity
                          : dice < 7  ? NodeKind::kEvent
                          : dice == 9 ? NodeKind::kValue
                                      : NodeKind::kConcept;
    topology.add_node({kind, EntityType::kOther});
  }
  std::vector<std::uint32_t> words;
  for (int i = 0; i < 400; ++i) words.push_back(topology.word("predicate " + std::to_string(i)));
  // One of the ends so far, so that nodes are chosen as often as they have relations; or any node.
  std::vector<std::uint32_t> ends;
  ends.reserve(2 * kRelations);
  const auto choose = [&] {
    return ends.empty() || roll(4) == 0 ? static_cast<std::uint32_t>(roll(kNodes))
                                        : ends[roll(ends.size())];
  };
  for (std::uint32_t i = 0; i < kRelations; ++i) {
    const std::uint32_t subject = choose();
    const std::uint32_t object = choose();
    const std::uint32_t word = words[roll(words.size())];
    ends.push_back(subject);
    ends.push_back(object);
    topology.add_relation({
        .subject = subject,
        .object = object,
        .predicate = word,
        .canonical = word,
        .readable = word,
        .relation_class = words[roll(20)],
        .support = static_cast<std::uint32_t>(roll(8) == 0 ? 2 + roll(10) : 1),
        .confidence = static_cast<float>(40 + roll(60)) / 100.0F,
        .first_day = 20240101,
        .last_day = 20240101,
        .asserted = roll(3) != 0,
    });
  }
  topology.seal();
  return topology;
}

const Topology& scale_free() {
  static const Topology topology = make_scale_free();
  return topology;
}

enum class Ends : std::uint8_t { kAny, kNamed, kHubs };

std::vector<PathQuery> make_queries(Ends ends, std::uint32_t max_hops, Direction direction) {
  const Topology& topology = scale_free();
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t i = 0; i < kNodes; ++i) {
    const std::uint32_t degree = topology.degree(i);
    // People ask for what is named often.
    if (ends == Ends::kAny ? degree > 0 : ends == Ends::kNamed ? degree >= 20 : degree >= 2000) {
      nodes.push_back(i);
    }
  }
  std::mt19937 random(2);
  std::vector<PathQuery> queries;
  while (queries.size() < 200) {
    const std::uint32_t from = nodes[random() % nodes.size()];
    const std::uint32_t to = nodes[random() % nodes.size()];
    if (from == to) continue;
    queries.push_back(
        {.from = from, .to = to, .k = 3, .max_hops = max_hops, .direction = direction});
  }
  return queries;
}

/// Time of this thread alone, so that what else the machine does is not counted.
double thread_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// One iteration asks 200 questions; median, 95th percentile and slowest are those of one question.
void find_paths_between(benchmark::State& state, Ends ends, std::uint32_t max_hops,
                        Direction direction) {
  const std::vector<PathQuery> queries = make_queries(ends, max_hops, direction);
  std::vector<double> milliseconds;
  std::size_t found = 0;
  for (auto _ : state) {
    for (const PathQuery& query : queries) {
      const double start = thread_milliseconds();
      found += find_paths(scale_free(), query).size();
      milliseconds.push_back(thread_milliseconds() - start);
    }
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  state.counters["median_ms"] = milliseconds[milliseconds.size() / 2];
  state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
  state.counters["max_ms"] = milliseconds.back();
  state.counters["paths"] = static_cast<double>(found) / static_cast<double>(milliseconds.size());
}

BENCHMARK_CAPTURE(find_paths_between, any_nodes_4_hops, Ends::kAny, 4, Direction::kAny)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_paths_between, named_nodes_4_hops, Ends::kNamed, 4, Direction::kAny)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_paths_between, named_nodes_4_hops_out, Ends::kNamed, 4, Direction::kOut)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_paths_between, hubs_4_hops, Ends::kHubs, 4, Direction::kAny)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_paths_between, named_nodes_6_hops, Ends::kNamed, 6, Direction::kAny)
    ->Unit(benchmark::kMillisecond);

void seal_topology(benchmark::State& state) {
  Topology topology = scale_free();
  for (auto _ : state) topology.seal();
}
BENCHMARK(seal_topology)->Unit(benchmark::kMillisecond);

/// A million aliases of made-up names.
const EntityNames& million_names() {
  static const EntityNames names = [] {
    const char* const first[] = {"mar", "tho", "jo", "an", "li", "bor", "ker", "sol", "vi", "ed"};
    const char* const last[] = {"lind", "sen", "ova", "mann", "etti", "berg", "quist", "ides"};
    std::mt19937 random(3);
    EntityNames made;
    for (std::uint32_t i = 0; i < 500'000; ++i) {
      Entity entity;
      entity.id = i;
      const std::string surname = std::string(first[random() % 10]) + first[random() % 10] +
                                  first[random() % 10] + last[random() % 8];
      entity.label = std::string(first[random() % 10]) + first[random() % 10] + " " + surname;
      if (i == 250'000) entity.label = "Astrid Vennmark";
      entity.aliases = {{entity.label, 2, "name"}, {surname, 1, "surname"}};
      made.add(entity);
    }
    return made;
  }();
  return names;
}

void find_name(benchmark::State& state, const char* name) {
  const EntityNames& names = million_names();
  for (auto _ : state) benchmark::DoNotOptimize(names.find(name));
  state.counters["aliases"] = static_cast<double>(names.size());
}
BENCHMARK_CAPTURE(find_name, exact, "astrid vennmark")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_name, unknown, "Northern Grain Company")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_name, misspelt, "Majro Solkerlilinnd")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(find_name, misspelt_word, "Solkerlilinnd")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsgraph
