#pragma once

#include <fstream>
#include <string>

namespace newsgraph {

/// Memory of the process in bytes: now, and the most since reset_peak().
struct Memory {
  double now = 0;
  double peak = 0;
};

inline Memory memory() {
  Memory memory;
  std::ifstream status("/proc/self/status");
  for (std::string name; status >> name;) {
    if (name == "VmRSS:") status >> memory.now;
    if (name == "VmHWM:") status >> memory.peak;
    std::string rest;
    std::getline(status, rest);
  }
  memory.now *= 1024;
  memory.peak *= 1024;
  return memory;
}

/// Linux sets the peak back to what is used now.
inline void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

}  // namespace newsgraph
