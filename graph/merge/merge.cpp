#include "graph/merge/merge.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "extract/base/date.hpp"
#include "graph/identity/identity.hpp"
#include "graph/merge/node_table.hpp"
#include "graph/merge/relation_table.hpp"

namespace newsgraph {

KnowledgeGraph merge(const ArticleSource& source, const MergeOptions& options, MergeReport* report,
                     std::vector<std::vector<std::uint32_t>>* nodes) {
  KnowledgeGraph graph;
  MergeReport counted;
  Identity identity(options.least_confidence);
  std::vector<std::string> published;
  source([&](const Extraction& extraction) {
    graph.articles.push_back({extraction.article});
    published.push_back(extraction.article.published);
    identity.add(extraction);
  });
  identity.resolve();

  const ArticleOrder order(published);
  NodeTable node_table(identity, order, published);
  RelationTable relation_table(identity, node_table, order, options, graph, counted);
  std::uint32_t article = 0;
  source([&](const Extraction& extraction) {
    node_table.add(article, extraction);
    relation_table.add(article, extraction);
    ++article;
  });

  std::vector<std::uint32_t> vertex_of;
  for (Entity& entity : node_table.finish(vertex_of)) {
    boost::add_vertex(std::move(entity), graph.relations);
  }
  relation_table.finish(vertex_of);

  counted.articles = graph.articles.size();
  if (report) *report = counted;
  if (nodes) {
    nodes->assign(graph.articles.size(), {});
    for (std::size_t i = 0; i < nodes->size(); ++i) {
      for (const Identity::Node node : identity.nodes(i)) {
        (*nodes)[i].push_back(node == Identity::kNone ? kNoVertex : vertex_of[node]);
      }
    }
  }
  return graph;
}

KnowledgeGraph merge(std::vector<Extraction> extractions, const MergeOptions& options,
                     MergeReport* report) {
  std::sort(extractions.begin(), extractions.end(), [](const Extraction& a, const Extraction& b) {
    if (a.article.key != b.article.key) return a.article.key < b.article.key;
    return is_later_version(a.article, b.article);
  });
  const auto older = std::unique(
      extractions.begin(), extractions.end(),
      [](const Extraction& a, const Extraction& b) { return a.article.key == b.article.key; });
  extractions.erase(older, extractions.end());
  return merge(
      [&](const std::function<void(const Extraction&)>& visit) {
        for (const Extraction& extraction : extractions) visit(extraction);
      },
      options, report);
}

bool is_later_version(const ArticleHeader& a, const ArticleHeader& b) {
  // An unknown date is earlier than any: whoever dates a version knows more.
  const auto later = [](const std::string& left, const std::string& right) {
    if (left.empty() || right.empty()) return !left.empty() && right.empty();
    return date_before(right, left);
  };
  if (later(a.modified, b.modified)) return true;
  if (later(b.modified, a.modified)) return false;
  if (later(a.published, b.published)) return true;
  if (later(b.published, a.published)) return false;
  if (a.content_hash != b.content_hash) return a.content_hash > b.content_hash;
  const auto metadata = [](const ArticleHeader& header) {
    return std::tie(header.id, header.url, header.title, header.outlet, header.author,
                    header.language, header.source);
  };
  return metadata(a) < metadata(b);
}

}  // namespace newsgraph
