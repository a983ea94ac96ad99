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

class AmountFinder {
 public:
  explicit AmountFinder(const Sentence& sentence) : lexemes_(lexemes_of(sentence.tokens)) {}

  std::vector<Amount> run() const {
    std::vector<Amount> found;
    for (std::size_t at = 0; at < lexemes_.size();) {
      Amount amount;
      const std::size_t end = read(at, amount);
      if (end == at) {
        ++at;
        continue;
      }
      amount.begin = lexemes_[at].token;
      amount.end = lexemes_[end - 1].token + 1;
      if (found.empty() || amount.begin >= found.back().end) found.push_back(std::move(amount));
      at = end;
    }
    return found;
  }

 private:
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
      std::string_view here = text(at + count);
      const bool plural = here.size() == word.size() + 1 && here.back() == 's' && word.size() > 1;
      if (here != word && !(plural && here.starts_with(word))) return 0;
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

  /// A whole amount; `at` where there is none.
  std::size_t read(std::size_t at, Amount& amount) const {
    std::size_t i = at;
    const BoundPhrase* bound = nullptr;
    i += longest(i, kBounds, bound, &BoundPhrase::words);
    if (is_any(at, {"between"})) i = at + 1;
    std::string sign(bound ? bound->sign : "");
    const Currency* currency = nullptr;
    i += longest(i, kCurrencySigns, currency, &Currency::name);
    std::optional<Decimal> first;
    std::optional<Decimal> last;
    std::size_t end = range(i, is_any(at, {"between"}), currency != nullptr, first, last);
    if (end == i || !first) return at;
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
    if (end == at || !first) return at;
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
      if (!first) return at;
    }
    last = second;
    return second_end;
  }

  int scale_at(std::size_t at) const { return scale_of(text(at)); }

  /// One number, in figures or words; `at` where there is none.
  std::size_t number(std::size_t at, bool money, std::optional<Decimal>& value) const {
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

  /// "1,250", "1.2 million", "5m" of money, "12 hundred thousand".
  std::size_t figures(std::size_t at, bool money, std::optional<Decimal>& value) const {
    value = decimal_of(lexemes_[at].text);
    std::size_t end = at + 1;
    // "3rd", "1990s", "9/11" count nothing.
    const bool ordinal = is_glued(end) && is_any(end, {"st", "nd", "rd", "th", "s", "/", ":"});
    if (!value || ordinal) return at;
    for (int scales = 0; scales < 2 && value; ++scales) {
      // "a 10-million-dollar deal"
      if (is_any(end, {"-"}) && text(end + 1).size() > 2 && scale_at(end + 1) != 0) ++end;
      const int power = scale_at(end);
      // "5m" may be metres, "5 k" a name: letters count behind a sign of money, or as "5bn".
      const bool letter = text(end).size() == 1;
      if (power == 0 || (letter && !money) || (letter && !is_glued(end))) break;
      value = scaled(*value, power);
      ++end;
    }
    return value ? end : at;
  }

  /// "two hundred and fifty thousand", "twenty-five", "two and a half million".
  std::size_t words(std::size_t at, std::optional<Decimal>& value) const {
    std::int64_t total = 0;
    std::int64_t current = 0;
    constexpr std::int64_t kMost = 1'000'000'000'000;
    bool any = false;
    std::size_t end = at;
    std::size_t i = is_any(at, {"a", "an"}) ? at + 1 : at;
    int decimals = 0;
    while (i < lexemes_.size() && total < kMost && current < kMost) {
      const int cardinal = cardinal_of(text(i));
      const int power = scale_at(i);
      if (cardinal >= 0) {
        // "twenty five" is one number, "two three" are two.
        const bool fits = current == 0 || (current % 100 == 0 && cardinal > 0) ||
                          (current % 100 >= 20 && current % 10 == 0 && cardinal < 10);
        if (any && !fits) break;
        current += cardinal;
      } else if (power >= 2 && text(i).size() > 3 && text(i).back() != 's') {
        if (current == 0) current = 1;
        std::int64_t factor = 1;
        for (int p = 0; p < power; ++p) factor *= 10;
        if (power == 2) {
          current *= factor;
        } else {
          total += current * factor;
          current = 0;
        }
      } else {
        break;
      }
      any = true;
      end = ++i;
      if (is_any(i, {"-"}) && cardinal_of(text(i + 1)) >= 0 && cardinal >= 20) {
        ++i;
      } else if (is_any(i, {"and"}) && is_any(i + 1, {"a"}) && is_any(i + 2, {"half"})) {
        current = current * 10 + 5;
        decimals = 1;
        end = i + 3;
        const int scale = scale_at(end);
        if (scale >= 3) ++end;
        value = scaled({current, decimals}, scale >= 3 ? scale : 0);
        return value ? end : at;
      } else if (is_any(i, {"and"}) && power != 0 && cardinal_of(text(i + 1)) > 0) {
        ++i;
      }
    }
    if (!any) return at;
    value = Decimal{total + current, 0};
    return end;
  }

  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Amount> find_amounts(const Sentence& sentence) { return AmountFinder(sentence).run(); }

}  // namespace newsgraph
