#include "extract/language/neural/kernel_loops.hpp"

// For x86-64 processors with AVX-512 and its neural network instructions (VNNI; servers since
// 2019), and for those of them with matrix tiles (AMX; since 2023).

#ifdef __AVX512VNNI__
#include <immintrin.h>

namespace newsgraph {
namespace {

constexpr std::size_t kRowsAtATime = 6;  // with 4 blocks of outputs 24 of the 32 registers
constexpr std::size_t kBlocksAtATime = 4;

/// Byte sums of `blocks` times 16 outputs for `rows` rows.
template <std::size_t rows, std::size_t blocks>
void vnni_block8(const std::uint8_t* x, std::size_t x_stride, const std::int8_t* w,
                 std::size_t inputs, const std::int32_t* correction, std::int32_t* out,
                 std::size_t out_stride) {
  __m512i sums[rows][blocks];
#pragma GCC unroll 8
  for (std::size_t b = 0; b < blocks; ++b) {
    const __m512i start = _mm512_loadu_si512(correction + 16 * b);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < rows; ++r) sums[r][b] = start;
  }
  const std::size_t block_size = 16 * inputs;
  for (std::size_t i = 0; i < inputs; i += 4, w += 64) {
    __m512i weights[blocks];
#pragma GCC unroll 8
    for (std::size_t b = 0; b < blocks; ++b) weights[b] = _mm512_loadu_si512(w + b * block_size);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t bytes = 0;
      std::memcpy(&bytes, x + r * x_stride + i, sizeof bytes);
      const __m512i input = _mm512_set1_epi32(bytes);
#pragma GCC unroll 8
      for (std::size_t b = 0; b < blocks; ++b) {
        sums[r][b] = _mm512_dpbusd_epi32(sums[r][b], input, weights[b]);
      }
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < rows; ++r) {
#pragma GCC unroll 8
    for (std::size_t b = 0; b < blocks; ++b) {
      _mm512_storeu_si512(out + r * out_stride + 16 * b, sums[r][b]);
    }
  }
}

/// The same with 16-bit numbers.
template <std::size_t rows, std::size_t blocks>
void vnni_block16(const std::int16_t* x, std::size_t x_stride, const std::int16_t* w,
                  std::size_t inputs, std::int32_t* out, std::size_t out_stride) {
  __m512i sums[rows][blocks];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < rows; ++r) {
#pragma GCC unroll 8
    for (std::size_t b = 0; b < blocks; ++b) sums[r][b] = _mm512_setzero_si512();
  }
  const std::size_t block_size = 16 * inputs;
  for (std::size_t i = 0; i < inputs; i += 2, w += 32) {
    __m512i weights[blocks];
#pragma GCC unroll 8
    for (std::size_t b = 0; b < blocks; ++b) weights[b] = _mm512_loadu_si512(w + b * block_size);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t pair = 0;
      std::memcpy(&pair, x + r * x_stride + i, sizeof pair);
      const __m512i input = _mm512_set1_epi32(pair);
#pragma GCC unroll 8
      for (std::size_t b = 0; b < blocks; ++b) {
        sums[r][b] = _mm512_dpwssd_epi32(sums[r][b], input, weights[b]);
      }
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < rows; ++r) {
#pragma GCC unroll 8
    for (std::size_t b = 0; b < blocks; ++b) {
      _mm512_storeu_si512(out + r * out_stride + 16 * b, sums[r][b]);
    }
  }
}

/// Calls `block(row, rows)` with `rows` a compile-time number, for groups of rows as even as can
/// be.
template <typename Block>
void for_row_groups(std::size_t rows, const Block& block) {
  const std::size_t groups = (rows + kRowsAtATime - 1) / kRowsAtATime;
  for (std::size_t group = 0; group < groups; ++group) {
    const std::size_t row = rows * group / groups;
    const std::size_t size = rows * (group + 1) / groups - row;
    switch (size) {
      case 1:
        block.template operator()<1>(row);
        break;
      case 2:
        block.template operator()<2>(row);
        break;
      case 3:
        block.template operator()<3>(row);
        break;
      case 4:
        block.template operator()<4>(row);
        break;
      case 5:
        block.template operator()<5>(row);
        break;
      default:
        block.template operator()<6>(row);
        break;
    }
  }
}

/// Outputs go in the outer loop: the weights of a few blocks stay in the first-level cache while
/// all rows pass.
void vnni_multiply8(const std::uint8_t* x, std::size_t x_stride, std::size_t rows, const Matrix8& m,
                    std::int32_t* out, std::size_t out_stride) {
  const auto outputs = [&]<std::size_t blocks>(std::size_t o) {
    for_row_groups(rows, [&]<std::size_t group>(std::size_t row) {
      vnni_block8<group, blocks>(x + row * x_stride, x_stride, m.weights + o * m.inputs, m.inputs,
                                 m.correction + o, out + row * out_stride + o, out_stride);
    });
  };
  std::size_t o = 0;
  for (; o + 16 * kBlocksAtATime <= m.outputs; o += 16 * kBlocksAtATime) {
    outputs.template operator()<kBlocksAtATime>(o);
  }
  for (; o < m.outputs; o += 16) outputs.template operator()<1>(o);
}

void vnni_multiply16(const std::int16_t* x, std::size_t x_stride, std::size_t rows,
                     const Matrix16& m, std::int32_t* out, std::size_t out_stride) {
  const auto outputs = [&]<std::size_t blocks>(std::size_t o) {
    for_row_groups(rows, [&]<std::size_t group>(std::size_t row) {
      vnni_block16<group, blocks>(x + row * x_stride, x_stride, m.weights + o * m.inputs, m.inputs,
                                  out + row * out_stride + o, out_stride);
    });
  };
  std::size_t o = 0;
  for (; o + 16 * kBlocksAtATime <= m.outputs; o += 16 * kBlocksAtATime) {
    outputs.template operator()<kBlocksAtATime>(o);
  }
  for (; o < m.outputs; o += 16) outputs.template operator()<1>(o);
}

#ifdef __AMX_INT8__

/// What LDTILECFG reads: palette 1, and the shape of each of 8 tiles.
struct TileShapes {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};
};
static_assert(sizeof(TileShapes) == 64);

/// Tiles 0 to 3 are sums of up to 16 rows and 16 outputs, 4 is 64 inputs of these rows, 5 the
/// weights of these inputs and 16 outputs: exactly as Matrix8 has them.
void amx_multiply8(const std::uint8_t* x, std::size_t x_stride, std::size_t rows, const Matrix8& m,
                   std::int32_t* out, std::size_t out_stride) {
  const std::size_t groups = (rows + 15) / 16;
  const std::size_t size = (rows + groups - 1) / groups;
  TileShapes shapes;
  for (std::size_t tile = 0; tile < 8; ++tile) {
    shapes.row_bytes[tile] = 64;
    shapes.rows[tile] = static_cast<std::uint8_t>(tile < 5 ? size : 16);
  }
  _tile_loadconfig(&shapes);
  const std::size_t block_size = 16 * m.inputs;
  std::size_t o = 0;
  for (; o + 64 <= m.outputs; o += 64) {
    for (std::size_t group = 0; group < groups; ++group) {
      // The last group overlaps the one before it: it computes the same once more.
      const std::size_t row = group * size + size <= rows ? group * size : rows - size;
      const std::uint8_t* input = x + row * x_stride;
      const std::int8_t* w = m.weights + o * m.inputs;
      std::int32_t* to = out + row * out_stride + o;
      // A stride of 0 gives every row the same numbers.
      _tile_loadd(0, m.correction + o, 0);
      _tile_loadd(1, m.correction + o + 16, 0);
      _tile_loadd(2, m.correction + o + 32, 0);
      _tile_loadd(3, m.correction + o + 48, 0);
      for (std::size_t i = 0; i < m.inputs; i += 64, w += 1024) {
        _tile_loadd(4, input + i, x_stride);
        _tile_loadd(5, w, 64);
        _tile_dpbusd(0, 4, 5);
        _tile_loadd(6, w + block_size, 64);
        _tile_dpbusd(1, 4, 6);
        _tile_loadd(7, w + 2 * block_size, 64);
        _tile_dpbusd(2, 4, 7);
        _tile_loadd(5, w + 3 * block_size, 64);
        _tile_dpbusd(3, 4, 5);
      }
      const std::size_t stride = out_stride * sizeof(std::int32_t);
      _tile_stored(0, to, stride);
      _tile_stored(1, to + 16, stride);
      _tile_stored(2, to + 32, stride);
      _tile_stored(3, to + 48, stride);
    }
  }
  for (; o < m.outputs; o += 16) {
    for (std::size_t group = 0; group < groups; ++group) {
      const std::size_t row = group * size + size <= rows ? group * size : rows - size;
      const std::int8_t* w = m.weights + o * m.inputs;
      _tile_loadd(0, m.correction + o, 0);
      for (std::size_t i = 0; i < m.inputs; i += 64, w += 1024) {
        _tile_loadd(4, x + row * x_stride + i, x_stride);
        _tile_loadd(5, w, 64);
        _tile_dpbusd(0, 4, 5);
      }
      _tile_stored(0, out + row * out_stride + o, out_stride * sizeof(std::int32_t));
    }
  }
  _tile_release();
}

#endif

}  // namespace

const Kernels* avx512_kernels() {
  static constexpr Kernels kernels = kernels_with("avx512", vnni_multiply8, vnni_multiply16);
  return &kernels;
}

const Kernels* amx_kernels() {
#ifdef __AMX_INT8__
  static constexpr Kernels kernels = kernels_with("amx", amx_multiply8, vnni_multiply16);
  return &kernels;
#else
  return nullptr;
#endif
}

}  // namespace newsgraph

#else

const newsgraph::Kernels* newsgraph::avx512_kernels() { return nullptr; }
const newsgraph::Kernels* newsgraph::amx_kernels() { return nullptr; }

#endif
