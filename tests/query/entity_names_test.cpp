#include "graph/query/entity_names.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/graph_builder.hpp"

namespace newsgraph {
namespace {

const char* const kWords[] = {"id", "exact", "words", "substring", "similar"};

class EntityNamesTest : public testing::Test {
 protected:
  /// "exact: Marta Keller, Keller sisters" or "?: Marta Keller".
  std::string found(std::string_view name) const {
    const NameLookup lookup = names_.find(name);
    const auto& list = lookup.candidates.empty() ? lookup.suggestions : lookup.candidates;
    std::string text =
        lookup.candidates.empty() ? "?" : kWords[static_cast<int>(list.front().match)];
    for (std::size_t i = 0; i < list.size(); ++i) {
      text += (i == 0 ? ": " : ", ") + graph_.relations[list[i].vertex].label;
    }
    return text +
           (list.empty() || lookup.candidates.empty() || lookup.is_clear() ? "" : " (unclear)");
  }

  KnowledgeGraph graph_ = build_graph(R"(
      Marta Keller/person -declined-> Berlin visit/event
      Berlin visit -to-> Berlin/place
      Tomas Lind/person -met-> Marta Keller
      Jonas Lind/person -met-> Berlin
      keller/concept -in-> Berlin
      Märta Öström/person -left-> Berlin
      Osthaven/place -near-> Berlin
      Northern Grain Company/organization -sold-> Berlin
      = Marta Keller: Keller*7, M. Keller*2
      = Tomas Lind: Lind*3
      = Jonas Lind: Lind*2
      = Northern Grain Company: NGC*4
  )");
  EntityNames names_{graph_};
};

TEST_F(EntityNamesTest, FindsByAliasWhateverTheCaseAndAccents) {
  EXPECT_EQ(found("Marta Keller"), "exact: Marta Keller");
  EXPECT_EQ(found("MARTA KELLER"), "exact: Marta Keller");
  EXPECT_EQ(found("M Keller"), "exact: Marta Keller");
  EXPECT_EQ(found("marta ostrom"), "exact: Märta Öström");
  EXPECT_EQ(found("ngc"), "exact: Northern Grain Company");
  EXPECT_EQ(found("berlin visit"), "exact: Berlin visit");
}

TEST_F(EntityNamesTest, PutsNamedEntitiesBeforeConcepts) {
  EXPECT_EQ(found("Keller"), "exact: Marta Keller, keller");
}

TEST_F(EntityNamesTest, LeavesAmbiguousNamesToTheReader) {
  EXPECT_EQ(found("Lind"), "exact: Tomas Lind, Jonas Lind (unclear)");
}

TEST_F(EntityNamesTest, TakesTheOneMentionedFiveTimesAsOften) {
  graph_ = build_graph(
      "Tomas Lind/person -met-> A\nJonas Lind/person -met-> A\n"
      "= Tomas Lind: Lind*99\n= Jonas Lind: Lind*2");
  names_ = EntityNames(graph_);
  EXPECT_EQ(found("Lind"), "exact: Tomas Lind, Jonas Lind");
}

TEST_F(EntityNamesTest, FindsByBeginningsOfWordsThenBySubstring) {
  EXPECT_EQ(found("mart kel"), "words: Marta Keller");
  EXPECT_EQ(found("Grain"), "words: Northern Grain Company");
  EXPECT_EQ(found("Berl"), "words: Berlin, Berlin visit (unclear)");
  EXPECT_EQ(found("thaven"), "substring: Osthaven");
}

TEST_F(EntityNamesTest, SuggestsForMisspellings) {
  EXPECT_EQ(found("Marta Keler"), "?: Marta Keller");
  EXPECT_EQ(found("Matra Kelelr"), "?: Marta Keller");
  EXPECT_EQ(found("Birlin"), "?: Berlin");
  EXPECT_EQ(found("Kellner"), "?: Marta Keller, keller");
  EXPECT_EQ(found("Ostrim"), "?: Märta Öström");
  EXPECT_EQ(found("Zzyzx"), "?");
}

TEST_F(EntityNamesTest, TakesIds) {
  const std::uint32_t berlin = vertex_of(graph_, "Berlin");
  EXPECT_EQ(found(entity_id(graph_.relations[berlin].id)), "id: Berlin");
  EXPECT_EQ(found("e_0000000000000000"), "?");
}

TEST_F(EntityNamesTest, TakesAnyInput) {
  EXPECT_EQ(found(""), "?");
  EXPECT_EQ(found(std::string(100000, 'x')), "?");
  EXPECT_EQ(found("\xFF\xFE"), "?");
  EXPECT_EQ(found("..."), "?");
  EXPECT_EQ(found("e_123"), "?");
}

}  // namespace
}  // namespace newsgraph
