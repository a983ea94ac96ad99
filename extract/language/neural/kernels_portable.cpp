#include "extract/language/neural/kernel_loops.hpp"

// For every processor: plain loops.

namespace newsgraph {
namespace {

void multiply8(const std::uint8_t* x, std::size_t x_stride, std::size_t rows, const Matrix8& m,
               std::int32_t* out, std::size_t out_stride) {
  for (std::size_t block = 0; block < m.outputs; block += Matrix8::kOutputs) {
    for (std::size_t row = 0; row < rows; ++row) {
      std::int32_t sums[Matrix8::kOutputs];
      for (std::size_t o = 0; o < Matrix8::kOutputs; ++o) sums[o] = m.correction[block + o];
      const std::int8_t* w = m.weights + block * m.inputs;
      const std::uint8_t* input = x + row * x_stride;
      for (std::size_t i = 0; i < m.inputs; i += 4, w += 4 * Matrix8::kOutputs) {
        for (std::size_t o = 0; o < Matrix8::kOutputs; ++o) {
          sums[o] += input[i] * w[4 * o] + input[i + 1] * w[4 * o + 1] +
                     input[i + 2] * w[4 * o + 2] + input[i + 3] * w[4 * o + 3];
        }
      }
      for (std::size_t o = 0; o < Matrix8::kOutputs; ++o)
        out[row * out_stride + block + o] = sums[o];
    }
  }
}

void multiply16(const std::int16_t* x, std::size_t x_stride, std::size_t rows, const Matrix16& m,
                std::int32_t* out, std::size_t out_stride) {
  for (std::size_t block = 0; block < m.outputs; block += Matrix16::kOutputs) {
    for (std::size_t row = 0; row < rows; ++row) {
      std::int32_t sums[Matrix16::kOutputs] = {};
      const std::int16_t* w = m.weights + block * m.inputs;
      const std::int16_t* input = x + row * x_stride;
      for (std::size_t i = 0; i < m.inputs; i += 2, w += 2 * Matrix16::kOutputs) {
        for (std::size_t o = 0; o < Matrix16::kOutputs; ++o) {
          sums[o] += input[i] * w[2 * o] + input[i + 1] * w[2 * o + 1];
        }
      }
      for (std::size_t o = 0; o < Matrix16::kOutputs; ++o)
        out[row * out_stride + block + o] = sums[o];
    }
  }
}

}  // namespace

const Kernels* portable_kernels() {
  static constexpr Kernels kernels = kernels_with("portable", multiply8, multiply16);
  return &kernels;
}

}  // namespace newsgraph
