#include "extract/values/amount.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/values/sentence_of.hpp"

/// Each row is a text and its amounts, in brackets, with what they come to.
namespace newsgraph {
namespace {

struct Row {
  std::string_view text;
  std::string_view expected;
};

std::string dump(std::string_view text) {
  const Sentence sentence = test::sentence_of(text);
  std::string all;
  for (const Amount& amount : find_amounts(sentence)) {
    const std::uint32_t begin = sentence.tokens[amount.begin].span.begin;
    const std::uint32_t end = sentence.tokens[amount.end - 1].span.end;
    if (!all.empty()) all += "; ";
    all += '[' + std::string(text.substr(begin, end - begin)) + "] " + amount.value;
    if (amount.kind == AmountKind::kMoney) all += " money";
    if (amount.kind == AmountKind::kQuantity) all += " quantity";
  }
  return all;
}

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) EXPECT_EQ(dump(row.text), row.expected) << row.text;
}

TEST(Amount, ReadsNumbersInFiguresAndWords) {
  check({{"5,000 troops", "[5,000] 5000"},
         {"12,50,000 voters", "[12,50,000] 1250000"},
         {"1.2 million people", "[1.2 million] 1200000"},
         {"500 thousand", "[500 thousand] 500000"},
         {"2.75bn", "[2.75bn] 2750000000"},
         {"3 hundred thousand", "[3 hundred thousand] 300000"},
         {"two people", "[two] 2"},
         {"twenty-five ships", "[twenty-five] 25"},
         {"two hundred and fifty thousand", "[two hundred and fifty thousand] 250000"},
         {"one hundred and one", "[one hundred and one] 101"},
         {"a hundred ships", "[a hundred] 100"},
         {"a million votes", "[a million] 1000000"},
         {"two dozen ships", "[two dozen] 24"},
         {"a dozen ships", "[a dozen] 12"},
         {"half of them", "[half] 0.5"},
         {"half a million", "[half a million] 500000"},
         {"a third of them", "[a third] 0.3333"},
         {"two thirds", "[two thirds] 0.6667"},
         {"two-thirds", "[two-thirds] 0.6667"},
         {"three quarters", "[three quarters] 0.75"},
         {"two and a half million", "[two and a half million] 2500000"},
         {"0.50", "[0.50] 0.5"},
         {"the third man", ""},
         {"the 3rd man", ""},
         {"hundreds of men", ""},
         {"five-hundred and twenty-one cars", "[five-hundred and twenty-one] 521"},
         {"a million and a half votes", "[a million and a half] 1500000"},
         {"5 and a half tonnes", "[5 and a half tonnes] 5.5 t quantity"},
         {"one trillion two hundred billion", "[one trillion two hundred billion] 1200000000000"},
         {"a hundred thousand million", "[a hundred thousand million] 100000000000"},
         {"five million million", "[five million million] 5000000000000"},
         {"99999999999999999999", ""}});
}

TEST(Amount, GivesNoValueToWhatItCannotRead) {
  check({{"hundred hundred hundred hundred hundred trillion dollars", ""},
         {"five trillion trillion dollars", ""},
         {"5 trillion trillion dollars", ""},
         {"nine million two million cars", ""},
         {"1.2.3", ""},
         {"$1.2.3 million", ""},
         {"more than \u00A32,5 million for 20 cars", "[20] 20"}});
}

TEST(Amount, KeepsTheSign) {
  check({{"minus 12 degrees", "[minus 12 degrees] -12 degree quantity"},
         {"about minus twelve degrees", "[about minus twelve degrees] ~-12 degree quantity"},
         {"fell to -0.5%", "[-0.5%] -0.5 % quantity"},
         {"fell to \u22120.5%", "[\u22120.5%] -0.5 % quantity"},
         {"minus 15 to minus 12", "[minus 15 to minus 12] -15..-12"},
         {"between -5 and 10 degrees", "[between -5 and 10 degrees] -5..10 degree quantity"},
         {"minus $5 million", "[minus $5 million] USD -5000000 money"},
         {"the May 3 -5 talks", "[3 -5] 3..5"}});
}

TEST(Amount, ReadsMoney) {
  check({{"$9.8 billion", "[$9.8 billion] USD 9800000000 money"},
         {"US$5 million", "[US$5 million] USD 5000000 money"},
         {"CDN$11,000", "[CDN$11,000] CAD 11000 money"},
         {"A$300", "[A$300] AUD 300 money"},
         {"\u20AC5m", "[\u20AC5m] EUR 5000000 money"},
         {"\u00A33bn", "[\u00A33bn] GBP 3000000000 money"},
         {"Rs 5 crore", "[Rs 5 crore] INR 50000000 money"},
         {"200 million euros", "[200 million euros] EUR 200000000 money"},
         {"20 Australian dollars", "[20 Australian dollars] AUD 20 money"},
         {"30 million pounds", "[30 million pounds] GBP 30000000 money"},
         {"30 pounds", "[30 pounds] 30 pound quantity"},
         {"one million rubles", "[one million rubles] RUB 1000000 money"},
         {"EUR 5m", "[EUR 5m] EUR 5000000 money"},
         {"EUR 5 m", "[EUR 5 m] EUR 5000000 money"},
         {"5m euros", "[5m euros] EUR 5000000 money"},
         {"a million and a half dollars", "[a million and a half dollars] USD 1500000 money"},
         {"1 million and a half dollars", "[1 million and a half dollars] USD 1500000 money"},
         {"EUR 20,000", "[EUR 20,000] EUR 20000 money"},
         {"$3 to $5 million", "[$3 to $5 million] USD 3000000..5000000 money"},
         {"$1,250.50", "[$1,250.50] USD 1250.5 money"},
         {"a 10-million-dollar deal", "[10-million-dollar] USD 10000000 money"}});
}

TEST(Amount, ReadsQuantitiesWithTheirUnits) {
  check({{"300 km", "[300 km] 300 km quantity"},
         {"300 kilometres", "[300 kilometres] 300 km quantity"},
         {"20 percent", "[20 percent] 20 % quantity"},
         {"20%", "[20%] 20 % quantity"},
         {"2.5 per cent", "[2.5 per cent] 2.5 % quantity"},
         {"three tonnes", "[three tonnes] 3 t quantity"},
         {"50 square kilometres", "[50 square kilometres] 50 km2 quantity"},
         {"90 miles per hour", "[90 miles per hour] 90 mph quantity"},
         {"20 degrees Celsius", "[20 degrees Celsius] 20 Cel quantity"},
         {"20 years", "[20 years] 20 year quantity"},
         {"six feet", "[six feet] 6 foot quantity"},
         {"ten inches", "[ten inches] 10 inch quantity"},
         {"two centuries", "[two centuries] 2 century quantity"},
         {"1.2 million barrels", "[1.2 million barrels] 1200000 barrel quantity"},
         {"a 5-km walk", "[5-km] 5 km quantity"}});
}

TEST(Amount, RecordsBoundsAndRanges) {
  check({{"about 200 ships", "[about 200] ~200"},
         {"nearly $200", "[nearly $200] ~USD 200 money"},
         {"more than 20 ships", "[more than 20] >20"},
         {"over a million", "[over a million] >1000000"},
         {"at least 20 ships", "[at least 20] >=20"},
         {"no fewer than 20", "[no fewer than 20] >=20"},
         {"no more than 20", "[no more than 20] <=20"},
         {"up to 20 percent", "[up to 20 percent] <=20 % quantity"},
         {"fewer than 20", "[fewer than 20] <20"},
         {"20 or more ships", "[20 or more] >=20"},
         {"an estimated 20 ships", "[an estimated 20] ~20"},
         {"10-15 men", "[10-15] 10..15"},
         {"five to ten men", "[five to ten] 5..10"},
         {"between five and ten men", "[between five and ten] 5..10"},
         {"3 to 5 million", "[3 to 5 million] 3000000..5000000"},
         {"10-15 km", "[10-15 km] 10..15 km quantity"},
         {"a 2-1 defeat", "[2] 2; [1] 1"}});
}

}  // namespace
}  // namespace newsgraph
