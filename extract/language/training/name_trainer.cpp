#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "extract/language/training/averaged_perceptron.hpp"
#include "extract/language/training/name_corpora.hpp"
#include "extract/language/training/random.hpp"
#include "extract/language/training/raw_text.hpp"

namespace newsgraph {
namespace {

void prepare(std::vector<NameExample>& examples, const WordTable& words, const Tagger& tagger) {
  for (NameExample& example : examples) {
    word_features(example.sentence, words, example.words);
    tagger.tag(example.words, example.sentence);
  }
}

/// Documents in a row, so that the memory of names means something; their order is shuffled.
std::vector<std::pair<std::size_t, std::size_t>> documents(
    const std::vector<NameExample>& examples) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (i == 0 || examples[i].new_document || i - ranges.back().first >= 200) {
      ranges.emplace_back(i, i);
    }
    ranges.back().second = i + 1;
  }
  return ranges;
}

class NameTrainer {
 public:
  NameTrainer(const NameLexicon& lexicon, const Learning& learning, std::uint64_t seed)
      : lexicon_(lexicon), learning_(learning), model_(NameLabel::kCount), random_(seed) {}

  void train(const std::vector<NameExample>& examples) {
    auto order = documents(examples);
    for (int epoch = 0; epoch < learning_.epochs; ++epoch) {
      random_.shuffle(order);
      right_ = all_ = 0;
      for (const auto& [begin, end] : order) {
        NameMemory memory;
        for (std::size_t i = begin; i < end; ++i) learn(examples[i], memory);
      }
      log("  epoch " + std::to_string(epoch + 1) + ": " + percent(right_, all_) +
          " labels right, " + std::to_string(model_.features()) + " features");
    }
  }

  std::string weights() const { return model_.quantised(8, 1); }

 private:
  void learn(const NameExample& example, NameMemory& memory) {
    const std::size_t size = example.words.size();
    name_words(example.words, example.sentence, lexicon_, context_);
    labels_.assign(size, NameLabel::kOutside);
    std::uint32_t label1 = NameLabel::kOutside;
    std::uint32_t label2 = NameLabel::kOutside;
    for (std::size_t i = 0; i < size; ++i) {
      if (NameLabel::is_open(label1) || context_[i].may_start) {
        labels_[i] = step(example, i, label1, label2, memory);
      }
      label2 = label1;
      label1 = labels_[i];
    }
    for (const NamedMention& name : names_of(labels_)) {
      for (std::uint32_t i = name.begin; i < name.end; ++i) {
        memory.add(example.words[i].form, name.type);
      }
    }
  }

  /// Learns from token `i` and returns the label that the model gave it.
  std::uint32_t step(const NameExample& example, std::size_t i, std::uint32_t label1,
                     std::uint32_t label2, const NameMemory& memory) {
    name_features(example.words, context_, i, label1, label2, memory, features_);
    features_.drop([&] { return random_.below(100) < learning_.dropout; });
    model_.score(features_.view(), scores_);
    std::int32_t margin = 0;
    const bool last = i + 1 == example.words.size();
    const std::uint32_t best = best_name_label(scores_, label1, last, margin);
    const std::uint32_t gold = best_allowed(example.allowed[i], label1, last);
    model_.tick();
    ++all_;
    if (best == gold) ++right_;
    const std::uint32_t rival = best_rival(gold, example.allowed[i], label1, last);
    if (rival != NameLabel::kCount && scores_[rival] + learning_.margin > scores_[gold]) {
      model_.update(features_.view(), gold, rival);
    }
    return best;
  }

  /// The best label that gold and `previous` allow. If an earlier mistake leaves none, the name is
  /// lost, and the least harm is to end the wrong one or to stay outside.
  std::uint32_t best_allowed(std::uint64_t allowed, std::uint32_t previous, bool last) const {
    std::uint32_t best = NameLabel::kCount;
    for (std::uint32_t label = 0; label < NameLabel::kCount; ++label) {
      if ((allowed >> label & 1) == 0 || !NameLabel::can_follow(previous, label)) continue;
      if (last && NameLabel::is_open(label)) continue;
      if (best == NameLabel::kCount || scores_[label] > scores_[best]) best = label;
    }
    if (best != NameLabel::kCount) return best;
    if (!NameLabel::is_open(previous)) return NameLabel::kOutside;
    return NameLabel::of(NameLabel::type(previous), NameLabel::kLast);
  }

  /// The best label that gold does not allow.
  std::uint32_t best_rival(std::uint32_t gold, std::uint64_t allowed, std::uint32_t previous,
                           bool last) const {
    std::uint32_t best = NameLabel::kCount;
    for (std::uint32_t label = 0; label < NameLabel::kCount; ++label) {
      if (label == gold || (allowed >> label & 1) != 0) continue;
      if (!NameLabel::can_follow(previous, label)) continue;
      if (last && NameLabel::is_open(label)) continue;
      if (best == NameLabel::kCount || scores_[label] > scores_[best]) best = label;
    }
    return best;
  }

  const NameLexicon& lexicon_;
  Learning learning_;
  AveragedPerceptron model_;
  Random random_;
  std::vector<NameWord> context_;
  std::vector<std::uint32_t> labels_;
  FeatureBuffer features_;
  Scores scores_;
  std::size_t right_ = 0;
  std::size_t all_ = 0;
};

/// The gold names of the three common types.
std::vector<NamedMention> gold_names(const NameExample& example) {
  std::vector<std::uint32_t> labels;
  for (const std::uint64_t allowed : example.allowed) {
    std::uint32_t label = 0;
    while ((allowed >> label & 1) == 0) ++label;
    labels.push_back(label);
  }
  return names_of(labels);
}

bool is_common(NameType type) { return type <= NameType::kPlace; }

/// Scores PER, ORG and LOC by whole names. With `decisions`, scores and types are collected.
void evaluate(const std::string& name, std::vector<NameExample>& examples,
              const NameRecognizer& recognizer, std::vector<Decision>* decisions) {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t gold_count = 0;
  NameMemory memory;
  for (NameExample& example : examples) {
    if (example.new_document) memory = {};
    recognizer.recognize(example.words, example.sentence, memory);
    std::vector<NamedMention> gold = gold_names(example);
    for (const NamedMention& mention : gold) gold_count += is_common(mention.type);
    for (const NamedMention& mention : example.sentence.names) {
      if (!is_common(mention.type)) continue;
      const bool match = std::any_of(gold.begin(), gold.end(), [&](const NamedMention& other) {
        return other.begin == mention.begin && other.end == mention.end &&
               other.type == mention.type;
      });
      ++found;
      right += match;
      // The preliminary calibration shows the margin itself, in 255ths.
      if (decisions != nullptr) {
        decisions->push_back({static_cast<std::int32_t>(mention.score * 255.0F + 0.5F), match});
      }
    }
  }
  log("names: " + name + " precision " + percent(right, found) + ", recall " +
      percent(right, gold_count) + ", F1 " + percent(2 * right, found + gold_count));
}

void write_names(const std::filesystem::path& path, const std::string& lexicon,
                 const std::string& weights, const std::string& calibration) {
  ModelWriter writer;
  writer.add("lexicon", lexicon);
  writer.add("weights", weights);
  writer.add("calibration", calibration);
  writer.write(path, "names");
}

/// A calibration that passes margins through, in steps of kMarginStep: for measuring.
constexpr std::uint32_t kMarginStep = 24;
std::string identity_calibration() {
  ByteWriter bytes;
  bytes.u32(kMarginStep);
  for (std::size_t i = 0; i < MarginCalibration::kBins; ++i) {
    bytes.u8(static_cast<std::uint8_t>(i));
  }
  return bytes.take();
}

/// How often a string was found as a name, by type.
struct NameCounts {
  std::array<std::uint32_t, kNameTypes> by_type{};
  std::uint32_t words = 0;
};

/// The names that `recognizer` finds in raw text often enough, of one type mostly, and, if they are
/// one word, mostly as a name: the lexicon's bytes.
std::string collect_lexicon(const TrainingOptions& options, const WordTable& words,
                            const Tagger& tagger, const NameRecognizer& recognizer) {
  constexpr std::uint32_t kLeast = 4;
  constexpr std::uint32_t kFrequent = 30;
  std::map<std::uint64_t, NameCounts> names;
  std::unordered_map<std::uint64_t, std::uint32_t> occurrences;
  std::vector<WordFeatures> features;
  for (Sentence& sentence : raw_sentences(options, options.raw_name_sentences)) {
    word_features(sentence, words, features);
    tagger.tag(features, sentence);
    NameMemory memory;
    recognizer.recognize(features, sentence, memory);
    const std::span<const WordFeatures> view(features);
    for (std::size_t i = 0; i < features.size(); ++i) {
      if (features[i].has_capital) ++occurrences[NameLexicon::key(view.subspan(i, 1))];
    }
    for (const NamedMention& name : sentence.names) {
      const std::uint32_t length = name.end - name.begin;
      if (length > NameLexicon::kLongest) continue;
      NameCounts& counts = names[NameLexicon::key(view.subspan(name.begin, length))];
      ++counts.by_type[static_cast<std::size_t>(name.type)];
      counts.words = length;
    }
  }
  std::vector<std::pair<std::uint64_t, WordClass>> entries;
  for (const auto& [key, counts] : names) {
    const auto best = std::max_element(counts.by_type.begin(), counts.by_type.end());
    std::uint32_t total = 0;
    for (const std::uint32_t count : counts.by_type) total += count;
    if (total < kLeast || *best * 10 < total * 6) continue;
    if (counts.words == 1 && total * 2 < occurrences[key]) continue;
    WordClass entry;
    entry.fine = static_cast<std::uint16_t>(best - counts.by_type.begin() + 1);
    entry.coarse = total >= kFrequent ? 1 : 0;
    entries.emplace_back(key, entry);
  }
  log("names: " + std::to_string(entries.size()) + " names in the lexicon");
  return encode_word_table(entries);
}

}  // namespace

void train_names(const TrainingOptions& options) {
  const ModelFile word_file(options.models / "words.model", "words");
  const WordTable words(word_file.section("table"), word_file.path());
  const ModelFile tagger_file(options.models / "tagger.model", "tagger");
  const Tagger tagger(tagger_file);
  std::vector<NameExample> examples = name_training(options);
  std::vector<NameExample> uner = uner_development(options);
  std::vector<NameExample> wikigold = wikigold_development(options);
  for (auto* set : {&examples, &uner, &wikigold}) prepare(*set, words, tagger);
  log("names: " + std::to_string(examples.size()) + " sentences");
  const std::filesystem::path path = options.models / "names.model";
  const auto evaluate_all = [&](std::vector<Decision>* decisions) {
    const ModelFile file(path, "names");
    const NameRecognizer recognizer(file);
    evaluate("UNER EWT dev", uner, recognizer, decisions);
    evaluate("WikiGold, every fifth document", wikigold, recognizer, decisions);
  };

  // First a model without a lexicon, to make one.
  std::string lexicon = encode_word_table({});
  {
    const NameLexicon empty(lexicon, "lexicon");
    Learning learning = options.names;
    learning.epochs = std::max(1, learning.epochs / 2);
    NameTrainer trainer(empty, learning, options.seed + 1);
    trainer.train(examples);
    write_names(path, lexicon, trainer.weights(), identity_calibration());
    evaluate_all(nullptr);
    const ModelFile file(path, "names");
    lexicon = collect_lexicon(options, words, tagger, NameRecognizer(file));
  }
  const NameLexicon names(lexicon, "lexicon");
  NameTrainer trainer(names, options.names, options.seed);
  trainer.train(examples);
  const std::string weights = trainer.weights();
  write_names(path, lexicon, weights, identity_calibration());
  std::vector<Decision> decisions;
  evaluate_all(&decisions);
  const std::string in_steps = calibrate(std::move(decisions));
  ByteReader reader(in_steps, "calibration");
  ByteWriter scaled;
  scaled.u32(reader.u32() * kMarginStep);
  write_names(path, lexicon, weights, scaled.take() + std::string(reader.rest()));
}

}  // namespace newsgraph
