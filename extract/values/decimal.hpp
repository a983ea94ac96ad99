#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

/// An exact decimal number: units / 10^decimals.
struct Decimal {
  std::int64_t units = 0;
  int decimals = 0;

  bool is_zero() const { return units == 0; }
};

/// "1,250.5", "12,50,000"; none where the marks do not stand as in a number, or it is too long.
std::optional<Decimal> decimal_of(std::string_view digits);

/// `number` times 10^power; none if that is too large.
std::optional<Decimal> scaled(Decimal number, int power);

/// Of whole numbers; none if that is too large.
std::optional<Decimal> sum(Decimal a, Decimal b);

bool is_less(const Decimal& a, const Decimal& b);

/// "1250.5", without zeros at the end of a fraction.
std::string to_string(Decimal number);

}  // namespace newsgraph
