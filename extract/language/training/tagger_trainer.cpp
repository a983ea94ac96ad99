#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "extract/language/training/averaged_perceptron.hpp"
#include "extract/language/training/random.hpp"
#include "extract/language/training/trainers.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kFolds = 5;
constexpr std::size_t kMostTaught = 100'000;

/// The joint tags worth learning, most frequent first, and for each gold tag its class.
class TagSet {
 public:
  explicit TagSet(const std::vector<Example>& examples) {
    std::map<JointTag, std::size_t> counts;
    for (const Example& example : examples) {
      for (const Token& token : example.gold.tokens) ++counts[{token.upos, token.xpos}];
    }
    std::vector<std::pair<std::size_t, JointTag>> sorted;
    for (const auto& [tag, count] : counts) {
      if (count >= 4 && !tag.xpos.empty()) sorted.emplace_back(count, tag);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    if (sorted.size() > kMaxClasses) sorted.resize(kMaxClasses);
    for (const auto& [count, tag] : sorted) {
      classes_[tag] = tags_.size();
      tags_.push_back(tag);
    }
  }

  const std::vector<JointTag>& tags() const { return tags_; }

  /// The class of `token`'s tags, or of the most frequent pair with the same universal tag.
  std::size_t find(const Token& token) const {
    const auto found = classes_.find({token.upos, token.xpos});
    if (found != classes_.end()) return found->second;
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (tags_[i].upos == token.upos) return i;
    }
    return 0;
  }

 private:
  std::vector<JointTag> tags_;
  std::map<JointTag, std::size_t> classes_;
};

/// In every epoch all of `examples` that are `chosen`, and another part of `taught`.
AveragedPerceptron learn(const std::vector<Example>& examples,
                         const std::vector<std::size_t>& chosen, const std::vector<Example>& taught,
                         const TagSet& tags, const Learning& learning, std::uint64_t seed) {
  AveragedPerceptron model(tags.tags().size());
  Random random(seed);
  FeatureBuffer features;
  Scores scores;
  for (int epoch = 0; epoch < learning.epochs; ++epoch) {
    std::vector<const Example*> order;
    for (const std::size_t index : chosen) order.push_back(&examples[index]);
    for (auto i = static_cast<std::size_t>(epoch); i < taught.size();
         i += static_cast<std::size_t>(learning.epochs)) {
      order.push_back(&taught[i]);
    }
    random.shuffle(order);
    std::size_t right = 0;
    std::size_t all = 0;
    for (const Example* pointer : order) {
      const Example& example = *pointer;
      std::uint32_t tag1 = 0;
      std::uint32_t tag2 = 0;
      for (std::size_t i = 0; i < example.words.size(); ++i) {
        tagger_features(example.words, i, tag1, tag2, features);
        features.drop([&] { return random.below(100) < learning.dropout; });
        model.score(features.view(), scores);
        const std::size_t best = best_class(scores, model.classes());
        const std::size_t gold = tags.find(example.gold.tokens[i]);
        std::size_t rival = best;
        if (best == gold) {
          rival = gold == 0 ? 1 : 0;
          for (std::size_t k = 0; k < model.classes(); ++k) {
            if (k != gold && scores[k] > scores[rival]) rival = k;
          }
        }
        if (scores[rival] + learning.margin > scores[gold])
          model.update(features.view(), gold, rival);
        model.tick();
        right += best == gold;
        ++all;
        tag2 = tag1;
        tag1 = static_cast<std::uint32_t>(best) + 1;
      }
    }
    log("  epoch " + std::to_string(epoch + 1) + ": " + percent(right, all) + " right, " +
        std::to_string(model.features()) + " features");
  }
  return model;
}

std::string encode_tags(const TagSet& tags) {
  ByteWriter bytes;
  bytes.u32(static_cast<std::uint32_t>(tags.tags().size()));
  for (const JointTag& tag : tags.tags()) {
    bytes.u8(static_cast<std::uint8_t>(tag.upos));
    bytes.string(tag.xpos);
  }
  return bytes.take();
}

/// Sentences that a teacher tagged, at most kMostTaught; none without a teacher.
std::vector<Example> taught_examples(const TrainingOptions& options, const WordTable& words) {
  std::vector<Example> examples;
  if (options.parsed.empty()) return examples;
  read_parsed(options.parsed, [&](const Sentence& sentence) {
    examples.emplace_back().gold = sentence;
    return examples.size() < kMostTaught;
  });
  add_word_features(examples, words);
  log("tagger: " + std::to_string(examples.size()) + " sentences of a teacher");
  return examples;
}

void write_tagger(const AveragedPerceptron& model, const TagSet& tags,
                  const std::filesystem::path& path) {
  ModelWriter writer;
  writer.add("tags", encode_tags(tags));
  writer.add("weights", model.quantised(6, 2));
  writer.write(path, "tagger");
}

}  // namespace

void train_tagger(const TrainingOptions& options) {
  const ModelFile word_file(options.models / "words.model", "words");
  const WordTable words(word_file.section("table"), word_file.path());
  std::vector<Example> examples = read_treebanks(training_treebanks(options));
  add_word_features(examples, words);
  const TagSet tags(examples);
  log("tagger: " + std::to_string(examples.size()) + " sentences, " +
      std::to_string(tags.tags().size()) + " joint tags");
  const AveragedPerceptron model =
      learn(examples, indices(examples.size()), taught_examples(options, words), tags,
            options.tagger, options.seed);
  const std::filesystem::path path = options.models / "tagger.model";
  write_tagger(model, tags, path);

  const ModelFile file(path, "tagger");
  const Tagger tagger(file);
  for (const std::filesystem::path& treebank : development_treebanks(options)) {
    std::vector<Example> development = read_treebanks({treebank});
    add_word_features(development, words);
    std::size_t all = 0;
    std::array<std::size_t, 2> right{};
    for (Example& example : development) {
      tagger.tag(example.words, example.input);
      for (std::size_t i = 0; i < example.words.size(); ++i) {
        ++all;
        right[0] += example.input.tokens[i].upos == example.gold.tokens[i].upos;
        right[1] += example.input.tokens[i].xpos == example.gold.tokens[i].xpos;
      }
    }
    log("tagger: " + treebank.filename().string() + " UPOS " + percent(right[0], all) + ", XPOS " +
        percent(right[1], all));
  }
}

void tag_by_jackknife(std::vector<Example>& examples, const TrainingOptions& options) {
  const TagSet tags(examples);
  std::size_t right = 0;
  std::size_t all = 0;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    // Twenty sentences in a row, so that most documents fall into one fold.
    std::vector<std::size_t> train;
    std::vector<std::size_t> held_out;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      (i / 20 % kFolds == fold ? held_out : train).push_back(i);
    }
    log("jackknife " + std::to_string(fold + 1) + " of " + std::to_string(kFolds));
    Learning learning = options.tagger;
    learning.epochs = std::max(1, learning.epochs / 2);
    const AveragedPerceptron model =
        learn(examples, train, {}, tags, learning, options.seed + fold);
    const std::filesystem::path path = options.models / "jackknife.tmp";
    write_tagger(model, tags, path);
    const ModelFile file(path, "tagger");
    const Tagger tagger(file);
    for (const std::size_t i : held_out) {
      tagger.tag(examples[i].words, examples[i].input);
      for (std::size_t k = 0; k < examples[i].words.size(); ++k) {
        ++all;
        right += examples[i].input.tokens[k].upos == examples[i].gold.tokens[k].upos;
      }
    }
    std::filesystem::remove(path);
  }
  log("jackknife: UPOS " + percent(right, all));
}

}  // namespace newsgraph
