#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/base/error.hpp"
#include "extract/language/training/raw_text.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kFineClusters = 512;
constexpr std::size_t kCoarseClusters = 64;
constexpr std::size_t kLeastCount = 8;
constexpr int kIterations = 12;

/// A neighbour and how often it stood there.
struct Neighbour {
  std::uint32_t word = 0;
  std::uint32_t count = 0;
};

/// Bigram counts over the vocabulary; word 0 is the sentence's edge and every rare word.
struct Bigrams {
  std::vector<std::string> words;  ///< most frequent first
  std::vector<std::vector<Neighbour>> before;
  std::vector<std::vector<Neighbour>> after;
  std::vector<std::uint64_t> counts;
};

std::string unified_digits(std::string_view token) {
  std::string result(token);
  for (char& c : result) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return result;
}

Bigrams count_bigrams(const TrainingOptions& options) {
  std::unordered_map<std::string, std::uint64_t> frequency;
  read_raw_text(options, options.raw_words,
                [&](std::string_view line, const std::vector<Span>& tokens) {
                  for (const Span& token : tokens) {
                    ++frequency[unified_digits(line.substr(token.begin, token.size()))];
                  }
                });
  std::vector<std::pair<std::uint64_t, std::string>> sorted;
  for (const auto& [word, count] : frequency) {
    if (count >= kLeastCount && word.size() <= 40) sorted.emplace_back(count, word);
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  Bigrams bigrams;
  std::unordered_map<std::string, std::uint32_t> numbers;
  bigrams.words.emplace_back();
  for (const auto& [count, word] : sorted) {
    numbers[word] = static_cast<std::uint32_t>(bigrams.words.size());
    bigrams.words.push_back(word);
  }
  log("clusters: " + std::to_string(sorted.size()) + " words");
  std::unordered_map<std::uint64_t, std::uint32_t> pairs;
  bigrams.counts.resize(bigrams.words.size());
  read_raw_text(
      options, options.raw_words, [&](std::string_view line, const std::vector<Span>& tokens) {
        std::uint32_t previous = 0;
        for (std::size_t i = 0; i <= tokens.size(); ++i) {
          std::uint32_t word = 0;
          if (i < tokens.size()) {
            const auto found =
                numbers.find(unified_digits(line.substr(tokens[i].begin, tokens[i].size())));
            if (found != numbers.end()) word = found->second;
          }
          ++pairs[std::uint64_t{previous} << 32 | word];
          ++bigrams.counts[word];
          previous = word;
        }
      });
  std::vector<std::pair<std::uint64_t, std::uint32_t>> ordered(pairs.begin(), pairs.end());
  std::sort(ordered.begin(), ordered.end());
  bigrams.before.resize(bigrams.words.size());
  bigrams.after.resize(bigrams.words.size());
  for (const auto& [pair, count] : ordered) {
    const auto first = static_cast<std::uint32_t>(pair >> 32);
    const auto second = static_cast<std::uint32_t>(pair);
    bigrams.after[first].push_back({second, count});
    bigrams.before[second].push_back({first, count});
  }
  log("clusters: " + std::to_string(ordered.size()) + " bigrams");
  return bigrams;
}

/// Exchange clustering for a class bigram model (Kneser and Ney, 1993; Martin et al., 1998): each
/// word in turn moves to the class where the likelihood of the text is highest.
class ExchangeClustering {
 public:
  ExchangeClustering(const Bigrams& bigrams, std::size_t classes)
      : bigrams_(bigrams),
        classes_(classes),
        class_of_(bigrams.words.size()),
        joint_(classes * classes),
        transposed_(classes * classes),
        size_(classes),
        gain_(classes) {
    // Class 0 is for the edge and rare words alone.
    for (std::size_t word = 1; word < class_of_.size(); ++word) {
      class_of_[word] = static_cast<std::uint32_t>(1 + (word - 1) % (classes - 1));
    }
    for (std::size_t x = 0; x < x_log_x_.size(); ++x) {
      x_log_x_[x] = x == 0 ? 0 : static_cast<float>(static_cast<double>(x) * std::log(x));
    }
    for (std::size_t word = 0; word < class_of_.size(); ++word) {
      size_[class_of_[word]] += bigrams.counts[word];
      for (const Neighbour& next : bigrams.after[word]) {
        add(class_of_[word], class_of_[next.word], next.count);
      }
    }
  }

  const std::vector<std::uint32_t>& run(int iterations) {
    for (int iteration = 0; iteration < iterations; ++iteration) {
      std::size_t moved = 0;
      for (std::size_t word = 1; word < class_of_.size(); ++word) moved += move(word);
      log("  iteration " + std::to_string(iteration + 1) + ": " + std::to_string(moved) +
          " words moved");
      if (moved * 200 < class_of_.size()) break;
    }
    return class_of_;
  }

 private:
  float f(std::uint64_t x) const {
    if (x < x_log_x_.size()) return x_log_x_[x];
    const auto value = static_cast<double>(x);
    return static_cast<float>(value * std::log(value));
  }

  void add(std::size_t first, std::size_t second, std::int64_t count) {
    auto& forward = joint_[first * classes_ + second];
    forward = static_cast<std::uint32_t>(forward + count);
    auto& backward = transposed_[second * classes_ + first];
    backward = static_cast<std::uint32_t>(backward + count);
  }

  /// Neighbours summed by class, into `sums_` and `touched_`.
  void by_class(const std::vector<Neighbour>& neighbours, std::size_t word) {
    sums_.assign(classes_, 0);
    touched_.clear();
    for (const Neighbour& neighbour : neighbours) {
      if (neighbour.word == word) continue;  // a word beside itself moves with itself
      std::uint32_t& sum = sums_[class_of_[neighbour.word]];
      if (sum == 0) touched_.push_back(class_of_[neighbour.word]);
      sum += neighbour.count;
    }
  }

  void take_out_or_put_in(std::size_t word, std::size_t label, std::int64_t sign) {
    for (const Neighbour& next : bigrams_.after[word]) {
      if (next.word != word) add(label, class_of_[next.word], sign * next.count);
    }
    for (const Neighbour& previous : bigrams_.before[word]) {
      if (previous.word != word) add(class_of_[previous.word], label, sign * previous.count);
    }
    size_[label] =
        static_cast<std::uint64_t>(static_cast<std::int64_t>(size_[label]) +
                                   sign * static_cast<std::int64_t>(bigrams_.counts[word]));
  }

  void add_gains(const std::vector<std::uint32_t>& matrix) {
    for (const std::uint32_t other : touched_) {
      const std::uint32_t count = sums_[other];
      const std::uint32_t* row = &matrix[other * classes_];
      for (std::size_t k = 1; k < classes_; ++k) gain_[k] += f(row[k] + count) - f(row[k]);
    }
  }

  bool move(std::size_t word) {
    const std::size_t old = class_of_[word];
    take_out_or_put_in(word, old, -1);
    for (std::size_t k = 1; k < classes_; ++k) {
      gain_[k] = -2 * (f(size_[k] + bigrams_.counts[word]) - f(size_[k]));
    }
    by_class(bigrams_.before[word], word);
    add_gains(joint_);
    by_class(bigrams_.after[word], word);
    add_gains(transposed_);
    std::size_t best = old;
    for (std::size_t k = 1; k < classes_; ++k) {
      if (gain_[k] > gain_[best]) best = k;
    }
    class_of_[word] = static_cast<std::uint32_t>(best);
    take_out_or_put_in(word, best, 1);
    return best != old;
  }

  const Bigrams& bigrams_;
  std::size_t classes_;
  std::vector<std::uint32_t> class_of_;
  std::vector<std::uint32_t> joint_;       ///< [first][second]
  std::vector<std::uint32_t> transposed_;  ///< [second][first]
  std::vector<std::uint64_t> size_;
  std::vector<float> gain_;
  std::vector<std::uint32_t> sums_;
  std::vector<std::uint32_t> touched_;
  std::vector<float> x_log_x_ = std::vector<float>(1 << 20);
};

}  // namespace

void train_clusters(const TrainingOptions& options) {
  const Bigrams bigrams = count_bigrams(options);
  const std::vector<std::uint32_t> coarse =
      ExchangeClustering(bigrams, kCoarseClusters).run(kIterations);
  const std::vector<std::uint32_t> fine =
      ExchangeClustering(bigrams, kFineClusters).run(kIterations);
  std::ofstream out(options.models / "clusters.tsv");
  for (std::size_t word = 1; word < bigrams.words.size(); ++word) {
    out << fine[word] << '\t' << coarse[word] << '\t' << bigrams.words[word] << '\n';
  }
  if (!out) throw IoError((options.models / "clusters.tsv").string() + ": cannot be written");
}

}  // namespace newsgraph
