#include "extract/proposition/factuality/signature.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "extract/proposition/factuality/signatures_embedded.hpp"

namespace newsgraph {
namespace {

// In the order of Frame.
constexpr std::array<std::string_view, 9> kFrames = {"to",   "object",  "ing",  "from", "charge",
                                                     "that", "content", "noun", "chain"};

// In the order of Effect.
constexpr std::string_view kEffects = "+-!>?~<";

using Table = std::map<std::pair<std::string_view, Frame>, Signature>;

std::string_view next_field(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

Effect effect_from(std::string_view sign) { return static_cast<Effect>(kEffects.find(sign)); }

Table read_table() {
  Table table;
  std::string_view rest = embedded::kSignatures;
  while (!rest.empty()) {
    std::string_view line = next_field(rest, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    std::string_view key = next_field(line, ':');
    const auto frame = std::find(kFrames.begin(), kFrames.end(), next_field(key, ' '));
    Signature signature;
    signature.affirmed = effect_from(next_field(key, ' '));
    signature.negated = effect_from(key);
    while (!line.empty()) {
      const std::string_view word = next_field(line, ' ');
      if (!word.empty()) {
        table.emplace(std::pair(word, static_cast<Frame>(frame - kFrames.begin())), signature);
      }
    }
  }
  return table;
}

}  // namespace

std::optional<Signature> signature_of(std::string_view lemma, Frame frame) {
  static const Table table = read_table();
  const auto found = table.find({lemma, frame});
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace newsgraph
