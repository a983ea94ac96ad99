#include "extract/language/neural/network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <functional>
#include <thread>

#include "extract/base/error.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/language/neural/encoder.hpp"
#include "extract/language/neural/network_weights.hpp"
#include "random_network.hpp"

namespace newsgraph {
namespace {

class NetworkTest : public testing::Test {
 protected:
  ~NetworkTest() override { std::filesystem::remove(path_); }

  ModelFile file() const {
    random_.write(path_);
    return {path_, "network"};
  }

  /// What opening the model complains about, without the path.
  std::string complaint() const {
    try {
      const ModelFile model = file();
      const Network network(model);
      return "";
    } catch (const ParseError& error) {
      return std::string(error.what()).substr(path_.string().size() + 2);
    }
  }

  RandomNetwork random_{5};
  std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("network_test_") +
       testing::UnitTest::GetInstance()->current_test_info()->name() + ".model");
};

using Rows = std::vector<std::vector<double>>;

/// One direction of an LSTM by the textbook, over what it reads in that order; states in units of
/// 1/127.
Rows lstm(const RandomNetwork::Layer& input, const RandomNetwork::Layer& state, std::size_t hidden,
          std::size_t direction, const Rows& x) {
  Rows states;
  std::vector<double> h(hidden, 0), c(hidden, 0);
  for (const std::vector<double>& row : x) {
    std::vector<double> z(4 * hidden);
    for (std::size_t k = 0; k < z.size(); ++k) {
      const std::size_t o = direction * 4 * hidden + k;
      double in = 0, recurrent = 0;
      for (std::size_t i = 0; i < row.size(); ++i)
        in += input.weights[o * input.inputs + i] * row[i];
      for (std::size_t i = 0; i < hidden; ++i)
        recurrent += state.weights[k * state.inputs + i] * h[i];
      z[k] = in * input.scale[o] + input.bias[o] + recurrent * state.scale[k];
    }
    const auto sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
    for (std::size_t k = 0; k < hidden; ++k) {
      c[k] = sigmoid(z[hidden + k]) * c[k] + sigmoid(z[k]) * std::tanh(z[3 * hidden + k]);
      h[k] = std::nearbyint(127 * sigmoid(z[2 * hidden + k]) * std::tanh(c[k]));
    }
    states.push_back(h);
  }
  return states;
}

/// The states of all layers' last one for the root and the words of `sentence`.
Rows reference_states(const RandomNetwork& random, const NetworkLexicon& lexicon,
                      const Sentence& sentence) {
  Rows x;
  for (std::size_t k = 0; k <= sentence.tokens.size(); ++k) {
    std::vector<float> vector(lexicon.size());
    if (k == 0) {
      lexicon.look_up_root(vector.data());
    } else {
      lexicon.look_up(sentence.tokens[k - 1].form, vector.data());
    }
    double most = 0;
    for (const float v : vector) most = std::max<double>(most, std::abs(v));
    std::vector<double>& row = x.emplace_back();
    for (const float v : vector) row.push_back(std::nearbyint(v * 127 / most) * most / 127);
  }
  for (std::size_t n = 0; n < std::size(RandomNetwork::kHidden); ++n) {
    const std::string name = "lstm" + std::to_string(n);
    const std::size_t hidden = RandomNetwork::kHidden[n];
    Rows forward =
        lstm(random.layer(name + ".input"), random.layer(name + ".state0"), hidden, 0, x);
    std::reverse(x.begin(), x.end());
    Rows backward =
        lstm(random.layer(name + ".input"), random.layer(name + ".state1"), hidden, 1, x);
    std::reverse(backward.begin(), backward.end());
    for (std::size_t k = 0; k < x.size(); ++k) {
      x[k] = forward[k];
      x[k].insert(x[k].end(), backward[k].begin(), backward[k].end());
    }
  }
  return x;
}

TEST_F(NetworkTest, ReadsSentencesAsTheTextbooksLstm) {
  const ModelFile model = file();
  const NetworkWeights weights(model);
  std::vector<Sentence> sentences = random_sentences(31, 7, 12);
  std::sort(sentences.begin(), sentences.end(),
            [](const Sentence& a, const Sentence& b) { return a.tokens.size() > b.tokens.size(); });
  const std::vector<std::span<const Token>> batch = [&] {
    std::vector<std::span<const Token>> result;
    for (const Sentence& sentence : sentences) result.emplace_back(sentence.tokens);
    return result;
  }();
  Encoder encoder(weights, best_kernels());
  encoder.encode(batch);
  double differences = 0, states = 0;
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const Rows expected = reference_states(random_, weights.lexicon(), sentences[k]);
    for (std::size_t row = 0; row < expected.size(); ++row) {
      for (std::size_t i = 0; i < expected[row].size(); ++i) {
        const double found = encoder.states(k)[row * encoder.stride() + i] - 128.0;
        ASSERT_NEAR(found, expected[row][i], 3)
            << "sentence " << k << ", word " << row << ", " << i;
        differences += std::abs(found - expected[row][i]);
        ++states;
      }
    }
  }
  // What differs is how halves are rounded behind an approximate tanh.
  EXPECT_LT(differences / states, 0.1);
}

TEST_F(NetworkTest, IsIndifferentToNeighbours) {
  const ModelFile model = file();
  const Network network(model);
  std::vector<Sentence> together = random_sentences(32, 150, 40);
  std::vector<Sentence> alone = together;
  std::vector<Sentence> reversed(together.rbegin(), together.rend());
  network.annotate(together);
  network.annotate(reversed);
  for (Sentence& sentence : alone) network.annotate({&sentence, 1});
  EXPECT_EQ(together, alone);
  std::reverse(reversed.begin(), reversed.end());
  EXPECT_EQ(together, reversed);
}

TEST_F(NetworkTest, IsIndifferentToOtherThreads) {
  const ModelFile model = file();
  const Network network(model);
  std::vector<Sentence> expected = random_sentences(33, 200, 20);
  std::vector<std::vector<Sentence>> found(4, expected);
  network.annotate(expected);
  std::vector<std::thread> threads;
  for (std::vector<Sentence>& sentences : found) {
    threads.emplace_back([&] {
      for (std::size_t k = 0; k < sentences.size(); k += 10) {
        network.annotate(std::span(sentences).subspan(k, 10));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::vector<Sentence>& sentences : found) EXPECT_EQ(sentences, expected);
}

std::uint64_t hash_of(std::span<const Sentence> sentences) {
  std::uint64_t hash = 0;
  const auto add = [&](auto... values) { hash = feature_hash(1, hash, values...); };
  for (const Sentence& sentence : sentences) {
    for (const Token& token : sentence.tokens) {
      add(token.upos, hash_bytes(token.xpos), token.head, hash_bytes(token.deprel),
          std::bit_cast<std::uint32_t>(token.head_score));
    }
    for (const NamedMention& name : sentence.names) {
      add(name.begin, name.end, name.type, std::bit_cast<std::uint32_t>(name.score));
    }
  }
  return hash;
}

TEST_F(NetworkTest, SaysTheSameOnEveryProcessor) {
  const ModelFile model = file();
  std::vector<Sentence> sentences = random_sentences(34, 10000, 14);
  const Network portable(model, *portable_kernels());
  portable.annotate(sentences);
  const std::uint64_t expected = hash_of(sentences);
  std::size_t names = 0, trees = 0;
  for (const Sentence& sentence : sentences) {
    names += sentence.names.size();
    trees += sentence.tokens.back().head >= 0 ? 1 : 0;
  }
  EXPECT_GT(names, 1000U) << "nothing to compare";
  EXPECT_GT(trees, 1000U);
  for (const Kernels* kernels : available_kernels()) {
    const Network network(model, *kernels);
    network.annotate(sentences);
    EXPECT_EQ(hash_of(sentences), expected) << kernels->name;
  }
  // Other machines' kernels cannot run here, but must give this, too.
  EXPECT_EQ(expected, 10846545091193417748U);
}

TEST_F(NetworkTest, MakesOneTreeOfASentenceOfThousandsOfWords) {
  const ModelFile model = file();
  const Network network(model);
  for (const std::size_t words : {255, 256, 257, 400, 5000}) {
    std::vector<Sentence> sentences = random_sentences(35, 400, 40);
    Sentence all;
    for (const Sentence& sentence : sentences) {
      all.tokens.insert(all.tokens.end(), sentence.tokens.begin(), sentence.tokens.end());
    }
    all.tokens.resize(words);
    network.annotate({&all, 1});
    std::size_t roots = 0;
    for (std::size_t k = 0; k < words; ++k) {
      std::size_t at = k;
      for (std::size_t steps = 0; all.tokens[at].head != kNoHead; ++steps) {
        ASSERT_LT(steps, words) << "a cycle";
        at = static_cast<std::size_t>(all.tokens[at].head);
        ASSERT_LT(at, words);
      }
      roots += all.tokens[k].head == kNoHead ? 1 : 0;
      EXPECT_EQ(all.tokens[k].head == kNoHead, all.tokens[k].deprel == "root");
    }
    EXPECT_EQ(roots, 1U);
    for (std::size_t k = 1; k < all.names.size(); ++k) {
      EXPECT_GE(all.names[k].begin, all.names[k - 1].end);
    }
  }
}

TEST_F(NetworkTest, CutsLongSentencesBehindPunctuation) {
  const ModelFile model = file();
  const Network network(model);
  std::string words;
  for (int k = 0; k < 300; ++k) words += k == 199 ? "; " : k == 240 ? ", " : "word ";
  Sentence whole = sentence_of(words);
  Sentence first = whole;
  Sentence second = whole;
  first.tokens.resize(200);
  second.tokens.erase(second.tokens.begin(), second.tokens.begin() + 200);
  for (Sentence* sentence : {&whole, &first, &second}) network.annotate({sentence, 1});
  std::size_t main_root = 0;
  for (std::size_t k = 0; k < 200; ++k) {
    EXPECT_EQ(whole.tokens[k], first.tokens[k]);
    if (whole.tokens[k].head == kNoHead) main_root = k;
  }
  for (std::size_t k = 0; k < 100; ++k) {
    const Token& token = whole.tokens[200 + k];
    const bool is_root = second.tokens[k].head == kNoHead;
    EXPECT_EQ(token.head,
              is_root ? static_cast<std::int32_t>(main_root) : 200 + second.tokens[k].head);
    EXPECT_EQ(token.deprel, is_root ? "parataxis" : second.tokens[k].deprel);
  }
}

TEST_F(NetworkTest, AnnotatesNothing) {
  const ModelFile model = file();
  const Network network(model);
  network.annotate({});
  std::vector<Sentence> sentences(2);
  network.annotate(sentences);
  EXPECT_EQ(sentences, std::vector<Sentence>(2));
}

TEST_F(NetworkTest, ComplainsAboutDamagedModels) {
  using Change = std::function<void(std::map<std::string, std::string>&)>;
  struct Row {
    Change change;
    const char* complaint;
  };
  const auto number = [](const char* section, std::size_t from_end, float value) -> Change {
    return [=](auto& sections) {
      std::string& bytes = sections[section];
      bytes.replace(bytes.size() - from_end, 4, reinterpret_cast<const char*>(&value), 4);
    };
  };
  const Row rows[] = {
      {[](auto& s) { s.erase("heads"); }, "has no section \"heads\""},
      {[](auto& s) { s["heads"].pop_back(); },
       "section \"heads\" has 18431 bytes; its sizes in \"config\" ask for 18432"},
      {[](auto& s) { s["config"].resize(20); }, "a section ends too early"},
      {[](auto& s) { s["config"][0] = '\xff'; }, "the word vectors are cut off"},
      {[](auto& s) { s["config"][1] = '\xff'; }, "a layer of 65304 values"},
      {[](auto& s) { s["words"].resize(8); }, "words and their vectors do not fit"},
      {[](auto& s) { s["words"][7] = '\xff'; }, "words are not sorted by their hashes"},
      {[](auto& s) { s["lstm0.state1"][0] = 64; }, "section \"lstm0.state1\" has large weights"},
      {[](auto& s) { s["arcs"][1] = 8; }, "section \"arcs\" has large weights"},
      {number("lstm1.input", 4, std::nanf("")), "a number of the network is infinite or too large"},
      {number("upos", 8, INFINITY), "a number of the network is infinite or too large"},
      {number("heads", 40, -2000), "a number of the network is infinite or too large"},
      {[](auto& s) { s["config"].replace(s["config"].find("NOUN"), 4, "NUON"); },
       "\"NUON\" is no universal part of speech"},
      {[](auto& s) { s["config"].replace(s["config"].find("root"), 4, "base"); },
       "no relation \"root\", or no other"},
  };
  const std::map<std::string, std::string> whole = random_.sections();
  for (const Row& row : rows) {
    random_.sections() = whole;
    row.change(random_.sections());
    EXPECT_EQ(complaint(), row.complaint);
  }
  random_.sections() = whole;
  EXPECT_EQ(complaint(), "");
}

}  // namespace
}  // namespace newsgraph
