#include "export/picture/picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/sample_graph.hpp"
#include "tests/support/synthetic_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::ElementsAre;

/// Nodes 0 to size - 1, related as the pairs say.
KnowledgeGraph graph_of(std::uint32_t size, const std::vector<std::pair<int, int>>& pairs) {
  testing::GraphBuilder build;
  const auto article = build.article("a", "A", "2024");
  for (std::uint32_t i = 0; i < size; ++i) {
    build.entity("node " + std::to_string(i), EntityType::kPerson);
  }
  for (const auto& [a, b] : pairs) {
    build.relation(static_cast<std::uint32_t>(a), "met", static_cast<std::uint32_t>(b), "CONSULT",
                   {build.claim(article, "A met B.")});
  }
  return build.graph();
}

double distance(const PictureNode& a, const PictureNode& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

/// Two rings of twelve, each with spokes to a hub of its own, and one bridge between the hubs.
KnowledgeGraph two_wheels() {
  std::vector<std::pair<int, int>> pairs;
  for (const int hub : {0, 13}) {
    for (int i = 1; i <= 12; ++i) {
      pairs.emplace_back(hub, hub + i);
      pairs.emplace_back(hub + i, hub + i % 12 + 1);
    }
  }
  pairs.emplace_back(0, 13);
  return graph_of(26, pairs);
}

TEST(Picture, StandsOnGephisPlaneAroundItsMiddle) {
  for (const std::uint32_t relations : {10u, 3000u, 40'000u}) {
    double x = 0;
    double y = 0;
    const std::vector<PictureNode> picture = draw_picture(testing::synthetic_graph(relations));
    for (const PictureNode& node : picture) {
      EXPECT_LE(std::abs(node.x), 5000);
      EXPECT_LE(std::abs(node.y), 5000);
      x += node.x;
      y += node.y;
    }
    EXPECT_NEAR(x / static_cast<double>(picture.size()), 0, 1e-9) << relations;
    EXPECT_NEAR(y / static_cast<double>(picture.size()), 0, 1e-9) << relations;
  }
}

TEST(Picture, HasSizesThatGephiLeavesAlone) {
  std::vector<double> sizes;
  for (const PictureNode& node : draw_picture(testing::synthetic_graph(500))) {
    sizes.push_back(node.size);
  }
  EXPECT_EQ(*std::min_element(sizes.begin(), sizes.end()), 4);
  EXPECT_EQ(*std::max_element(sizes.begin(), sizes.end()), 100);
}

TEST(Picture, LetsTheAreaGrowWithTheRank) {
  EXPECT_THAT(node_sizes(std::vector{0.1, 0.2, 0.5}), ElementsAre(4, 52, 100));
  EXPECT_THAT(node_sizes(std::vector{0.5, 0.5}), ElementsAre(4, 4));
}

TEST(Picture, IsTheSameForTheSameGraph) {
  const auto draw = [] { return draw_picture(testing::synthetic_graph(2000)); };
  const std::vector<PictureNode> first = draw();
  const std::vector<PictureNode> second = draw();
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].x, second[i].x);
    EXPECT_EQ(first[i].y, second[i].y);
    EXPECT_EQ(first[i].community, second[i].community);
    EXPECT_EQ(first[i].rank, second[i].rank);
  }
}

TEST(Picture, ShowsCommunitiesApart) {
  const std::vector<PictureNode> picture = draw_picture(two_wheels());
  double within = 0;
  double between = 0;
  for (int i = 0; i < 13; ++i) {
    for (int j = 0; j < 13; ++j) {
      within = std::max(within, distance(picture[i], picture[j]) / 2);
      between += distance(picture[i], picture[13 + j]) / 169;
    }
    EXPECT_EQ(picture[i].community, 0u);
    EXPECT_EQ(picture[13 + i].community, 1u);
  }
  EXPECT_GT(between, 1.5 * within) << "the wheels' radius and their distance";
}

TEST(Picture, PutsWhatIsRelatedCloseTogether) {
  const KnowledgeGraph graph = two_wheels();
  const std::vector<PictureNode> picture = draw_picture(graph);
  double related = 0;
  for (auto [edge, end] = boost::edges(graph.relations); edge != end; ++edge) {
    related += distance(picture[boost::source(*edge, graph.relations)],
                        picture[boost::target(*edge, graph.relations)]);
  }
  related /= static_cast<double>(boost::num_edges(graph.relations));
  double any = 0;
  for (const PictureNode& a : picture) {
    for (const PictureNode& b : picture) any += distance(a, b);
  }
  any /= 26.0 * 25;
  EXPECT_LT(related, any / 2);
}

TEST(Picture, DrawsNoNodeOverAnother) {
  // A star, a chain and many pairs.
  std::vector<std::pair<int, int>> pairs;
  for (int i = 1; i < 60; ++i) pairs.emplace_back(0, i);
  for (int i = 61; i < 100; ++i) pairs.emplace_back(i - 1, i);
  for (int i = 100; i < 200; i += 2) pairs.emplace_back(i, i + 1);
  const std::vector<PictureNode> picture = draw_picture(graph_of(220, pairs));
  for (std::size_t i = 0; i < picture.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_GT(distance(picture[i], picture[j]), picture[i].size + picture[j].size)
          << i << " and " << j;
    }
  }
}

TEST(Picture, KeepsUnconnectedPartsSideBySide) {
  std::vector<std::pair<int, int>> pairs;
  for (int part = 0; part < 40; ++part) {
    for (int i = 1; i < 5; ++i) pairs.emplace_back(5 * part, 5 * part + i);
  }
  const std::vector<PictureNode> picture = draw_picture(graph_of(200, pairs));
  // Forty stars of a hundred units across, in a square or disc of less than three times their area.
  for (const PictureNode& node : picture) {
    EXPECT_LT(std::hypot(node.x, node.y), 1200);
  }
  for (int a = 0; a < 40; ++a) {
    for (int b = 0; b < a; ++b) {
      EXPECT_GT(distance(picture[5 * a], picture[5 * b]), picture[5 * a].size) << a << ' ' << b;
    }
  }
}

TEST(Picture, TakesTheSmallestGraphs) {
  EXPECT_TRUE(draw_picture(KnowledgeGraph()).empty());
  const std::vector<PictureNode> one = draw_picture(graph_of(1, {}));
  EXPECT_EQ(one[0].x, 0);
  EXPECT_EQ(one[0].y, 0);
  EXPECT_EQ(one[0].size, 4);
  EXPECT_EQ(one[0].rank, 1);
  EXPECT_EQ(draw_picture(graph_of(1, {{0, 0}})).size(), 1u);
  EXPECT_GT(distance(draw_picture(graph_of(2, {{0, 1}}))[0], PictureNode()), 1);
}

TEST(Picture, IsColouredByTypeOrByCommunity) {
  const KnowledgeGraph graph = two_wheels();
  EXPECT_EQ(draw_picture(graph)[0].color, draw_picture(graph)[25].color);
  const std::vector<PictureNode> picture = draw_picture(graph, ColorBy::kCommunity);
  EXPECT_EQ(picture[0].color, community_color(0));
  EXPECT_EQ(picture[25].color, community_color(1));
  EXPECT_EQ(community_color(10), community_color(11)) << "grey";
  EXPECT_EQ(hex({0x4e, 0x79, 0x0a}), "#4e790a");
}

}  // namespace
}  // namespace newsgraph
