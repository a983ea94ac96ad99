#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace newsgraph::test {

/// The names, without ending and in order, of the files of `folder` that end in `extension`: a
/// specification has one test a file.
inline std::vector<std::string> spec_files(const std::filesystem::path& folder,
                                           const std::string& extension) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension && entry.path().filename() != "CMakeLists.txt") {
      names.push_back(entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace newsgraph::test
