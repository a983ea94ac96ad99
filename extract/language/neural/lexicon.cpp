#include "extract/language/neural/lexicon.hpp"

#include <algorithm>

#include "extract/base/error.hpp"
#include "extract/language/characters.hpp"
#include "extract/language/feature_hash.hpp"
#include "extract/language/neural/network_weights.hpp"
#include "extract/language/word_features.hpp"

namespace newsgraph {
namespace {

constexpr std::size_t kMostBeginning = 4;
constexpr std::size_t kMostEnd = 6;

/// "Xx-00": a mark for each character, runs cut to two.
std::string shape(std::string_view form) {
  std::string marks;
  for (std::size_t pos = 0; pos < form.size();) {
    const char mark = shape_mark(next_code_point(form, pos));
    const std::size_t size = marks.size();
    if (size >= 2 && marks[size - 1] == mark && marks[size - 2] == mark) continue;
    marks += mark;
  }
  return marks;
}

/// Letters and digits run together to one x: "state-owned" is "x-x".
std::string skeleton(std::string_view lower) {
  std::string result;
  for (std::size_t pos = 0; pos < lower.size();) {
    const char32_t c = next_code_point(lower, pos);
    const char mark = shape_mark(c);
    if (mark != 'X' && mark != 'x' && mark != '0') {
      append_utf8(result, c);
    } else if (result.empty() || result.back() != 'x') {
      result += 'x';
    }
  }
  return result;
}

void add_vector(const std::int8_t* values, float scale, std::size_t size, float* sum) {
  for (std::size_t k = 0; k < size; ++k) sum[k] += scale * static_cast<float>(values[k]);
}

}  // namespace

void find_subwords(std::string_view form, std::vector<std::string>& parts) {
  std::string unified;
  unify(form, unified);
  const std::string lower = to_lower(unified);
  parts.clear();
  const auto add = [&](char kind, std::string_view text) {
    parts.emplace_back(1, kind);
    parts.back() += text;
  };
  add('w', unified);
  add('s', shape(unified));
  const std::string_view view = lower;
  std::size_t pos = 0;
  for (std::size_t n = 0; n < kMostBeginning && pos < view.size(); ++n) {
    next_code_point(view, pos);
    add('p', view.substr(0, pos));
  }
  pos = view.size();
  for (std::size_t n = 0; n < kMostEnd && pos > 0; ++n) {
    previous_code_point(view, pos);
    add('e', view.substr(pos));
  }
  if (unified.find_first_of("-.") != unified.npos) add('m', skeleton(lower));
}

NetworkLexicon::NetworkLexicon(const ModelFile& file, std::size_t word_size,
                               std::size_t subword_size)
    : word_size_(word_size),
      subword_size_(subword_size),
      word_table_(read_table(file, "word vectors", word_size)),
      subword_table_(read_table(file, "subword vectors", subword_size)) {
  const std::string_view bytes = file.section("words");
  hashes_ = reinterpret_cast<const std::uint64_t*>(bytes.data());
  words_ = bytes.size() / sizeof *hashes_;
  if (bytes.size() % sizeof *hashes_ != 0 || word_table_.rows != words_ + kRoot + 1) {
    throw ParseError(file.path(), 0, "words and their vectors do not fit");
  }
  if (!std::is_sorted(hashes_, hashes_ + words_)) {
    throw ParseError(file.path(), 0, "words are not sorted by their hashes");
  }
  if (subword_table_.rows < 2) throw ParseError(file.path(), 0, "no subwords");
}

NetworkLexicon::Table NetworkLexicon::read_table(const ModelFile& file, std::string_view section,
                                                 std::size_t size) {
  const std::string_view bytes = file.section(section);
  Table table;
  table.rows = bytes.size() / (sizeof(float) + size);
  if (table.rows * (sizeof(float) + size) != bytes.size()) {
    throw ParseError(file.path(), 0, "the " + std::string(section) + " are cut off");
  }
  table.scale = reinterpret_cast<const float*>(bytes.data());
  table.values = reinterpret_cast<const std::int8_t*>(bytes.data() + table.rows * sizeof(float));
  check_numbers({table.scale, table.rows}, file.path());
  return table;
}

std::uint32_t NetworkLexicon::row(std::string_view lower) const {
  const std::uint64_t hash = hash_bytes(lower);
  const std::uint64_t* end = hashes_ + words_;
  const std::uint64_t* found = std::lower_bound(hashes_, end, hash);
  if (found == end || *found != hash) return kUnknown;
  return static_cast<std::uint32_t>(found - hashes_) + kRoot + 1;
}

void NetworkLexicon::look_up(std::string_view form, float* vector) const {
  thread_local std::string unified;
  thread_local std::vector<std::string> parts;
  unify(form, unified);
  std::fill(vector, vector + size(), 0.0F);
  const std::size_t word = row(to_lower(unified));
  add_vector(word_table_.values + word * word_size_, word_table_.scale[word], word_size_, vector);
  find_subwords(form, parts);
  for (const std::string& part : parts) {
    const std::size_t bucket = 1 + hash_bytes(part) % (subword_table_.rows - 1);
    add_vector(subword_table_.values + bucket * subword_size_, subword_table_.scale[bucket],
               subword_size_, vector + word_size_);
  }
}

void NetworkLexicon::look_up_root(float* vector) const {
  std::fill(vector, vector + size(), 0.0F);
  add_vector(word_table_.values + kRoot * word_size_, word_table_.scale[kRoot], word_size_, vector);
}

}  // namespace newsgraph
