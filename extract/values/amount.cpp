#include "extract/values/amount.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/values/currencies.hpp"
#include "extract/values/decimal.hpp"
#include "extract/values/lexeme.hpp"
#include "extract/values/number_words.hpp"
#include "extract/values/units.hpp"

namespace newsgraph {
namespace {

struct BoundPhrase {
  std::string_view words;
  std::string_view sign;
};

/// Before the number; the longer ones first where one begins another.
constexpr BoundPhrase kBounds[] = {
    {"no fewer than", ">="}, {"no less than", ">="}, {"no more than", "<="},
    {"more than", ">"},      {"less than", "<"},     {"fewer than", "<"},
    {"greater than", ">"},   {"at least", ">="},     {"at most", "<="},
    {"up to", "<="},         {"as many as", "<="},   {"as much as", "<="},
    {"in excess of", ">"},   {"upwards of", ">"},    {"well over", ">"},
    {"just over", ">"},      {"just under", "<"},    {"an estimated", "~"},
    {"estimated", "~"},      {"about", "~"},         {"around", "~"},
    {"roughly", "~"},        {"approximately", "~"}, {"some", "~"},
    {"nearly", "~"},         {"almost", "~"},        {"close to", "~"},
    {"circa", "~"},          {"over", ">"},          {"above", ">"},
    {"under", "<"},          {"below", "<"},         {"~", "~"}};

/// Behind it.
constexpr BoundPhrase kBoundsBehind[] = {
    {"or more", ">="}, {"or so", "~"}, {"or less", "<="}, {"or fewer", "<="}, {"+", ">="}};

/// "kilometres", "inches", "centuries".
bool is_plural(std::string_view word, std::string_view singular) {
  if (singular.size() < 2 || !word.ends_with('s')) return false;
  if (word.ends_with("ies") && singular.ends_with('y')) {
    return word.substr(0, word.size() - 3) == singular.substr(0, singular.size() - 1);
  }
  const std::string_view ending = word.substr(std::min(word.size(), singular.size()));
  return word.starts_with(singular) && (ending == "s" || ending == "es");
}

class AmountFinder {
 public:
  explicit AmountFinder(const Sentence& sentence) : lexemes_(lexemes_of(sentence.tokens)) {}

  std::vector<Amount> run() const {
    std::vector<Amount> found;
    std::size_t numeral = 0;  // the next one from here
    for (std::size_t at = 0; at < lexemes_.size();) {
      while (numeral < lexemes_.size() && (numeral < at || !is_numeral(numeral))) ++numeral;
      // No amount begins with more words than this before its number.
      constexpr std::size_t kWordsBefore = 6;
      if (numeral > at + kWordsBefore) {
        at = numeral - kWordsBefore;
        continue;
      }
      Amount amount;
      const std::size_t end = read(at, amount);
      if (end == at) {
        ++at;
        continue;
      }
      amount.begin = lexemes_[at].token;
      amount.end = lexemes_[end - 1].token + 1;
      const bool apart = found.empty() || amount.begin >= found.back().end;
      // "$1.2.3 million": nothing is better than something else.
      if (apart && !amount.value.empty()) found.push_back(std::move(amount));
      at = end;
    }
    return found;
  }

 private:
  bool is_numeral(std::size_t at) const {
    return lexemes_[at].kind == Lexeme::Kind::kNumber || cardinal_of(text(at)) >= 0 ||
           scale_of(text(at)) != 0 || is_any(at, {"a", "an", "half"});
  }
  std::string_view text(std::size_t at) const {
    return at < lexemes_.size() ? std::string_view(lexemes_[at].text) : std::string_view();
  }
  bool is_any(std::size_t at, std::initializer_list<std::string_view> words) const {
    return at < lexemes_.size() && std::find(words.begin(), words.end(), text(at)) != words.end();
  }
  bool is_glued(std::size_t at) const { return at < lexemes_.size() && lexemes_[at].glued; }

  /// Lexemes that spell `words`, which blanks part, in singular or plural; 0 if others stand there.
  std::size_t spell(std::size_t at, std::string_view words) const {
    std::size_t count = 0;
    while (!words.empty()) {
      const std::size_t blank = std::min(words.find(' '), words.size());
      const std::string_view word = words.substr(0, blank);
      const std::string_view here = text(at + count);
      if (here != word && !is_plural(here, word)) return 0;
      ++count;
      words.remove_prefix(std::min(blank + 1, words.size()));
      if (!words.empty() && text(at + count) == "-") ++count;
    }
    return count;
  }

  template <typename Entry, std::size_t N>
  std::size_t longest(std::size_t at, const Entry (&table)[N], const Entry*& found,
                      std::string_view Entry::*name) const {
    std::size_t most = 0;
    for (const Entry& entry : table) {
      const std::size_t count = spell(at, entry.*name);
      if (count > most) {
        most = count;
        found = &entry;
      }
    }
    return most;
  }

  /// "and a half" behind a number: where it ends; 0 if something else stands there.
  std::size_t half_behind(std::size_t at) const {
    const bool half = is_any(at, {"and"}) && is_any(at + 1, {"a"}) && is_any(at + 2, {"half"});
    return half ? at + 3 : 0;
  }

  /// "minus 12", "a low of -12"; not "five minus two", "May 3 -5".
  bool is_minus(std::size_t at) const {
    const bool counts = at > 0 && (lexemes_[at - 1].kind == Lexeme::Kind::kNumber ||
                                   cardinal_of(text(at - 1)) >= 0 || scale_at(at - 1) != 0);
    if (counts) return false;
    if (is_any(at, {"minus"})) return true;
    const bool opens = at == 0 || !is_glued(at) || is_any(at - 1, {"("});
    return is_any(at, {"-"}) && opens && is_glued(at + 1);
  }

  /// A whole amount; `at` where there is none. One that cannot be read has no value.
  std::size_t read(std::size_t at, Amount& amount) const {
    std::size_t i = at;
    const BoundPhrase* bound = nullptr;
    i += longest(i, kBounds, bound, &BoundPhrase::words);
    if (is_any(at, {"between"})) i = at + 1;
    std::string sign(bound ? bound->sign : "");
    const Currency* currency = nullptr;
    // "minus $5 million"
    const bool debt = is_minus(i) && longest(i + 1, kCurrencySigns, currency, &Currency::name) > 0;
    if (debt) ++i;
    i += longest(i, kCurrencySigns, currency, &Currency::name);
    std::optional<Decimal> first;
    std::optional<Decimal> last;
    std::size_t end = range(i, is_any(at, {"between"}), currency != nullptr, first, last);
    if (end == i) return at;
    if (!first) return end;
    if (debt) {
      first->units = -first->units;
      if (last) last->units = -last->units;
      if (last) std::swap(*first, *last);
    }
    const BoundPhrase* behind = nullptr;
    std::size_t unit_at = end + longest(end, kBoundsBehind, behind, &BoundPhrase::words);
    if (behind && sign.empty()) sign = behind->sign;
    const std::size_t hyphen = is_any(unit_at, {"-"}) ? unit_at + 1 : unit_at;
    std::string unit;
    end = unit_at;
    if (currency == nullptr) {
      const std::size_t named = longest(hyphen, kCurrencyNames, currency, &Currency::name);
      const MeasureUnit* measure = nullptr;
      const std::size_t measured = longest(hyphen, kMeasureUnits, measure, &MeasureUnit::name);
      // A million pounds are money, ten of them may be a weight.
      const bool pounds = measure && measure->symbol == "pound" && !first->is_zero() &&
                          !is_less(*first, {100'000, 0});
      if (named > 0) {
        end = hyphen + named;
      } else if (pounds) {
        static constexpr Currency kPound = {"pound", "GBP"};
        currency = &kPound;
        end = hyphen + measured;
      } else if (measured > 0) {
        unit = measure->symbol;
        end = hyphen + measured;
      }
    }
    amount.kind = currency        ? AmountKind::kMoney
                  : !unit.empty() ? AmountKind::kQuantity
                                  : AmountKind::kNumber;
    amount.value = sign;
    if (currency) amount.value += std::string(currency->code) + ' ';
    amount.value += to_string(*first);
    if (last) amount.value += ".." + to_string(*last);
    if (!unit.empty()) amount.value += ' ' + unit;
    return end;
  }

  /// "3 to 5 million", "10-15", "between five and ten", "1.2 million": one number or two.
  std::size_t range(std::size_t at, bool between, bool money, std::optional<Decimal>& first,
                    std::optional<Decimal>& last) const {
    std::size_t end = number(at, money, first);
    if (end == at || !first) return end;
    const bool joined = is_any(end, {"to", "-", "or"}) || (between && is_any(end, {"and"}));
    if (!joined) return between ? at : end;
    const Currency* again = nullptr;
    const std::size_t start = end + 1 + longest(end + 1, kCurrencySigns, again, &Currency::name);
    std::optional<Decimal> second;
    const std::size_t second_end = number(start, money, second);
    if (second_end == start || !second) return between ? at : end;
    // "3 to 5 million": what scales the second scales the first.
    if (!is_less(*first, *second)) return end;
    const int power = scale_at(second_end - 1);
    if (power != 0 && scale_at(end - 1) == 0 && is_less(*first, {1000, 0})) {
      first = scaled(*first, power);
    }
    last = second;
    return second_end;
  }

  int scale_at(std::size_t at) const { return scale_of(text(at)); }

  /// One number, in figures or words, with its sign; `at` where there is none.
  std::size_t number(std::size_t at, bool money, std::optional<Decimal>& value) const {
    if (at >= lexemes_.size() || !is_minus(at)) return unsigned_number(at, money, value);
    const std::size_t end = unsigned_number(at + 1, money, value);
    if (value) value->units = -value->units;
    return end == at + 1 ? at : end;
  }

  std::size_t unsigned_number(std::size_t at, bool money, std::optional<Decimal>& value) const {
    if (at >= lexemes_.size()) return at;
    if (lexemes_[at].kind == Lexeme::Kind::kNumber) return figures(at, money, value);
    if (is_any(at, {"half"}) && is_any(at + 1, {"a", "an"}) && scale_at(at + 2) != 0) {
      value = scaled({5, 1}, scale_at(at + 2));
      return at + 3;
    }
    if (is_any(at, {"half"})) {
      value = Decimal{5, 1};
      return at + 1;
    }
    const bool article = is_any(at, {"a", "an"});
    const std::size_t noun = is_any(at + 1, {"-"}) ? at + 2 : at + 1;
    const int many = article ? 1 : cardinal_of(text(at));
    if (many >= 1 && many <= 3 && fraction(noun, many, value)) return noun + 1;
    if (many > 0 && is_any(noun, {"dozen"})) {
      value = Decimal{12 * many, 0};
      return noun + 1;
    }
    if (article && (scale_at(at + 1) < 2 || text(at + 1).size() < 4)) return at;
    return words(at, value);
  }

  /// "third", "thirds", "quarter", "half" behind their count.
  bool fraction(std::size_t at, int many, std::optional<Decimal>& value) const {
    constexpr int kDecimals = 4;
    constexpr std::int64_t kWhole = 10'000;
    std::int64_t part = 0;
    if (is_any(at, {"third", "thirds"})) part = 3;
    if (is_any(at, {"quarter", "quarters"})) part = 4;
    if (is_any(at, {"half"}) && many == 1) part = 2;
    // "the third", "a quarter of them": only "a third of", "two thirds" are shares.
    const bool share = is_any(at, {"thirds", "quarters"}) || is_any(at + 1, {"of"});
    if (part == 0 || many >= part || !share) return false;
    value = Decimal{(kWhole * many + part / 2) / part, kDecimals};
    return true;
  }

  /// "1,250", "1.2 million", "5m" of money, "12 hundred thousand"; no value where the marks stand
  /// as in no number ("2,5 million") or it is too large.
  std::size_t figures(std::size_t at, bool money, std::optional<Decimal>& value) const {
    value = decimal_of(lexemes_[at].text);
    std::size_t end = at + 1;
    // "3rd", "1990s", "9/11" count nothing.
    if (is_glued(end) && is_any(end, {"st", "nd", "rd", "th", "s", "/", ":"})) return at;
    // "2,5" in tokens of its own: neither "2" nor "5".
    while (is_any(end, {",", "."}) && is_glued(end) && is_glued(end + 1) &&
           lexemes_[end + 1].kind == Lexeme::Kind::kNumber) {
      value.reset();
      end += 2;
    }
    int scale = 0;
    for (;;) {
      // "a 10-million-dollar deal"
      const bool hyphen = is_any(end, {"-"}) && text(end + 1).size() > 2 && scale_at(end + 1) != 0;
      const std::size_t scale_place = hyphen ? end + 1 : end;
      const int power = scale_at(scale_place);
      // "5m" may be metres, "5 k" a name: letters count beside a currency, or as "5bn".
      const Currency* named = nullptr;
      const bool letter = text(scale_place).size() == 1 && !money &&
                          longest(scale_place + 1, kCurrencyNames, named, &Currency::name) == 0;
      if (power == 0 || letter) break;
      if (value) value = scaled(*value, power);
      scale = power;
      end = scale_place + 1;
    }
    if (const std::size_t half = half_behind(end); half != 0 && value && value->decimals == 0) {
      // "2 and a half million", "1 million and a half"
      value = with_half(value->units, scale);
      end = half;
      if (scale == 0 && scale_at(end) >= 3) value = scaled(*value, scale_at(end++));
    }
    return end;
  }

  /// `whole` and half of 10^scale.
  static std::optional<Decimal> with_half(std::int64_t whole, int scale) {
    auto half = scaled({5, 1}, scale);
    const auto tenths = half && half->decimals == 1 ? scaled({whole, 0}, 1) : Decimal{whole, 0};
    if (!half || !tenths) return std::nullopt;
    half->units += tenths->units;
    return half;
  }

  /// "two hundred and fifty thousand", "twenty-five", "two and a half million"; no value where the
  /// words make no number ("one million two million") or it is too large.
  std::size_t words(std::size_t at, std::optional<Decimal>& value) const {
    std::optional<Decimal> total = Decimal{};  // thousands, millions: what is behind its scale
    std::int64_t current = 0;                  // below a thousand, or "twelve hundred"
    int least = 0;                             // the last scale in `total`
    std::size_t end = at;
    std::size_t i = is_any(at, {"a", "an"}) ? at + 1 : at;
    while (i < lexemes_.size()) {
      const int cardinal = cardinal_of(text(i));
      const int power = scale_at(i);
      if (cardinal >= 0) {
        // "twenty five" is one number, "two three" are two.
        const bool fits = current == 0 || (current % 100 == 0 && cardinal > 0) ||
                          (current % 100 >= 20 && current % 10 == 0 && cardinal < 10);
        if (end != at && !fits) break;
        current += cardinal;
      } else if (power < 2 || text(i).size() <= 3 || text(i).back() == 's') {
        break;
      } else if (power == 2) {
        // "hundred hundred" is no number.
        if (current >= 100) total.reset();
        current = std::max<std::int64_t>(current % 100, 1) * 100;
      } else if (current == 0 && least != 0) {
        total = total ? scaled(*total, power) : total;  // "a hundred thousand million"
        least = power;
      } else {
        if (least != 0 && power >= least) total.reset();  // "one million two million"
        const auto part = scaled({std::max<std::int64_t>(current, 1), 0}, power);
        total = total && part ? sum(*total, *part) : std::nullopt;
        current = 0;
        least = power;
      }
      end = ++i;
      const bool hyphen = is_any(i, {"-"});
      if (hyphen && ((cardinal >= 20 && cardinal_of(text(i + 1)) >= 0) ||
                     (cardinal > 0 && scale_at(i + 1) >= 2))) {
        ++i;  // "twenty-one", "five-hundred"
      } else if (const std::size_t half = half_behind(i); half != 0) {
        // "a million and a half", "two and a half million"
        const bool scaled_before = current == 0 && least != 0;
        const auto whole = total ? sum(*total, {current, 0}) : std::nullopt;
        value = whole ? with_half(whole->units, scaled_before ? least : 0) : std::nullopt;
        end = half;
        if (!scaled_before && scale_at(end) >= 3) {
          value = value ? scaled(*value, scale_at(end)) : value;
          ++end;
        }
        return end;
      } else if (is_any(i, {"and"}) && power != 0 && cardinal_of(text(i + 1)) > 0) {
        ++i;
      }
    }
    if (end != at) value = total ? sum(*total, {current, 0}) : std::nullopt;
    return end;
  }

  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Amount> find_amounts(const Sentence& sentence) { return AmountFinder(sentence).run(); }

}  // namespace newsgraph
