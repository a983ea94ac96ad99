#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "extract/base/error.hpp"
#include "extract/language/neural/kernels.hpp"

// All versions that this machine can run, against plain sums and against each other.

namespace newsgraph {
namespace {

/// A matrix [outputs][inputs] and inputs [rows][inputs] as numbers, and packed.
template <typename Weight, typename Input>
struct Case {
  Case(std::size_t rows_, std::size_t inputs_, std::size_t outputs_)
      : rows(rows_),
        inputs(inputs_),
        outputs(outputs_),
        weights(outputs_ * inputs_),
        x(rows_ * inputs_) {}

  std::vector<Weight> packed(std::size_t group) const {
    std::vector<Weight> result;
    for (std::size_t block = 0; block < outputs; block += 16) {
      for (std::size_t i = 0; i < inputs; i += group) {
        for (std::size_t o = block; o < block + 16; ++o) {
          for (std::size_t k = i; k < i + group; ++k) result.push_back(weights[o * inputs + k]);
        }
      }
    }
    return result;
  }

  std::vector<std::int32_t> products(int zero) const {
    std::vector<std::int32_t> result;
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t o = 0; o < outputs; ++o) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < inputs; ++i) {
          sum += std::int64_t{weights[o * inputs + i]} * (x[r * inputs + i] - zero);
        }
        result.push_back(static_cast<std::int32_t>(sum));
        EXPECT_EQ(result.back(), sum) << "the test's numbers are too large";
      }
    }
    return result;
  }

  std::size_t rows, inputs, outputs;
  std::vector<Weight> weights;
  std::vector<Input> x;
};

using Case8 = Case<std::int8_t, std::uint8_t>;
using Case16 = Case<std::int16_t, std::int16_t>;

std::vector<std::int32_t> multiplied(const Kernels& kernels, const Case8& c) {
  const std::vector<std::int8_t> packed = c.packed(4);
  std::vector<std::int32_t> correction(c.outputs, 0);
  for (std::size_t o = 0; o < c.outputs; ++o) {
    for (std::size_t i = 0; i < c.inputs; ++i) correction[o] -= 128 * c.weights[o * c.inputs + i];
  }
  std::vector<std::int32_t> out(c.rows * c.outputs, -1);
  kernels.multiply8(c.x.data(), c.inputs, c.rows,
                    {packed.data(), correction.data(), c.inputs, c.outputs}, out.data(), c.outputs);
  return out;
}

std::vector<std::int32_t> multiplied(const Kernels& kernels, const Case16& c) {
  const std::vector<std::int16_t> packed = c.packed(2);
  std::vector<std::int32_t> out(c.rows * c.outputs, -1);
  kernels.multiply16(c.x.data(), c.inputs, c.rows, {packed.data(), c.inputs, c.outputs}, out.data(),
                     c.outputs);
  return out;
}

class NeuralKernels : public testing::TestWithParam<const Kernels*> {};

TEST_P(NeuralKernels, MultiplyEightBitNumbersExactly) {
  std::mt19937 random(1);
  for (const std::size_t rows : {1, 2, 3, 4, 5, 6, 7, 11, 13, 16, 17, 18, 33, 40}) {
    for (const auto& [inputs, outputs] : {std::pair{64, 16}, {128, 80}, {384, 64}, {192, 144}}) {
      Case8 c(rows, static_cast<std::size_t>(inputs), static_cast<std::size_t>(outputs));
      for (auto& w : c.weights) w = static_cast<std::int8_t>(static_cast<int>(random() % 127) - 63);
      for (auto& x : c.x) x = static_cast<std::uint8_t>(1 + random() % 255);
      EXPECT_EQ(multiplied(*GetParam(), c), c.products(128)) << rows << " rows, " << inputs;
    }
  }
}

TEST_P(NeuralKernels, MultiplySixteenBitNumbersExactly) {
  std::mt19937 random(2);
  for (const std::size_t rows : {1, 2, 3, 4, 5, 6, 7, 12, 25}) {
    for (const auto& [inputs, outputs] : {std::pair{32, 16}, {224, 32}, {384, 64}, {256, 80}}) {
      Case16 c(rows, static_cast<std::size_t>(inputs), static_cast<std::size_t>(outputs));
      const auto any = [&] {
        return static_cast<std::int16_t>(static_cast<int>(random() % 4095) - 2047);
      };
      std::generate(c.weights.begin(), c.weights.end(), any);
      std::generate(c.x.begin(), c.x.end(), any);
      EXPECT_EQ(multiplied(*GetParam(), c), c.products(0)) << rows << " rows, " << inputs;
    }
  }
}

TEST_P(NeuralKernels, NeverSaturate) {
  for (const int weight : {63, -63}) {
    for (const int input : {0, 1, 255}) {
      Case8 c(5, 8192, 16);
      std::fill(c.weights.begin(), c.weights.end(), static_cast<std::int8_t>(weight));
      std::fill(c.x.begin(), c.x.end(), static_cast<std::uint8_t>(input));
      EXPECT_EQ(multiplied(*GetParam(), c), c.products(128)) << weight << " * " << input;
    }
    Case16 c(5, Matrix16::kMostInputs, 16);
    std::fill(c.weights.begin(), c.weights.end(),
              static_cast<std::int16_t>(weight > 0 ? 2047 : -2047));
    std::fill(c.x.begin(), c.x.end(), std::int16_t{2047});
    EXPECT_EQ(multiplied(*GetParam(), c), c.products(0));
    std::vector<std::int32_t> dot(1);
    GetParam()->dots16(c.x.data(), c.weights.data(), c.inputs, 1, c.inputs, dot.data());
    EXPECT_EQ(dot[0], c.products(0)[0]);
  }
}

/// Everything that element-wise kernels make of random numbers, as bytes.
std::string elementwise(const Kernels& kernels, std::size_t count) {
  std::mt19937 random(3);
  const auto real = [&](float most) {
    return most * (static_cast<float>(random() % 2000001) / 1000000 - 1);
  };
  std::string bytes;
  const auto keep = [&](const auto& values) {
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof values[0]);
  };
  const std::size_t rows = 3;
  std::vector<std::int32_t> sums(rows * 4 * count);
  std::vector<float> scale(4 * count), bias(4 * count), cells(rows * count);
  std::vector<std::int16_t> inputs(rows * 4 * count);
  std::vector<std::uint8_t> states(rows * count);
  for (auto& sum : sums) sum = static_cast<std::int32_t>(random() % 8000001) - 4000000;
  for (auto& s : scale) s = std::abs(real(random() % 10 == 0 ? 1000.0F : 3e-6F));
  for (auto& b : bias) b = real(random() % 10 == 0 ? 1000.0F : 4.0F);
  for (auto& input : inputs) input = static_cast<std::int16_t>(random() % 65536 - 32768);
  for (auto& cell : cells) cell = real(6);
  const std::int16_t* input_rows[rows];
  for (std::size_t r = 0; r < rows; ++r) input_rows[r] = inputs.data() + r * 4 * count;
  LstmStep step;
  step.rows = rows;
  step.hidden = count;
  step.sums = sums.data();
  step.sums_stride = 4 * count;
  step.scale = scale.data();
  step.inputs = input_rows;
  step.cells = cells.data();
  step.states = states.data();
  step.states_stride = count;
  for (int t = 0; t < 3; ++t) {
    kernels.lstm_step(step);
    keep(cells);
    keep(states);
  }
  std::vector<std::int16_t> projected(4 * count), rounded16(4 * count);
  std::vector<float> rectified(4 * count), units;
  std::vector<std::uint8_t> rounded8(4 * count);
  std::vector<std::int32_t> scores(4 * count), dots(3);
  kernels.project(sums.data(), scale.data(), 0.7F, bias.data(), 4 * count, projected.data());
  kernels.rectify(sums.data(), scale.data(), 0.7F, bias.data(), 0.1F, 4 * count, rectified.data());
  units.push_back(kernels.quantise8(rectified.data(), 4 * count, rounded8.data()));
  units.push_back(kernels.quantise16(rectified.data(), 4 * count, rounded16.data()));
  kernels.scores(sums.data(), scale.data(), 0.7F, bias.data(), 4 * count, scores.data());
  kernels.dots16(rounded16.data(), rounded16.data(), count, 3, count, dots.data());
  keep(projected);
  keep(rectified);
  keep(rounded8);
  keep(rounded16);
  keep(scores);
  keep(dots);
  keep(units);
  return bytes;
}

TEST_P(NeuralKernels, GiveThePortableVersionsBits) {
  for (const std::size_t count : {1, 7, 16, 20, 48, 100, 384}) {
    EXPECT_EQ(elementwise(*GetParam(), count), elementwise(*portable_kernels(), count)) << count;
  }
}

TEST_P(NeuralKernels, StepAsAnLstmDoes) {
  // One hidden value; gates i, f, o, g come from the inputs alone.
  const float scale[4] = {};
  const std::int32_t sums[4] = {};
  for (const float gate : {-9.0F, -2.5F, -0.3F, 0.0F, 0.1F, 1.0F, 4.0F, 20.0F}) {
    for (const float start : {-3.0F, -0.2F, 0.0F, 0.9F, 2.0F}) {
      const float gates[4] = {gate, 0.5F, 1.0F - gate, gate / 3};
      std::int16_t inputs[4];
      for (int k = 0; k < 4; ++k) inputs[k] = static_cast<std::int16_t>(gates[k] * kInputUnits);
      const auto sigmoid = [&](int k) { return 1 / (1 + std::exp(-inputs[k] / kInputUnits)); };
      const float cell = sigmoid(1) * start + sigmoid(0) * std::tanh(inputs[3] / kInputUnits);
      const float state = sigmoid(2) * std::tanh(cell);
      const std::int16_t* rows[1] = {inputs};
      float found_cell = start;
      std::uint8_t found_state = 0;
      LstmStep step;
      step.rows = step.hidden = 1;
      step.sums_stride = 4;
      step.states_stride = 1;
      step.sums = sums;
      step.scale = scale;
      step.inputs = rows;
      step.cells = &found_cell;
      step.states = &found_state;
      GetParam()->lstm_step(step);
      EXPECT_NEAR(found_cell, cell, 5e-4);
      EXPECT_NEAR((found_state - 128) / 127.0F, state, 0.5 / 127 + 5e-4);
    }
  }
}

TEST_P(NeuralKernels, RoundHalvesToTheEvenNumber) {
  const std::vector<float> values = {127, 0.5F, 1.5F, 2.5F, -0.5F, -1.5F, 126.5F};
  std::vector<std::uint8_t> rounded(values.size());
  EXPECT_EQ(GetParam()->quantise8(values.data(), values.size(), rounded.data()), 1.0F);
  EXPECT_EQ(rounded, (std::vector<std::uint8_t>{255, 128, 130, 130, 128, 126, 254}));
}

INSTANTIATE_TEST_SUITE_P(Versions, NeuralKernels, testing::ValuesIn(available_kernels()),
                         [](const auto& version) { return std::string(version.param->name); });

TEST(NeuralKernelsChoice, ObeysTheEnvironment) {
  const char* before = std::getenv("NEWSGRAPH_KERNELS");
  const std::string saved = before == nullptr ? "" : before;
  ::setenv("NEWSGRAPH_KERNELS", "portable", 1);
  EXPECT_EQ(best_kernels().name, "portable");
  ::setenv("NEWSGRAPH_KERNELS", "abacus", 1);
  try {
    best_kernels();
    ADD_FAILURE();
  } catch (const Error& error) {
    const std::string message = error.what();
    EXPECT_EQ(message.find("NEWSGRAPH_KERNELS is \"abacus\"; this machine can run "), 0U)
        << message;
    EXPECT_NE(message.find("portable"), message.npos);
  }
  ::setenv("NEWSGRAPH_KERNELS", saved.c_str(), 1);
}

}  // namespace
}  // namespace newsgraph
