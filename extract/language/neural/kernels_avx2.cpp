#include "extract/language/neural/kernels_avx2.hpp"

// For x86-64 processors with AVX2 (since 2013).

#ifdef __AVX2__

const newsgraph::Kernels* newsgraph::avx2_kernels() {
  static constexpr Kernels kernels = kernels_with("avx2", multiply8, multiply16);
  return &kernels;
}

#else

const newsgraph::Kernels* newsgraph::avx2_kernels() { return nullptr; }

#endif
