#include "extract/language/neural/kernel_loops.hpp"

// For 64-bit ARM processors.

#ifdef __aarch64__
#include <arm_neon.h>

namespace newsgraph {
namespace {

/// Four bytes at `from`, less 128, four times.
inline int8x16_t signed_bytes(const std::uint8_t* from) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  return vreinterpretq_s8_u32(vdupq_n_u32(bytes ^ 0x80808080U));
}

/// Inputs as signed bytes need no correction. Products are within 127 * 63, two of them within 16
/// bits.
void multiply8(const std::uint8_t* x, std::size_t x_stride, std::size_t rows, const Matrix8& m,
               std::int32_t* out, std::size_t out_stride) {
  for (std::size_t o = 0; o < m.outputs; o += Matrix8::kOutputs) {
    for (std::size_t row = 0; row < rows; ++row) {
      const std::int8_t* w = m.weights + o * m.inputs;
      const std::uint8_t* input = x + row * x_stride;
      int32x4_t sums[4] = {};
      for (std::size_t i = 0; i < m.inputs; i += 4, w += 64) {
        const int8x16_t values = signed_bytes(input + i);
        for (std::size_t k = 0; k < 4; ++k) {
          const int8x16_t weights = vld1q_s8(w + 16 * k);
#ifdef __ARM_FEATURE_DOTPROD
          sums[k] = vdotq_s32(sums[k], values, weights);
#else
          const int16x8_t low = vmull_s8(vget_low_s8(values), vget_low_s8(weights));
          const int16x8_t high = vmull_high_s8(values, weights);
          sums[k] = vpadalq_s16(sums[k], vpaddq_s16(low, high));
#endif
        }
      }
      for (std::size_t k = 0; k < 4; ++k) vst1q_s32(out + row * out_stride + o + 4 * k, sums[k]);
    }
  }
}

void multiply16(const std::int16_t* x, std::size_t x_stride, std::size_t rows, const Matrix16& m,
                std::int32_t* out, std::size_t out_stride) {
  for (std::size_t o = 0; o < m.outputs; o += Matrix16::kOutputs) {
    for (std::size_t row = 0; row < rows; ++row) {
      const std::int16_t* w = m.weights + o * m.inputs;
      const std::int16_t* input = x + row * x_stride;
      int32x4_t sums[4] = {};
      for (std::size_t i = 0; i < m.inputs; i += 2, w += 32) {
        for (std::size_t k = 0; k < 4; ++k) {
          const int16x4x2_t weights = vld2_s16(w + 8 * k);
          sums[k] = vmlal_n_s16(sums[k], weights.val[0], input[i]);
          sums[k] = vmlal_n_s16(sums[k], weights.val[1], input[i + 1]);
        }
      }
      for (std::size_t k = 0; k < 4; ++k) vst1q_s32(out + row * out_stride + o + 4 * k, sums[k]);
    }
  }
}

}  // namespace

const Kernels* neon_kernels() {
  static constexpr Kernels kernels = kernels_with("neon", multiply8, multiply16);
  return &kernels;
}

}  // namespace newsgraph

#else

const newsgraph::Kernels* newsgraph::neon_kernels() { return nullptr; }

#endif
