/* The element-wise part of one LSTM step, forwards and backwards, for lstm.py.
 *
 * Every array is contiguous, [row, hidden] or [row, 4 * hidden] with the gates in the order
 * i, f, o, g. bfloat16 values are the upper halves of floats. One pass over memory each: in
 * separate tensor operations these take longer than the matrix products between them.
 *
 * cc -O3 -march=native -ffast-math -shared -fPIC lstm_steps.c -o lstm_steps.so -lm */

#include <math.h>
#include <stdint.h>
#include <string.h>

static inline float from_bfloat(uint16_t x) {
  const uint32_t bits = (uint32_t)x << 16;
  float result;
  memcpy(&result, &bits, sizeof result);
  return result;
}

static inline uint16_t to_bfloat(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return (uint16_t)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16); /* to nearest, ties to even */
}

static inline float sigmoid(float x) {
  x = x < -40.0f ? -40.0f : x > 40.0f ? 40.0f : x; /* the fast reciprocal of infinity is no number */
  return 1.0f / (1.0f + expf(-x));
}
static inline float squash(float x) { return 2.0f * sigmoid(2.0f * x) - 1.0f; } /* tanh */

/* activations = gates of (input + recurrent); recurrent may be null. */
void lstm_forward(long rows, long hidden, const uint16_t* restrict input,
                  const uint16_t* restrict recurrent, const float* restrict cell_before,
                  uint16_t* restrict activations, float* restrict cell, uint16_t* restrict state) {
  for (long row = 0; row < rows; ++row) {
    float sums[4 * 1024];
    const long at = row * 4 * hidden;
    for (long k = 0; k < 4 * hidden; ++k) sums[k] = from_bfloat(input[at + k]);
    if (recurrent) {
      for (long k = 0; k < 4 * hidden; ++k) sums[k] += from_bfloat(recurrent[at + k]);
    }
    for (long k = 0; k < hidden; ++k) {
      const float i = sigmoid(sums[k]);
      const float f = sigmoid(sums[hidden + k]);
      const float o = sigmoid(sums[2 * hidden + k]);
      const float g = squash(sums[3 * hidden + k]);
      const float c = f * cell_before[row * hidden + k] + i * g;
      cell[row * hidden + k] = c;
      state[row * hidden + k] = to_bfloat(o * squash(c));
      activations[at + k] = to_bfloat(i);
      activations[at + hidden + k] = to_bfloat(f);
      activations[at + 2 * hidden + k] = to_bfloat(o);
      activations[at + 3 * hidden + k] = to_bfloat(g);
    }
  }
}

/* The gradient of the state is state_grad + later_grad (null at the last step); cell_grad is that
 * of the cell after this step, and on return of the cell before it. */
void lstm_backward(long rows, long hidden, const uint16_t* restrict activations,
                   const float* restrict cell_before, const float* restrict cell,
                   const uint16_t* restrict state_grad, const uint16_t* restrict later_grad,
                   float* restrict cell_grad, uint16_t* restrict gate_grad) {
  for (long row = 0; row < rows; ++row) {
    const uint16_t* gates = activations + row * 4 * hidden;
    uint16_t* out = gate_grad + row * 4 * hidden;
    for (long k = 0; k < hidden; ++k) {
      const long at = row * hidden + k;
      const float i = from_bfloat(gates[k]);
      const float f = from_bfloat(gates[hidden + k]);
      const float o = from_bfloat(gates[2 * hidden + k]);
      const float g = from_bfloat(gates[3 * hidden + k]);
      const float squashed = squash(cell[at]);
      float h = from_bfloat(state_grad[at]);
      if (later_grad) h += from_bfloat(later_grad[at]);
      const float c = cell_grad[at] + h * o * (1.0f - squashed * squashed);
      out[k] = to_bfloat(c * g * i * (1.0f - i));
      out[hidden + k] = to_bfloat(c * cell_before[at] * f * (1.0f - f));
      out[2 * hidden + k] = to_bfloat(h * squashed * o * (1.0f - o));
      out[3 * hidden + k] = to_bfloat(c * i * (1.0f - g * g));
      cell_grad[at] = c * f;
    }
  }
}
