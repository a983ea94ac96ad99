#include "extract/proposition/consistency.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "tests/proposition/sample_extraction.hpp"

namespace newsgraph {
namespace {

/// What is wrong with `extraction`, or nothing.
std::string damage_of(const Extraction& extraction) {
  try {
    check_consistency(extraction);
  } catch (const Damage& damage) {
    return damage.what();
  }
  return "";
}

TEST(Consistency, OfWhatAnExtractorMakes) { EXPECT_EQ(damage_of(sample_extraction()), ""); }

TEST(Consistency, NamesWhatIsDamaged) {
  struct Row {
    const char* name;
    std::function<void(Extraction&)> damage;
    const char* message;
  };
  const Row rows[] = {
      {"a sentence's span",
       [](Extraction& e) {
         e.sentences[0].span = {9, 4};
       },
       "ends at 4, before it begins at 9"},
      {"a mention's span",
       [](Extraction& e) {
         e.mentions[1].span = {9, 4};
       },
       "ends at 4"},
      {"a mention's sentence", [](Extraction& e) { e.mentions[0].sentence = 7; }, "sentence 7 of"},
      {"a chain's first mention", [](Extraction& e) { e.mentions[0].chain = 70; }, "mention 70 of"},
      {"a predicate's span",
       [](Extraction& e) {
         e.propositions[0].predicate_span = {9, 4};
       },
       "ends at 4"},
      {"a subject that is none", [](Extraction& e) { e.propositions[0].subject = {}; },
       "subject is no mention"},
      {"an object's span",
       [](Extraction& e) {
         e.propositions[0].object.span = {9, 4};
       },
       "ends at 4"},
      {"a qualifier's span",
       [](Extraction& e) {
         e.propositions[0].qualifiers.push_back({"if", {}});
         e.propositions[0].qualifiers.back().value.span = {9, 4};
       },
       "ends at 4"},
      {"a source's span",
       [](Extraction& e) {
         e.propositions[0].attribution.push_back({{}, "Herald", "said", {9, 4}});
       },
       "ends at 4"},
  };
  for (const Row& row : rows) {
    Extraction damaged = sample_extraction();
    row.damage(damaged);
    EXPECT_THAT(damage_of(damaged), testing::HasSubstr(row.message)) << row.name;
  }
}

}  // namespace
}  // namespace newsgraph
