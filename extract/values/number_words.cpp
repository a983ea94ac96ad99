#include "extract/values/number_words.hpp"

namespace newsgraph {
namespace {

constexpr std::string_view kSmall[] = {"zero",    "one",     "two",       "three",    "four",
                                       "five",    "six",     "seven",     "eight",    "nine",
                                       "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                       "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view kTens[] = {"twenty", "thirty",  "forty",  "fifty",
                                      "sixty",  "seventy", "eighty", "ninety"};

struct Scale {
  std::string_view name;
  int power;
};
constexpr Scale kScales[] = {{"hundred", 2}, {"thousand", 3}, {"lakh", 5},      {"million", 6},
                             {"crore", 7},   {"billion", 9},  {"trillion", 12}, {"k", 3},
                             {"m", 6},       {"mn", 6},       {"mln", 6},       {"bn", 9},
                             {"bln", 9},     {"tn", 12},      {"trn", 12}};

}  // namespace

int cardinal_of(std::string_view word) {
  int value = 0;
  for (const std::string_view name : kSmall) {
    if (word == name) return value;
    ++value;
  }
  value = 20;
  for (const std::string_view name : kTens) {
    if (word == name) return value;
    value += 10;
  }
  return -1;
}

int scale_of(std::string_view word) {
  for (const Scale& scale : kScales) {
    if (word == scale.name) return scale.power;
    const bool plural = scale.name.size() > 3 && word.size() == scale.name.size() + 1 &&
                        word.back() == 's' && word.starts_with(scale.name);
    if (plural) return scale.power;
  }
  return 0;
}

}  // namespace newsgraph
