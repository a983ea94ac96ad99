#include "extract/mention/noun_classes.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extract/mention/lexicon_embedded.hpp"

namespace newsgraph {

namespace {

struct Table {
  std::unordered_map<std::string_view, NounClass> classes;
  std::unordered_set<std::string_view> eventive;
};

Table read_table() {
  static constexpr std::array<std::pair<std::string_view, NounClass>, 9> kNames = {{
      {"act", NounClass::kAct},
      {"communication", NounClass::kCommunication},
      {"event", NounClass::kEvent},
      {"group", NounClass::kGroup},
      {"location", NounClass::kLocation},
      {"person", NounClass::kPerson},
      {"process", NounClass::kProcess},
      {"state", NounClass::kState},
      {"time", NounClass::kTime},
  }};
  Table table;
  std::string_view rest = embedded::kNounClasses;
  while (!rest.empty()) {
    const std::size_t line_end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, line_end);
    rest.remove_prefix(std::min(line_end + 1, rest.size()));
    if (line.starts_with('#')) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, colon);
    NounClass noun_class = NounClass::kUnknown;
    for (const auto& [known, value] : kNames) {
      if (known == name) noun_class = value;
    }
    line.remove_prefix(colon + 1);
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      const std::string_view word = line.substr(0, end);
      line.remove_prefix(std::min(end + 1, line.size()));
      if (word.empty()) continue;
      if (name == "eventive") {
        table.eventive.insert(word);
      } else {
        table.classes.emplace(word, noun_class);
      }
    }
  }
  return table;
}

const Table& table() {
  static const Table read = read_table();
  return read;
}

/// How English makes event nouns of verbs: what is taken off the verb's end, what is put on.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSuffixes = {{
    {"", ""},          // visit: visit
    {"ate", "ation"},  // negotiate: negotiation
    {"e", "ion"},      // discuss has no e; create: creation
    {"", "ion"},       // discuss: discussion
    {"ide", "ision"},  // decide: decision
    {"", "ment"},      // agree: agreement
    {"e", "al"},       // refuse: refusal
    {"", "al"},        // withdraw: withdrawal
    {"y", "ial"},      // deny: denial
    {"e", "ation"},    // invite: invitation
    {"", "ation"},     // condemn: condemnation
    {"ify", "ification"},
    {"", "ance"},
    {"e", "ing"},
}};

}  // namespace

NounClass noun_class(std::string_view lemma) {
  const auto found = table().classes.find(lemma);
  return found == table().classes.end() ? NounClass::kUnknown : found->second;
}

bool is_eventive_noun(std::string_view lemma) { return table().eventive.contains(lemma); }

std::string event_noun_of(std::string_view verb) {
  // Where the noun is of another stem, or one of the same form means something else.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kIrregular = {{
      {"meet", "meeting"},
      {"speak", "speech"},
      {"sell", "sale"},
      {"buy", "purchase"},
      {"fly", "flight"},
      {"choose", "choice"},
      {"lose", "loss"},
      {"succeed", "success"},
      {"fail", "failure"},
      {"marry", "marriage"},
      {"grow", "growth"},
      {"prove", "proof"},
      {"die", "death"},
      {"sign", "signing"},
      {"depart", "departure"},
      {"win", "victory"},
  }};
  for (const auto& [known, noun] : kIrregular) {
    if (known == verb) return std::string(noun);
  }
  for (const auto& [off, on] : kSuffixes) {
    if (!verb.ends_with(off) || verb.size() <= off.size() + 1) continue;
    std::string noun(verb.substr(0, verb.size() - off.size()));
    noun += on;
    const NounClass known = noun_class(noun);
    const bool speech = known == NounClass::kCommunication && !on.empty();  // "agreement"
    if (is_eventive_noun(noun) || speech) return noun;
  }
  const bool drops_e = verb.ends_with('e') && !verb.ends_with("ee");
  return std::string(verb.substr(0, verb.size() - (drops_e ? 1 : 0))) + "ing";
}

std::string verb_of_event_noun(std::string_view noun) {
  // The verbs that newsworthy nouns come from, where the form alone would mislead or not tell.
  static const std::unordered_map<std::string_view, std::string_view> kVerbs = {
      {"refusal", "refuse"},
      {"invitation", "invite"},
      {"proposal", "propose"},
      {"rejection", "reject"},
      {"decision", "decide"},
      {"arrest", "arrest"},
      {"attack", "attack"},
      {"criticism", "criticize"},
      {"support", "support"},
      {"visit", "visit"},
      {"invasion", "invade"},
      {"announcement", "announce"},
      {"denial", "deny"},
      {"promise", "promise"},
      {"offer", "offer"},
      {"threat", "threaten"},
      {"request", "request"},
      {"demand", "demand"},
      {"withdrawal", "withdraw"},
      {"resignation", "resign"},
      {"election", "elect"},
      {"appointment", "appoint"},
      {"removal", "remove"},
      {"murder", "murder"},
      {"killing", "kill"},
      {"assassination", "assassinate"},
      {"recognition", "recognize"},
      {"condemnation", "condemn"},
      {"investigation", "investigate"},
      {"occupation", "occupy"},
      {"annexation", "annex"},
      {"acquisition", "acquire"},
      {"purchase", "purchase"},
      {"conviction", "convict"},
      {"approval", "approve"},
      {"call", "call"},
      {"claim", "claim"},
      {"pledge", "pledge"},
      {"vow", "vow"},
      {"attempt", "attempt"},
      {"plan", "plan"},
      {"agreement", "agree"},
      {"warning", "warn"},
      {"bid", "bid"},
      {"effort", "try"},
      {"willingness", "be willing"},
      {"readiness", "be ready"},
      {"intention", "intend"},
      {"desire", "desire"},
      {"failure", "fail"},
      {"inability", "be unable"},
      {"reluctance", "be reluctant"},
      {"commitment", "commit"},
      {"dismissal", "dismiss"},
      {"nomination", "nominate"},
      {"endorsement", "endorse"},
      {"departure", "depart"},
      {"arrival", "arrive"},
      {"death", "die"},
      {"victory", "win"},
      {"defeat", "defeat"},
      {"takeover", "take over"},
      {"release", "release"},
      {"extradition", "extradite"},
      {"deployment", "deploy"},
      {"launch", "launch"},
  };
  const auto found = kVerbs.find(noun);
  return found == kVerbs.end() ? std::string() : std::string(found->second);
}

}  // namespace newsgraph
