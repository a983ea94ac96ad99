#include "extract/coreference/training/given_name_counter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <vector>

#include "extract/base/error.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/language/model_file.hpp"
#include "extract/mention/words.hpp"

namespace newsgraph {
namespace {

struct Count {
  std::array<std::uint32_t, 2> with = {0, 0};  ///< "he", "she"
};

bool is_name_word(const std::string& word) {
  if (word.size() < 2 || !is_capitalized(word)) return false;
  return std::all_of(word.begin() + 1, word.end(),
                     [](char c) {
                       return (c >= 'a' && c <= 'z') || (c & 0x80) != 0 || c == '-' ||
                              (c >= 'A' && c <= 'Z');
                     }) &&
         to_lower(word.substr(1)) == word.substr(1);
}

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : line + ' ') {
    const bool inside =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0 || c == '-' || c == '.';
    if (inside) {
      word += c;
    } else {
      if (!word.empty()) words.push_back(word);
      word.clear();
      if (c == ',' || c == ';' || c == ':' || c == '"') words.emplace_back(",");
    }
  }
  return words;
}

/// The first pronoun within reach of a name of two words, with no other such name between.
void count_line(const std::string& line, std::map<std::string, Count>& counts) {
  constexpr std::size_t kReach = 25;
  const std::vector<std::string> words = words_of(line);
  std::string given;
  std::size_t since = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    std::string next = words[i + 1];
    while (!next.empty() && next.back() == '.') next.pop_back();
    if (is_name_word(words[i]) && is_name_word(next)) {
      given = to_lower(words[i]);
      since = 0;
      while (i + 1 < words.size() && is_name_word(words[i + 1])) ++i;
      continue;
    }
    if (given.empty()) continue;
    if (++since > kReach) {
      given.clear();
      continue;
    }
    const std::string word = to_lower(words[i]);
    const bool he = word == "he" || word == "his" || word == "him" || word == "himself";
    const bool she = word == "she" || word == "her" || word == "hers" || word == "herself";
    if (!he && !she) continue;
    ++counts[given].with[she ? 1 : 0];
    given.clear();
  }
}

}  // namespace

std::string count_given_names(const std::filesystem::path& raw) {
  std::map<std::string, Count> counts;
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(raw)) {
    if (entry.path().extension() == ".xz") files.insert(entry.path());
  }
  for (const std::filesystem::path& file : files) {
    const std::string command = "xz -dc '" + file.string() + "'";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw IoError(file.string() + ": xz cannot be run");
    std::string line;
    for (int c; (c = std::fgetc(pipe)) != EOF;) {
      if (c != '\n') {
        line += static_cast<char>(c);
        continue;
      }
      count_line(line, counts);
      line.clear();
    }
    if (pclose(pipe) != 0) throw IoError(file.string() + ": xz failed");
  }
  double he = 1;
  double she = 1;
  for (const auto& [name, count] : counts) {
    he += count.with[0];
    she += count.with[1];
  }
  std::map<std::uint32_t, int> evidence;  // by hash, so that the section is sorted
  for (const auto& [name, count] : counts) {
    const double total = count.with[0] + count.with[1];
    if (total < 4) continue;
    // Log odds against those of all names, with the counts smoothed.
    const double odds = std::log((count.with[1] + 1.0) / (count.with[0] + 1.0));
    const double usual = std::log(she / he);
    const int level = static_cast<int>(std::lround(std::clamp((odds - usual / 2), -3.0, 3.0)));
    if (std::abs(level) >= 2 || (level != 0 && total >= 20))
      evidence[static_cast<std::uint32_t>(hash_bytes(name))] = level;
  }
  std::fprintf(stderr, "given names: %zu of %zu (he %.0f, she %.0f)\n", evidence.size(),
               counts.size(), he, she);
  return given_names_section(evidence);
}

std::string given_names_section(const std::map<std::uint32_t, int>& evidence) {
  ByteWriter hashes;
  ByteWriter levels;
  for (const auto& [hash, level] : evidence) {
    hashes.u32(hash);
    levels.u8(static_cast<std::uint8_t>(level));
  }
  ByteWriter out;
  out.u32(static_cast<std::uint32_t>(evidence.size()));
  return out.take() + hashes.take() + levels.take();
}

}  // namespace newsgraph
