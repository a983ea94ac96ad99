#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "extract/language/neural/kernels.hpp"

/// The element-wise steps of the network: plain loops that the compiler turns into vectors of each
/// version's processor. Every source of kernels includes this file and compiles it with other
/// options, so all of it has internal linkage: were there one copy for all, the linker might choose
/// one that this machine cannot run. For the same reason nothing of the standard library is called.
namespace newsgraph {
namespace {

/// `value` rounded to the nearest integer, to the even one of two; |value| < 2^22. The sum with 1.5
/// * 2^23 has no bits left for fractions.
inline std::int32_t round_even(float value) {
  const float shifted = value + 12582912.0F;
  std::int32_t bits = 0;
  std::memcpy(&bits, &shifted, sizeof bits);
  return bits - 0x4b400000;
}

inline float clamp(float value, float most) {
  value = value < most ? value : most;
  return value > -most ? value : -most;
}

/// tanh(x) as the fraction above / below, within 8e-5: a rational approximation of least maximal
/// error on [-5.5, 5.5]. Fractions, so that a chain of products costs one division.
struct Fraction {
  float above;
  float below;
};

inline Fraction tanh_fraction(float x) {
  x = clamp(x, 5.5F);
  const float u = x * x;
  return {x * ((6.07395811e-4F * u + 0.100004445F) * u + 0.999686558F),
          (1.2141051e-2F * u + 0.43248352F) * u + 1.0F};
}

void lstm_step_loops(const LstmStep& step) {
  const std::size_t hidden = step.hidden;
  for (std::size_t row = 0; row < step.rows; ++row) {
    const std::int32_t* __restrict sums = step.sums + row * step.sums_stride;
    const std::int16_t* __restrict inputs = step.inputs[row];
    const float* __restrict scale = step.scale;
    float* __restrict cells = step.cells + row * hidden;
    std::uint8_t* __restrict states = step.states + row * step.states_stride;
#pragma GCC ivdep
    for (std::size_t k = 0; k < hidden; ++k) {
      const auto gate = [&](std::size_t number) {
        const std::size_t at = number * hidden + k;
        return static_cast<float>(sums[at]) * scale[at] +
               static_cast<float>(inputs[at]) * (1 / kInputUnits);
      };
      // A sigmoid is (1 + tanh(x / 2)) / 2.
      const Fraction i = tanh_fraction(0.5F * gate(0));
      const Fraction f = tanh_fraction(0.5F * gate(1));
      const Fraction o = tanh_fraction(0.5F * gate(2));
      const Fraction g = tanh_fraction(gate(3));
      const float kept = (f.above + f.below) * cells[k];
      const float added = (i.above + i.below) * g.above;
      const float others = i.below * g.below;
      const float cell = (kept * others + added * f.below) / (2.0F * (f.below * others));
      cells[k] = cell;
      const Fraction t = tanh_fraction(cell);
      const float state = (o.above + o.below) * t.above / (2.0F * (o.below * t.below));
      states[k] = static_cast<std::uint8_t>(round_even(clamp(127.0F * state, 127.0F)) + 128);
    }
  }
}

void project_loop(const std::int32_t* __restrict sums, const float* __restrict scale, float factor,
                  const float* __restrict bias, std::size_t count, std::int16_t* __restrict out) {
  for (std::size_t k = 0; k < count; ++k) {
    const float value = static_cast<float>(sums[k]) * scale[k] * factor + bias[k];
    out[k] = static_cast<std::int16_t>(round_even(clamp(value * kInputUnits, 32767.0F)));
  }
}

void rectify_loop(const std::int32_t* __restrict sums, const float* __restrict scale, float factor,
                  const float* __restrict bias, float slope, std::size_t count,
                  float* __restrict out) {
  for (std::size_t k = 0; k < count; ++k) {
    const float value = static_cast<float>(sums[k]) * scale[k] * factor + bias[k];
    out[k] = value > 0 ? value : slope * value;
  }
}

/// The largest magnitude; compared as bits, which orders magnitudes, because a maximum of integers
/// is vectorised.
inline float largest(const float* __restrict values, std::size_t count) {
  std::int32_t most = 0;
  for (std::size_t k = 0; k < count; ++k) {
    std::int32_t bits = 0;
    std::memcpy(&bits, values + k, sizeof bits);
    bits &= 0x7fffffff;
    most = bits > most ? bits : most;
  }
  float result = 0;
  std::memcpy(&result, &most, sizeof result);
  return result;
}

float quantise8_loop(const float* __restrict values, std::size_t count,
                     std::uint8_t* __restrict out) {
  const float most = largest(values, count);
  const float inverse = most > 1e-20F ? 127.0F / most : 0.0F;
  for (std::size_t k = 0; k < count; ++k) {
    out[k] = static_cast<std::uint8_t>(round_even(clamp(values[k] * inverse, 127.0F)) + 128);
  }
  return most / 127.0F;
}

float quantise16_loop(const float* __restrict values, std::size_t count,
                      std::int16_t* __restrict out) {
  constexpr auto kMost = static_cast<float>(Matrix16::kMost);
  const float most = largest(values, count);
  const float inverse = most > 1e-20F ? kMost / most : 0.0F;
  for (std::size_t k = 0; k < count; ++k) {
    out[k] = static_cast<std::int16_t>(round_even(clamp(values[k] * inverse, kMost)));
  }
  return most / kMost;
}

void scores_loop(const std::int32_t* __restrict sums, const float* __restrict scale, float factor,
                 const float* __restrict bias, std::size_t count, std::int32_t* __restrict out) {
  for (std::size_t k = 0; k < count; ++k) {
    const float value = static_cast<float>(sums[k]) * scale[k] * factor + bias[k];
    out[k] = round_even(clamp(value, 4000.0F) * kScoreUnits);
  }
}

void dots16_loop(const std::int16_t* __restrict x, const std::int16_t* __restrict rows,
                 std::size_t stride, std::size_t count, std::size_t inputs,
                 std::int32_t* __restrict out) {
  for (std::size_t k = 0; k < count; ++k) {
    const std::int16_t* __restrict row = rows + k * stride;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < inputs; ++i) {
      sum += static_cast<std::int32_t>(x[i]) * static_cast<std::int32_t>(row[i]);
    }
    out[k] = sum;
  }
}

using Multiply8 = decltype(Kernels::multiply8);
using Multiply16 = decltype(Kernels::multiply16);

/// A version with its own products and the loops of this file.
constexpr Kernels kernels_with(std::string_view name, Multiply8 multiply8, Multiply16 multiply16) {
  return {name,         multiply8,    multiply16,     dots16_loop,     lstm_step_loops,
          project_loop, rectify_loop, quantise8_loop, quantise16_loop, scores_loop};
}

}  // namespace
}  // namespace newsgraph
