#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// The arithmetic of the network, in one version for each kind of processor.
///
/// All versions give the same bits. Sums of products are exact 32-bit integers that cannot overflow
/// or saturate, whatever the order. The few steps in floating point use only + - * / and rounding,
/// the same ones in the same order for each element: they stand once, in kernel_loops.hpp, and are
/// compiled for each processor without contraction to fused operations.
namespace newsgraph {

/// An 8-bit matrix, read in place: blocks of 16 outputs, in them groups of 4 inputs, in them for
/// each output the weights of the 4 inputs. Its inputs are states and vectors v in [-1, 1] as bytes
/// round(127 v) + 128.
///
/// Weights are within ±Matrix8::kMostWeight, so that two products fit into 16 bits (AVX2's
/// vpmaddubsw adds two with saturation: 2 * 255 * 63 = 32,130).
struct Matrix8 {
  static constexpr std::size_t kInputs = 64;   ///< inputs are padded to a multiple of this
  static constexpr std::size_t kOutputs = 16;  ///< outputs too
  static constexpr std::int32_t kMostWeight = 63;

  const std::int8_t* weights = nullptr;
  const std::int32_t* correction = nullptr;  ///< by output: -128 times the sum of its weights
  std::size_t inputs = 0;                    ///< padded; so is `outputs`
  std::size_t outputs = 0;
};

/// A 16-bit matrix: blocks of 16 outputs, in them pairs of inputs, in them for each output the
/// weights of both. Weights and inputs are within ±kMost, which lets 512 products into 32 bits.
struct Matrix16 {
  static constexpr std::size_t kInputs = 32;
  static constexpr std::size_t kOutputs = 16;
  static constexpr std::int32_t kMost = 2047;
  static constexpr std::size_t kMostInputs = 512;

  const std::int16_t* weights = nullptr;
  std::size_t inputs = 0;
  std::size_t outputs = 0;
};

/// Steps of many sentences in a long short-term memory. Gates are in the order i, f, o, g.
struct LstmStep {
  std::size_t rows = 0;
  std::size_t hidden = 0;
  const std::int32_t* sums = nullptr;  ///< [rows][sums_stride], of the recurrent matrix
  std::size_t sums_stride = 0;
  const float* scale = nullptr;  ///< [4 * hidden], what one unit of `sums` is worth
  const std::int16_t* const* inputs =
      nullptr;                     ///< by row [4 * hidden], in units of 1 / kInputUnits
  float* cells = nullptr;          ///< [rows][hidden]
  std::uint8_t* states = nullptr;  ///< out: [rows][states_stride], as Matrix8 reads them
  std::size_t states_stride = 0;
};

/// Scale of LstmStep::inputs, which are clamped to ±32 (far behind where the gates are open or
/// shut).
inline constexpr float kInputUnits = 1024;

/// Scale of scores as integers, which are clamped to ±4000 before they are rounded.
inline constexpr float kScoreUnits = 1024;

struct Kernels {
  std::string_view name;

  /// out[r][o] = sum over i of (x[r][i] - 128) * m[o][i], for `rows` rows. Inputs are padded.
  void (*multiply8)(const std::uint8_t* x, std::size_t x_stride, std::size_t rows, const Matrix8& m,
                    std::int32_t* out, std::size_t out_stride);

  /// out[r][o] = sum over i of x[r][i] * m[o][i]. Inputs are padded with zeros.
  void (*multiply16)(const std::int16_t* x, std::size_t x_stride, std::size_t rows,
                     const Matrix16& m, std::int32_t* out, std::size_t out_stride);

  /// out[k] = sum over i of x[i] * rows[k][i].
  void (*dots16)(const std::int16_t* x, const std::int16_t* rows, std::size_t stride,
                 std::size_t count, std::size_t inputs, std::int32_t* out);

  /// c = f * c + i * g, h = o * tanh(c) for the gates sums * scale + inputs.
  void (*lstm_step)(const LstmStep& step);

  /// out[k] = sums[k] * scale[k] * factor + bias[k] in units of 1 / kInputUnits.
  void (*project)(const std::int32_t* sums, const float* scale, float factor, const float* bias,
                  std::size_t count, std::int16_t* out);

  /// out[k] = v or, if that is negative, slope * v, for v = sums[k] * scale[k] * factor + bias[k].
  void (*rectify)(const std::int32_t* sums, const float* scale, float factor, const float* bias,
                  float slope, std::size_t count, float* out);

  /// Rounds to 8 or 16 bits, so that the value of the largest magnitude becomes ±127 (then 128 is
  /// added) or ±Matrix16::kMost. @return the value of one unit.
  float (*quantise8)(const float* values, std::size_t count, std::uint8_t* out);
  float (*quantise16)(const float* values, std::size_t count, std::int16_t* out);

  /// out[k] = sums[k] * scale[k] * factor + bias[k] in units of 1 / kScoreUnits.
  void (*scores)(const std::int32_t* sums, const float* scale, float factor, const float* bias,
                 std::size_t count, std::int32_t* out);
};

/// The fastest version that this machine can run, or the one that $NEWSGRAPH_KERNELS names.
/// @throws Error if it names none of this machine's.
const Kernels& best_kernels();

/// All versions that this machine can run, the fastest first; "portable" is always the last.
std::vector<const Kernels*> available_kernels();

// One for each source file; nullptr where the program was built for another processor.
const Kernels* portable_kernels();
const Kernels* avx2_kernels();
const Kernels* avxvnni_kernels();  ///< AVX2 with neural network instructions of its own
const Kernels* avx512_kernels();   ///< AVX-512 with its neural network instructions (VNNI)
const Kernels* amx_kernels();      ///< AVX-512 with matrix tiles (AMX)
const Kernels* neon_kernels();

}  // namespace newsgraph
