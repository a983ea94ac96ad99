#include "extract/language/training/name_corpora.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "extract/language/characters.hpp"
#include "extract/language/conllu.hpp"

namespace newsgraph {
namespace {

constexpr std::uint32_t type_bit(NameType type) { return 1U << static_cast<unsigned>(type); }

/// Types that a tag "some other name" may stand for.
constexpr std::uint32_t kOtherTypes = type_bit(NameType::kEvent) | type_bit(NameType::kWork) |
                                      type_bit(NameType::kProduct) | type_bit(NameType::kLaw) |
                                      type_bit(NameType::kNationality) | type_bit(NameType::kOther);

/// What a source's own tag means; tags for things without names ("algorithm") teach nothing.
struct SourceTag {
  std::string_view tag;
  std::uint32_t types;
};
constexpr SourceTag kSourceTags[] = {
    {"OTH", kOtherTypes},
    {"MISC", kOtherTypes},
    {"misc", kOtherTypes},
    {"LOC", type_bit(NameType::kNationality)},  // Re-DocRED's adjectives of places
    {"country", type_bit(NameType::kNationality)},
    {"location", type_bit(NameType::kNationality)},
    {"event", type_bit(NameType::kEvent)},
    {"election", type_bit(NameType::kEvent)},
    {"conference", type_bit(NameType::kEvent)},
    {"book", type_bit(NameType::kWork)},
    {"poem", type_bit(NameType::kWork)},
    {"album", type_bit(NameType::kWork)},
    {"song", type_bit(NameType::kWork)},
    {"magazine", type_bit(NameType::kWork) | type_bit(NameType::kOrganization)},
    {"academicjournal", type_bit(NameType::kWork)},
    {"product", type_bit(NameType::kProduct)},
    {"programlang", type_bit(NameType::kProduct)},
    {"award", type_bit(NameType::kOther)},
    {"astronomicalobject", type_bit(NameType::kOther) | type_bit(NameType::kPlace)},
};

/// Last words of names of laws and events; they refine "some other name".
constexpr std::string_view kLawWords[] = {"accord",       "accords",    "act",      "agreement",
                                          "amendment",    "bill",       "charter",  "code",
                                          "constitution", "convention", "covenant", "declaration",
                                          "law",          "pact",       "protocol", "treaty"};
constexpr std::string_view kEventWords[] = {
    "battle",     "championship", "championships", "conference", "congress", "cup",
    "election",   "elections",    "festival",      "games",      "olympics", "rebellion",
    "revolution", "summit",       "tournament",    "uprising",   "war",      "wars"};

template <std::size_t N>
bool contains(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

bool is_adjective_of_people(const Sentence& sentence, std::size_t begin, std::size_t end) {
  if (end - begin != 1) return false;
  const std::string lower = to_lower(sentence.tokens[begin].form);
  for (const std::string_view suffix :
       {"ian",  "ians", "ish",  "ese",  "can",   "cans", "ench", "eek",   "erman", "ermans", "utch",
        "wiss", "aqi",  "aqis", "aeli", "aelis", "audi", "slim", "slims", "ewish", "atholic"}) {
    if (lower.ends_with(suffix)) return true;
  }
  return false;
}

/// The types a mention may have, by its common tag and its source's own.
std::uint32_t types_of(const std::string& tag, const std::string& source_tag,
                       const Sentence& sentence, std::size_t begin, std::size_t end) {
  if (tag == "PER") return type_bit(NameType::kPerson);
  if (tag == "ORG") return type_bit(NameType::kOrganization);
  if (tag == "LOC") return type_bit(NameType::kPlace);
  for (const SourceTag& known : kSourceTags) {
    if (known.tag != source_tag) continue;
    if (known.types != kOtherTypes) return known.types;
    const std::string last = to_lower(sentence.tokens[end - 1].form);
    const std::string first = to_lower(sentence.tokens[begin].form);
    if (contains(kLawWords, last) || first == "treaty") return type_bit(NameType::kLaw);
    if (contains(kEventWords, last) || first == "battle") return type_bit(NameType::kEvent);
    if (is_adjective_of_people(sentence, begin, end)) return type_bit(NameType::kNationality);
    return kOtherTypes;
  }
  return 0;
}

/// The labels of a mention's tokens.
void allow(std::vector<std::uint64_t>& allowed, std::size_t begin, std::size_t end,
           std::uint32_t types) {
  for (std::size_t i = begin; i < end; ++i) {
    allowed[i] = 0;
    for (std::size_t t = 0; t < kNameTypes; ++t) {
      if ((types >> t & 1) == 0) continue;
      const auto place = end - begin == 1 ? NameLabel::kUnit
                         : i == begin     ? NameLabel::kBegin
                         : i + 1 == end   ? NameLabel::kLast
                                          : NameLabel::kInside;
      allowed[i] |= std::uint64_t{1} << NameLabel::of(static_cast<NameType>(t), place);
    }
  }
}

NameExample example_of(ConlluSentence&& source) {
  NameExample example;
  example.sentence = std::move(source.sentence);
  example.new_document = source.new_document;
  const std::size_t size = source.tags.size();
  example.allowed.assign(size, 1);  // outside
  std::vector<std::string> common(size);
  std::vector<std::string> native(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::string& tags = source.tags[i];
    const std::size_t tab = tags.find('\t');
    common[i] = tags.substr(0, tab);
    if (tab != std::string::npos) native[i] = tags.substr(tab + 1);
  }
  const auto end_of = [&](const std::vector<std::string>& tags, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < size && tags[end].starts_with("I-")) ++end;
    return end;
  };
  for (std::size_t i = 0; i < size; ++i) {
    const bool named = common[i].starts_with("B-");
    if (!named && !native[i].starts_with("B-")) continue;
    if (!named && common[i] != "O") continue;
    const std::size_t end = end_of(named ? common : native, i);
    const std::string tag = named ? common[i].substr(2) : "";
    const std::string source_tag = native[i].empty() ? "" : native[i].substr(2);
    if (source_tag == "TIME" || source_tag == "NUM") continue;
    const std::uint32_t types = types_of(tag, source_tag, example.sentence, i, end);
    if (types != 0) {
      allow(example.allowed, i, end, types);
    } else {
      for (std::size_t k = i; k < end; ++k) example.allowed[k] = kAnyLabel;
    }
  }
  return example;
}

void append(const std::filesystem::path& path, std::vector<NameExample>& examples) {
  for (ConlluSentence& sentence : read_conllu(path.string())) {
    examples.push_back(example_of(std::move(sentence)));
  }
}

/// WikiGold's documents whose number leaves the remainder 4 by 5, or all others.
void append_wikigold(const TrainingOptions& options, bool development,
                     std::vector<NameExample>& examples) {
  int document = -1;
  for (ConlluSentence& sentence : read_conllu((options.data / "ner" / "wikigold.iob2").string())) {
    if (sentence.new_document) ++document;
    if ((document % 5 == 4) == development) examples.push_back(example_of(std::move(sentence)));
  }
}

}  // namespace

std::vector<NameExample> name_training(const TrainingOptions& options) {
  const std::filesystem::path folder = options.data / "ner";
  std::vector<NameExample> examples;
  for (const char* name :
       {"uner-ewt-train", "uner-pud-train", "redocred", "crossner-politics", "crossner-science",
        "crossner-music", "crossner-literature", "crossner-ai"}) {
    append(folder / (std::string(name) + ".iob2"), examples);
  }
  append_wikigold(options, false, examples);
  return examples;
}

std::vector<NameExample> uner_development(const TrainingOptions& options) {
  std::vector<NameExample> examples;
  append(options.data / "ner" / "uner-ewt-dev.iob2", examples);
  return examples;
}

std::vector<NameExample> wikigold_development(const TrainingOptions& options) {
  std::vector<NameExample> examples;
  append_wikigold(options, true, examples);
  return examples;
}

}  // namespace newsgraph
