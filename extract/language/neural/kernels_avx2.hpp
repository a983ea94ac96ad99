#pragma once

#include "extract/language/neural/kernel_loops.hpp"

/// Products with vectors of 256 bits, for the sources that are compiled with AVX2, with or without
/// AVX-VNNI; with internal linkage, as in kernel_loops.hpp.
#ifdef __AVX2__
#include <immintrin.h>

namespace newsgraph {
namespace {

/// Rows at a time, so many that their sums stay in registers.
#ifdef __AVXVNNI__
constexpr std::size_t kRows = 6;
#else
constexpr std::size_t kRows = 4;
#endif

inline __m256i load(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

inline __m256i broadcast(const void* from) {
  std::int32_t bits = 0;
  std::memcpy(&bits, from, sizeof bits);
  return _mm256_set1_epi32(bits);
}

/// `sums` and the products of 4 inputs with the weights of each of 8 outputs.
inline __m256i add_products8(__m256i sums, __m256i inputs, __m256i weights) {
#ifdef __AVXVNNI__
  return _mm256_dpbusd_avx_epi32(sums, inputs, weights);
#else
  const __m256i pairs = _mm256_maddubs_epi16(inputs, weights);  // no saturation: see Matrix8
  return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
#endif
}

/// The same with 2 inputs of 16 bits.
inline __m256i add_products16(__m256i sums, __m256i inputs, __m256i weights) {
#ifdef __AVXVNNI__
  return _mm256_dpwssd_avx_epi32(sums, inputs, weights);
#else
  return _mm256_add_epi32(sums, _mm256_madd_epi16(inputs, weights));
#endif
}

/// One block of 16 outputs for R rows.
template <std::size_t R>
void block8(const std::uint8_t* x, std::size_t x_stride, const std::int8_t* w, std::size_t inputs,
            const std::int32_t* correction, std::int32_t* out, std::size_t out_stride) {
  __m256i sums[R][2];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
    sums[r][0] = load(correction);
    sums[r][1] = load(correction + 8);
  }
  for (std::size_t i = 0; i < inputs; i += 4, w += 64) {
    const __m256i w0 = load(w);
    const __m256i w1 = load(w + 32);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      const __m256i input = broadcast(x + r * x_stride + i);
      sums[r][0] = add_products8(sums[r][0], input, w0);
      sums[r][1] = add_products8(sums[r][1], input, w1);
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
    auto* to = reinterpret_cast<__m256i*>(out + r * out_stride);
    _mm256_storeu_si256(to, sums[r][0]);
    _mm256_storeu_si256(to + 1, sums[r][1]);
  }
}

template <std::size_t R>
void block16(const std::int16_t* x, std::size_t x_stride, const std::int16_t* w, std::size_t inputs,
             std::int32_t* out, std::size_t out_stride) {
  __m256i sums[R][2];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  for (std::size_t i = 0; i < inputs; i += 2, w += 32) {
    const __m256i w0 = load(w);
    const __m256i w1 = load(w + 16);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
      const __m256i input = broadcast(x + r * x_stride + i);
      sums[r][0] = add_products16(sums[r][0], input, w0);
      sums[r][1] = add_products16(sums[r][1], input, w1);
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < R; ++r) {
    auto* to = reinterpret_cast<__m256i*>(out + r * out_stride);
    _mm256_storeu_si256(to, sums[r][0]);
    _mm256_storeu_si256(to + 1, sums[r][1]);
  }
}

void multiply8(const std::uint8_t* x, std::size_t x_stride, std::size_t rows, const Matrix8& m,
               std::int32_t* out, std::size_t out_stride) {
  for (std::size_t o = 0; o < m.outputs; o += Matrix8::kOutputs) {
    const std::int8_t* w = m.weights + o * m.inputs;
    for (std::size_t row = 0; row < rows; row += kRows) {
      const std::uint8_t* input = x + row * x_stride;
      std::int32_t* to = out + row * out_stride + o;
      constexpr decltype(&block8<1>) kBlocks[] = {block8<1>, block8<2>, block8<3>,
                                                  block8<4>, block8<5>, block8<6>};
      kBlocks[(rows - row < kRows ? rows - row : kRows) - 1](input, x_stride, w, m.inputs,
                                                             m.correction + o, to, out_stride);
    }
  }
}

void multiply16(const std::int16_t* x, std::size_t x_stride, std::size_t rows, const Matrix16& m,
                std::int32_t* out, std::size_t out_stride) {
  for (std::size_t o = 0; o < m.outputs; o += Matrix16::kOutputs) {
    const std::int16_t* w = m.weights + o * m.inputs;
    for (std::size_t row = 0; row < rows; row += kRows) {
      const std::int16_t* input = x + row * x_stride;
      std::int32_t* to = out + row * out_stride + o;
      constexpr decltype(&block16<1>) kBlocks[] = {block16<1>, block16<2>, block16<3>,
                                                   block16<4>, block16<5>, block16<6>};
      kBlocks[(rows - row < kRows ? rows - row : kRows) - 1](input, x_stride, w, m.inputs, to,
                                                             out_stride);
    }
  }
}

}  // namespace
}  // namespace newsgraph

#endif
