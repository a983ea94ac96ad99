#include "extract/language/neural/kernels_avx2.hpp"

// For x86-64 processors with AVX2 and AVX-VNNI (without AVX-512; since 2021).

#ifdef __AVXVNNI__

const newsgraph::Kernels* newsgraph::avxvnni_kernels() {
  static constexpr Kernels kernels = kernels_with("avxvnni", multiply8, multiply16);
  return &kernels;
}

#else

const newsgraph::Kernels* newsgraph::avxvnni_kernels() { return nullptr; }

#endif
