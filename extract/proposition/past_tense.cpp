#include "extract/proposition/past_tense.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace newsgraph {
namespace {

/// Irregular past tenses of verbs without a prefix.
const std::unordered_map<std::string_view, std::string_view>& irregular_past() {
  static const std::unordered_map<std::string_view, std::string_view> table = {
      {"arise", "arose"},
      {"awake", "awoke"},
      {"be", "was"},
      {"bear", "bore"},
      {"beat", "beat"},
      {"become", "became"},
      {"befall", "befell"},
      {"begin", "began"},
      {"behold", "beheld"},
      {"bend", "bent"},
      {"beset", "beset"},
      {"bet", "bet"},
      {"bid", "bid"},
      {"bind", "bound"},
      {"bite", "bit"},
      {"bleed", "bled"},
      {"blow", "blew"},
      {"break", "broke"},
      {"breed", "bred"},
      {"bring", "brought"},
      {"broadcast", "broadcast"},
      {"build", "built"},
      {"burst", "burst"},
      {"buy", "bought"},
      {"cast", "cast"},
      {"catch", "caught"},
      {"choose", "chose"},
      {"cling", "clung"},
      {"come", "came"},
      {"cost", "cost"},
      {"creep", "crept"},
      {"cut", "cut"},
      {"deal", "dealt"},
      {"dig", "dug"},
      {"do", "did"},
      {"draw", "drew"},
      {"drink", "drank"},
      {"drive", "drove"},
      {"eat", "ate"},
      {"fall", "fell"},
      {"feed", "fed"},
      {"feel", "felt"},
      {"fight", "fought"},
      {"find", "found"},
      {"flee", "fled"},
      {"fly", "flew"},
      {"forbid", "forbade"},
      {"forget", "forgot"},
      {"forgive", "forgave"},
      {"forsake", "forsook"},
      {"freeze", "froze"},
      {"get", "got"},
      {"give", "gave"},
      {"go", "went"},
      {"grind", "ground"},
      {"grow", "grew"},
      {"hang", "hung"},
      {"have", "had"},
      {"hear", "heard"},
      {"hide", "hid"},
      {"hit", "hit"},
      {"hold", "held"},
      {"hurt", "hurt"},
      {"keep", "kept"},
      {"know", "knew"},
      {"lay", "laid"},
      {"lead", "led"},
      {"leave", "left"},
      {"lend", "lent"},
      {"let", "let"},
      {"light", "lit"},
      {"lose", "lost"},
      {"make", "made"},
      {"mean", "meant"},
      {"meet", "met"},
      {"pay", "paid"},
      {"put", "put"},
      {"quit", "quit"},
      {"read", "read"},
      {"relay", "relayed"},
      {"ride", "rode"},
      {"ring", "rang"},
      {"rise", "rose"},
      {"run", "ran"},
      {"say", "said"},
      {"see", "saw"},
      {"seek", "sought"},
      {"sell", "sold"},
      {"send", "sent"},
      {"set", "set"},
      {"shake", "shook"},
      {"shed", "shed"},
      {"shine", "shone"},
      {"shoot", "shot"},
      {"shrink", "shrank"},
      {"shut", "shut"},
      {"sing", "sang"},
      {"sink", "sank"},
      {"sit", "sat"},
      {"slay", "slew"},
      {"sleep", "slept"},
      {"slide", "slid"},
      {"speak", "spoke"},
      {"speed", "sped"},
      {"spend", "spent"},
      {"spin", "spun"},
      {"spit", "spat"},
      {"split", "split"},
      {"spread", "spread"},
      {"spring", "sprang"},
      {"stand", "stood"},
      {"steal", "stole"},
      {"stick", "stuck"},
      {"sting", "stung"},
      {"stride", "strode"},
      {"strike", "struck"},
      {"strive", "strove"},
      {"swear", "swore"},
      {"sweep", "swept"},
      {"swim", "swam"},
      {"swing", "swung"},
      {"take", "took"},
      {"teach", "taught"},
      {"tear", "tore"},
      {"tell", "told"},
      {"think", "thought"},
      {"throw", "threw"},
      {"thrust", "thrust"},
      {"tread", "trod"},
      {"understand", "understood"},
      {"wake", "woke"},
      {"wear", "wore"},
      {"weave", "wove"},
      {"weep", "wept"},
      {"win", "won"},
      {"wind", "wound"},
      {"wring", "wrung"},
      {"write", "wrote"},
  };
  return table;
}

/// "oversee" is inflected as "see", "withhold" as "hold". Without "be": "behaved".
std::size_t prefix_length(std::string_view lemma) {
  static constexpr std::array<std::string_view, 9> kPrefixes = {
      "over", "under", "with", "fore", "mis", "out", "re", "un", "up"};
  for (const std::string_view prefix : kPrefixes) {
    const bool prefixed =
        lemma.starts_with(prefix) && irregular_past().contains(lemma.substr(prefix.size()));
    if (prefixed) return prefix.size();
  }
  return 0;
}

/// Empty if the verb is regular.
std::string irregular_past_of(std::string_view lemma) {
  const auto known = irregular_past().find(lemma);
  if (known != irregular_past().end()) return std::string(known->second);
  const std::size_t prefix = prefix_length(lemma);
  if (prefix == 0) return "";
  return std::string(lemma.substr(0, prefix)).append(irregular_past().at(lemma.substr(prefix)));
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// "stop" and "admit", whose last syllable is stressed and ends in one vowel and one consonant.
bool doubles_consonant(const std::string& lemma) {
  static constexpr std::string_view kStressedAtEnd[] = {
      "admit", "permit", "commit", "submit",  "omit",   "refer", "prefer", "defer",
      "occur", "compel", "expel",  "control", "regret", "equip", "rebel",  "transfer"};
  const std::size_t n = lemma.size();
  if (n < 3 || is_vowel(lemma[n - 1]) || !is_vowel(lemma[n - 2]) || is_vowel(lemma[n - 3]) ||
      std::string_view("wxy").find(lemma[n - 1]) != std::string_view::npos) {
    return false;
  }
  if (std::find(std::begin(kStressedAtEnd), std::end(kStressedAtEnd), lemma) !=
      std::end(kStressedAtEnd)) {
    return true;
  }
  return std::count_if(lemma.begin(), lemma.end(), is_vowel) == 1;
}

}  // namespace

std::string past_tense(const std::string& lemma) {
  if (std::string irregular = irregular_past_of(lemma); !irregular.empty()) return irregular;
  if (lemma.starts_with("be ")) return "was" + lemma.substr(2);
  const std::size_t blank = lemma.find(' ');
  if (blank != std::string::npos) return past_tense(lemma.substr(0, blank)) + lemma.substr(blank);
  if (lemma.ends_with('e')) return lemma + "d";
  if (doubles_consonant(lemma)) return lemma + lemma.back() + "ed";
  const bool consonant_y =
      lemma.size() > 1 && lemma.ends_with('y') &&
      std::string_view("aeiou").find(lemma[lemma.size() - 2]) == std::string_view::npos;
  if (consonant_y) return lemma.substr(0, lemma.size() - 1) + "ied";
  return lemma + "ed";
}

}  // namespace newsgraph
