// Word vectors that pretrain.py starts from: skip-gram with negative sampling (Mikolov et al.,
// 2013), with one set of output vectors for words to the left and one for words to the right (Ling
// et al., 2015), because a parser needs to know on which side a word likes its neighbours.
//
//   train_vectors OUT.vec EPOCHS FILE...   each FILE as tokenize_raw wrote it
//
// One thread and one seed: the same text gives the same vectors.

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace {

constexpr int kSize = 128;
constexpr int kWindow = 3;
constexpr int kNegatives = 5;
constexpr std::size_t kLeastCount = 10;
constexpr std::size_t kMostWords = 60'000;
constexpr float kFirstRate = 0.04F;
constexpr double kSubsampling = 5e-4;
constexpr std::uint32_t kUnknown = UINT32_MAX;

using Vector = float[kSize];

/// The words of a line of tokenize_raw: lower case, digits as 0.
void cut(const std::string& line, std::vector<std::string>& words) {
  words.clear();
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    std::string word = line.substr(begin, end - begin);
    for (char& c : word) {
      c = std::isdigit(static_cast<unsigned char>(c)) != 0
              ? '0'
              : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (!word.empty()) words.push_back(std::move(word));
    begin = end + 1;
  }
}

/// Calls `use` with the words of each line.
template <typename Use>
void read(const std::string& path, Use use) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);) {
    cut(line, words);
    if (!words.empty()) use(words);
  }
}

float sigmoid(float x) { return 1.0F / (1.0F + std::exp(-x)); }

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: train_vectors OUT.vec EPOCHS FILE...\n";
    return 2;
  }
  const std::vector<std::string> files(argv + 3, argv + argc);
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::pair<std::uint64_t, std::string>> counted;
  std::vector<std::uint32_t> text;  // line ends are kUnknown
  for (const std::string& file : files) {
    read(file, [&](const std::vector<std::string>& words) {
      for (const std::string& word : words) {
        const auto [found, is_new] =
            numbers.try_emplace(word, static_cast<std::uint32_t>(counted.size()));
        if (is_new) counted.emplace_back(0, word);
        ++counted[found->second].first;
        text.push_back(found->second);
      }
      text.push_back(kUnknown);
    });
  }
  std::vector<std::uint32_t> order(counted.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return counted[a].first != counted[b].first ? counted[a].first > counted[b].first
                                                : counted[a].second < counted[b].second;
  });
  std::vector<std::uint32_t> rank(counted.size(), kUnknown);
  std::vector<std::uint64_t> counts;
  std::vector<std::string> vocabulary;
  for (const std::uint32_t i : order) {
    if (counted[i].first < kLeastCount || vocabulary.size() == kMostWords) break;
    rank[i] = static_cast<std::uint32_t>(vocabulary.size());
    vocabulary.push_back(counted[i].second);
    counts.push_back(counted[i].first);
  }
  for (std::uint32_t& word : text) {
    if (word != kUnknown) word = rank[word];
  }
  std::cerr << text.size() << " words, " << vocabulary.size() << " kinds\n";

  std::mt19937 random(20160305);
  const auto size = vocabulary.size();
  std::vector<float> input(size * kSize);
  std::vector<float> left(size * kSize);
  std::vector<float> right(size * kSize);
  for (float& x : input) x = (static_cast<float>(random() % 65536) / 65536.0F - 0.5F) / kSize;
  std::vector<std::uint32_t> noise(1 << 22);
  double total = 0;
  for (const std::uint64_t count : counts) total += std::pow(static_cast<double>(count), 0.75);
  double passed = 0;
  for (std::size_t i = 0, word = 0; i < noise.size(); ++i) {
    while (word + 1 < size &&
           passed + std::pow(static_cast<double>(counts[word]), 0.75) <
               total * static_cast<double>(i) / static_cast<double>(noise.size())) {
      passed += std::pow(static_cast<double>(counts[word]), 0.75);
      ++word;
    }
    noise[i] = static_cast<std::uint32_t>(word);
  }
  std::vector<float> keep(size);
  for (std::size_t i = 0; i < size; ++i) {
    const double share = static_cast<double>(counts[i]) / static_cast<double>(text.size());
    keep[i] = static_cast<float>(std::min(1.0, std::sqrt(kSubsampling / share)));
  }
  std::vector<float> table(4096);
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = sigmoid((static_cast<float>(i) - 2048.0F) / 256.0F);
  }

  const int epochs = std::atoi(argv[2]);
  const double all = static_cast<double>(text.size()) * epochs;
  std::vector<std::uint32_t> line;
  std::size_t seen = 0;
  const auto learn = [&](float rate) {
    const auto length = static_cast<int>(line.size());
    for (int i = 0; i < length; ++i) {
      float* center = &input[line[static_cast<std::size_t>(i)] * std::size_t{kSize}];
      const int window = 1 + static_cast<int>(random() % kWindow);
      for (int k = std::max(0, i - window); k <= std::min(length - 1, i + window); ++k) {
        if (k == i) continue;
        std::vector<float>& output = k < i ? left : right;
        Vector change = {};
        for (int negative = 0; negative <= kNegatives; ++negative) {
          const std::uint32_t word =
              negative == 0 ? line[static_cast<std::size_t>(k)] : noise[random() % noise.size()];
          float* other = &output[word * std::size_t{kSize}];
          float dot = 0;
          for (int d = 0; d < kSize; ++d) dot += center[d] * other[d];
          const float clipped = std::clamp(dot * 256.0F + 2048.0F, 0.0F, 4095.0F);
          const float step =
              rate * ((negative == 0 ? 1.0F : 0.0F) - table[static_cast<std::size_t>(clipped)]);
          for (int d = 0; d < kSize; ++d) {
            change[d] += step * other[d];
            other[d] += step * center[d];
          }
        }
        for (int d = 0; d < kSize; ++d) center[d] += change[d];
      }
    }
  };
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (const std::uint32_t word : text) {
      if (++seen % 2'000'000 == 0) std::cerr << seen / 1'000'000 << "M\n";
      if (word == kUnknown || line.size() >= 1000) {
        const double left_over = 1.0 - static_cast<double>(seen) / all;
        learn(kFirstRate * static_cast<float>(std::max(0.01, left_over)));
        line.clear();
      } else if (word < size && static_cast<float>(random() % 65536) / 65536.0F < keep[word]) {
        line.push_back(word);
      }
    }
  }
  std::ofstream out(argv[1]);
  out << size << ' ' << kSize << '\n';
  for (std::size_t word = 0; word < size; ++word) {
    out << vocabulary[word];
    for (int d = 0; d < kSize; ++d) out << ' ' << input[word * kSize + static_cast<std::size_t>(d)];
    out << '\n';
  }
  return out ? 0 : 1;
}
