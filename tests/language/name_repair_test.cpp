#include "extract/language/name_repair.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extract/language/language_engine.hpp"

namespace newsgraph {
namespace {

std::string names(const std::string& text) {
  static const LanguageEngine engine(find_models());
  std::string result;
  for (const Sentence& sentence :
       engine.analyse(text, {0, static_cast<std::uint32_t>(text.size())})) {
    for (const NamedMention& name : sentence.names) {
      if (!result.empty()) result += ", ";
      const Span span = hull(sentence.tokens[name.begin].span, sentence.tokens[name.end - 1].span);
      result += text.substr(span.begin, span.size()) + "/" + to_string(name.type);
    }
  }
  return result;
}

TEST(NameRepair, KnowsWorldInstitutions) {
  EXPECT_EQ(names("The Kremlin and the White House agreed."), "Kremlin/ORG, White House/ORG");
  EXPECT_EQ(names("He told The Economist and Reuters so."), "The Economist/ORG, Reuters/ORG");
}

TEST(NameRepair, JoinsBodiesOfAStateWithTheirPlace) {
  EXPECT_EQ(names("The Armed Forces of Ukraine declined."), "Armed Forces of Ukraine/ORG");
}

TEST(NameRepair, JoinsTheFoundersOfAFoundation) {
  EXPECT_EQ(names("The Bill and Melinda Gates Foundation paid for it."),
            "Bill and Melinda Gates Foundation/ORG");
  EXPECT_EQ(names("The Gates and Melinda Foundation paid for it."),
            "Gates and Melinda Foundation/ORG");
  EXPECT_EQ(names("Marta Keller and the Melinda Gates Foundation paid for it."),
            "Marta Keller/PER, Melinda Gates Foundation/ORG");
  EXPECT_EQ(names("The Pentagon and Norland Science Foundation signed a deal."),
            "Pentagon/ORG, Norland Science Foundation/ORG");
}

TEST(NameRepair, KnowsBillsByTheirNumbers) {
  EXPECT_EQ(names("S. 9 will secure Norland."), "S. 9/LAW, Norland/LOC");
  EXPECT_EQ(names("S. Keller introduced 9 bills in Oslo."), "S. Keller/PER, Oslo/LOC");
}

TEST(NameRepair, TakesInAllWordsOfAnAct) {
  EXPECT_EQ(names("The Senate passed the Norland Freedom and Support Act."),
            "Senate/ORG, Norland Freedom and Support Act/LAW");
  EXPECT_EQ(names("Roth signed the Justice for Oslo Act."), "Roth/PER, Justice for Oslo Act/LAW");
  EXPECT_EQ(names("Ana Roth and the Clean Air Act failed."), "Ana Roth/PER, Clean Air Act/LAW");
  EXPECT_EQ(names("Roth read the Third Act of the play."), "Roth/PER");
}

TEST(NameRepair, PartsADatelineFromThePersonBehindIt) {
  EXPECT_EQ(names("WASHINGTON William Travis Brown was convicted on Monday."),
            "WASHINGTON/LOC, William Travis Brown/PER");
}

TEST(NameRepair, TakesInWhatAHyphenJoinsToAName) {
  EXPECT_EQ(names("Bishop-Emeritus Roth met Abu-Bakr."), "Bishop-Emeritus Roth/PER, Abu-Bakr/PER");
}

TEST(NameRepair, JoinsAUniversityWithItsTown) {
  EXPECT_EQ(names("It was announced by the University of California, San Diego."),
            "University of California, San Diego/ORG");
  EXPECT_EQ(names("Yesterday at the University of Warsaw, Poland signed the treaty."),
            "University of Warsaw/ORG, Poland/LOC");
  EXPECT_EQ(names("She lectured at the University of Vienna, Austria."),
            "University of Vienna/ORG, Austria/LOC");
}

TEST(NameRepair, JoinsTheShareOfACountryWithTheCountry) {
  EXPECT_EQ(names("The court in the Eastern District of California ruled."),
            "Eastern District of California/LOC");
}

TEST(NameRepair, JoinsAPartyWithThoseWhoseItIs) {
  EXPECT_EQ(names("Rallies were held by the pro-Norlandic Peoples' Democratic Party."),
            "Peoples' Democratic Party/ORG");
}

TEST(NameRepair, SplitsNamesJoinedByAHyphen) {
  EXPECT_EQ(names("The Macron-Merkel meeting was cancelled."), "Macron/PER, Merkel/PER");
}

TEST(NameRepair, FindsTheOtherNameBesideAHyphen) {
  Sentence sentence;
  const auto add = [&](const char* form, Upos upos, const char* xpos) {
    Token token;
    token.form = form;
    token.upos = upos;
    token.xpos = xpos;
    sentence.tokens.push_back(token);
  };
  add("Danner", Upos::kPropn, "NNP");
  add("-", Upos::kPunct, "HYPH");
  add("Keller", Upos::kPropn, "NNP");
  add("talks", Upos::kNoun, "NNS");
  const std::vector<WordFeatures> features(sentence.tokens.size());
  for (const std::uint32_t found : {0U, 2U}) {
    sentence.names = {{found, found + 1, NameType::kPerson, 0.5F}};
    repair_names(features, sentence);
    EXPECT_EQ(sentence.names, (std::vector<NamedMention>{{0, 1, NameType::kPerson, 0.5F},
                                                         {2, 3, NameType::kPerson, 0.5F}}));
  }
}

TEST(NameRepair, BeginsANameWhereItsAcronymSays) {
  const auto begin = [](std::initializer_list<const char*> forms, std::uint32_t end) {
    Sentence sentence;
    for (const char* form : forms) sentence.tokens.emplace_back().form = form;
    sentence.names = {{end - 2, end, NameType::kProduct, 0.5F}};
    repair_names(std::vector<WordFeatures>(sentence.tokens.size()), sentence);
    return sentence.names.front().begin;
  };
  EXPECT_EQ(begin({"The", "Automatic", "Ship", "Register", "(", "ASR", ")", "fails"}, 4), 1U);
  EXPECT_EQ(begin({"the", "Union", "of", "Coastal", "Towns", "(", "UCT", ")"}, 5), 1U);
  // What does not stand for the letters is no part of it.
  EXPECT_EQ(begin({"The", "Big", "Ship", "Register", "(", "ASR", ")", "fails"}, 4), 2U);
  EXPECT_EQ(begin({"Ship", "Register", "(", "ASR", ")", "fails"}, 2), 0U);
}

TEST(NameRepair, SplitsTwoPersonsWithoutAComma) {
  EXPECT_EQ(names("Former adviser to Leonid Kuchma Oleg Soskin announced this."),
            "Leonid Kuchma/PER, Oleg Soskin/PER");
}

}  // namespace
}  // namespace newsgraph
