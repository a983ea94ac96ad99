#include "extract/language/token_shapes.hpp"

#include <vector>

#include "extract/language/abbreviations.hpp"

namespace newsgraph {
namespace {

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
constexpr char32_t kZeroWidthJoiner = 0x200D;

}  // namespace

bool is_internet_name(const Stretch& stretch) {
  const auto& [word, chars] = stretch;
  if (chars.size() < 3) return false;
  if (is_one_of(chars.back().c, U",.;:!?)]}>\"'”’»*")) return false;
  if (word.find_first_of("\"<>") != word.npos) return false;
  if (word.find("://") != word.npos || word.starts_with("www.") || word.starts_with("WWW.")) {
    return true;
  }
  if (is_one_of(chars[0].c, U"@#") && chars[1].letter()) {
    return std::all_of(chars.begin() + 1, chars.end(),
                       [](const TextChar& c) { return c.alnum() || c.c == '_'; });
  }
  if (const auto at = word.find('@'); at != word.npos) {
    return at > 0 && word.find('.', at) != word.npos && word.back() != '@';
  }
  // A dotted name whose last part, before any path, is a top-level domain.
  const std::string_view host = word.substr(0, word.find('/'));
  const auto dot = host.rfind('.');
  if (dot == host.npos || dot < 2 || dot + 1 == host.size()) return false;
  return std::all_of(host.begin(), host.end(),
                     [](char c) {
                       return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                              (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
                     }) &&
         contains(kTopLevelDomains, to_lower(host.substr(dot + 1)));
}

bool is_file_name(const Stretch& stretch) {
  const auto& [word, chars] = stretch;
  const auto dot = word.rfind('.');
  if (dot == word.npos || dot == 0 || !contains(kFileEndings, to_lower(word.substr(dot + 1)))) {
    return false;
  }
  return std::all_of(chars.begin(), chars.end(),
                     [](const TextChar& c) { return c.alnum() || is_one_of(c.c, U".-_#~"); });
}

bool is_emoticon(const Stretch& stretch) {
  const auto& [word, chars] = stretch;
  if (chars.size() < 2 || chars.size() > 4) return false;
  for (const std::string_view face : {"^_^", "-_-", "^^", "<3", "(:", "(-:"}) {
    if (word == face) return true;
  }
  const std::span<const TextChar> face = chars.subspan(chars[0].c == '>' ? 1 : 0);  // ">:("
  if (face.size() < 2 || face.size() > 3 || !is_one_of(face[0].c, U":;=")) return false;
  if (face.size() == 3 && (!is_one_of(face[1].c, U"-'") || face[0].c == '=')) return false;
  return is_one_of(face.back().c, U")(DPp|/oO");
}

std::size_t emoticon_at_end(const Stretch& stretch) {
  const auto& [word, chars] = stretch;
  if (!is_one_of(chars.back().c, U")(")) return 0;
  for (const std::size_t length : {3U, 2U}) {
    if (chars.size() <= length) continue;
    const std::span<const TextChar> face = chars.last(length);
    const std::string_view bytes = word.substr(face[0].begin - chars[0].begin);
    if (is_one_of(face[0].c, U":;") && is_emoticon({bytes, face})) return length;
  }
  return 0;
}

bool is_drawing(const Stretch& stretch) {
  return stretch.chars.size() >= 2 && stretch.word != "<>" &&
         std::all_of(stretch.chars.begin(), stretch.chars.end(),
                     [](const TextChar& c) { return is_one_of(c.c, U"-=<>+#*_~|^$/\\"); });
}

bool is_variation_or_tone(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0x20E3;
}

std::size_t pictograph(const Stretch& stretch) {
  const std::span<const TextChar> chars = stretch.chars;
  const auto at = [&](std::size_t i) { return i < chars.size() ? chars[i] : TextChar{}; };
  std::size_t i = is_regional_indicator(at(0).c) && is_regional_indicator(at(1).c) ? 2 : 1;
  for (;;) {
    if (is_variation_or_tone(at(i).c)) {
      ++i;
    } else if (at(i).c == kZeroWidthJoiner && at(i + 1).type == CharClass::kSymbol) {
      i += 2;
    } else {
      return i;
    }
  }
}

bool is_phone_or_date(const Stretch& stretch) {
  const std::span<const TextChar> chars = stretch.chars;
  if (!chars[0].digit() && chars[0].c != '+') return false;
  std::vector<std::size_t> groups(1);
  std::size_t digits = 0;
  std::size_t hyphens = 0;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (chars[i].digit()) {
      ++digits;
      ++groups.back();
    } else if (is_hyphen(chars[i].c) || (chars[i].c == '/' && i > 0)) {
      hyphens += chars[i].c != '/' ? 1 : 0;
      groups.push_back(0);
    } else if (chars[i].c != '.' && !(chars[i].c == '+' && i == 0)) {
      return false;
    }
  }
  if (hyphens == 0 || *std::min_element(groups.begin(), groups.end()) == 0) return false;
  if (groups.size() == 2) {
    return digits == 7 || (groups[1] == 4 && (groups[0] == 1 || groups[0] >= 5));
  }
  return digits >= 6;
}

bool is_fraction_or_date(const Stretch& stretch) {
  std::vector<std::size_t> values(1);
  for (const TextChar& c : stretch.chars) {
    if (c.c == '/') {
      values.push_back(0);
    } else if (!c.digit()) {
      return true;
    } else {
      values.back() = std::min<std::size_t>(values.back() * 10 + (c.c - '0') % 10, 99999);
    }
  }
  return values.size() != 2 || (values[0] <= 12 && values[1] <= 31);
}

bool is_grouped_number(const Stretch& stretch) {
  std::size_t group = 0;
  bool comma = false;
  for (const TextChar& c : stretch.chars) {
    if (c.digit()) {
      ++group;
    } else if (c.c == ',') {
      if (comma && group != 3 && group != 2) return false;
      comma = true;
      group = 0;
    } else {
      break;
    }
  }
  return group == 3;
}

}  // namespace newsgraph
