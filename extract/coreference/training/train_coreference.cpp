// newsgraph_train_coreference: learns coreference.model. See README.md in this folder.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>

#include "extract/coreference/coreference.hpp"
#include "extract/coreference/name_chains.hpp"
#include "extract/coreference/training/coreference_corpora.hpp"
#include "extract/coreference/training/given_name_counter.hpp"
#include "extract/coreference/training/network_learner.hpp"
#include "extract/extractor.hpp"
#include "extract/language/model_file.hpp"

namespace newsgraph {
namespace {

struct Options {
  std::filesystem::path data;
  std::filesystem::path models;
  std::filesystem::path output;
  std::uint64_t seed = 1;
  std::uint32_t row_bits = 13;
  int epochs = 10;
  int gold_epochs = 2;
  int dropout = 25;          ///< percent
  int unknown_genders = 30;  ///< percent of the readings of an article
  float rate = 0.05F;
  float litbank_weight = 0.5F;
  float gap_weight = 4.0F;
  float false_link = 0.0F;
  float false_new = 2.5F;
  // In the order of DecisionClass; what they give is in tests/QUALITY.md.
  std::string likely = "0,0.5,0,0,4,0,0,0,0";
  std::string sure = "0,4,1,4,100,1.5,3,3,100";
  std::string rival = "0,1.5,0.5,0,0,0.5,0.5,0.5,0";
};

/// The pronoun of a GAP item and the phrases that the names are.
struct GapItem {
  std::int64_t pronoun = -1;
  std::vector<std::uint32_t> a, b;
};

struct Example {
  TrainingDocument text;
  std::unique_ptr<Document> document;
  std::vector<Speech> speech;
  std::vector<std::int32_t> entities;
  GapItem gap;
  float weight = 1;
};

/// Chooses by the network as it is, and lets it learn from each decision whose answer is known.
class LearningDecider : public Decider {
 public:
  LearningDecider(NetworkLearner& network, const Options& options, Random& random)
      : network_(network), options_(options), random_(random) {}

  void begin(const Example& example, bool follow_gold) {
    example_ = &example;
    follow_gold_ = follow_gold;
  }

  std::optional<Choice> choose(const Decision& decision, const DecisionContext& context) override {
    const std::size_t n = decision.candidates.size();
    good_.assign(n + 1, false);
    const bool known = mark_good(decision, context);
    rows_.resize(n + 2);
    rows_of(decision.shared, rows_[n + 1]);
    rows_of(decision.none, rows_[n]);
    for (std::size_t c = 0; c < n; ++c) rows_of(decision.features[c], rows_[c]);
    NetworkLearner::Sums shared;
    network_.add(rows_[n + 1], shared);
    sums_.assign(n + 1, shared);
    scores_.resize(n + 1);
    for (std::size_t c = 0; c <= n; ++c) {
      network_.add(rows_[c], sums_[c]);
      scores_[c] = network_.score(sums_[c], decision.decision_class);
    }
    // "No antecedent" wins ties, as at run time.
    std::size_t best = n;
    for (std::size_t c = 0; c < n; ++c) {
      if (scores_[c] > scores_[best]) best = c;
    }
    if (known) {
      note(decision.decision_class, best, n);
      learn(decision.decision_class, n);
    }
    if (known && follow_gold_) {
      for (std::size_t c = 0; c < n; ++c) {
        if (good_[c]) return Choice{c, true};
      }
      return std::nullopt;
    }
    if (best == n) return std::nullopt;
    return Choice{best, true};
  }

  bool genders_known() override {
    return random_.below(100) >= static_cast<std::uint64_t>(options_.unknown_genders);
  }

  void report() {
    for (const auto& [decision, tally] : tallies_) {
      std::fprintf(stderr, " %d:%.1f/%d", decision, 100.0 * tally.right / tally.all, tally.all);
    }
    std::fprintf(stderr, " loss %.3f\n", loss_ / std::max(1.0, decisions_));
    tallies_.clear();
    loss_ = decisions_ = 0;
  }

 private:
  struct Tally {
    int right = 0;
    int all = 0;
  };

  void rows_of(const FeatureBuffer& features, std::vector<std::uint32_t>& rows) {
    rows.clear();
    for (const std::uint64_t feature : features.view()) {
      if (random_.below(100) < static_cast<std::uint64_t>(options_.dropout)) continue;
      rows.push_back(network_.row_of(feature));
    }
  }

  /// Marks the right choices; false where they are not known.
  bool mark_good(const Decision& decision, const DecisionContext& context) {
    const std::size_t n = decision.candidates.size();
    if (example_->text.gap) {
      const GapItem& gap = example_->gap;
      if (gap.pronoun != static_cast<std::int64_t>(decision.anaphor)) return false;
      const auto chain_has = [&](std::uint32_t candidate, const std::vector<std::uint32_t>& names) {
        return std::any_of(names.begin(), names.end(), [&](std::uint32_t name) {
          return context.chains.chain_of(name) == context.chains.chain_of(candidate);
        });
      };
      bool any = false;
      for (std::size_t c = 0; c < n; ++c) {
        const bool a = chain_has(decision.candidates[c], gap.a);
        const bool b = chain_has(decision.candidates[c], gap.b);
        const TrainingDocument& text = example_->text;
        good_[c] = text.is_a ? a : text.is_b ? b : !a && !b;
        any |= good_[c];
      }
      if (!example_->text.is_a && !example_->text.is_b) good_[n] = any = true;
      return any;
    }
    const std::int32_t entity = example_->entities[decision.anaphor];
    if (entity == kUnknownEntity) return false;
    // LitBank gives "they" for two persons an entity of its own.
    if (!example_->text.complete && decision.decision_class == DecisionClass::kThey) return false;
    bool any = false;
    for (std::size_t c = 0; c < n; ++c) {
      good_[c] = entity >= 0 && example_->entities[decision.candidates[c]] == entity;
      any |= good_[c];
    }
    good_[n] = !any;
    return true;
  }

  void note(DecisionClass decision, std::size_t best, std::size_t) {
    Tally& tally = tallies_[static_cast<int>(decision)];
    ++tally.all;
    tally.right += good_[best] ? 1 : 0;
  }

  void learn(DecisionClass decision, std::size_t n) {
    // Wrong choices are made to look better than they are (Durrett and Klein 2013).
    if (good_[n]) {
      for (std::size_t c = 0; c < n; ++c) scores_[c] += options_.false_link;
    } else {
      scores_[n] += options_.false_new;
    }
    const float largest =
        *std::max_element(scores_.begin(), scores_.begin() + static_cast<std::ptrdiff_t>(n) + 1);
    double all = 0;
    double good = 0;
    for (std::size_t c = 0; c <= n; ++c) {
      const double e = std::exp(double{scores_[c] - largest});
      all += e;
      if (good_[c]) good += e;
    }
    loss_ -= std::log(std::max(1e-12, good / all)) * double{example_->weight};
    decisions_ += 1;
    NetworkLearner::Sums shared_back;
    for (std::size_t c = 0; c <= n; ++c) {
      const double e = std::exp(double{scores_[c] - largest});
      double slope = e / all - (good_[c] ? e / std::max(1e-12, good) : 0);
      slope *= double{example_->weight};
      if (std::fabs(slope) < 1e-3) continue;
      NetworkLearner::Sums back;
      network_.backward(sums_[c], decision, static_cast<float>(slope), back);
      network_.learn(rows_[c], back);
      for (std::size_t k = 0; k < NetworkLearner::kRow; ++k) shared_back.at[k] += back.at[k];
    }
    network_.learn(rows_[n + 1], shared_back);
  }

  NetworkLearner& network_;
  const Options& options_;
  Random& random_;
  const Example* example_ = nullptr;
  bool follow_gold_ = false;
  std::vector<bool> good_;
  std::vector<std::vector<std::uint32_t>> rows_;
  std::vector<NetworkLearner::Sums> sums_;
  std::vector<float> scores_;
  std::map<int, Tally> tallies_;
  double loss_ = 0;
  double decisions_ = 0;
};

void add_example(TrainingDocument text, float weight,
                 std::vector<std::unique_ptr<Example>>& examples) {
  auto example = std::make_unique<Example>();
  example->text = std::move(text);
  example->weight = weight;
  example->text.article.key = example->text.id;
  example->document = std::make_unique<Document>(example->text.article, example->text.sentences);
  example->speech = speech_of(find_quotations(*example->document));
  chain_names(*example->document);
  const std::vector<NounPhrase> phrases = find_noun_phrases(*example->document);
  if (example->text.gap) {
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
      const Span span =
          example->document->tree(phrases[i].head.sentence).token(phrases[i].head.token).span;
      if (phrases[i].kind == PhraseKind::kCoordination) continue;
      if (span.overlaps(example->text.pronoun)) example->gap.pronoun = i;
      if (span.overlaps(example->text.name_a)) example->gap.a.push_back(i);
      if (span.overlaps(example->text.name_b)) example->gap.b.push_back(i);
    }
  } else {
    example->entities = align(example->text, phrases);
  }
  examples.push_back(std::move(example));
}

std::vector<double> numbers(const std::string& text) {
  std::vector<double> values;
  std::stringstream in(text);
  for (std::string part; std::getline(in, part, ',');) values.push_back(std::stod(part));
  values.resize(kDecisionClasses, values.empty() ? 0 : values.back());
  return values;
}

/// Adds to section "given names" those of the annotated chains, so that learning sees that names
/// and pronouns agree: raw news knows few of the names in them.
std::string with_annotated_names(const std::string& section,
                                 const std::vector<std::unique_ptr<Example>>& examples) {
  std::map<std::uint32_t, std::array<int, 2>> counts;
  for (const auto& example : examples) {
    if (example->text.gap) continue;
    const std::vector<NounPhrase> phrases = find_noun_phrases(*example->document);
    std::map<std::int32_t, std::array<int, 2>> genders;  // of each entity
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
      if (example->entities[i] < 0 || phrases[i].kind != PhraseKind::kPronoun) continue;
      if (phrases[i].gender == Gender::kMale) ++genders[example->entities[i]][0];
      if (phrases[i].gender == Gender::kFemale) ++genders[example->entities[i]][1];
    }
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
      const auto entity = genders.find(example->entities[i]);
      if (phrases[i].given_name == 0 || entity == genders.end()) continue;
      if (entity->second[0] > 2 * entity->second[1]) ++counts[phrases[i].given_name][0];
      if (entity->second[1] > 2 * entity->second[0]) ++counts[phrases[i].given_name][1];
    }
  }
  const GivenNames raw(section, "given names");
  std::map<std::uint32_t, int> all;
  ByteReader reader(section, "given names");
  const std::uint32_t known = reader.u32();
  for (std::uint32_t i = 0; i < known; ++i) {
    const std::uint32_t hash = reader.u32();
    all[hash] = raw.evidence(hash);
  }
  for (const auto& [hash, count] : counts) {
    const auto [he, she] = count;
    if (std::min(he, she) * 10 > std::max(he, she)) continue;
    all.emplace(hash, (she > he ? 1 : -1) * (std::max(he, she) > 2 ? 3 : 2));
  }
  return given_names_section(all);
}

void train(const Options& options) {
  const LanguageEngine engine(options.models);
  std::vector<std::unique_ptr<Example>> examples;
  const auto annotate = [&](std::vector<TrainingDocument> documents, float weight) {
    for (TrainingDocument& document : documents) {
      engine.annotate(document.sentences);
      add_example(std::move(document), weight, examples);
    }
    std::cerr << examples.size() << " documents\n";
  };
  annotate(read_gum(options.data / "treebank" / "gum-train.conllu"), 1);
  if (options.litbank_weight > 0) {
    annotate(read_litbank(options.data / "coref" / "litbank.conll"), options.litbank_weight);
  }
  if (options.gap_weight > 0) {
    for (TrainingDocument& document :
         read_gap(options.data / "coref" / "gap-validation.tsv", engine)) {
      add_example(std::move(document), options.gap_weight, examples);
    }
  }
  std::string names = count_given_names(options.data / "raw");
  names = with_annotated_names(names, examples);
  std::cerr << names.size() / 5 << " given names\n";
  const GivenNames given_names(names, "given names");
  NetworkLearner network(options.row_bits, options.seed);
  Random random(options.seed);
  LearningDecider decider(network, options, random);
  std::vector<std::size_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(order);
    for (const std::size_t i : order) {
      Example& example = *examples[i];
      decider.begin(example, epoch < options.gold_epochs);
      read_chains(*example.document, example.speech, given_names, decider);
    }
    std::fprintf(stderr, "epoch %d", epoch + 1);
    decider.report();
    if (epoch * 2 >= options.epochs) network.note_average();
  }
  double unit = 1;
  ModelWriter writer;
  writer.add("network", network.quantised(unit));
  writer.add("given names", names);
  ByteWriter margins;
  const std::vector<double> likely = numbers(options.likely);
  const std::vector<double> sure = numbers(options.sure);
  const std::vector<double> rival = numbers(options.rival);
  margins.u64(static_cast<std::uint64_t>(std::llround(unit)));
  for (std::size_t c = 0; c < kDecisionClasses; ++c) {
    margins.u32(static_cast<std::uint32_t>(std::lround(likely[c] * 1000)));
    margins.u32(static_cast<std::uint32_t>(std::lround(sure[c] * 1000)));
    margins.u32(static_cast<std::uint32_t>(std::lround(rival[c] * 1000)));
  }
  writer.add("margins", margins.take());
  writer.write(options.output / "coreference.model", "coreference");
}

}  // namespace
}  // namespace newsgraph

int main(int argc, char** argv) {
  CLI::App app("Trains the coreference model");
  newsgraph::Options options;
  app.add_option("--data", options.data, "Folder with treebank/, coref/ and raw/")->required();
  app.add_option("--models", options.models, "Folder with the language models")->required();
  app.add_option("--output", options.output, "Folder to write to")->required();
  app.add_option("--seed", options.seed)->capture_default_str();
  app.add_option("--row-bits", options.row_bits)->capture_default_str();
  app.add_option("--epochs", options.epochs)->capture_default_str();
  app.add_option("--gold-epochs", options.gold_epochs)->capture_default_str();
  app.add_option("--dropout", options.dropout)->capture_default_str();
  app.add_option("--unknown-genders", options.unknown_genders, "Percent")->capture_default_str();
  app.add_option("--rate", options.rate)->capture_default_str();
  app.add_option("--litbank-weight", options.litbank_weight)->capture_default_str();
  app.add_option("--gap-weight", options.gap_weight)->capture_default_str();
  app.add_option("--false-link", options.false_link)->capture_default_str();
  app.add_option("--false-new", options.false_new)->capture_default_str();
  app.add_option("--likely", options.likely, "Nats, one a decision class")->capture_default_str();
  app.add_option("--sure", options.sure, "Nats, one a decision class")->capture_default_str();
  app.add_option("--rival", options.rival, "Nats, one a decision class")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    newsgraph::train(options);
  } catch (const std::exception& error) {
    std::cerr << "newsgraph_train_coreference: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
