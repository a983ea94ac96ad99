// Both ends of newsgraph as a library.
//
//     read_news text "General Koval denied the report."     its propositions, one a line
//     read_news graph news.ngraph                           the most mentioned entities of a graph

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/article/article.hpp"
#include "extract/base/error.hpp"
#include "extract/extractor.hpp"
#include "extract/language/language_engine.hpp"
#include "extract/proposition/proposition_stream.hpp"
#include "graph/model/knowledge_graph.hpp"
#include "graph/store/graph_store.hpp"

namespace {

using namespace newsgraph;

void print_propositions(const std::string& text) {
  Article article;
  article.key = "example";
  article.text = text;
  article.blocks.push_back({BlockKind::kParagraph, {0, static_cast<std::uint32_t>(text.size())}});

  const auto extractor = make_rule_extractor(LanguageEngine(MODELS), CoreferenceModel(MODELS));
  write_readable(extractor->extract(article), std::cout);
}

void print_top_entities(const std::string& file) {
  const KnowledgeGraph graph = GraphStore(file, GraphStore::Access::kRead).load();

  const auto [begin, end] = vertices(graph.relations);
  std::vector<Vertex> ranked(begin, end);
  std::ranges::stable_sort(ranked, std::ranges::greater{},
                           [&](Vertex vertex) { return graph.relations[vertex].mentions; });
  if (ranked.size() > 5) ranked.resize(5);

  for (const Vertex vertex : ranked) {
    const Entity& entity = graph.relations[vertex];
    std::cout << entity.label << ": " << entity.mentions << " mentions in " << entity.articles
              << " articles, " << degree(vertex, graph.relations) << " relations\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc == 3 ? argv[1] : "";
  try {
    if (what == "text") {
      print_propositions(argv[2]);
    } else if (what == "graph") {
      print_top_entities(argv[2]);
    } else {
      std::cerr << "usage: read_news text TEXT | read_news graph FILE\n";
      return 2;
    }
    return 0;
  } catch (const Error& error) {
    std::cerr << "read_news: " << error.what() << '\n';
    return 1;
  }
}
