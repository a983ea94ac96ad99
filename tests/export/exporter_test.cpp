#include "export/exporter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "export/display.hpp"
#include "export/text.hpp"
#include "extract/base/error.hpp"
#include "tests/support/sample_graph.hpp"
#include "tests/support/synthetic_graph.hpp"

namespace newsgraph {
namespace {

using ::testing::HasSubstr;

std::string exported(const Format& format, const KnowledgeGraph& graph) {
  std::ostringstream out;
  format.make({})->write(graph, out);
  return out.str();
}

TEST(Labels, SayNotWhereEnglishDoes) {
  Relation relation;
  relation.polarity = Polarity::kNegated;
  relation.readable = "visited";
  EXPECT_EQ(display_label(relation), "not visited");
  relation.readable = "is defeated";
  EXPECT_EQ(display_label(relation), "is not defeated");
  relation.readable = "would allow";
  relation.modality = Modality::kPlanned;
  EXPECT_EQ(display_label(relation, "inspectors"), "would not allow inspectors (planned)");
}

TEST(Formats, AreFoundByNameAndByEnding) {
  std::set<std::string_view> names;
  std::set<std::string_view> endings;
  for (const Format& format : formats()) {
    EXPECT_EQ(find_format(format.name), &format);
    EXPECT_EQ(guess_format("out/graph" + std::string(format.extension)), &format);
    EXPECT_EQ(guess_format("out/graph" + std::string(format.extension) + ".gz"), &format);
    EXPECT_EQ(guess_format("out/graph" + std::string(format.extension) + ".zst"), &format);
    EXPECT_TRUE(names.insert(format.name).second);
    EXPECT_TRUE(endings.insert(format.extension).second);
    EXPECT_FALSE(format.description.empty());
  }
  for (const char* const name : {"graphml", "gexf", "yed", "cytoscape", "csv", "cypher", "turtle",
                                 "ntriples", "trig", "nquads", "jsonld", "json", "dot"}) {
    EXPECT_NE(find_format(name), nullptr) << name;
  }
  EXPECT_EQ(guess_format("a.graphml")->name, "graphml");
  EXPECT_EQ(guess_format("a.yed.graphml.gz")->name, "yed");
  EXPECT_EQ(find_format("gexf9"), nullptr);
  EXPECT_EQ(guess_format("graph.xlsx"), nullptr);
}

TEST(Exporters, WriteCleanUtf8) {
  for (const Format& format : formats()) {
    const std::string text = exported(format, testing::hostile_graph());
    std::string scratch;
    EXPECT_EQ(clean_text(text, scratch), text) << format.name;
    EXPECT_FALSE(text.starts_with("\xEF\xBB\xBF")) << format.name;
    EXPECT_THAT(text, HasSubstr("Marta Keller")) << format.name;
  }
}

TEST(Exporters, WriteEqualBytesForEqualGraphs) {
  for (const Format& format : formats()) {
    EXPECT_EQ(exported(format, testing::hostile_graph()),
              exported(format, testing::hostile_graph()))
        << format.name;
  }
}

TEST(Exporters, WriteTheEmptyGraph) {
  for (const Format& format : formats()) {
    EXPECT_FALSE(exported(format, KnowledgeGraph()).empty()) << format.name;
  }
}

TEST(Exporters, LeadFromEveryEdgeToItsArticleAndSentence) {
  testing::GraphBuilder build;
  const auto article = build.article("wire/7.txt", "Norland backs the treaty", "2024-05-01");
  const auto norland = build.entity("Norland", EntityType::kPlace);
  const auto treaty = build.entity("Treaty", EntityType::kLaw);
  build.relation(norland, "backs", treaty, "SUPPORT",
                 {build.claim(article, "Norland stands behind the Treaty.")});
  for (const Format& format : formats()) {
    const std::string text = exported(format, build.graph());
    EXPECT_THAT(text, HasSubstr("wire/7.txt")) << format.name;
    EXPECT_THAT(text, HasSubstr("Norland stands behind the Treaty.")) << format.name;
    EXPECT_THAT(text, HasSubstr("2024-05-01")) << format.name;
  }
}

/// Takes so many bytes, then fails like a full disk.
class FullDisk : public std::streambuf {
 public:
  explicit FullDisk(std::streamsize room) : room_(room) {}

 protected:
  std::streamsize xsputn(const char*, std::streamsize size) override {
    const std::streamsize taken = std::min(size, room_);
    room_ -= taken;
    return taken;
  }
  int_type overflow(int_type c) override { return room_-- > 0 ? c : traits_type::eof(); }

 private:
  std::streamsize room_;
};

TEST(Exporters, ReportAStreamThatFails) {
  const KnowledgeGraph graph = testing::synthetic_graph(2000);
  for (const Format& format : formats()) {
    for (const std::streamsize room : {0, 1000, 300'000}) {
      FullDisk disk(room);
      std::ostream out(&disk);
      EXPECT_THROW(format.make({})->write(graph, out), IoError) << format.name << ' ' << room;
    }
  }
}

}  // namespace
}  // namespace newsgraph
