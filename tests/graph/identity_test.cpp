#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "graph/identity/alias.hpp"
#include "graph/identity/fold.hpp"
#include "graph/identity/person_name.hpp"
#include "graph/identity/spelling.hpp"
#include "graph/identity/thing_name.hpp"
#include "graph/merge/merge.hpp"
#include "tests/support/graph_dump.hpp"
#include "tests/support/triples.hpp"

namespace newsgraph {
namespace {

using test::extraction;

/// One article for each string of `articles`: mentions in the notation of triples.hpp, one a line.
/// Gives the nodes, "label (type): alias, alias" each.
std::string clusters(const std::vector<std::string>& articles) {
  std::vector<Extraction> extractions;
  for (const std::string& article : articles) {
    std::string lines;
    std::size_t begin = 0;
    while (begin <= article.size()) {
      const std::size_t end = std::min(article.find('|', begin), article.size());
      lines += ": " + article.substr(begin, end - begin) + "\n";
      begin = end + 1;
    }
    ArticleHeader header;
    header.key = "article " + std::to_string(extractions.size());
    extractions.push_back(extraction(header, lines));
  }
  return test::nodes(merge(std::move(extractions)));
}

struct Row {
  std::vector<std::string> articles;
  const char* nodes;
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    std::string shown;
    for (const std::string& article : row.articles) shown += "[" + article + "] ";
    EXPECT_EQ(clusters(row.articles), row.nodes) << shown;
  }
}

TEST(NameTokens, DropWhatDoesNotName) {
  struct TokenRow {
    const char* name;
    const char* tokens;
  };
  const TokenRow rows[] = {
      {"Marta Keller", "marta keller"},
      {"Keller's", "keller"},
      {"Keller\u2019s", "keller"},
      {"O'Neil", "oneil"},
      {"O\u2019Neil", "oneil"},
      {"the U.S.", "the us"},
      {"U.S.A.", "usa"},
      {"U.S", "us"},
      {"U.S. Army", "us army"},
      {"J. Keller", "j keller"},
      {"J.Keller", "j keller"},
      {"St. Anton", "st anton"},
      {"Smith & Sons, Inc.", "smith and sons inc"},
      {"Jean-Luc", "jean-luc"},
      {"K\u00e9ll\u00e9r", "keller"},
      {"\u0417\u0430\u0440\u043e\u0432\u0441\u043a\u0438\u0439", "zarovskij"},
      {"\xff\xfe", ""},
      {"", ""},
  };
  for (const TokenRow& row : rows) EXPECT_EQ(join(name_tokens(row.name)), row.tokens) << row.name;
}

TEST(SpellingKey, IsSharedByRomanisations) {
  const std::vector<std::vector<std::string>> same = {
      {"zarovsky", "zarovski", "zarovskyy", "zarovskyi", "zarovskiy", "zarovskij", "zarovskii"},
      {"kharmov", "harmov"},
      {"zhirkov", "jirkov"},
      {"valensky", "walensky"},
      {"kiselyov", "kiselev"},
      {"yeltov", "eltov"},
      {"rahimoff", "rahimov"},
      {"hussain", "husayn", "hussein", "husain"},
      {"sergey", "sergei"},
      {"maksim", "maxim"},
      {"litvinenko", "litvinenka"},
      {"abdullah", "abdulla"},
  };
  for (const auto& group : same) {
    for (const std::string& word : group)
      EXPECT_EQ(spelling_key(word), spelling_key(group[0])) << word;
  }
}

TEST(SpellingKey, KeepsDifferentNamesApart) {
  const std::vector<std::string> words = {
      "iran",   "iraq",   "mali",    "mail",   "austria", "australia", "niger", "guinea", "guyana",
      "keller", "koller", "kellner", "petrov", "petrova", "ho",        "hoe",   "li",     "lee"};
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      if (a != b) {
        EXPECT_NE(spelling_key(a), spelling_key(b)) << a << " " << b;
      }
    }
  }
}

TEST(ThingKey, IsEqualForNamesOfOneThing) {
  const std::vector<std::vector<std::string>> same = {
      {"US", "U.S.", "the U.S.", "USA", "United States", "the United States of America"},
      {"UK", "United Kingdom", "Great Britain", "Britain"},
      {"EU", "European Union", "the European Union's"},
      {"Kyiv", "Kiev", "KYIV"},
      {"Odesa", "Odessa"},
      {"NATO", "Nato", "North Atlantic Treaty Organization"},
      {"Acme Trading", "Acme Trading Inc.", "ACME Trading Ltd", "the Acme Trading Co."},
      {"Norwegian Navy", "Navy of Norway", "Norway's Navy", "Norway Navy"},
      {"Supreme Court of the United States", "US Supreme Court", "U.S. Supreme Court"},
      {"Al-Rashid Bank", "Al Rashid Bank"},
  };
  for (const auto& group : same) {
    for (const std::string& name : group) EXPECT_EQ(thing_key(name), thing_key(group[0])) << name;
  }
}

TEST(ThingKey, DiffersForDifferentThings) {
  const std::vector<std::string> names = {
      "US",          "us",        "Norway",         "Alien",
      "Allen",       "Norwegian", "Norwegian Navy", "Danish Navy",
      "Navy",        "Iran",      "Iraq",           "North Korea",
      "South Korea", "Korea",     "Guinea",         "WHO",
      "Who",         "New York",  "New York City",  "Niger",
      "Nigeria",     "Congo",     "Dominica",       "Armed Forces of Norway"};
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      if (a != b) {
        EXPECT_NE(thing_key(a), thing_key(b)) << a << " / " << b;
      }
    }
  }
}

TEST(Identity, JoinsEqualNames) {
  expect({
      {{"Marta Keller/person", "MARTA KELLER/person"}, "MARTA KELLER (person): Marta Keller\n"},
      {{"Southport/place", "Southport's/place"}, "Southport (place): Southport's\n"},
      {{"the Elm Post/organization", "Elm Post/work"}, "the Elm Post (organization): Elm Post\n"},
      {{"U.S./place", "United States/place"}, "United States (place): U.S.\n"},
  });
}

TEST(Identity, JoinsSpellingsOfOnePersonsName) {
  expect({
      {{"Pavlo Zarovskyi/person", "Pavel Zarovsky/person", "Pavlo Zarovsky/person"},
       "Pavlo Zarovskyi (person): Pavel Zarovsky, Pavlo Zarovsky\n"},
      {{"\u041f\u0430\u0432\u043b\u043e "
        "\u0417\u0430\u0440\u043e\u0432\u0441\u044c\u043a\u0438\u0439/person",
        "Pavlo Zarovskyi/person|Pavlo Zarovskyi/person"},
       "Pavlo Zarovskyi (person): "
       "\u041f\u0430\u0432\u043b\u043e "
       "\u0417\u0430\u0440\u043e\u0432\u0441\u044c\u043a\u0438\u0439\n"},
      {{"Omar al-Hadidi/person", "Omar Hadidi/person", "Umar el-Hadidi/person"},
       "Omar al-Hadidi (person): Omar Hadidi, Umar el-Hadidi\n"},
      {{"Han Min-jun/person", "Han Min Jun/person", "Han Minjun/person"},
       "Han Min Jun (person): Han Min-jun, Han Minjun\n"},
  });
}

TEST(Identity, JoinsABareFamilyNameToTheOnlyFullName) {
  expect({
      {{"Marta Keller/person", "Keller/person"}, "Marta Keller (person): Keller\n"},
      {{"Keller/person", "(President) Keller/person", "Marta Keller/person"},
       "Marta Keller (person): Keller\n"},
      {{"Pavlo Zarovskyi/person", "Zarovsky/person"}, "Pavlo Zarovskyi (person): Zarovsky\n"},
      {{"Han Min-jun/person", "Han/person"}, "Han Min-jun (person): Han\n"},
      // Nobody knows which Keller, unless the article does.
      {{"Marta Keller/person", "Ivan Keller/person", "Keller/person"},
       "Ivan Keller (person)\nKeller (person)\nMarta Keller (person)\n"},
      {{"Marta Keller/person", "Ivan Keller/person|Keller/person"},
       "Ivan Keller (person): Keller\nMarta Keller (person)\n"},
      {{"Marta Keller/person|Ivan Keller/person|Keller/person"},
       "Ivan Keller (person)\nKeller (person)\nMarta Keller (person)\n"},
  });
}

TEST(Identity, NeverJoinsConflictingGivenNames) {
  expect({
      {{"Oleg Keller/person", "Ivan Keller/person"},
       "Ivan Keller (person)\nOleg Keller (person)\n"},
      // Not even where an article takes them for one.
      {{"Oleg Keller/person#1|Ivan Keller/person#1|Oleg Keller/person#1"},
       "Ivan Keller (person)\nOleg Keller (person)\n"},
      {{"Marta Keller/person#1|Southport/place#1|Keller/person#1"},
       "Marta Keller (person): Keller\nSouthport (place)\n"},
      {{"Ivan Keller Jr./person", "Ivan Keller/person"},
       "Ivan Keller (person)\nIvan Keller Jr. (person)\n"},
  });
}

TEST(Identity, TreatsInitialsAndMiddleNamesAsCompatible) {
  expect({
      {{"M. Keller/person", "Marta Keller/person"}, "Marta Keller (person): M. Keller\n"},
      {{"M. Keller/person", "Marta Keller/person", "Mira Keller/person"},
       "M. Keller (person)\nMarta Keller (person)\nMira Keller (person)\n"},
      {{"Marta J. Keller/person", "Marta Keller/person", "Marta Jane Keller/person"},
       "Marta Jane Keller (person): Marta J. Keller, Marta Keller\n"},
      // Two people by their middle names: the one without may be either.
      {{"Marta J. Keller/person", "Marta Keller/person", "Marta S. Keller/person"},
       "Marta J. Keller (person)\nMarta Keller (person)\nMarta S. Keller (person)\n"},
  });
}

TEST(Identity, JoinsAnAcronymToWhatAnArticleIntroducesItFor) {
  expect({
      {{"Alpine Climbing Federation/organization#1|ACF/organization#1", "ACF/organization"},
       "Alpine Climbing Federation (organization): ACF\n"},
      // Two federations: the article that does not say which means neither.
      {{"Alpine Climbing Federation/organization#1|ACF/organization#1",
        "Arctic Canoe Foundation/organization#1|ACF/organization#1", "ACF/organization"},
       "ACF (organization)\nAlpine Climbing Federation (organization): ACF\n"
       "Arctic Canoe Foundation (organization): ACF\n"},
  });
}

TEST(Identity, KeepsPersonsAndThingsApart) {
  expect({
      {{"Marta Ford/person", "Ford/organization"}, "Ford (organization)\nMarta Ford (person)\n"},
      {{"Norwegian/nationality", "Norway/place"}, "Norway (place)\n"},
      {{"Navy of Norway/organization", "Danish Navy/organization"},
       "Danish Navy (organization)\nNavy of Norway (organization)\n"},
      // What is called a person in one article and no person has as family name is the thing it is
      // called in another; a name of several words is one or the other, as its given name says.
      {{"Southport/person", "Southport/place"}, "Southport (person)\n"},
      {{"Southport/person", "Southport/place", "Anna Southport/person"},
       "Anna Southport (person): Southport\nSouthport (place)\n"},
      {{"Marta Keller/person", "Marta Keller/organization"}, "Marta Keller (person)\n"},
  });
}

TEST(Identity, MakesAPersonOfATitledGivenName) {
  expect({
      {{"(King) Harald/person", "Harald/person"}, "Harald (person)\n"},
      {{"(Pope) Leo/person", "(King) Leo/person"}, "Leo (person)\nLeo (person)\n"},
  });
}

TEST(Label, IsTheMostFrequentFullName) {
  EXPECT_EQ(
      choose_label({{"Keller", 9}, {"Marta Keller", 2}, {"M. Keller", 3}}, EntityType::kPerson),
      "Marta Keller");
  EXPECT_EQ(
      choose_label({{"ACF", 9}, {"Alpine Climbing Federation", 1}}, EntityType::kOrganization),
      "Alpine Climbing Federation");
  EXPECT_EQ(choose_label({{"COVID", 9}, {"Covid", 1}}, EntityType::kOther), "COVID");
  EXPECT_EQ(choose_label({{"Southport", 1}, {"Southport's", 2}}, EntityType::kPlace), "Southport");
  EXPECT_EQ(choose_label({{"US", 9}, {"United States", 1}}, EntityType::kPlace), "United States");
  EXPECT_EQ(choose_phrase({{"Peace talks", 9}, {"peace talks", 1}}), "peace talks");
  EXPECT_EQ(choose_phrase({{"EU summit", 9}, {"summit", 1}}), "EU summit");
}

TEST(AliasRule, NamesTheReason) {
  struct RuleRow {
    const char* form;
    const char* label;
    EntityType type;
    const char* rule;
  };
  const RuleRow rows[] = {
      {"MARTA KELLER", "Marta Keller", EntityType::kPerson, "name"},
      {"Keller", "Marta Keller", EntityType::kPerson, "surname"},
      {"M. Keller", "Marta Keller", EntityType::kPerson, "initial"},
      {"Marta J. Keller", "Marta Keller", EntityType::kPerson, "middle name"},
      {"Pavlo Zarovskyi", "Pavlo Zarovsky", EntityType::kPerson, "spelling"},
      {"Pavel Zarovsky", "Pavlo Zarovsky", EntityType::kPerson, "given name"},
      {"Marta", "Marta Keller", EntityType::kPerson, "coreference"},
      {"the U.S.", "US", EntityType::kPlace, "name"},
      {"USA", "United States", EntityType::kPlace, "known"},
      {"Navy of Norway", "Norwegian Navy", EntityType::kOrganization, "state"},
      {"ACF", "Alpine Climbing Federation", EntityType::kOrganization, "acronym"},
      {"Kharmov", "Harmov", EntityType::kPlace, "spelling"},
      {"the Federation", "Alpine Climbing Federation", EntityType::kOrganization, "coreference"},
  };
  for (const RuleRow& row : rows) {
    EXPECT_EQ(alias_rule(row.form, row.label, row.type), row.rule)
        << row.form << " / " << row.label;
  }
}

}  // namespace
}  // namespace newsgraph
