#include "extract/language/neural/kernels.hpp"

#include <cstdlib>
#include <string>

#include "extract/base/error.hpp"

#ifdef __x86_64__
#include <cpuid.h>
#endif
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace newsgraph {
namespace {

#ifdef __x86_64__

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }

bool has_avxvnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kVnni = 1U << 4;
  return has_avx2() && __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a & kVnni) != 0;
}

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
         __builtin_cpu_supports("avx512vnni") != 0;
}

/// AMX has large registers that Linux grants to a process only when asked.
bool has_amx() {
#if defined(__linux__) && defined(SYS_arch_prctl)
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kTile = 1U << 24;
  constexpr unsigned kInt8 = 1U << 25;
  if (!has_avx512() || __get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
  if ((d & kTile) == 0 || (d & kInt8) == 0) return false;
  constexpr int kRequestPermission = 0x1023;  // ARCH_REQ_XCOMP_PERM
  constexpr int kTileData = 18;
  return ::syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
#else
  return false;
#endif
}

#else

bool has_avx2() { return false; }
bool has_avxvnni() { return false; }
bool has_avx512() { return false; }
bool has_amx() { return false; }

#endif

}  // namespace

std::vector<const Kernels*> available_kernels() {
  std::vector<const Kernels*> available;
  const auto add = [&](const Kernels* kernels, bool runs) {
    if (kernels != nullptr && runs) available.push_back(kernels);
  };
  add(amx_kernels(), has_amx());
  add(avx512_kernels(), has_avx512());
  add(avxvnni_kernels(), has_avxvnni());
  add(avx2_kernels(), has_avx2());
  add(neon_kernels(), true);
  add(portable_kernels(), true);
  return available;
}

const Kernels& best_kernels() {
  static const std::vector<const Kernels*> available = available_kernels();
  const char* const name = std::getenv("NEWSGRAPH_KERNELS");
  if (name == nullptr || *name == '\0') return *available.front();
  std::string names;
  for (const Kernels* kernels : available) {
    if (kernels->name == name) return *kernels;
    names += (names.empty() ? "" : ", ") + std::string(kernels->name);
  }
  throw Error("NEWSGRAPH_KERNELS is \"" + std::string(name) + "\"; this machine can run " + names);
}

}  // namespace newsgraph
