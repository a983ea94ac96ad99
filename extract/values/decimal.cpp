#include "extract/values/decimal.hpp"

namespace newsgraph {
namespace {

constexpr int kMostDigits = 15;
constexpr std::int64_t kMost = 1'000'000'000'000'000'000;

}  // namespace

std::optional<Decimal> decimal_of(std::string_view digits) {
  Decimal number;
  int length = 0;
  std::size_t since_comma = 0;
  bool grouped = false;
  bool fraction = false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c == ',') {
      // The first group has up to three digits, the others three, or two in India.
      const bool fits = grouped ? since_comma == 2 || since_comma == 3 : i >= 1 && i <= 3;
      if (fraction || !fits) return std::nullopt;
      grouped = true;
      since_comma = 0;
      continue;
    }
    if (c == '.') {
      if (fraction || (grouped && since_comma != 3)) return std::nullopt;
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9' || ++length > kMostDigits) return std::nullopt;
    number.units = number.units * 10 + (c - '0');
    if (fraction) ++number.decimals;
    ++since_comma;
  }
  if (length == 0 || (grouped && !fraction && since_comma != 3)) return std::nullopt;
  return number;
}

std::optional<Decimal> scaled(Decimal number, int power) {
  for (; power > 0; --power) {
    if (number.decimals > 0) {
      --number.decimals;
    } else if (number.units < kMost / 10 && number.units > -kMost / 10) {
      number.units *= 10;
    } else {
      return std::nullopt;
    }
  }
  return number;
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
  // Each is below kMost, so that the sum of two still is a number.
  const std::int64_t units = a.units + b.units;
  if (units >= kMost || units <= -kMost) return std::nullopt;
  return Decimal{units, 0};
}

bool is_less(const Decimal& a, const Decimal& b) {
  const auto left = scaled({a.units, 0}, b.decimals);
  const auto right = scaled({b.units, 0}, a.decimals);
  return left && right && left->units < right->units;
}

std::string to_string(Decimal number) {
  while (number.decimals > 0 && number.units % 10 == 0) {
    number.units /= 10;
    --number.decimals;
  }
  const bool negative = number.units < 0;
  std::string text = std::to_string(negative ? -number.units : number.units);
  const auto decimals = static_cast<std::size_t>(number.decimals);
  if (decimals != 0) {
    if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
    text.insert(text.size() - decimals, 1, '.');
  }
  return negative ? '-' + text : text;
}

}  // namespace newsgraph
